// What is seen in one turn, act by act and signal by signal, and how far a clause holds of it.
// Private to the grading room.
#pragma once

#include <string_view>
#include <vector>

#include "grading/method.h"
#include "record/call_memory.h"
#include "record/call_state.h"
#include "record/seller_turn.h"

namespace sparring {

struct Seen {
  int perMille = 0;
  Span words;  // Empty where no words of the turn show it.
  bool operator==(const Seen&) const = default;
};

// Acts first, then signals, as things are numbered in clauses.
using Observation = std::vector<Seen>;

Observation observe(const Method& method, const SellerTurn& turn, std::string_view heard);

// All that a clause may ask about.
struct Situation {
  const Method& method;
  const Scenario& scenario;
  const CallState& before;
  const CallMemory& memory;
  std::string_view archetype;
  std::vector<bool> stagesDone;  // Before the turn.
  Observation seen;
  const std::vector<Breach>& breaches;  // Of the turn.
};

// How sure it is that the clause holds, in per mille, and the words that show it best.
Seen weigh(const Clause& clause, const Situation& situation);

bool declaresAll(const Condition& condition, const Scenario& scenario);
// A variable that the scenario does not declare is 0.
bool evaluate(const Condition& condition, const Scenario& scenario, const CallState& state);

// All of the text without the white space around it.
Span wholeOf(std::string_view text);

}  // namespace sparring
