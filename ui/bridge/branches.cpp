#include "bridge/branches.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace sparring::ui {

namespace {

// The recorded branches of the call besides itself, the one begun last first.
Result<std::vector<SessionRow>> otherBranches(const Store& store, const SessionHeader& header) {
  Result<std::vector<SessionRow>> rows = store.sessions({.person = header.person});
  if (!rows) return rows;
  std::erase_if(*rows, [&](const SessionRow& row) {
    return row.header.id == header.id || row.header.seed != header.seed ||
           row.header.scenarioHash != header.scenarioHash || row.summary.turns == 0;
  });
  return rows;
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

Result<std::optional<BranchPair>> closestBranches(const Uuid& id, SessionPorts ports) {
  Result<PracticeSession> call = PracticeSession::open(id, ports);
  if (!call) return std::unexpected(call.error());
  const Result<std::vector<SessionRow>> rows = otherBranches(*ports.store, call->header());
  if (!rows) return std::unexpected(rows.error());
  std::unique_ptr<const PracticeSession> closest;
  int most = -1;
  for (const SessionRow& row : *rows) {
    Result<PracticeSession> other = PracticeSession::open(row.header.id, ports);
    if (!other) continue;  // One that cannot be read hides no other.
    const int common = turnsInCommon(*call, *other);
    const auto parted = static_cast<std::size_t>(common);
    const bool bothWentOn = call->exchanges().size() > parted && other->exchanges().size() > parted;
    if (!bothWentOn || common <= most) continue;
    most = common;
    closest = std::make_unique<const PracticeSession>(std::move(*other));
  }
  if (closest == nullptr) return std::nullopt;
  auto own = std::make_unique<const PracticeSession>(std::move(*call));
  const bool ownIsFirst = own->header().startedAt <= closest->header().startedAt;
  if (!ownIsFirst) std::swap(own, closest);
  return BranchPair{std::move(own), std::move(closest)};
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
