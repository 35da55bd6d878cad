// What belongs to a point of a call, as it is said there, and which of it a rep's own words mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/machine.h"
#include "language/matcher.h"
#include "scenario/scenario.h"

namespace sparring {

struct Offer {
  std::vector<Move> moves;  // What is on offer first, then what the story withholds.
  std::size_t open = 0;     // How many are on offer.
};

// The rep's name filled in. Nothing once the call is over.
Offer offerAt(const Program& program, const CallState& state, const std::string& repName);

// The offer outlives the candidates, which only look at it.
std::vector<Candidate> candidatesOf(const Offer& offer);

// Which move on offer the text means; none where it clearly means one that the story withholds.
MoveReading readAgainst(const Offer& offer, const MoveMatcher& matcher, std::string_view text,
                        std::string_view heard);

// Whether a text says what a move says, word for word.
bool repeats(std::string_view text, const Move& move);

Move withRepName(Move move, const std::string& repName);

}  // namespace sparring
