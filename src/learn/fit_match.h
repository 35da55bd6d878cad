// From labelled choice points to what counts how much in matching moves, and how well that does on
// writers that it was not learned from.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "language/match_evidence.h"
#include "language/meaning_matcher.h"
#include "learn/choice_points.h"
#include "learn/resample.h"

namespace sparring {

// A text with what there is to go by, and the candidate that it means; -1 for none.
struct MatchSample {
  const ChoicePoint* point = nullptr;
  const MeantText* text = nullptr;
  TextEvidence evidence;
};

std::vector<MatchSample> matchSamples(std::span<const ChoicePoint> points,
                                      const MeaningMatcher& matcher);

// Two logistic regressions: which candidate, of those that a text means one of; then whether the
// best is what was meant. The same samples give the same weights. REQUIRES: some that mean a move.
MatchWeights fitMatching(std::span<const MatchSample> samples);

struct MatchFigures {
  std::string writer;  // "all" for all of them together.
  int points = 0;
  int texts = 0;
  Figure first;  // Of the texts that mean a move, for how many it ranks first,
  Figure two;    // and among two.
  Figure three;
  Figure none;  // How likely a text that means a move scores above one that means none.
};

// Of texts whose chance is at least so much, how many there are and how many are right.
struct ChanceFigures {
  int perMille = 0;
  double share = 0;
  double right = 0;
};

struct MatchReport {
  std::vector<MatchFigures> writers;
  std::vector<ChanceFigures> chances;
};

// Each writer's texts by what the others' taught.
MatchReport matchReport(std::span<const MatchSample> samples);

}  // namespace sparring
