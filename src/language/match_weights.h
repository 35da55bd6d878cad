// What counts how much in telling which move is meant and whether one is, as was learned from
// data/corpus/match (docs/understanding.md says how, and how well it does on unseen texts).
#pragma once

#include <array>
#include <string_view>

namespace sparring {

// Verdicts, in per-mille of the chance that the first move is what was meant.
inline constexpr int acceptFrom = 650;
inline constexpr int rejectBelow = 450;

// Likenesses of vectors and of spelling from which on a text all but repeats a phrasing, and the
// least chance that such a one is right. Set, not learned: the labelled texts repeat nothing.
inline constexpr double nearRepetition = 0.7;
inline constexpr double chanceOfRepetition = 0.95;

// Thousandths of a log of odds for each unit of evidence (match_evidence.h).
struct MatchWeights {
  // Which move: how much speaks for a candidate, against the others.
  int phrasing = 0;
  int part = 0;
  int whole = 0;
  int spelling = 0;
  int asking = 0;
  int acts = 0;
  // Whether it is meant: of what speaks for the best, of what was heard, and the constant.
  int rank = 0;
  int heard = 0;
  int constant = 0;
  bool operator==(const MatchWeights&) const = default;
};

// All of them by name, in the order of the model's text.
inline constexpr std::array<std::pair<std::string_view, int MatchWeights::*>, 9> matchWeightNames =
    {{{"phrasing", &MatchWeights::phrasing},
      {"part", &MatchWeights::part},
      {"whole", &MatchWeights::whole},
      {"spelling", &MatchWeights::spelling},
      {"asking", &MatchWeights::asking},
      {"acts", &MatchWeights::acts},
      {"rank", &MatchWeights::rank},
      {"heard", &MatchWeights::heard},
      {"constant", &MatchWeights::constant}}};

}  // namespace sparring
