// What a whole call came to: every figure of the score card. Derived, never stored as truth.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario/scenario.h"

namespace sparring {

struct RuleScore {
  RuleId rule;
  int earned = 0;
  int cost = 0;
  std::optional<int> score;  // 0 to 100; nothing where no turn spoke to the rule.
  bool operator==(const RuleScore&) const = default;
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

struct CallGrade {
  int turns = 0;
  int gradedTurns = 0;
  std::vector<RuleScore> rules;  // In the method's order.
  RatioGrade ratio;
  std::vector<StageReached> stages;  // In the method's order.
  int breaches = 0;
  std::optional<int> stageScore;  // 0 to 100.
  std::optional<int> ruleScore;   // 0 to 100: the rules by their weights.
  std::optional<int> score;       // 0 to 100: the parts by their weights.
  std::optional<OutcomeId> outcome;
  std::optional<int> shareOfWallet;  // 0 to 100 %.
  std::vector<int> worthRedoing;     // Positions of turns, most worth first; at most three.
  bool operator==(const CallGrade&) const = default;
};

}  // namespace sparring
