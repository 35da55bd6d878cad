// A sales method as data: its rules, acts, stages, breaches, ratio and weights. The engine knows
// none of them by name; a company may bring its own file. Format and arithmetic: docs/grading.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/expression.h"
#include "scenario/scenario.h"

namespace sparring {

struct ActDefinition {
  ActId id;
  std::string title;  // "asks for the goal": completes "This turn …".
  int minutes = 2;    // What the meeting's clock charges where the author says nothing.
  bool operator==(const ActDefinition&) const = default;
};

struct Rule {
  RuleId id;
  std::string title;
  std::string says;     // As the buyer says it.
  std::string role;     // The role of the seller.
  std::string meaning;  // What earns under it, in one sentence to the seller.
  int weight = 1;       // How much the rule moves the outcome, against the other rules.
  bool operator==(const Rule&) const = default;
};

struct Stage {
  StageId id;
  std::string title;
  std::string meaning;   // What to do there, in one sentence to the seller.
  std::string doneWhen;  // A condition over the scenario's variables; an undeclared one reads 0.
  Condition done;
  bool operator==(const Stage&) const = default;
};

// Acts that come too early while a stage is still owed.
struct BreachRule {
  std::string id;
  std::vector<ActId> acts;
  std::vector<StageId> needs;
  std::string why;     // May name {stage}, the title of the first stage still owed.
  std::string remedy;  // One example sentence.
  bool operator==(const BreachRule&) const = default;
};

struct RatioBand {
  int atLeastTenths = 0;  // Tenths of customer words per seller word.
  int score = 0;
  std::string customerFirst;  // What to say of it, by order.
  std::string sellerFirst;
  bool operator==(const RatioBand&) const = default;
};

struct RatioRule {
  int targetTenths = 40;
  int enoughWords = 40;     // Counted words below which nothing is said.
  int firstWords = 15;      // Customer words that must come before the first seller word.
  int sellerFirstCost = 0;  // Taken off the score where the seller came first.
  std::vector<ActId> leftOutActs;
  std::vector<RatioBand> bands;  // Highest first.
  std::string neverAboutUs;      // What to say where nothing was said about the seller.
  bool operator==(const RatioRule&) const = default;
};

struct ScoreWeights {
  int rules = 1;
  int ratio = 1;
  int stages = 1;
  int assumedEarned = 1;   // Marks assumed for every rule before the first real one, so that a
  int assumedCost = 1;     // single mark is no verdict.
  int breachCost = 0;      // Points off the stage score for each breach.
  int walletPerPoint = 0;  // Per-mille of share of wallet for each point above or below 50.
  bool operator==(const ScoreWeights&) const = default;
};

struct Method {
  int format = 1;
  std::string id;
  int version = 1;
  std::string title;
  std::vector<ActDefinition> acts;
  std::vector<Rule> rules;
  std::vector<Stage> stages;
  std::vector<BreachRule> breaches;
  RatioRule ratio;
  ScoreWeights weights;
  int longTurnWords = 60;  // A turn of more words costs longTurnMinutes more.
  int longTurnMinutes = 1;
  int unclearMinutes = 1;  // What a turn that was not understood costs.
  bool operator==(const Method&) const = default;
};

struct MethodReading {
  std::optional<Method> method;  // Nothing only where the bytes are not JSON.
  std::vector<Diagnostic> diagnostics;
};

MethodReading readMethod(std::string_view bytes);

const Rule* findRule(const Method& method, const RuleId& id);
const ActDefinition* findAct(const Method& method, const ActId& id);
const Stage* findStage(const Method& method, const StageId& id);

// The simulated minutes of a turn: what the author says, else the longest of its acts, and more for
// a long turn. At least 1, unless the author says 0.
int turnMinutes(const Method& method, const std::vector<ActId>& acts, std::optional<int> authored,
                int wordCount);

}  // namespace sparring
