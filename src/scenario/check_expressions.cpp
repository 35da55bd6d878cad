// Conditions and effects: that they can be read, name what exists and stay within the bounds of
// their variables; and that every variable is used.
#include <algorithm>
#include <array>
#include <ranges>
#include <unordered_set>

#include "scenario/archetype.h"
#include "scenario/check_parts.h"
#include "scenario/expression.h"
#include "scenario/possible.h"

namespace sparring {
namespace {

// Variables that a method may read although no condition does; see docs/scenario-format.md.
constexpr std::array<std::string_view, 6> readByMethods = {
    "trust", "goal_shared", "diagnosed", "scenarios_posed", "value_put", "commitment"};

// What the expressions do with the variables.
struct Uses {
  std::unordered_set<const Variable*> read;
  std::unordered_set<const Variable*> changed;
  bool hasUnreadable = false;  // Then nothing can be said of what is unused.
};

std::string betweenBounds(const Variable& variable) {
  return "between " + std::to_string(variable.least) + " and " + std::to_string(variable.most);
}

void judgeUnreadable(const Checking& checking, Code code, const std::string& text,
                     const std::string& pointer, const ExpressionFault& fault) {
  const std::string_view before = std::string_view(text).substr(0, fault.offset);
  const auto isCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto place = std::ranges::count_if(before, isCharacter) + 1;
  const std::string noun = code == Code::badCondition ? "condition " : "effect ";
  checking.findings.add(code, pointer,
                        "The " + noun + inQuotes(text) + " cannot be read from character " +
                            std::to_string(place) + " on.",
                        fault.message);
}

// Gives the variable; null where there is none of that name, which it says.
const Variable* judgeVariable(const Checking& checking, const std::string& name,
                              const std::string& pointer) {
  const Names& names = checking.names;
  const auto found = names.variables.find(name);
  if (found != names.variables.end()) return found->second;
  const std::string message = inQuotes(name) + " is not a variable.";
  const std::string_view prefix = names.nodes.contains(name)    ? "visited "
                                  : names.topics.contains(name) ? "asked "
                                  : names.moves.contains(name)  ? "said "
                                                                : "";
  if (prefix.empty()) {
    checking.unknown(Code::unknownName, pointer, name, std::views::keys(names.variables), message);
  } else {
    checking.findings.add(Code::unknownName, pointer, message,
                          "Did you mean " + inQuotes(std::string(prefix) + name) + "?");
  }
  return nullptr;
}

void judgeReferences(const Checking& checking, const Condition& condition,
                     const std::string& pointer, Uses& uses) {
  forEachReference(condition, [&](const Reference& reference) {
    const auto expect = [&](const NameSet& known, std::string_view noun) {
      if (known.contains(reference.name)) return;
      checking.unknown(Code::unknownName, pointer, reference.name, known,
                       inQuotes(reference.name) + " is not a " + std::string(noun) + ".");
    };
    switch (reference.kind) {
      case Reference::Kind::variable:
        uses.read.insert(judgeVariable(checking, reference.name, pointer));
        break;
      case Reference::Kind::visited:
        expect(checking.names.nodes, "node");
        break;
      case Reference::Kind::asked:
        expect(checking.names.topics, "topic");
        break;
      case Reference::Kind::said:
        expect(checking.names.moves, "move");
        break;
      case Reference::Kind::phase:
        break;
    }
  });
}

void judgeAmount(const Checking& checking, const Effect& effect, const Variable& variable,
                 const std::string& pointer) {
  if (variable.least > variable.most) return;
  const bool sets = effect.kind == Effect::Kind::set;
  const std::int64_t range = std::int64_t{variable.most} - variable.least;
  const bool isInside = sets ? effect.amount >= variable.least && effect.amount <= variable.most
                             : std::max(effect.amount, -effect.amount) <= range;
  if (isInside) return;
  checking.findings.add(Code::amountOutOfRange, pointer,
                        inQuotes(effect.variable) + " stays " + betweenBounds(variable) +
                            (sets ? " and cannot become " : " and cannot change by ") +
                            std::to_string(effect.amount) + ".",
                        "It stops at its bounds: write another amount, or widen them.");
}

Uses judgeExpressions(const Checking& checking) {
  Uses uses;
  forEachCondition(checking.scenario, [&](const std::string& text, const std::string& pointer) {
    const auto& condition = checking.expressions.condition(text);
    if (condition) {
      judgeReferences(checking, *condition, pointer, uses);
    } else {
      uses.hasUnreadable = true;
      judgeUnreadable(checking, Code::badCondition, text, pointer, condition.error());
    }
  });
  forEachEffect(checking.scenario, [&](const std::string& text, const std::string& pointer) {
    const auto& effect = checking.expressions.effect(text);
    if (effect) {
      const std::string& name = effect->variable;
      const bool isMeeting = name == meetingWord && !checking.names.variables.contains(name);
      const Variable* const variable = isMeeting ? nullptr : judgeVariable(checking, name, pointer);
      judgeReferences(checking, effect->when, pointer, uses);
      if (variable != nullptr) judgeAmount(checking, *effect, *variable, pointer);
      uses.changed.insert(variable);
    } else {
      uses.hasUnreadable = true;
      judgeUnreadable(checking, Code::badEffect, text, pointer, effect.error());
    }
  });
  return uses;
}

bool isUsedByArchetypes(const Scenario& scenario, const Variable& variable) {
  const auto reacts = [](const Persona& each) { return !each.archetype.empty(); };
  return std::ranges::find(archetypeVariables, variable.id.value) != archetypeVariables.end() &&
         std::ranges::any_of(scenario.personas, reacts);
}

void judgeUse(const Checking& checking, const Variable& variable, const std::string& pointer,
              const Uses& uses) {
  const std::string name = nameOf(variable);
  const Variable* const meant = checking.names.variables.find(name)->second;
  const bool isRead =
      uses.read.contains(meant) || std::ranges::find(readByMethods, name) != readByMethods.end();
  const bool isChanged = uses.changed.contains(meant) || checking.possible.isRestless(variable);
  if ((isRead && isChanged) || name.empty() || name.back() == '.') return;
  const std::string_view fault = isRead      ? " is never changed by an effect."
                                 : isChanged ? " is never read by a condition."
                                             : " is never used.";
  checking.findings.add(Code::unusedVariable, pointer,
                        "The variable " + inQuotes(name) + std::string(fault),
                        "Use it, or remove it.");
}

}  // namespace

void checkVariables(const Checking& checking) {
  const std::vector<Variable>& variables = checking.scenario.variables;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const Variable& variable = variables[i];
    const std::string pointer = pointerTo("/variables", i);
    const std::string name = inQuotes(nameOf(variable));
    if (!variable.of.empty() && !checking.names.personas.contains(variable.of.value)) {
      checking.unknown(
          Code::unknownSpeaker, pointer + "/of", variable.of.value, checking.names.personas,
          inQuotes(variable.of.value) + " is none of the people of this call and has no state.");
    }
    if (variable.least > variable.most) {
      checking.findings.add(Code::badBounds, pointer,
                            "The smallest value of " + name + " is " +
                                std::to_string(variable.least) + ", above its largest, " +
                                std::to_string(variable.most) + ".",
                            "Exchange the two.");
    } else if (variable.initial < variable.least || variable.initial > variable.most) {
      checking.findings.add(Code::initialOutOfRange, pointer,
                            name + " begins at " + std::to_string(variable.initial) +
                                ", which is not " + betweenBounds(variable) + ".",
                            "Begin within the bounds, or widen them.");
    }
  }
}

void checkExpressions(const Checking& checking) {
  const Uses uses = judgeExpressions(checking);
  if (uses.hasUnreadable) return;
  const std::vector<Variable>& variables = checking.scenario.variables;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    if (isUsedByArchetypes(checking.scenario, variables[i])) continue;
    judgeUse(checking, variables[i], pointerTo("/variables", i), uses);
  }
}

}  // namespace sparring
