// What one seller turn earned and cost, with the words behind each mark.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "scenario/scenario.h"

namespace sparring {

using ConceptId = Id<struct ConceptTag>;  // Of the method: a behaviour watched over the call.

struct GivenMark {
  RuleId rule;
  Sign sign = Sign::earned;
  Span words;           // In the turn's text; never empty.
  std::string why;      // One plain sentence.
  std::string better;   // One example sentence; may be empty where it earned.
  int perMille = 1000;  // How sure; what an author marked is certain.
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

// That the turn keeps or breaks one of the method's concepts.
struct ConceptMark {
  ConceptId id;
  bool kept = false;
  Span words;
  std::string why;
  std::string remedy;  // One example sentence; may be empty where it is kept.
  int perMille = 1000;
  bool operator==(const ConceptMark&) const = default;
};

struct TurnGrade {
  bool graded = false;           // False where nothing was understood.
  std::vector<GivenMark> marks;  // Firm: they count.
  std::vector<Breach> breaches;
  std::vector<GivenMark> perhaps;  // Not sure enough to count: for the debrief.
  std::vector<ConceptMark> concepts;
  std::vector<ConceptId> redeems;    // What was broken in the turn before and this one makes good.
  std::vector<std::string> tallies;  // The method's counts that this turn adds to.
  std::optional<StageId> stage;      // The first that was owed when it was said; none: all done.
  int customerWords = 0;  // Counted for the ratio, that is without what the method leaves out.
  int sellerWords = 0;
  bool operator==(const TurnGrade&) const = default;
};

}  // namespace sparring
