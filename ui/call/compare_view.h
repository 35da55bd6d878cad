// One call that went several ways since a turn was done again: two of them side by side, with what
// was said, the marks, the buyers' answers, and the figures of both.
#pragma once

#include <QWidget>

#include "bridge/branches.h"

class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace sparring::ui {

class BranchChooser;
class KeyHint;

class CompareView : public QWidget {
  Q_OBJECT

 public:
  explicit CompareView(QWidget* parent = nullptr);

  // The pair first; any other two of the branches can be chosen instead. `seller` is who speaks in
  // all of them.
  void show(Branches branches, const BranchPair& pair, const QString& seller);
  void takeFocus();

 signals:
  void leaveWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  // Both calls, and after how many turns their figures are compared.
  struct Pair {
    const PracticeSession& first;
    const PracticeSession& again;
    int turns = 0;
  };
  QWidget* makeHeader();
  QWidget* makeContent();
  void showPair();
  void showFigures(const Pair& pair);
  void addFigure(const QString& name, const QString& first, const QString& again, int change);
  void addScore(const QString& name, std::optional<int> first, std::optional<int> again);
  void showTurns(const Pair& pair);
  QWidget* makeTurn(const PracticeSession& session, int turn);

  Branches m_branches;
  QString m_seller;
  QLabel* m_title = nullptr;
  KeyHint* m_chooseHint = nullptr;
  BranchChooser* m_chooser = nullptr;
  QVBoxLayout* m_heard = nullptr;  // What both turns answer.
  QLabel* m_note = nullptr;
  QScrollArea* m_scroll = nullptr;
  QGridLayout* m_figures = nullptr;
  int m_figureRow = 0;  // The next free one.
  QGridLayout* m_turns = nullptr;
};

}  // namespace sparring::ui
