// After a call: the score card, then every turn with its marks, and a way back into the call from
// any of them.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "session/practice_session.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace sparring::ui {

class Bubble;
class ScoreCard;
class TurnNotes;
struct TurnNote;

class DebriefPage : public QWidget {
  Q_OBJECT

 public:
  explicit DebriefPage(QWidget* parent = nullptr);

  // Shows the session, which its caller keeps alive until the next one.
  void show(const PracticeSession& session);
  void takeFocus();
  int currentTurn() const { return m_current; }

 signals:
  void redoWanted(int keptTurns);
  void againWanted();
  void homeWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  // Whether a note belongs to what was asked for.
  using Filter = std::function<bool(const TurnNote&)>;

  struct ShownTurn {
    Bubble* bubble = nullptr;
    TurnNotes* notes = nullptr;
    QPushButton* redo = nullptr;
  };

  void showTranscript();
  void addBuyers(const Step& step);
  void addTurn(const Exchange& exchange, int position);
  void showMarks(const Filter& filter);
  void showOnly(const QString& what, const QString& meaning, const Filter& filter);
  void showAll();
  void goToTurn(int position);

  const PracticeSession* m_session = nullptr;
  QLabel* m_title = nullptr;
  QScrollArea* m_scroll = nullptr;
  ScoreCard* m_card = nullptr;
  QWidget* m_filterBar = nullptr;
  QLabel* m_filterText = nullptr;
  QLabel* m_filterMeaning = nullptr;
  QPushButton* m_again = nullptr;
  QPushButton* m_showAll = nullptr;
  QVBoxLayout* m_transcript = nullptr;
  std::vector<ShownTurn> m_turns;
  int m_current = -1;
};

}  // namespace sparring::ui
