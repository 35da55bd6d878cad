// What the words of one seller turn were read as: what they do, whom they are about, which of the
// brief's facts they use, which rules they speak to; each with the words that show it.
#pragma once

#include <vector>

#include "base/text.h"
#include "scenario/scenario.h"

namespace sparring {

// One act with how sure the reading is and the words that carry it.
struct ActReading {
  ActId act;
  int perMille = 1000;  // 0 to 1000; a guided option's acts are certain.
  Span words;           // In the text of the turn, as in all readings.
  bool operator==(const ActReading&) const = default;
};

// Whom a stretch of the turn is about. The spans of a turn follow each other and cover its words.
struct FocusReading {
  Focus about = Focus::neutral;
  Span words;
  int wordCount = 0;
  bool operator==(const FocusReading&) const = default;
};

enum class FactUse {
  cited,
  wrong,  // Cited with figures that are not its own.
  asked,  // Asked for although it could have been looked up.
};

struct FactReading {
  FactId fact;
  FactUse use = FactUse::cited;
  Span words;
  bool operator==(const FactReading&) const = default;
};

// That the turn earned or cost under a rule, as far as what was learned from marked turns can say.
struct MarkReading {
  RuleId rule;
  Sign sign = Sign::earned;
  int perMille = 0;
  Span words;
  bool operator==(const MarkReading&) const = default;
};

struct TurnMeaning {
  std::vector<ActReading> acts;     // Likely right; the surest first.
  std::vector<ActReading> perhaps;  // The rest that is not out of the question; the surest first.
  std::vector<FocusReading> focus;
  std::vector<FactReading> facts;  // At most one a fact.
  std::vector<MarkReading> marks;  // At most one a rule and sign; the surest first.
  bool operator==(const TurnMeaning&) const = default;
};

}  // namespace sparring
