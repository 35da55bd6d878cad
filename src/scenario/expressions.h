// The conditions and effects of a scenario, each parsed once for all who judge them. Private to
// this folder.
#pragma once

#include <expected>
#include <string>
#include <unordered_map>
#include <vector>

#include "scenario/expression.h"
#include "scenario/scenario.h"

namespace sparring {

class Expressions {
 public:
  using ParsedCondition = std::expected<Condition, ExpressionFault>;
  using ParsedEffect = std::expected<Effect, ExpressionFault>;

  // REQUIRES: the scenario outlives the expressions and stays as it is.
  explicit Expressions(const Scenario& scenario);

  // REQUIRES: the very text in the scenario, no copy of it.
  [[nodiscard]] const ParsedCondition& condition(std::string_view text) const;
  [[nodiscard]] const ParsedEffect& effect(std::string_view text) const;

 private:
  template <class Part>
  void addConditions(const std::vector<Part>& parts);
  void addCondition(const std::string& text);
  void addEffects(const std::vector<std::string>& texts);
  void addMoves(const std::vector<Move>& moves);
  void addLines(const std::vector<Line>& lines);

  std::unordered_map<const char*, ParsedCondition> m_conditions;  // By where the text begins.
  // By their texts: many stand in several places.
  std::unordered_map<std::string_view, ParsedEffect> m_effects;
};

}  // namespace sparring
