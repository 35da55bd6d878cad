// Beside the conversation: who listens, the clock, the ratio and what the last turn did. Those who
// want to be tested rather than taught see less.
#pragma once

#include <QFrame>

#include "session/practice_session.h"

class QButtonGroup;
class QLabel;
class QScrollArea;

namespace sparring::ui {

class ClockDial;
class RatioBar;
class TurnNotes;

// What of its grade is shown while a call is held.
enum class LiveView {
  off,
  ratioOnly,
  full,
};

class LivePanel : public QFrame {
  Q_OBJECT

 public:
  explicit LivePanel(QWidget* parent = nullptr);

  // `takenBack` is the turn that is being done again, or null.
  void show(const PracticeSession& session, const Exchange* takenBack);
  LiveView view() const;
  void setView(LiveView view);
  // From full to the ratio only, to nothing, and back.
  void changeView();

 signals:
  void viewChanged(LiveView view);

 private:
  QWidget* makeRatio();
  QWidget* makeMarks();
  QWidget* makeSwitch();
  void applyView();
  void showRoom(const PracticeSession& session);
  void showStages(const PracticeSession& session);
  void showTurn(const PracticeSession& session, const Exchange* takenBack);
  void showBeside(const PracticeSession& session, const SellerTurn* turn);

  QLabel* m_name = nullptr;
  QLabel* m_role = nullptr;
  QLabel* m_others = nullptr;  // At the table besides the one who listens.
  ClockDial* m_clock = nullptr;
  QWidget* m_marks = nullptr;
  RatioBar* m_ratio = nullptr;
  QWidget* m_ratioPart = nullptr;
  QLabel* m_stages = nullptr;
  QLabel* m_lastHeading = nullptr;
  QLabel* m_lastHint = nullptr;
  TurnNotes* m_notes = nullptr;
  QLabel* m_beside = nullptr;  // How the words of an option read.
  QScrollArea* m_scroll = nullptr;
  QButtonGroup* m_switch = nullptr;  // One button a view, by its number.
  bool m_ratioApplies = true;
};

}  // namespace sparring::ui
