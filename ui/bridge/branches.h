// Calls that are branches of one: begun by the same person with the same buyer and the same chance,
// and gone different ways since a turn was done again. They are known by their seed, which is drawn
// anew for every call that is not such a branch.
#pragma once

#include <memory>
#include <optional>

#include "session/practice_session.h"

namespace sparring::ui {

// How many turns the two have in common at their beginning.
int turnsInCommon(const PracticeSession& one, const PracticeSession& other);

// Two branches in the order in which they were begun.
struct BranchPair {
  std::unique_ptr<const PracticeSession> first;
  std::unique_ptr<const PracticeSession> again;
};
// The call beside the branch that it has most turns in common with, where it has one with a turn of
// its own; of several alike, the one begun last. Both are opened anew from the store.
// REQUIRES: the ports have a store.
Result<std::optional<BranchPair>> closestBranches(const Uuid& call, SessionPorts ports);

// The grade of the call as it stood after the first `turns` of its turns.
CallGrade gradeAfter(const PracticeSession& session, int turns);

}  // namespace sparring::ui
