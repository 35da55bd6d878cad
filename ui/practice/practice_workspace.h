// The rep's room: Home, Brief, Call, Debrief and two calls side by side, one at a time, and the way
// between them.
#pragma once

#include <QStackedWidget>
#include <memory>
#include <optional>
#include <vector>

#include "bridge/branches.h"
#include "bridge/practice_call.h"
#include "bridge/workplace.h"
#include "practice/live_panel.h"

namespace sparring::ui {

class BriefPage;
class CallPage;
class CompareView;
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
  // What of the grade is shown while a call is held.
  void setLiveView(LiveView view);
  // Comes back to where it was left, with what has happened elsewhere meanwhile.
  void resume();
  // Puts the keyboard where the page in view wants it.
  void takeFocus();
  // What would be lost if the program closed now, as a sentence, said once; empty where nothing is.
  QString workAtRisk();

 signals:
  // What could not be done, as a sentence for a banner.
  void failed(const QString& sentence);
  void liveViewChanged(LiveView view);
  void pageChanged();

 private:
  void showBrief(int scenario, bool firstTime);
  void startCall(bool optionsShown);
  void showCall(bool optionsShown);
  // What people wrote about the current call and stand by.
  using Remarks = std::vector<SignedAnnotation>;
  Result<Remarks> remarks() const;
  void showDebrief();
  void redo(int keptTurns);
  void showCompare();
  void savePdf();
  void print();
  // All ways the call on the table went; none where they cannot be told.
  Branches branchesOfCurrent();
  void again();
  void turnTo(QWidget* page);
  // Puts the call on the table. The one before is kept here until it is saved.
  void hold(std::unique_ptr<PracticeCall> call, bool optionsShown);
  // The call that is still to be saved, taken from what is kept here; null where there is none.
  std::unique_ptr<PracticeCall> takeUnsaved(const Uuid& id);
  // Tries to save what is not saved yet; why that cannot be done, or nothing where all is saved.
  std::optional<Error> saveAll();
  void sayUnsaved(const std::optional<Error>& why);

  Workplace& m_workplace;
  HomePage* m_home = nullptr;
  BriefPage* m_brief = nullptr;
  CallPage* m_call = nullptr;
  DebriefPage* m_debrief = nullptr;
  CompareView* m_compare = nullptr;
  QWidget* m_comparedFrom = nullptr;  // The page that comparing leads back to.
  LoadedScenario m_chosen;            // What the brief shows and the next call is held on.
  std::unique_ptr<PracticeCall> m_current;
  std::vector<std::unique_ptr<PracticeCall>>
      m_unsaved;  // Calls that were left before they could be.
  bool m_warned = false;
};

}  // namespace sparring::ui
