// What one seller turn earned and cost, with the words behind each mark.
#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "scenario/scenario.h"

namespace sparring {

struct GivenMark {
  RuleId rule;
  Sign sign = Sign::earned;
  Span words;          // In the turn's text; never empty.
  std::string why;     // One plain sentence.
  std::string better;  // One example sentence; may be empty where it earned.
  bool operator==(const GivenMark&) const = default;
};

// Something done before its stage was reached: prescribed before diagnosed, closed before ready.
struct Breach {
  std::string id;   // In the method's list of breaches.
  StageId missing;  // The first stage that was still owed.
  Span words;
  std::string why;
  std::string remedy;
  bool operator==(const Breach&) const = default;
};

struct TurnGrade {
  bool graded = false;  // False where nothing was understood.
  std::vector<GivenMark> marks;
  std::vector<Breach> breaches;
  int customerWords = 0;  // Counted for the ratio, that is without what the method leaves out.
  int sellerWords = 0;
  bool operator==(const TurnGrade&) const = default;
};

}  // namespace sparring
