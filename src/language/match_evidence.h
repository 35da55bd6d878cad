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

// What the sums are made of.
struct MatchMaterial {
  SentenceVector text = {};
  SentenceVector heard = {};
  std::vector<SentenceVector> parts;  // Of the text; none counts as the text.
  ActChances acts;
  std::vector<SpellingLikeness> spelling;  // To each candidate.
  struct Phrasing {
    const SentenceVector* vector = nullptr;
    const ActChances* acts = nullptr;
  };
  std::vector<std::vector<Phrasing>> phrasings;  // A list a candidate.
};

// REQUIRES: as many lists of phrasings as candidates, and in them as many entries as each has
// phrasings; equally many chances everywhere.
TextEvidence evidenceOf(std::string_view text, const MatchMaterial& material,
                        std::span<const Candidate> candidates);

// How much speaks for a candidate, as a log of odds against the others.
double rankOf(const MatchWeights& weights, const CandidateEvidence& candidate);

// How much speaks for the best candidate being what was meant, as a log of odds.
double fitOf(const MatchWeights& weights, double bestRank, double heard);

}  // namespace sparring
