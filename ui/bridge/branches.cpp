#include "bridge/branches.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

#include "bridge/workplace.h"

namespace sparring::ui {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Branches", text);
}

// The recorded branches of the call, itself among them, in the order in which they were begun.
Result<std::vector<SessionRow>> rowsOf(const Store& store, const SessionHeader& header) {
  Result<std::vector<SessionRow>> rows = store.sessions({.person = header.person});
  if (!rows) return rows;
  std::erase_if(*rows, [&](const SessionRow& row) {
    return row.header.seed != header.seed || row.header.scenarioHash != header.scenarioHash;
  });
  std::ranges::reverse(*rows);
  return rows;
}

int lengthOf(const PracticeSession& session) {
  return static_cast<int>(session.exchanges().size());
}

bool isPartOf(const PracticeSession& one, const PracticeSession& other) {
  return turnsInCommon(one, other) == lengthOf(one);
}

}  // namespace

int turnsInCommon(const PracticeSession& one, const PracticeSession& other) {
  const auto same = [](const Exchange& a, const Exchange& b) {
    return a.turn.saidAt == b.turn.saidAt && a.turn.text == b.turn.text &&
           a.turn.move == b.turn.move;
  };
  const auto [end, ignored] = std::ranges::mismatch(one.exchanges(), other.exchanges(), same);
  return static_cast<int>(end - one.exchanges().begin());
}

Result<Branches> branchesOf(const Uuid& id, SessionPorts ports) {
  StoredDocuments documents;
  const Result<PracticeSession> call = PracticeSession::open(id, ports, documents);
  if (!call) return std::unexpected(call.error());
  const Result<std::vector<SessionRow>> rows = rowsOf(*ports.store, call->header());
  if (!rows) return std::unexpected(rows.error());
  Branches all;
  for (const SessionRow& row : *rows) {
    Result<PracticeSession> branch = PracticeSession::open(row.header.id, ports, documents);
    if (branch) all.push_back(std::make_shared<const PracticeSession>(std::move(*branch)));
  }
  Branches ownWay = all;
  std::erase_if(ownWay, [&](const auto& each) {
    return std::ranges::any_of(
        all, [&](const auto& other) { return other != each && isPartOf(*each, *other); });
  });
  return ownWay;
}

std::optional<BranchPair> closestPair(const Branches& branches, const Uuid& call) {
  const auto own = std::ranges::find(
      branches, call, [](const auto& each) -> const Uuid& { return each->header().id; });
  if (own == branches.end() || branches.size() < 2) return std::nullopt;
  const int position = static_cast<int>(own - branches.begin());
  int closest = -1;
  int most = -1;
  for (int i = 0; i < static_cast<int>(branches.size()); ++i) {
    const int common = turnsInCommon(**own, *branches[static_cast<std::size_t>(i)]);
    if (i == position || common < most) continue;
    most = common;
    closest = i;
  }
  return BranchPair{std::min(position, closest), std::max(position, closest)};
}

QString branchName(const Branches& branches, int position) {
  const auto at = static_cast<std::size_t>(position);
  const PracticeSession& session = *branches[at];
  int common = 0;
  for (std::size_t i = 0; i < at; ++i) {
    common = std::max(common, turnsInCommon(session, *branches[i]));
  }
  const int score = session.summary().score;
  const QString how = session.over() ? tr("score %1") : tr("not over, score %1");
  return tr("%1. %2 · %3 · %4")
      .arg(QString::number(position + 1),
           position == 0 ? tr("As first held") : tr("From turn %1").arg(common + 1),
           how.arg(score < 0 ? QStringLiteral("–") : QString::number(score)),
           momentText(session.header().startedAt));
}

CallGrade gradeAfter(const PracticeSession& session, int turns) {
  std::vector<GradedTurn> graded;
  const auto count = std::min(static_cast<std::size_t>(turns), session.exchanges().size());
  for (std::size_t i = 0; i < count; ++i) {
    graded.push_back({&session.exchanges()[i].turn, &session.exchanges()[i].grade});
  }
  static const CallMemory begins;
  const Exchange* last = count > 0 ? &session.exchanges()[count - 1] : nullptr;
  return gradeCall(session.method(), session.scenario(), graded,
                   {last != nullptr ? last->answer.state : session.opening().state,
                    last != nullptr ? last->memory : begins});
}

}  // namespace sparring::ui
