// What a seller said in one turn and what was understood of it: all that grading and replay need.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "record/turn_meaning.h"
#include "scenario/scenario.h"

namespace sparring {

// How a turn got its move.
enum class Understood {
  chosen,     // A guided option: the move is given.
  matched,    // Own words with a clear-cut match.
  confirmed,  // Own words; the rep said which reading was meant.
  nothing,    // Own words that match nothing on offer: a reaction answers what they do; where there
              // is none the buyer asks back.
};

// How sure the reading of an act must be, in per mille, for the turn to count as performing it.
inline constexpr int performedPerMille = 500;

struct SellerTurn {
  Uuid id;
  Timestamp saidAt;
  std::string text;  // As said: typed, or the wording of the guided option.
  Understood understood = Understood::chosen;
  std::optional<MoveId> move;  // Nothing where nothing was understood.
  TurnMeaning meaning;  // What counts: of a guided option the author's tags, else the reading.
  // Of a guided option, also one that was typed, what the reader makes of its wording: shown
  // beside, counted nowhere.
  std::optional<TurnMeaning> beside = {};
  std::string reader = {};  // The name of the model that read the text; empty where none did.
  // What came of the turn when it was said, for the proof that a replay comes to the same: digests
  // of the answer with the state after it, and of the grade. Empty where none was kept.
  std::string answerDigest = {};
  std::string gradeDigest = {};
  bool operator==(const SellerTurn&) const = default;
};

// The acts that the turn counts as performing, in the order of their readings.
std::vector<ActId> performedActs(const SellerTurn& turn);

}  // namespace sparring
