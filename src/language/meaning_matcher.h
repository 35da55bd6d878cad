// Matches by meaning: sentence vectors, spelling, and whether the text asks, weighed as was learned
// from labelled choice points (docs/understanding.md). Its per-mille are chances and compare across
// texts: that of the first move is how likely it is what was meant, rather than another or none.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "language/encoder.h"
#include "language/matcher.h"

namespace sparring {

// For one thread: it remembers the vectors of phrasings, so that a node's moves cost their time
// only once.
class MeaningMatcher final : public MoveMatcher {
 public:
  // `encoder` may be null: then it matches by spelling alone, as NgramMatcher does. It outlives the
  // matcher.
  explicit MeaningMatcher(const SentenceEncoder* encoder) : m_encoder(encoder) {}

  // Reads the first 4,000 bytes of each text.
  [[nodiscard]] MoveReading match(std::string_view text, std::string_view heard,
                                  std::span<const Candidate> candidates) const override;

  // Phrasings whose vectors are at hand; at most 4,096, some 10 MB.
  [[nodiscard]] std::size_t remembered() const { return m_vectors.size(); }

 private:
  const SentenceVector& vectorOf(const std::string& phrasing) const;

  const SentenceEncoder* m_encoder;
  mutable std::unordered_map<std::string, SentenceVector> m_vectors;
};

}  // namespace sparring
