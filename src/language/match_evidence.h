// What there is to go by in telling which candidate a text means: a few likenesses a candidate,
// from vectors and chances that are given and from spelling; and what it comes to by weights that
// were learned.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "language/encoder.h"
#include "language/match_weights.h"
#include "language/matcher.h"
#include "language/ngram_matcher.h"

namespace sparring {

// How likely a text does each act that the reader knows, 0 to 1.
using ActChances = std::vector<float>;

// Cosines unless said otherwise; "centred" ones are between vectors from which the mean of all
// phrasings on offer has been taken, which takes away what the moves of a node have in common.
struct CandidateEvidence {
  double phrasing = 0;      // Centred: the text and the phrasing that is most like it.
  double part = 0;          // Centred: the part of the text that is most like their mean.
  double whole = 0;         // Not centred: the text and that mean.
  double spelling = 0;      // N-grams: the mean over phrasings, 0 to 1.
  double spellingBest = 0;  // N-grams: the most like phrasing. Not weighed.
  double asking = 0;        // 0: both ask or neither does; -1: one asks and the other does not.
  double acts = 0;          // The chances of the text and the mean of the phrasings'.
};

struct TextEvidence {
  double heard = 0;  // Centred: the text and what was heard.
  std::vector<CandidateEvidence> candidates;
};

// What is known of a text before it is compared.
struct TextMaterial {
  SentenceVector whole = {};
  SentenceVector heard = {};
  std::vector<SentenceVector> parts;  // Of the text; none counts as the text.
  ActChances acts;
};

// All that is on offer, made ready for one text after another.
class OfferEvidence {
 public:
  // REQUIRES: for each phrasing of each candidate, one after the other, its vector and the chances
  // of its acts; equally many chances everywhere.
  OfferEvidence(std::span<const Candidate> candidates, std::span<const SentenceVector> vectors,
                std::span<const ActChances> acts);

  // One entry a candidate, in their order.
  [[nodiscard]] TextEvidence of(std::string_view text, const TextMaterial& material) const;

 private:
  using Vector = std::array<double, sentenceWidth>;
  struct Compared {
    std::vector<Vector> phrasings;  // Centred, of length 1; so is their mean.
    Vector centre = {};
    Vector mean = {};          // Not centred, of length 1.
    std::vector<double> acts;  // The sum of the phrasings' chances.
    double asking = 0.0;       // Of the phrasings, 0 to 1.
  };
  Vector m_middle = {};  // The mean of all phrasings.
  std::vector<Compared> m_candidates;
  PhrasingSpelling m_spelling;
};

// How much speaks for a candidate, as a log of odds against the others.
double rankOf(const MatchWeights& weights, const CandidateEvidence& candidate);

// How much speaks for the best candidate being what was meant, as a log of odds.
double fitOf(const MatchWeights& weights, double bestRank, double heard);

}  // namespace sparring
