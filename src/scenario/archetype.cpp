#include "scenario/archetype.h"

#include <algorithm>
#include <ranges>
#include <set>
#include <utility>

#include "scenario/expression.h"
#include "scenario/read.h"

namespace sparring {
namespace {

std::size_t countMoves(const Scenario& scenario) {
  std::size_t count = 0;
  for (const Node& node : scenario.nodes) count += node.moves.size();
  for (const Persona& each : scenario.personas) count += each.topics.size() + each.reactions.size();
  return count;
}

std::set<std::string, std::less<>> moveIdsOf(const Scenario& scenario) {
  std::set<std::string, std::less<>> ids;
  const auto add = [&](const std::vector<Move>& moves) {
    for (const Move& each : moves) ids.insert(each.id.value);
  };
  for (const Node& node : scenario.nodes) add(node.moves);
  for (const Persona& persona : scenario.personas) {
    add(persona.topics);
    add(persona.reactions);
  }
  return ids;
}

// Makes what an archetype says in general fit one persona of a scenario.
class Fitting {
 public:
  Fitting(const Persona& persona, const std::set<std::string, std::less<>>& variables)
      : m_persona(persona.id.value), m_variables(variables) {}

  [[nodiscard]] std::string ownId(const std::string& id) const { return m_persona + "-" + id; }

  // Nothing where the reaction asks for something that the scenario does not declare.
  [[nodiscard]] std::optional<Move> fitted(const Move& reaction) const {
    std::optional<std::string> when = fitted(reaction.when);
    if (!when) return std::nullopt;
    Move out = reaction;
    out.id.value = ownId(reaction.id.value);
    out.when = std::move(*when);
    out.effects.clear();
    for (const std::string& effect : reaction.effects) {
      if (auto own = fitted(effect)) out.effects.push_back(std::move(*own));
    }
    out.replies = fitted(reaction.replies);
    return out;
  }

 private:
  [[nodiscard]] std::vector<Line> fitted(const std::vector<Line>& lines) const {
    std::vector<Line> out;
    for (const Line& line : lines) {
      std::optional<std::string> when = fitted(line.when);
      if (!when) continue;
      Line own = line;
      own.id.value = ownId(line.id.value);
      own.when = std::move(*when);
      own.then = fitted(line.then);
      out.push_back(std::move(own));
    }
    return out;
  }

  // Of a condition or an effect.
  [[nodiscard]] std::optional<std::string> fitted(const std::string& expression) const {
    std::string out = expression;
    const std::vector<NameInText> names = namesIn(expression);
    for (const NameInText& each : names | std::views::reverse) {
      const std::optional<std::string> name = nameFor(each.reference);
      if (!name) return std::nullopt;
      out.replace(each.offset, each.reference.name.size(), *name);
    }
    return out;
  }

  [[nodiscard]] std::optional<std::string> nameFor(const Reference& reference) const {
    const std::string& name = reference.name;
    if (reference.kind == Reference::Kind::said) return ownId(name);
    if (reference.kind != Reference::Kind::variable) return std::nullopt;
    if (std::string own = m_persona + "." + name; m_variables.contains(own)) return own;
    const bool isKnown = m_variables.contains(name) || name == meetingWord;
    return isKnown ? std::optional(name) : std::nullopt;
  }

  const std::string& m_persona;
  const std::set<std::string, std::less<>>& m_variables;
};

}  // namespace

Scenario withReactions(Scenario scenario, std::span<const Archetype> archetypes) {
  const std::set<std::string, std::less<>> taken = moveIdsOf(scenario);
  std::set<std::string, std::less<>> variables;
  for (const Variable& each : scenario.variables) variables.insert(nameOf(each));
  // What is played is stored and read again, so it stays within what is read.
  std::size_t room = maxMoves - std::min(maxMoves, countMoves(scenario));
  for (Persona& persona : scenario.personas) {
    const auto archetype = std::ranges::find(archetypes, persona.archetype, &Archetype::id);
    if (persona.archetype.empty() || archetype == archetypes.end()) continue;
    const Fitting fitting(persona, variables);
    for (const Move& each : archetype->reactions) {
      if (room == 0) return scenario;
      if (taken.contains(fitting.ownId(each.id.value))) continue;
      std::optional<Move> own = fitting.fitted(each);
      if (!own) continue;
      persona.reactions.push_back(std::move(*own));
      --room;
    }
  }
  return scenario;
}

}  // namespace sparring
