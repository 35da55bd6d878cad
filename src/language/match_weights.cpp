#include "language/match_weights.h"

#include <algorithm>

namespace sparring {

double rankOf(const CandidateEvidence& candidate) {
  return 1.72 * candidate.centroid + 1.37 * candidate.phrasing + 0.86 * candidate.sentence +
         2.28 * candidate.lastSentence + 6.17 * candidate.raw + 13.42 * candidate.spelling +
         1.10 * candidate.asking;
}

double fitOf(const TextEvidence& text, const CandidateEvidence& best, double lead) {
  constexpr double mostLead = 4.0;
  double nearest = -1.0;  // Of any sentence to any candidate.
  for (const CandidateEvidence& each : text.candidates) nearest = std::max(nearest, each.sentence);
  const double spelling = (best.spelling + best.spellingBest) / 2.0;
  return -2.81 + 0.43 * std::min(lead, mostLead) + 1.88 * best.raw + 0.13 * best.phrasing +
         2.20 * nearest - 1.47 * spelling + 0.10 * best.asking - 1.34 * text.heard +
         0.23 * text.length;
}

}  // namespace sparring
