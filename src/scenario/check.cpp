#include "scenario/check.h"

#include <algorithm>
#include <utility>

#include "scenario/check_parts.h"
#include "scenario/possible.h"

namespace sparring {
namespace {

constexpr void (*checks[])(const Checking&) = {
    checkFrame,     checkIds,         checkTargets,  checkWays,  checkReach,     checkExitCycles,
    checkVariables, checkExpressions, checkTexts,    checkMoves, checkPersonas,  checkNever,
    checkEffects,   checkAnswers,     checkFairness, checkRoom,  checkLeftovers, checkPlaceholders,
};

}  // namespace

std::string_view nounOf(MoveKind kind) {
  switch (kind) {
    case MoveKind::topic:
      return "topic";
    case MoveKind::reaction:
      return "reaction";
    case MoveKind::move:
      break;
  }
  return "move";
}

Names namesOf(const Scenario& scenario) {
  Names names;
  for (const Node& node : scenario.nodes) names.nodes.insert(node.id.value);
  names.targets = names.nodes;
  for (const Outcome& outcome : scenario.outcomes) names.targets.insert(outcome.id.value);
  forEachMoveAlone(scenario, [&](const Move& move, MoveKind kind) {
    names.moves.insert(move.id.value);
    if (kind == MoveKind::topic) names.topics.insert(move.id.value);
  });
  for (const Persona& persona : scenario.personas) names.personas.insert(persona.id.value);
  for (const Fact& fact : scenario.brief.facts) names.facts.insert(fact.id.value);
  for (const Variable& variable : scenario.variables) {
    names.variables.emplace(nameOf(variable), &variable);  // The first of several counts.
  }
  return names;
}

std::vector<Diagnostic> checkScenario(const Scenario& scenario, const Vocabulary& vocabulary,
                                      const LineIndex& lines) {
  const Names names = namesOf(scenario);
  Findings findings(lines);
  const Expressions expressions(scenario);
  const Possible possible(scenario, names, expressions);
  const Checking checking{scenario, vocabulary, names, expressions, possible, findings};
  for (const auto check : checks) check(checking);
  return findings.take();
}

void addMeaning(ScenarioReading& reading, const Vocabulary& vocabulary) {
  if (!reading.scenario || !reading.isWhole) return;
  std::set<std::string> unread;  // Faulty values and all that holds them.
  for (const Diagnostic& each : reading.diagnostics) {
    std::string pointer = each.pointer;
    while (unread.insert(pointer).second && !pointer.empty()) pointer.erase(pointer.rfind('/'));
  }
  for (Diagnostic& each : checkScenario(*reading.scenario, vocabulary, reading.lines)) {
    if (!unread.contains(each.pointer)) reading.diagnostics.push_back(std::move(each));
  }
  sortByPlace(reading.diagnostics);
}

}  // namespace sparring
