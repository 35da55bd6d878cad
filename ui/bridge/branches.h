// Calls that are branches of one: begun by the same person with the same buyer and the same chance,
// and gone different ways since a turn was done again. They are known by their seed, which is drawn
// anew for every call that is not such a branch.
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "session/practice_session.h"

namespace sparring::ui {

// How many turns the two have in common at their beginning.
int turnsInCommon(const PracticeSession& one, const PracticeSession& other);

// All branches of a call, itself among them, in the order in which they were begun, opened anew
// from the store. Left out is what cannot be read, and what has no turn of its own: it is all in
// another one. Fewer than two where there is nothing to compare. REQUIRES: the ports have a store.
using Branches = std::vector<std::shared_ptr<const PracticeSession>>;
Result<Branches> branchesOf(const Uuid& call, SessionPorts ports);

// Positions of two branches.
struct BranchPair {
  int first = 0;
  int again = 0;
  bool operator==(const BranchPair&) const = default;
};
// The call and the branch that it has most turns in common with; of several alike, the one begun
// last. In the order in which they were begun; nothing where the call is not among them, or alone.
std::optional<BranchPair> closestPair(const Branches& branches, const Uuid& call);

// "2. From turn 3 · score 61 · Today 14:05": what matters least comes last, where room may end.
QString branchName(const Branches& branches, int position);

// The grade of the call as it stood after the first `turns` of its turns.
CallGrade gradeAfter(const PracticeSession& session, int turns);

}  // namespace sparring::ui
