// Grades from what was understood: a turn by the author's marks on its move and by the method's
// breaches; a call by its turns. Pure: the same turns, states and method give the same grade.
#pragma once

#include <span>
#include <vector>

#include "grading/method.h"
#include "record/call_grade.h"
#include "record/call_state.h"
#include "record/seller_turn.h"
#include "record/turn_grade.h"
#include "scenario/scenario.h"

namespace sparring {

// The stages that are done in a state, one flag per Method::stages.
std::vector<bool> stagesDone(const Method& method, const Scenario& scenario,
                             const CallState& state);

// `move` is what the turn was understood as, or null. Marks whose words are not in the turn's text
// (own words for an authored move) rest on the sentence of the turn that the reading rested on, or
// on the whole turn. `before` is the state in which the turn was said.
TurnGrade gradeTurn(const Method& method, const Scenario& scenario, const CallState& before,
                    const SellerTurn& turn, const Move* move);

struct GradedTurn {
  const SellerTurn* turn = nullptr;
  const TurnGrade* grade = nullptr;
};

// The turns of one branch in order; `last` is the state after them.
CallGrade gradeCall(const Method& method, const Scenario& scenario,
                    std::span<const GradedTurn> turns, const CallState& last);

}  // namespace sparring
