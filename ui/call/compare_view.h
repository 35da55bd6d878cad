// One call that went two ways since a turn was done again: what was said first beside what was said
// again, with the marks, the buyers' answers, and the figures of both.
#pragma once

#include <QWidget>

#include "session/practice_session.h"

class QGridLayout;
class QLabel;
class QScrollArea;

namespace sparring::ui {

class CompareView : public QWidget {
  Q_OBJECT

 public:
  explicit CompareView(QWidget* parent = nullptr);

  // `seller` is who speaks in both. Keeps nothing of the sessions.
  void show(const PracticeSession& first, const PracticeSession& again, const QString& seller);
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
  void showFigures(const Pair& pair);
  void addFigure(const QString& name, const QString& first, const QString& again, int change);
  void addScore(const QString& name, std::optional<int> first, std::optional<int> again);
  void showTurns(const Pair& pair, const QString& seller);
  QWidget* makeTurn(const PracticeSession& session, int turn, const QString& seller);

  QLabel* m_title = nullptr;
  QLabel* m_note = nullptr;
  QScrollArea* m_scroll = nullptr;
  QGridLayout* m_figures = nullptr;
  int m_figureRow = 0;  // The next free one.
  QGridLayout* m_turns = nullptr;
};

}  // namespace sparring::ui
