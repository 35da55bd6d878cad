#include "edit/rename.h"

#include <algorithm>
#include <ranges>
#include <unordered_set>
#include <utility>
#include <vector>

#include "edit/fields.h"
#include "scenario/expression.h"
#include "scenario/placeholders.h"

namespace sparring {
namespace {

// Another name for a thing, and what calls the thing by it.
struct Renaming {
  std::string before;
  std::string after;
  bool isFree = true;  // Nothing of the kind has the other name yet.
  bool isName = true;  // Conditions can call the thing by it.
  bool inTargets = false;
  bool inSpeakers = false;  // And whose a variable is, and in placeholders of texts.
  bool inPrefixes = false;  // Of variables, as in `cfo.trust`.
  bool inFacts = false;
  std::vector<Reference::Kind> inExpressions = {};
};

// How many things of these kinds have an id.
template <class... Ids>
std::ptrdiff_t countOf(const Scenario& scenario, std::string_view id) {
  std::ptrdiff_t count = 0;
  forEachValue(scenario, [&](const auto& value, const std::string&, Role role) {
    if constexpr (isOneOf<std::remove_cvref_t<decltype(value)>, std::variant<Ids...>>) {
      if (role == Role::id && value.value == id) ++count;
    }
  });
  return count;
}

// Whether an expression is one name and nothing else, so that the name can stand in others.
bool isOneName(const std::string& expression) {
  const std::vector<NameInText> names = namesIn(expression);
  return names.size() == 1 &&
         names.front().offset + names.front().reference.name.size() == expression.size();
}

Renaming renamingOf(const Scenario& scenario, const Node& node, const std::string& newId) {
  Renaming out{node.id.value, newId};
  out.isFree = countOf<NodeId, OutcomeId>(scenario, newId) == 0;
  out.isName = isOneName("visited " + newId);
  out.inTargets = countOf<NodeId, OutcomeId>(scenario, node.id.value) == 1;
  if (countOf<NodeId>(scenario, node.id.value) == 1) out.inExpressions = {Reference::Kind::visited};
  return out;
}

Renaming renamingOf(const Scenario& scenario, const Outcome& outcome, const std::string& newId) {
  Renaming out{outcome.id.value, newId};
  out.isFree = countOf<NodeId, OutcomeId>(scenario, newId) == 0;
  out.inTargets = countOf<NodeId, OutcomeId>(scenario, outcome.id.value) == 1;
  return out;
}

Renaming renamingOf(const Scenario& scenario, const Move& move, const std::string& newId) {
  Renaming out{move.id.value, newId};
  out.isFree = countOf<MoveId>(scenario, newId) == 0;
  out.isName = isOneName("said " + newId);
  if (countOf<MoveId>(scenario, move.id.value) == 1) {
    out.inExpressions = {Reference::Kind::asked, Reference::Kind::said};
  }
  return out;
}

Renaming renamingOf(const Scenario& scenario, const Persona& persona, const std::string& newId) {
  Renaming out{persona.id.value, newId};
  out.isFree = countOf<PersonaId>(scenario, newId) == 0;
  out.isName = isOneName(newId + ".x");
  out.inSpeakers = out.inPrefixes = countOf<PersonaId>(scenario, persona.id.value) == 1;
  return out;
}

// Each persona may have a variable of the same id, so variables go by what expressions call them.
Renaming renamingOf(const Scenario& scenario, const Variable& variable, const std::string& newId) {
  Variable renamed = variable;
  renamed.id.value = newId;
  Renaming out{nameOf(variable), nameOf(renamed)};
  const auto count = [&](const std::string& name) {
    return std::ranges::count(scenario.variables, name, nameOf);
  };
  out.isFree = count(out.after) == 0;
  out.isName = isOneName(out.after);
  if (count(out.before) == 1) out.inExpressions = {Reference::Kind::variable};
  return out;
}

Renaming renamingOf(const Scenario& scenario, const Fact& fact, const std::string& newId) {
  Renaming out{fact.id.value, newId};
  out.isFree = countOf<FactId>(scenario, newId) == 0;
  out.inFacts = countOf<FactId>(scenario, fact.id.value) == 1;
  return out;
}

// Nothing calls a line, a variant or the scenario by its id.
template <class T>
Renaming renamingOf(const Scenario& scenario, const T& part, const std::string& newId) {
  Renaming out{part.id.value, newId};
  out.isFree = countOf<decltype(part.id)>(scenario, newId) == 0;
  return out;
}
Renaming renamingOf(const Scenario&, const Scenario& whole, const std::string& newId) {
  return {whole.id, newId};
}

// What a name in an expression becomes; nothing where it stays.
std::optional<std::string> renamed(const Renaming& renaming, const Reference& reference) {
  const std::string& name = reference.name;
  if (renaming.inPrefixes && reference.kind == Reference::Kind::variable &&
      name.starts_with(renaming.before + ".")) {
    return renaming.after + name.substr(renaming.before.size());
  }
  const auto& kinds = renaming.inExpressions;
  const bool isMeant =
      name == renaming.before && std::ranges::find(kinds, reference.kind) != kinds.end();
  return isMeant ? std::optional(renaming.after) : std::nullopt;
}

// A text that leaves a persona's name open, as in “Ask {cfo}.”
std::string withPlaceholdersRenamed(const Renaming& renaming, const std::string& text) {
  std::string out = text;
  if (renaming.before == repWord) return out;
  for (const Placeholder& each : placeholdersIn(text) | std::views::reverse) {
    if (each.name == renaming.before) {
      out.replace(each.offset + 1, each.name.size(), renaming.after);
    }
  }
  return out;
}

// What a value that calls things by name becomes; nothing where it stays.
std::optional<std::string> renamed(const Renaming& renaming, const std::string& value, Role role) {
  if (role == Role::value && renaming.inSpeakers) {
    std::string out = withPlaceholdersRenamed(renaming, value);
    return out == value ? std::nullopt : std::optional(std::move(out));
  }
  const bool isTarget = role == Role::target && renaming.inTargets && value == renaming.before;
  if (isTarget) return renaming.after;
  if (role != Role::expression) return std::nullopt;
  std::string out = value;
  const std::vector<NameInText> names = namesIn(value);
  for (const NameInText& each : names | std::views::reverse) {
    if (const auto name = renamed(renaming, each.reference)) {
      out.replace(each.offset, each.reference.name.size(), *name);
    }
  }
  return out == value ? std::nullopt : std::optional(std::move(out));
}
std::optional<std::string> renamed(const Renaming& renaming, const PersonaId& speaker, Role role) {
  const bool isMeant =
      role == Role::value && renaming.inSpeakers && speaker.value == renaming.before;
  return isMeant ? std::optional(renaming.after) : std::nullopt;
}
std::optional<std::string> renamed(const Renaming& renaming, const FactId& fact, Role role) {
  const bool isMeant = role == Role::value && renaming.inFacts && fact.value == renaming.before;
  return isMeant ? std::optional(renaming.after) : std::nullopt;
}

Edit editFor(const Scenario& scenario, std::string_view pointer, const std::string& newId,
             const Renaming& renaming) {
  EditGroup group;
  group.edits.push_back({SetField{std::string(pointer), newId}});
  // An empty name stands for nobody and nowhere.
  if (renaming.before.empty()) return {std::move(group)};
  forEachValue(scenario, [&](const auto& value, const std::string& place, Role role) {
    if constexpr (requires { renamed(renaming, value, role); }) {
      if (auto after = renamed(renaming, value, role)) {
        group.edits.push_back({SetField{place, std::move(*after)}});
      }
    }
  });
  return {std::move(group)};
}

}  // namespace

std::expected<Edit, NotRenamed> renameId(const Scenario& scenario, std::string_view pointer,
                                         const std::string& newId) {
  constexpr std::string_view key = "/id";
  std::expected<Edit, NotRenamed> out = std::unexpected(NotRenamed::noId);
  if (!pointer.ends_with(key)) return out;
  visitAt(scenario, pointer.substr(0, pointer.size() - key.size()), [&](const auto& part) {
    if constexpr (requires { part.id; }) {
      if (!isWellFormedId(newId)) {
        out = std::unexpected(NotRenamed::malformed);
        return true;
      }
      if (fieldAt(scenario, pointer) == FieldValue(newId)) {
        out = Edit{EditGroup{}};
        return true;
      }
      const Renaming renaming = renamingOf(scenario, part, newId);
      if (!renaming.isName) {
        out = std::unexpected(NotRenamed::reserved);
      } else if (!renaming.isFree) {
        out = std::unexpected(NotRenamed::taken);
      } else {
        out = editFor(scenario, pointer, newId, renaming);
      }
    }
    return true;
  });
  return out;
}

std::string freshId(const Scenario& scenario, std::string_view stem) {
  std::unordered_set<std::string_view> taken = {scenario.id};
  if (namesIn(stem).empty()) taken.insert(stem);  // A word of the language, such as `late`.
  forEachValue(scenario, [&](const auto& value, const std::string&, Role role) {
    if constexpr (requires { std::string_view(value.value); }) {
      if (role == Role::id) taken.insert(value.value);
    }
  });
  std::string id(stem);
  for (int number = 2; taken.contains(id); ++number) {
    id = std::string(stem) + "_" + std::to_string(number);
  }
  return id;
}

}  // namespace sparring
