// The rep's room: Home, Brief, Call and Debrief, one at a time, and the way between them.
#pragma once

#include <QStackedWidget>
#include <memory>

#include "bridge/practice_call.h"
#include "bridge/workplace.h"

namespace sparring::ui {

class BriefPage;
class CallPage;
class DebriefPage;
class HomePage;

class PracticeWorkspace : public QStackedWidget {
  Q_OBJECT

 public:
  // The workplace outlives the workspace.
  explicit PracticeWorkspace(Workplace& workplace, QWidget* parent = nullptr);

  void showHome();
  // The first exercise for somebody new; Home where there is none.
  void showFirstStart();
  void openSession(const Uuid& id);
  // Comes back to where it was left, with what has happened elsewhere meanwhile.
  void resume();
  // Puts the keyboard where the page in view wants it.
  void takeFocus();

 signals:
  // What could not be done, as a sentence for a banner.
  void failed(const QString& sentence);
  void pageChanged();

 private:
  void showBrief(int scenario, bool firstTime);
  void startCall(bool optionsShown);
  void showCall(bool optionsShown);
  void showDebrief();
  void redo(int keptTurns);
  void again();
  void turnTo(QWidget* page);

  Workplace& m_workplace;
  HomePage* m_home = nullptr;
  BriefPage* m_brief = nullptr;
  CallPage* m_call = nullptr;
  DebriefPage* m_debrief = nullptr;
  LoadedScenario m_chosen;  // What the brief shows and the next call is held on.
  std::unique_ptr<PracticeCall> m_current;
};

}  // namespace sparring::ui
