// Conditions of a method over the variables of a scenario.
#include <algorithm>

#include "grading/observation.h"

namespace sparring {
namespace {

int valueOf(const std::string& name, const Scenario& scenario, const CallState& state) {
  for (std::size_t i = 0; i < scenario.variables.size() && i < state.variables.size(); ++i) {
    if (nameOf(scenario.variables[i]) == name) return state.variables[i];
  }
  return 0;
}

}  // namespace

bool declaresAll(const Condition& condition, const Scenario& scenario) {
  bool all = true;
  forEachReference(condition, [&](const Reference& each) {
    all = all && each.kind == Reference::Kind::variable &&
          std::ranges::any_of(scenario.variables, [&](const Variable& variable) {
            return nameOf(variable) == each.name;
          });
  });
  return all;
}

bool evaluate(const Condition& condition, const Scenario& scenario, const CallState& state) {
  using Kind = Condition::Kind;
  const auto part = [&](const Condition& each) { return evaluate(each, scenario, state); };
  switch (condition.kind) {
    case Kind::always:
      return true;
    case Kind::never:
      return false;
    case Kind::negation:
      return !part(condition.parts.front());
    case Kind::conjunction:
      return std::ranges::all_of(condition.parts, part);
    case Kind::disjunction:
      return std::ranges::any_of(condition.parts, part);
    case Kind::compare:
      break;
  }
  const bool isVariable = condition.left.kind == Reference::Kind::variable;
  const int left = isVariable ? valueOf(condition.left.name, scenario, state) : 0;
  return compare(left, condition.comparison, condition.right);
}

}  // namespace sparring
