// Fixes of names that lead nowhere, and of ids that cannot be used.
#include <algorithm>
#include <array>
#include <ranges>

#include "edit/fixing.h"
#include "edit/rename.h"
#include "scenario/expression.h"

namespace sparring {
namespace {

constexpr std::size_t longestStem = 50;

std::string writing(std::string_view name) {
  return "Write " + inQuotes(name);
}

template <class Known>
Fixes nearest(const Fixing& fixing, const Known& known) {
  const std::string_view near = nearestName(fixing.text(), known);
  if (near.empty()) return {};
  return {{writing(near), {SetField{fixing.pointer(), std::string(near)}}, true}};
}

// The names that may stand where a reference does.
std::vector<std::string> namesFor(const Scenario& scenario, Reference::Kind kind) {
  std::vector<std::string> names;
  switch (kind) {
    case Reference::Kind::variable:
      for (const Variable& each : scenario.variables) names.push_back(nameOf(each));
      break;
    case Reference::Kind::visited:
      for (const Node& each : scenario.nodes) names.push_back(each.id.value);
      break;
    case Reference::Kind::asked:
      for (const Persona& persona : scenario.personas) {
        for (const Move& each : persona.topics) names.push_back(each.id.value);
      }
      break;
    case Reference::Kind::said:
      return idsOf<MoveId>(scenario);
    case Reference::Kind::phase:
      break;
  }
  return names;
}

// What to write instead of a name: with the word before it that is missing, or the nearest one.
std::string insteadOf(const Scenario& scenario, const Reference& reference) {
  using Kind = Reference::Kind;
  constexpr std::array<std::pair<Kind, std::string_view>, 3> words = {
      {{Kind::visited, "visited "}, {Kind::asked, "asked "}, {Kind::said, "said "}}};
  if (reference.kind == Kind::variable) {
    for (const auto& [kind, word] : words) {
      const std::vector<std::string> names = namesFor(scenario, kind);
      const bool isOne = std::ranges::find(names, reference.name) != names.end();
      if (isOne) return std::string(word) + reference.name;
    }
  }
  const std::vector<std::string> names = namesFor(scenario, reference.kind);
  return std::string(nearestName(reference.name, names));
}

bool isReadable(const std::string& pointer, const std::string& text) {
  const bool isEffect = holderOf(pointer).ends_with("/effects");
  return isEffect ? parseEffect(text).has_value() : parseCondition(text).has_value();
}

// "node" of "/nodes/3/id".
std::string nounAt(const std::string& pointer) {
  const std::string list = elementAt(holderOf(pointer)).list;
  const std::string name = list.substr(list.rfind('/') + 1);
  if (name.empty()) return "scenario";
  if (name == "replies") return "reply";
  return name == "then" ? "line" : name.substr(0, name.size() - 1);
}

// A text as near to it as an id can be.
std::string stemOf(const std::string& text, const std::string& noun) {
  std::string stem;
  for (const char c : text) {
    const bool isUpper = c >= 'A' && c <= 'Z';
    const bool isKept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (isUpper || isKept) {
      stem += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!stem.empty() && stem.back() != '_') {
      stem += '_';
    }
  }
  if (stem.empty()) stem = noun + "_1";
  if (stem.front() < 'a' || stem.front() > 'z') stem.insert(0, noun + "_");
  stem.resize(std::min(stem.size(), longestStem));
  return stem;
}

}  // namespace

Fixes fixTarget(const Fixing& fixing) {
  Fixes fixes = nearest(fixing, idsOf<NodeId, OutcomeId>(fixing.scenario));
  if (isWellFormedId(fixing.text())) {
    fixes.push_back(outcomeUnder(fixing.scenario, fixing.text()));
  }
  return fixes;
}

Fixes fixStart(const Fixing& fixing) {
  Fixes fixes = nearest(fixing, idsOf<NodeId>(fixing.scenario));
  const std::vector<Node>& nodes = fixing.scenario.nodes;
  if (fixes.empty() && !nodes.empty() && !nodes.front().id.empty()) {
    fixes.push_back({"Begin in " + inQuotes(nodes.front().id.value),
                     {SetField{fixing.pointer(), nodes.front().id.value}},
                     nodes.size() == 1});
  }
  return fixes;
}

Fixes fixSpeaker(const Fixing& fixing) {
  Fixes fixes = nearest(fixing, idsOf<PersonaId>(fixing.scenario));
  const std::vector<Persona>& personas = fixing.scenario.personas;
  if (fixes.empty() && personas.size() == 1 && !personas.front().id.empty()) {
    fixes.push_back({writing(personas.front().id.value),
                     {SetField{fixing.pointer(), personas.front().id.value}}});
  }
  return fixes;
}

Fixes fixAct(const Fixing& fixing) {
  return nearest(fixing, fixing.vocabulary.acts);
}
// A rule of which the move has a mark already would only be the next fault.
Fixes fixRule(const Fixing& fixing) {
  Fixes fixes = nearest(fixing, fixing.vocabulary.rules);
  const std::string list = elementAt(holderOf(fixing.pointer())).list;
  const std::size_t count = sizeOf(fixing.scenario, list).value_or(0);
  for (std::size_t i = 0; i < count && !fixes.empty(); ++i) {
    const auto rule = fieldAt(fixing.scenario, list + "/" + std::to_string(i) + "/rule");
    if (rule == std::get<SetField>(fixes.front().edit.what).value) fixes.clear();
  }
  return fixes;
}
Fixes fixStage(const Fixing& fixing) {
  return nearest(fixing, fixing.vocabulary.stages);
}
Fixes fixArchetype(const Fixing& fixing) {
  return nearest(fixing, fixing.vocabulary.archetypes);
}

Fixes fixFact(const Fixing& fixing) {
  Fixes fixes = nearest(fixing, idsOf<FactId>(fixing.scenario));
  fixes.push_back(textRemoval(fixing.scenario, fixing.pointer(), "Remove it from this move"));
  return fixes;
}

Fixes fixCategory(const Fixing& fixing) {
  constexpr std::array<std::string_view, 3> known = {"people", "process_principles_values",
                                                     "products_services"};
  return nearest(fixing, known);
}
Fixes fixPower(const Fixing& fixing) {
  constexpr std::array<std::string_view, 3> known = {"none", "budgeted", "unbudgeted"};
  return nearest(fixing, known);
}

// One expression can have several such names; the message begins with the one that it is about.
Fixes fixNameInExpression(const Fixing& fixing) {
  std::string text = fixing.text();
  std::string written;
  for (const NameInText& each : namesIn(text) | std::views::reverse) {
    const std::string& name = each.reference.name;
    if (!fixing.diagnostic.message.starts_with(inQuotes(name) + " is not")) continue;
    const std::string better = insteadOf(fixing.scenario, each.reference);
    if (better.empty()) return {};
    text.replace(each.offset, name.size(), better);
    written = better;
  }
  if (written.empty() || !isReadable(fixing.pointer(), text)) return {};
  return {{writing(written), {SetField{fixing.pointer(), text}}, true}};
}

Fixes fixId(const Fixing& fixing) {
  const std::string stem = stemOf(fixing.text(), nounAt(fixing.pointer()));
  const std::string id = freshId(fixing.scenario, stem);
  auto edit = renameId(fixing.scenario, fixing.pointer(), id);
  if (!edit) return {};
  return {{"Use the id " + inQuotes(id), std::move(*edit), true}};
}

}  // namespace sparring
