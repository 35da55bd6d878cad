// What there is to go by in telling which candidate a text means: a few likenesses a candidate,
// from vectors that are given and from spelling. Weighs nothing.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "language/encoder.h"
#include "language/matcher.h"

namespace sparring {

// Cosines unless said otherwise; "centred" ones are between vectors from which the mean of all
// phrasings on offer has been taken, which takes away what the moves of a node have in common.
struct CandidateEvidence {
  double centroid = 0;      // Centred: the text and the mean of the candidate's phrasings.
  double phrasing = 0;      // Centred: the text and the phrasing that is most like it.
  double sentence = 0;      // Centred: the text's sentence that is most like that mean.
  double lastSentence = 0;  // Centred: the text's last sentence and that mean.
  double raw = 0;           // Not centred: the text and that mean.
  double spelling = 0;      // N-grams: the mean over phrasings, 0 to 1.
  double spellingBest = 0;  // N-grams: the most like phrasing.
  double asking = 0;        // 0: both ask or neither does; -1: one asks and the other does not.
};

struct TextEvidence {
  double length = 0;  // Square root of the words, 64 of them at most.
  double heard = 0;   // Centred: the text and what was heard.
  std::vector<CandidateEvidence> candidates;
};

// What the sums are made of; vectors are the encoder's.
struct MatchVectors {
  SentenceVector text = {};
  SentenceVector heard = {};
  std::vector<SentenceVector> sentences;  // Of the text; none counts as the text.
  std::vector<std::vector<const SentenceVector*>> phrasings;  // A list a candidate.
};

// REQUIRES: as many lists of phrasings' vectors as candidates, and in them as many vectors as each
// has phrasings.
TextEvidence evidenceOf(std::string_view text, const MatchVectors& vectors,
                        std::span<const Candidate> candidates);

}  // namespace sparring
