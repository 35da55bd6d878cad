#include "practice/practice_workspace.h"

#include <QTextDocument>
#include <algorithm>
#include <utility>

#include "bridge/text.h"
#include "call/compare_view.h"
#include "call/debrief_paper.h"
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
      m_debrief(new DebriefPage(this)),
      m_compare(new CompareView(this)) {
  for (QWidget* page : {static_cast<QWidget*>(m_home), static_cast<QWidget*>(m_brief),
                        static_cast<QWidget*>(m_call), static_cast<QWidget*>(m_debrief),
                        static_cast<QWidget*>(m_compare)}) {
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
  connect(m_call, &CallPage::liveViewChanged, this, &PracticeWorkspace::liveViewChanged);
  connect(m_debrief, &DebriefPage::homeWanted, this, &PracticeWorkspace::showHome);
  connect(m_debrief, &DebriefPage::againWanted, this, &PracticeWorkspace::again);
  connect(m_debrief, &DebriefPage::goOnWanted, this, [this] { turnTo(m_call); });
  connect(m_debrief, &DebriefPage::redoWanted, this, &PracticeWorkspace::redo);
  connect(m_debrief, &DebriefPage::compareWanted, this, &PracticeWorkspace::showCompare);
  connect(m_debrief, &DebriefPage::pdfWanted, this, &PracticeWorkspace::savePdf);
  connect(m_debrief, &DebriefPage::printWanted, this, &PracticeWorkspace::print);
  connect(m_call, &CallPage::compareWanted, this, &PracticeWorkspace::showCompare);
  connect(m_compare, &CompareView::leaveWanted, this, [this] { turnTo(m_comparedFrom); });
}

void PracticeWorkspace::setLiveView(LiveView view) {
  m_call->setLiveView(view);
}

void PracticeWorkspace::showHome() {
  const std::optional<Error> unsaved = saveAll();
  m_home->show(m_workplace);
  turnTo(m_home);
  sayUnsaved(unsaved);
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
  std::unique_ptr<PracticeCall> call = takeUnsaved(id);
  if (call == nullptr) {
    Result<PracticeSession> session = PracticeSession::open(id, m_workplace.ports());
    if (!session) {
      emit failed(sentenceOf(session.error()));
      return;
    }
    call = std::make_unique<PracticeCall>(std::move(*session));
  }
  m_chosen = call->session().source();
  // Somebody who typed the last turn goes on typing.
  const std::vector<Exchange>& exchanges = call->session().exchanges();
  const bool typed = !exchanges.empty() && exchanges.back().turn.understood != Understood::chosen;
  hold(std::move(call), !typed);
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
  hold(std::make_unique<PracticeCall>(
           PracticeSession::begin(m_chosen, m_workplace.method, m_workplace.person,
                                  m_workplace.newSeed(), m_workplace.ports())),
       optionsShown);
  showCall(optionsShown);
}

void PracticeWorkspace::showCall(bool optionsShown) {
  m_call->setCall(m_current.get(), optionsShown);
  turnTo(m_call);
}

Result<PracticeWorkspace::Remarks> PracticeWorkspace::remarks() const {
  if (!m_workplace.store) return Remarks();
  const Result<Remarks> all = m_workplace.store->annotations(m_current->session().header().id);
  if (!all) return std::unexpected(all.error());
  return standing(*all);
}

void PracticeWorkspace::showDebrief() {
  const PracticeSession& session = m_current->session();
  const Result<Remarks> written = remarks();
  const std::optional<Error> unsaved = saveAll();
  m_debrief->show(session, written.value_or(Remarks()));
  m_debrief->setComparable(closestPair(branchesOfCurrent(), session.header().id).has_value());
  turnTo(m_debrief);
  if (!written) emit failed(sentenceOf(written.error()));
  sayUnsaved(unsaved);
}

void PracticeWorkspace::hold(std::unique_ptr<PracticeCall> call, bool optionsShown) {
  saveAll();
  m_call->setCall(nullptr, optionsShown);
  if (m_current != nullptr && m_current->session().unsaved()) {
    m_unsaved.push_back(std::move(m_current));
  }
  m_current = std::move(call);
}

std::unique_ptr<PracticeCall> PracticeWorkspace::takeUnsaved(const Uuid& id) {
  saveAll();
  const auto isIt = [&](const std::unique_ptr<PracticeCall>& call) {
    return call != nullptr && call->session().header().id == id;
  };
  if (isIt(m_current) && m_current->session().unsaved()) {
    m_call->setCall(nullptr, false);
    return std::move(m_current);
  }
  const auto found = std::ranges::find_if(m_unsaved, isIt);
  if (found == m_unsaved.end()) return nullptr;
  std::unique_ptr<PracticeCall> call = std::move(*found);
  m_unsaved.erase(found);
  return call;
}

std::optional<Error> PracticeWorkspace::saveAll() {
  std::optional<Error> why;
  const auto save = [&](const std::unique_ptr<PracticeCall>& call) {
    if (call->session().unsaved()) call->saveAgain();
    if (call->session().unsaved()) why = call->session().unsaved();
    return !call->session().unsaved().has_value();
  };
  std::erase_if(m_unsaved, save);
  if (m_current != nullptr) save(m_current);
  if (!why) m_warned = false;
  return why;
}

// After the page has changed, which takes back what was said before.
void PracticeWorkspace::sayUnsaved(const std::optional<Error>& why) {
  if (!why) return;
  emit failed(tr("Not every call is saved yet. Sparring goes on trying; leave it open. %1")
                  .arg(sentenceOf(*why)));
}

QString PracticeWorkspace::workAtRisk() {
  const std::optional<Error> why = saveAll();
  if (!why || std::exchange(m_warned, true)) return {};
  return tr("Not every call is saved: %1 Close again to lose what is not.").arg(sentenceOf(*why));
}

void PracticeWorkspace::redo(int keptTurns) {
  const bool optionsShown = m_call->optionsShown();  // As the call was held.
  hold(PracticeCall::branch(*m_current, keptTurns), optionsShown);
  showCall(optionsShown);
}

Branches PracticeWorkspace::branchesOfCurrent() {
  if (!m_workplace.store || m_current->session().unsaved()) return {};
  Result<Branches> branches = branchesOf(m_current->session().header().id, m_workplace.ports());
  return branches ? std::move(*branches) : Branches{};
}

void PracticeWorkspace::showCompare() {
  saveAll();
  Branches branches = branchesOfCurrent();
  const std::optional<BranchPair> pair = closestPair(branches, m_current->session().header().id);
  if (!pair) {
    emit failed(tr("The calls cannot be compared now, since one of them is not saved yet."));
    return;
  }
  m_comparedFrom = currentWidget();
  m_compare->show(std::move(branches), *pair, tr("You"));
  turnTo(m_compare);
}

void PracticeWorkspace::savePdf() {
  const PracticeSession& session = m_current->session();
  const QString file = m_workplace.desktop.choosePdf(this, debriefFileName(session));
  if (file.isEmpty()) return;
  QTextDocument document;
  writeDebrief(document, session, toQt(m_workplace.person.name), remarks().value_or(Remarks()));
  const Result<void> saved = ui::savePdf(document, file);
  if (saved) {
    m_debrief->tell(tr("Saved as %1").arg(file));
  } else {
    emit failed(sentenceOf(saved.error()));
  }
}

void PracticeWorkspace::print() {
  QTextDocument document;
  writeDebrief(document, m_current->session(), toQt(m_workplace.person.name),
               remarks().value_or(Remarks()));
  m_workplace.desktop.print(this, document);
}

void PracticeWorkspace::again() {
  m_brief->show(m_chosen, BriefPage::When::before);
  turnTo(m_brief);
}

void PracticeWorkspace::turnTo(QWidget* page) {
  m_warned = false;
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
  if (page == m_compare) m_compare->takeFocus();
}

}  // namespace sparring::ui
