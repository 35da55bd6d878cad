// Matches by likeness of spelling: character n-grams of the words, rare ones weighing more. Needs
// no model; knows nothing of meaning, so it asks back whenever the match is not clear-cut.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "language/matcher.h"

namespace sparring {

// How much of a candidate's spelling a text has; both from 0 to 1.
struct SpellingLikeness {
  double best = 0.0;  // To the phrasing that is most like it.
  double mean = 0.0;  // Over all phrasings; 0 without any.
};

// One a candidate, in their order. Reads the first 4,000 bytes of each text.
std::vector<SpellingLikeness> spellingLikeness(std::string_view text,
                                               std::span<const Candidate> candidates);

class NgramMatcher final : public MoveMatcher {
 public:
  [[nodiscard]] MoveReading match(std::string_view text, std::string_view heard,
                                  std::span<const Candidate> candidates) const override;
};

}  // namespace sparring
