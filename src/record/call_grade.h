// What a whole call came to: every figure of the score card. Derived, never stored as truth.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "record/turn_grade.h"
#include "scenario/scenario.h"

namespace sparring {

struct RuleScore {
  RuleId rule;
  int earned = 0;
  int cost = 0;
  std::optional<int> score;  // 0 to 100; nothing where no turn spoke to the rule.
  bool operator==(const RuleScore&) const = default;
};

struct ConceptScore {
  ConceptId id;
  int kept = 0;
  int broken = 0;
  std::optional<int> score;  // 0 to 100; nothing where no turn spoke to it.
  bool operator==(const ConceptScore&) const = default;
};

enum class Order {
  customerFirst,
  sellerFirst,
  notEnough,  // Too few words to say.
};

struct RatioGrade {
  bool applies = true;
  int customerWords = 0;
  int sellerWords = 0;
  std::optional<int> customerPerSeller10;  // Tenths of customer words per seller word; nothing
                                           // where nothing was said about the seller.
  Order order = Order::notEnough;
  std::string verdict;       // The method's sentence for this ratio and order.
  std::optional<int> score;  // 0 to 100; nothing where it does not apply or is too short to say.
  bool operator==(const RatioGrade&) const = default;
};

struct StageReached {
  StageId stage;
  bool reached = false;
  bool operator==(const StageReached&) const = default;
};

// A stretch of the call: positions of turns, the last one included.
struct Stretch {
  int firstTurn = 0;
  int lastTurn = 0;
  int words = 0;
  bool operator==(const Stretch&) const = default;
};

// Turns that ask in one way, by where in the call they are.
struct QuestionCount {
  ActId act;
  std::vector<int> turns;          // Positions.
  std::array<int, 3> thirds = {};  // How many in the first, second and last third of the call.
  bool operator==(const QuestionCount&) const = default;
};

struct TallyCount {
  std::string id;  // Of the method.
  std::vector<int> turns;
  bool operator==(const TallyCount&) const = default;
};

// What is shown and not scored.
struct CallFigures {
  std::optional<Stretch> aboutUs;  // The longest without a word about the customer.
  std::vector<QuestionCount> questions;
  std::vector<TallyCount> tallies;
  std::optional<int> turnsBeforePrescription;  // Nothing where nothing was prescribed.
  bool operator==(const CallFigures&) const = default;
};

struct CallGrade {
  int turns = 0;
  int gradedTurns = 0;
  std::vector<RuleScore> rules;  // In the method's order.
  RatioGrade ratio;
  std::vector<StageReached> stages;  // In the method's order.
  int breaches = 0;
  std::optional<int> stageScore;       // 0 to 100.
  std::optional<int> ruleScore;        // 0 to 100: the rules by their weights.
  std::vector<ConceptScore> concepts;  // In the method's order.
  std::optional<int> conceptScore;     // 0 to 100: the concepts by their weights.
  std::optional<int> score;            // 0 to 100: the parts by their weights.
  std::optional<OutcomeId> outcome;
  std::optional<int> shareOfWallet;      // 0 to 100 %.
  std::vector<int> worthRedoing;         // Positions of turns, most worth first; at most three.
  std::vector<std::string> redoReasons;  // One sentence for each of them.
  std::optional<int> best;               // The turn that earned most and cost nothing.
  CallFigures figures;
  bool operator==(const CallGrade&) const = default;
};

}  // namespace sparring
