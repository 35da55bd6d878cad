#include "scenario/expressions.h"

#include <cassert>

namespace sparring {

Expressions::Expressions(const Scenario& scenario) {
  std::size_t moves = 0;
  for (const Node& node : scenario.nodes) moves += node.moves.size();
  m_conditions.reserve(moves + scenario.nodes.size());
  for (const Variant& variant : scenario.variants) addEffects(variant.effects);
  for (const Persona& persona : scenario.personas) {
    addCondition(persona.present);
    addMoves(persona.topics);
    addMoves(persona.reactions);
  }
  addConditions(scenario.interruptions);
  for (const Node& node : scenario.nodes) {
    addLines(node.lines);
    addConditions(node.exits);
    addMoves(node.moves);
  }
}

template <class Part>
void Expressions::addConditions(const std::vector<Part>& parts) {
  for (const Part& part : parts) addCondition(part.when);
}

void Expressions::addCondition(const std::string& text) {
  if (!text.empty()) m_conditions.emplace(text.data(), parseCondition(text));
}

void Expressions::addEffects(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    const auto [place, isNew] = m_effects.try_emplace(text);
    if (isNew) place->second = parseEffect(text);
  }
}

void Expressions::addMoves(const std::vector<Move>& moves) {
  addConditions(moves);
  for (const Move& move : moves) {
    addEffects(move.effects);
    addLines(move.replies);
  }
}

void Expressions::addLines(const std::vector<Line>& lines) {
  addConditions(lines);
  for (const Line& line : lines) addConditions(line.then);
}

const Expressions::ParsedCondition& Expressions::condition(std::string_view text) const {
  static const ParsedCondition always;
  if (text.empty()) return always;
  const auto found = m_conditions.find(text.data());
  assert(found != m_conditions.end());
  return found->second;
}

const Expressions::ParsedEffect& Expressions::effect(std::string_view text) const {
  const auto found = m_effects.find(text);
  assert(found != m_effects.end());
  return found->second;
}

}  // namespace sparring
