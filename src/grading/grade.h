// Grades from what was understood: a guided turn by the author's marks on its move, own words by
// what the method says that they earn and cost; both by its breaches and concepts; a call by its
// turns. Pure: the same turns, states and method give the same grade.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "grading/method.h"
#include "record/call_grade.h"
#include "record/call_memory.h"
#include "record/call_state.h"
#include "record/seller_turn.h"
#include "record/turn_grade.h"
#include "scenario/scenario.h"

namespace sparring {

// Which grading this is. It goes up with every change by which the same turn, state and method come
// to another grade, so that a recorded grade which differs can be told from a damaged one.
inline constexpr int gradingVersion = 3;

// The stages that are done in a state, one flag per Method::stages: by the scenario's variables
// where it declares them, else by what was said and answered.
std::vector<bool> stagesDone(const Method& method, const Scenario& scenario, const CallState& state,
                             const CallMemory& memory = {});

// What a turn answers: the buyer's line, and the kind of buyer who hears the turn.
struct Heard {
  std::string_view line;
  std::string_view archetype;
};

// `move` is what the turn was understood as, or null. The author's marks decide of a guided option,
// and of own words that nothing could read or that the method cannot grade; marks whose words are
// not in the turn's text rest on the sentence that the reading rested on, or on the whole turn.
// `before` is the state in which the turn was said. `memory` is of the turns before and then of
// this one, too.
TurnGrade gradeTurn(const Method& method, const Scenario& scenario, const CallState& before,
                    const SellerTurn& turn, const Move* move, const Heard& heard,
                    CallMemory& memory);

// What the buyer said last, where no turn answers it any more: a stage that a turn served counts
// once the buyer has answered.
void hearAnswer(const Method& method, std::string_view line, CallMemory& memory);

struct GradedTurn {
  const SellerTurn* turn = nullptr;
  const TurnGrade* grade = nullptr;
};

// How a call stands after its turns.
struct CallEnd {
  const CallState& state;
  const CallMemory& memory;
};

// The turns of one branch in order.
CallGrade gradeCall(const Method& method, const Scenario& scenario,
                    std::span<const GradedTurn> turns, const CallEnd& end);

}  // namespace sparring
