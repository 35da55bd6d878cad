// Beside the conversation: who listens, the clock, the ratio and what the last turn did. The marks
// can be switched off for those who want to be tested rather than taught.
#pragma once

#include <QFrame>

#include "session/practice_session.h"

class QCheckBox;
class QLabel;
class QScrollArea;

namespace sparring::ui {

class ClockDial;
class RatioBar;
class TurnNotes;

class LivePanel : public QFrame {
  Q_OBJECT

 public:
  explicit LivePanel(QWidget* parent = nullptr);

  // `takenBack` is the turn that is being done again, or null.
  void show(const PracticeSession& session, const Exchange* takenBack);
  bool marksShown() const;
  void setMarksShown(bool shown);

 signals:
  void marksToggled(bool shown);

 private:
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
  QCheckBox* m_switch = nullptr;
};

}  // namespace sparring::ui
