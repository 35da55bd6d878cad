// A call being held: the conversation, where the rep speaks, and the live panel.
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

#include "bridge/practice_call.h"
#include "practice/live_panel.h"

class QLabel;
class QPushButton;

namespace sparring::ui {

class Banner;
class Composer;
class ConversationView;

class CallPage : public QWidget {
  Q_OBJECT

 public:
  explicit CallPage(QWidget* parent = nullptr);
  ~CallPage() override;

  // Shows the call, which its caller keeps alive until the next one.
  void setCall(PracticeCall* call, bool optionsShown);
  bool optionsShown() const;
  void setLiveView(LiveView view);
  void takeFocus();

 signals:
  void leaveWanted();
  void briefWanted();
  void debriefWanted();
  void liveViewChanged(LiveView view);
  // With the call as it went before a turn was done again.
  void compareWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void refresh();
  void goBackOne();
  void takeBackMisread();
  QWidget* makeHeader();
  QWidget* makeTools();
  void toggleOptions();
  void keepUnsaid();

  PracticeCall* m_call = nullptr;
  Uuid m_session;  // The call's; outlasts it. Null before its first turn: it may leave no trace.
  QTimer m_keeping;
  QLabel* m_title = nullptr;
  QLabel* m_objective = nullptr;
  Banner* m_banner = nullptr;
  ConversationView* m_conversation = nullptr;
  Composer* m_composer = nullptr;
  LivePanel* m_panel = nullptr;
  QPushButton* m_back = nullptr;
  QPushButton* m_misread = nullptr;
  QPushButton* m_options = nullptr;
  QPushButton* m_compare = nullptr;
  QPushButton* m_soFar = nullptr;
};

}  // namespace sparring::ui
