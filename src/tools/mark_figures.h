// How well calls are graded, in figures: of the marks given, how many a person gave, too; and
// whether good calls can be told from poor ones. For people who work on Sparring.
#pragma once

#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "grading/method.h"
#include "learn/train.h"

namespace sparring {

struct MarkCount {
  int given = 0;
  int right = 0;     // Of those given: a person gave the same rule the same sign in that turn.
  int pointing = 0;  // Of the right ones: on words that overlap.
  int labelled = 0;

  void add(const MarkCount& other);
};

// A mark as it was given, firm or not: how sure it was, and whether a person gave it, too.
struct WeighedMark {
  int perMille = 0;
  bool right = false;
};

struct GradingFigures {
  std::map<std::string, MarkCount> firm;     // By rule and sign, such as "accountable +".
  std::map<std::string, MarkCount> perhaps;  // Firm ones not counted.
  std::map<std::string, MarkCount> firmByWriter;
  std::map<std::string, std::vector<WeighedMark>> weighed;  // By rule and sign.
  // The share of pairs of a good and a poor call of which the good one has the higher score.
  double goodOverPoor = 0;
  std::map<std::string, double> meanScore;  // By the quality of calls.
};

// Readings of whole calls, the turns of a call in their order.
GradingFigures gradingFigures(const Method& method, std::span<const UnseenReading> readings);

// The same turns as if they had been read as people labelled them.
UnseenReadings asLabelled(std::span<const LabelledTurn> turns);

// The least sureness from which on at least `share` of the marks are right; 1001 where none is.
int surenessFor(std::vector<WeighedMark> marks, double share);

void print(const GradingFigures& figures, const std::string& title, std::ostream& out);

}  // namespace sparring
