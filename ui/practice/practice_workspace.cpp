#include "practice/practice_workspace.h"

#include "bridge/text.h"
#include "practice/brief_page.h"
#include "practice/call_page.h"
#include "practice/debrief_page.h"
#include "practice/home_page.h"

namespace sparring::ui {

PracticeWorkspace::PracticeWorkspace(Workplace& workplace, QWidget* parent)
    : QStackedWidget(parent),
      m_workplace(workplace),
      m_home(new HomePage(this)),
      m_brief(new BriefPage(this)),
      m_call(new CallPage(this)),
      m_debrief(new DebriefPage(this)) {
  for (QWidget* page : {static_cast<QWidget*>(m_home), static_cast<QWidget*>(m_brief),
                        static_cast<QWidget*>(m_call), static_cast<QWidget*>(m_debrief)}) {
    addWidget(page);
  }
  connect(m_home, &HomePage::scenarioChosen, this,
          [this](int position) { showBrief(position, false); });
  connect(m_home, &HomePage::sessionChosen, this, &PracticeWorkspace::openSession);
  connect(m_brief, &BriefPage::startWanted, this, &PracticeWorkspace::startCall);
  connect(m_brief, &BriefPage::leaveWanted, this, &PracticeWorkspace::showHome);
  connect(m_brief, &BriefPage::backWanted, this, [this] { turnTo(m_call); });
  connect(m_call, &CallPage::briefWanted, this, [this] {
    m_brief->show(m_chosen, BriefPage::When::during);
    turnTo(m_brief);
  });
  connect(m_call, &CallPage::leaveWanted, this, &PracticeWorkspace::showHome);
  connect(m_call, &CallPage::debriefWanted, this, &PracticeWorkspace::showDebrief);
  connect(m_debrief, &DebriefPage::homeWanted, this, &PracticeWorkspace::showHome);
  connect(m_debrief, &DebriefPage::againWanted, this, &PracticeWorkspace::again);
  connect(m_debrief, &DebriefPage::redoWanted, this, &PracticeWorkspace::redo);
}

void PracticeWorkspace::showHome() {
  m_home->show(m_workplace);
  turnTo(m_home);
}

void PracticeWorkspace::showFirstStart() {
  for (std::size_t i = 0; i < m_workplace.scenarios.size(); ++i) {
    const auto& scenario = m_workplace.scenarios[i].loaded.scenario;
    if (scenario && scenario->guidedOnly && !scenario->nodes.empty()) {
      showBrief(static_cast<int>(i), true);
      return;
    }
  }
  showHome();
}

void PracticeWorkspace::openSession(const Uuid& id) {
  Result<PracticeSession> session = PracticeSession::open(id, m_workplace.ports());
  if (!session) {
    emit failed(sentenceOf(session.error()));
    return;
  }
  m_chosen = session->source();
  // Somebody who typed the last turn goes on typing.
  const bool typed = !session->exchanges().empty() &&
                     session->exchanges().back().turn.understood != Understood::chosen;
  m_call->setCall(nullptr, !typed);
  m_current = std::make_unique<PracticeCall>(std::move(*session));
  if (m_current->session().over()) {
    showDebrief();
  } else {
    showCall(!typed);
  }
}

void PracticeWorkspace::showBrief(int scenario, bool firstTime) {
  m_chosen = readyToPlay(m_workplace.scenarios[static_cast<std::size_t>(scenario)].loaded,
                         m_workplace.archetypes);
  m_brief->show(m_chosen, firstTime ? BriefPage::When::firstTime : BriefPage::When::before);
  turnTo(m_brief);
}

void PracticeWorkspace::startCall(bool optionsShown) {
  m_call->setCall(nullptr, optionsShown);
  m_current = std::make_unique<PracticeCall>(
      PracticeSession::begin(m_chosen, m_workplace.method, m_workplace.person,
                             m_workplace.newSeed(), m_workplace.ports()));
  showCall(optionsShown);
}

void PracticeWorkspace::showCall(bool optionsShown) {
  m_call->setCall(m_current.get(), optionsShown);
  turnTo(m_call);
}

void PracticeWorkspace::showDebrief() {
  const PracticeSession& session = m_current->session();
  std::vector<SignedAnnotation> remarks;
  std::optional<Error> unread;
  if (m_workplace.store) {
    Result<std::vector<SignedAnnotation>> all = m_workplace.store->annotations(session.header().id);
    if (all) {
      remarks = standing(*all);
    } else {
      unread = all.error();
    }
  }
  m_debrief->show(session, std::move(remarks));
  turnTo(m_debrief);
  if (unread) emit failed(sentenceOf(*unread));
}

void PracticeWorkspace::redo(int keptTurns) {
  const bool optionsShown = m_call->optionsShown();  // As the call was held.
  auto branch = PracticeCall::branch(*m_current, keptTurns);
  m_call->setCall(nullptr, optionsShown);
  m_current = std::move(branch);
  showCall(optionsShown);
}

void PracticeWorkspace::again() {
  m_brief->show(m_chosen, BriefPage::When::before);
  turnTo(m_brief);
}

void PracticeWorkspace::turnTo(QWidget* page) {
  setCurrentWidget(page);
  takeFocus();
  emit pageChanged();
}

void PracticeWorkspace::resume() {
  currentWidget() == m_home ? showHome() : takeFocus();
}

void PracticeWorkspace::takeFocus() {
  QWidget* page = currentWidget();
  if (page == m_home) m_home->takeFocus();
  if (page == m_brief) m_brief->takeFocus();
  if (page == m_call) m_call->takeFocus();
  if (page == m_debrief) m_debrief->takeFocus();
}

}  // namespace sparring::ui
