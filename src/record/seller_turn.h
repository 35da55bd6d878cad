// What a seller said in one turn and what was understood of it: all that grading and replay need.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/text.h"
#include "scenario/scenario.h"

namespace sparring {

// How a turn got its move.
enum class Understood {
  chosen,     // A guided option: the move is given.
  matched,    // Own words with a clear-cut match.
  confirmed,  // Own words; the rep said which reading was meant.
  nothing,    // Own words that match nothing on offer: a reaction answers what they do; where there
              // is none the buyer asks back, and the turn is not graded.
};

// One act with how sure the reading is and the words that carry it.
struct ActReading {
  ActId act;
  int perMille = 1000;  // 0 to 1000; a guided option's acts are certain.
  Span words;           // In SellerTurn::text.
  bool operator==(const ActReading&) const = default;
};

// How sure the reading of an act must be, in per mille, for the turn to count as performing it.
inline constexpr int performedPerMille = 500;

// Whom a stretch of the turn is about. The spans of a turn follow each other and cover its words.
struct FocusReading {
  Focus about = Focus::neutral;
  Span words;
  int wordCount = 0;
  bool operator==(const FocusReading&) const = default;
};

struct SellerTurn {
  Uuid id;
  Timestamp saidAt;
  std::string text;  // As said: typed, or the wording of the guided option.
  Understood understood = Understood::chosen;
  std::optional<MoveId> move;  // Nothing where nothing was understood.
  std::vector<ActReading> acts;
  std::vector<FocusReading> focus;
  std::vector<FactId> facts;
  // What came of the turn when it was said, for the proof that a replay comes to the same: digests
  // of the answer with the state after it, and of the grade. Empty where none was kept.
  std::string answerDigest = {};
  std::string gradeDigest = {};
  bool operator==(const SellerTurn&) const = default;
};

// The acts that the turn counts as performing, in the order of their readings.
std::vector<ActId> performedActs(const SellerTurn& turn);

}  // namespace sparring
