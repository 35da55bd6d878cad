// What counts how much in telling which move is meant and whether one is, as was learned from
// data/corpus/match (docs/understanding.md says how, and how well it does on unseen texts).
#pragma once

#include "language/match_evidence.h"

namespace sparring {

// Verdicts, in per-mille of the chance that the first move is what was meant.
inline constexpr int acceptFrom = 930;
inline constexpr int rejectBelow = 200;

// Likenesses of vectors and of spelling from which on a text all but repeats a phrasing, and the
// least chance that such a one is right. Set, not learned: the labelled texts repeat nothing.
inline constexpr double nearRepetition = 0.7;
inline constexpr double chanceOfRepetition = 0.95;

// How much speaks for a candidate, as a log of odds against the others.
double rankOf(const CandidateEvidence& candidate);

// How much speaks for the best candidate being what was meant, as a log of odds. `lead` is how far
// its rank is above that of the second; 0 without one.
double fitOf(const TextEvidence& text, const CandidateEvidence& best, double lead);

}  // namespace sparring
