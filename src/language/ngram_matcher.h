// Matches by likeness of spelling: character n-grams of the words, rare ones weighing more. Needs
// no model; knows nothing of meaning, so it asks back whenever the match is not clear-cut.
#pragma once

#include "language/matcher.h"

namespace sparring {

class NgramMatcher final : public MoveMatcher {
 public:
  [[nodiscard]] MoveReading match(std::string_view text, std::string_view heard,
                                  std::span<const Candidate> candidates) const override;
};

}  // namespace sparring
