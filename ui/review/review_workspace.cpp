#include "review/review_workspace.h"

#include <algorithm>
#include <utility>

#include "bridge/branches.h"
#include "bridge/text.h"
#include "call/compare_view.h"
#include "review/replay_page.h"
#include "review/sessions_page.h"

namespace sparring::ui {
namespace {

QString nameOf(const Store& store, const Uuid& person) {
  const Result<std::vector<Person>> people = store.people();
  if (!people) return {};
  const auto found = std::ranges::find(*people, person, &Person::id);
  return found != people->end() ? toQt(found->name) : QString();
}

}  // namespace

ReviewWorkspace::ReviewWorkspace(Workplace& workplace, QWidget* parent)
    : QStackedWidget(parent),
      m_workplace(workplace),
      m_sessions(new SessionsPage(this)),
      m_replay(new ReplayPage(workplace, this)),
      m_compare(new CompareView(this)) {
  addWidget(m_sessions);
  addWidget(m_replay);
  addWidget(m_compare);
  connect(m_sessions, &SessionsPage::sessionChosen, this, &ReviewWorkspace::openSession);
  connect(m_sessions, &SessionsPage::failed, this, &ReviewWorkspace::failed);
  connect(m_replay, &ReplayPage::leaveWanted, this, &ReviewWorkspace::showSessions);
  connect(m_replay, &ReplayPage::compareWanted, this, &ReviewWorkspace::showCompare);
  connect(m_compare, &CompareView::leaveWanted, this, [this] {
    turnTo(m_replay);
    takeFocus();
  });
  connect(m_replay, &ReplayPage::failed, this, &ReviewWorkspace::failed);
}

void ReviewWorkspace::showSessions() {
  turnTo(m_sessions);
  m_sessions->show(m_workplace);
  takeFocus();
}

void ReviewWorkspace::openSession(const Uuid& id) {
  if (!m_workplace.store) {
    emit failed(tr("Recorded calls cannot be shown, since the practice file could not be opened."));
    return;
  }
  Result<PracticeSession> session = PracticeSession::open(id, m_workplace.ports());
  if (!session) {
    emit failed(sentenceOf(session.error()));
    return;
  }
  const QString rep = nameOf(*m_workplace.store, session->header().person);
  m_warned = false;
  turnTo(m_replay);
  m_replay->show(std::move(*session), rep);
  takeFocus();
}

void ReviewWorkspace::showCompare(const Uuid& id) {
  const Result<Branches> branches = branchesOf(id, m_workplace.ports());
  if (!branches) {
    emit failed(sentenceOf(branches.error()));
    return;
  }
  const std::optional<BranchPair> pair = closestPair(*branches, id);
  if (!pair) return;
  const QString rep = nameOf(*m_workplace.store, branches->front()->header().person);
  m_compare->show(*branches, *pair, rep);
  turnTo(m_compare);
  takeFocus();
}

void ReviewWorkspace::turnTo(QWidget* page) {
  setCurrentWidget(page);
  emit pageChanged();  // First: what fails on the page is said after it.
}

void ReviewWorkspace::resume() {
  m_warned = false;
  if (currentWidget() == m_sessions) showSessions();
  if (currentWidget() == m_replay) m_replay->resume();
  if (currentWidget() == m_compare) takeFocus();
}

QString ReviewWorkspace::workAtRisk() {
  if (!m_replay->atRisk() || std::exchange(m_warned, true)) return {};
  return tr(
      "What is written and not saved cannot be kept: the settings cannot be written. Save it "
      "with Ctrl+Enter, or close again to lose it.");
}

void ReviewWorkspace::takeFocus() {
  if (currentWidget() == m_sessions) m_sessions->takeFocus();
  if (currentWidget() == m_replay) m_replay->takeFocus();
  if (currentWidget() == m_compare) m_compare->takeFocus();
}

}  // namespace sparring::ui
