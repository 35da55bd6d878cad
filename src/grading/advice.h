// What the author of a scenario wrote for a point of a call that a rep could have said there
// instead. It comes before the method's own examples, which know nothing of this buyer. Private to
// the grading room.
#pragma once

#include <string>
#include <vector>

#include "grading/method.h"
#include "record/call_state.h"
#include "scenario/scenario.h"

namespace sparring {

// All moves of the node that the call is at, on offer or not.
const std::vector<Move>& movesAt(const Scenario& scenario, const CallState& state);

// What brings a stage forward, costs nothing and does not break the rule itself; empty where there
// is none. Here and below only wordings that anybody can say as they stand count.
std::string forwardHere(const Method& method, const BreachRule& rule, const Stage& stage,
                        const std::vector<Move>& moves);

// What keeps the rule, else what is advised in place of what breaks it, else what is good for
// another reason; empty where there is none of it.
std::string sayableHere(const std::vector<Move>& moves, const RuleId& rule);

}  // namespace sparring
