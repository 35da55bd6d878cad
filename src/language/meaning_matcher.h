// Matches by meaning: sentence vectors, spelling, and whether the text asks, weighed as was learned
// from labelled choice points (docs/understanding.md). Its per-mille are chances and compare across
// texts: that of the first move is how likely it is what was meant, rather than another or none.
#pragma once

#include <string_view>

#include "language/encoder.h"
#include "language/matcher.h"

namespace sparring {

// May be used by several threads at once.
class MeaningMatcher final : public MoveMatcher {
 public:
  // `encoder` may be null: then it matches by spelling alone, as NgramMatcher does. It outlives the
  // matcher.
  explicit MeaningMatcher(const SentenceEncoder* encoder) : m_encoder(encoder) {}

  // Reads the first 4,000 bytes of each text.
  [[nodiscard]] MoveReading match(std::string_view text, std::string_view heard,
                                  std::span<const Candidate> candidates) const override;

 private:
  const SentenceEncoder* m_encoder;
};

}  // namespace sparring
