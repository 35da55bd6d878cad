// Matches by likeness of spelling: character n-grams of the words, rare ones weighing more. Needs
// no model; knows nothing of meaning, so it asks back whenever the match is not clear-cut.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/matcher.h"

namespace sparring {

// How much of a candidate's spelling a text has; both from 0 to 1.
struct SpellingLikeness {
  double best = 0.0;  // To the phrasing that is most like it.
  double mean = 0.0;  // Over all phrasings; 0 without any.
};

// The spelling of all phrasings on offer, to be compared with one text after another. Reads the
// first 4,000 bytes of each text.
class PhrasingSpelling {
 public:
  explicit PhrasingSpelling(std::span<const Candidate> candidates);

  // One a candidate, in their order.
  [[nodiscard]] std::vector<SpellingLikeness> likeness(std::string_view text) const;

 private:
  // Sorted by the hash of a gram; one entry a gram.
  using Grams = std::vector<std::pair<std::uint64_t, double>>;
  static Grams gramsOf(std::string_view text);
  // Weighs grams by rarity among the phrasings and scales to unit length.
  void weigh(Grams& grams) const;

  struct Use {
    std::uint32_t phrasing = 0;
    double weight = 0.0;
  };
  struct Known {
    double seen = 0.0;  // In how many phrasings.
    std::vector<Use> uses;
  };
  std::unordered_map<std::uint64_t, Known> m_known;  // By gram.
  std::vector<std::size_t> m_counts;                 // Of phrasings, by candidate.
  std::size_t m_count = 0;                           // Of all of them.
};

class NgramMatcher final : public MoveMatcher {
 public:
  [[nodiscard]] MoveReading match(std::string_view text, std::string_view heard,
                                  std::span<const Candidate> candidates) const override;
};

}  // namespace sparring
