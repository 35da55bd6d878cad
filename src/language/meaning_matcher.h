// Matches by meaning: sentence vectors, what the text does, spelling, and whether it asks, weighed
// as was learned from labelled choice points (docs/understanding.md). Its per-mille are chances and
// compare across texts: that of the first move is how likely it is what was meant, rather than
// another or none.
#pragma once

#include <memory>
#include <string_view>

#include "language/match_evidence.h"
#include "language/matcher.h"
#include "language/turn_reader.h"

namespace sparring {

// May be used by several threads at once.
class MeaningMatcher final : public MoveMatcher {
 public:
  // Matches by spelling alone, as NgramMatcher does.
  MeaningMatcher();
  MeaningMatcher(MeaningMatcher&&) noexcept;
  MeaningMatcher& operator=(MeaningMatcher&&) noexcept;
  ~MeaningMatcher() override;
  // By what the reader knows; by spelling where it knows no meaning. The reader outlives the
  // matcher.
  explicit MeaningMatcher(const TurnReader& reader);

  // Reads the first 4,000 bytes of each text.
  [[nodiscard]] MoveReading match(std::string_view text, std::string_view heard,
                                  std::span<const Candidate> candidates) const override;

  // Reads the phrasings ahead, which makes the next match among them quicker and changes no answer.
  void prepare(std::span<const Candidate> candidates) const;

  // What the text has in common with each candidate; what match() weighs. REQUIRES: a reader that
  // knows meaning.
  [[nodiscard]] TextEvidence evidence(std::string_view text, std::string_view heard,
                                      std::span<const Candidate> candidates) const;

 private:
  struct Offer;
  struct Memory;
  [[nodiscard]] std::shared_ptr<const Offer> offerOf(std::span<const Candidate> candidates) const;
  [[nodiscard]] ActChances actsOf(const std::string& phrasing, const SentenceVector& vector) const;

  const TurnReader* m_reader = nullptr;
  std::unique_ptr<Memory> m_memory;
};

}  // namespace sparring
