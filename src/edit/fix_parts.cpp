// Fixes that take away what is too much, or add what is missing.
#include <algorithm>
#include <map>

#include "base/json.h"
#include "base/text.h"
#include "edit/fixing.h"
#include "scenario/expression.h"

namespace sparring {
namespace {

std::size_t countIn(const Fixing& fixing, const std::string& list) {
  return sizeOf(fixing.scenario, list).value_or(0);
}

// Whether a place of the scenario names the thing, other than the thing itself.
bool isTarget(const Scenario& scenario, const std::string& id) {
  bool found = false;
  forEachValue(scenario, [&](const auto& value, const std::string&, Role role) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>) {
      found = found || (role == Role::target && value == id);
    }
  });
  return found;
}
template <class Tag>
bool isNamed(const Scenario& scenario, const Id<Tag>& id) {
  bool found = false;
  forEachValue(scenario, [&](const auto& value, const std::string&, Role role) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, Id<Tag>>) {
      found = found || (role == Role::value && value == id);
    }
  });
  return found;
}

bool isRead(const Condition& condition, const std::string& name) {
  bool found = false;
  forEachReference(condition, [&](const Reference& reference) {
    found = found || (reference.kind == Reference::Kind::variable && reference.name == name);
  });
  return found;
}

// Where a variable is read, and which effects change it.
struct Uses {
  bool isRead = false;
  std::vector<std::string> effects;  // Pointers.
};

Uses usesOf(const Scenario& scenario, const std::string& name) {
  Uses uses;
  forEachValue(scenario, [&](const auto& value, const std::string& pointer, Role role) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>) {
      if (role != Role::expression) return;
      if (!holderOf(pointer).ends_with("/effects")) {
        const auto condition = parseCondition(value);
        uses.isRead = uses.isRead || !condition || isRead(*condition, name);
      } else if (const auto effect = parseEffect(value)) {
        if (effect->variable == name) {
          uses.effects.push_back(pointer);
        } else {
          uses.isRead = uses.isRead || isRead(effect->when, name);
        }
      }
    }
  });
  return uses;
}

// Takes effects out of their lists.
std::vector<Edit> withoutEffects(const Scenario& scenario, const std::vector<std::string>& which) {
  std::map<std::string, std::vector<std::string>> lists;
  for (auto each = which.rbegin(); each != which.rend(); ++each) {
    const Element element = elementAt(*each);
    auto& texts = lists[element.list];
    if (texts.empty()) {
      texts = std::get<std::vector<std::string>>(*fieldAt(scenario, element.list));
    }
    texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(element.index));
  }
  std::vector<Edit> edits;
  for (auto& [list, texts] : lists) edits.push_back({SetField{list, std::move(texts)}});
  return edits;
}

// "line" of "/nodes/0/lines".
std::string nounOf(const std::string& list) {
  const std::string name = list.substr(list.rfind('/') + 1);
  if (name == "replies") return "reply";
  return name == "then" ? "line" : name.substr(0, name.size() - 1);
}

bool mayBeEmpty(const std::string& list) {
  return list.ends_with("/replies") || list.ends_with("/then");
}

}  // namespace

Fixes removeMark(const Fixing& fixing) {
  const Element mark = elementAt(holderOf(fixing.pointer()));
  return {removal(mark,
                  mark.list.ends_with("/focus") ? "Remove these focus words" : "Remove this mark")};
}

Fixes removeEmpty(const Fixing& fixing) {
  const Element text = elementAt(fixing.pointer());
  if (text.list.ends_with("/unclear") ||
      (text.list.ends_with("/phrasings") && countIn(fixing, text.list) > 1)) {
    Fix fix = textRemoval(fixing.scenario, fixing.pointer(), "Remove the empty one");
    fix.isCertain = text.index > 0 || text.list.ends_with("/unclear");
    return {std::move(fix)};
  }
  const Element part = elementAt(holderOf(fixing.pointer()));
  if (!fixing.pointer().ends_with("/text")) return {};
  if (part.list == "/brief/facts") {
    const FactId& id = fixing.scenario.brief.facts[part.index].id;
    if (isNamed(fixing.scenario, id)) return {};
    return {removal(part, "Remove this fact")};
  }
  const auto line = partAt(fixing.scenario, holderOf(fixing.pointer()));
  const bool leads = line && !std::get<Line>(*line).then.empty();
  if (leads || (!mayBeEmpty(part.list) && countIn(fixing, part.list) < 2)) return {};
  return {removal(part, "Remove this " + nounOf(part.list))};
}

// A variable that nothing reads goes together with what changes it.
Fixes removeVariable(const Fixing& fixing) {
  const Element element = elementAt(fixing.pointer());
  const std::string name = nameOf(fixing.scenario.variables[element.index]);
  if (std::ranges::count(fixing.scenario.variables, name, nameOf) > 1) return {};
  const Uses uses = usesOf(fixing.scenario, name);
  if (uses.isRead) return {};
  EditGroup group{withoutEffects(fixing.scenario, uses.effects)};
  group.edits.push_back({RemovePart{element.list, element.index}});
  const std::size_t count = uses.effects.size();
  const std::string with = count == 0   ? ""
                           : count == 1 ? " and the effect on it"
                                        : " and the " + std::to_string(count) + " effects on it";
  return {{"Remove " + inQuotes(name) + with, {std::move(group)}}};
}

Fixes removeOutcome(const Fixing& fixing) {
  const Element element = elementAt(fixing.pointer());
  const Outcome& outcome = fixing.scenario.outcomes[element.index];
  if (fixing.scenario.outcomes.size() < 2 || isTarget(fixing.scenario, outcome.id.value)) return {};
  return {removal(element, "Remove this outcome")};
}

Fixes removePersona(const Fixing& fixing) {
  const Element element = elementAt(fixing.pointer());
  const Persona& persona = fixing.scenario.personas[element.index];
  if (fixing.scenario.personas.size() < 2 || !persona.topics.empty() ||
      !persona.reactions.empty() || isNamed(fixing.scenario, persona.id)) {
    return {};
  }
  return {removal(element, "Remove this person")};
}

Fixes removeNeverHolding(const Fixing& fixing) {
  if (holderOf(fixing.pointer()).ends_with("/effects")) return removeEffect(fixing);
  const Element way = elementAt(holderOf(fixing.pointer()));
  const bool isWay = way.list.ends_with("/exits") || way.list.ends_with("/lines") ||
                     way.list == "/interruptions" || mayBeEmpty(way.list);
  if (!isWay || (!mayBeEmpty(way.list) && countIn(fixing, way.list) < 2)) return {};
  return {removal(way, "Remove this " + nounOf(way.list))};
}

Fixes removeEffect(const Fixing& fixing) {
  return {textRemoval(fixing.scenario, fixing.pointer(), "Remove this effect")};
}

Fixes removeFact(const Fixing& fixing) {
  return {removal(elementAt(fixing.pointer()), "Remove this fact")};
}

// Before the first one without a condition; where there is none, it can only go.
Fixes moveUp(const Fixing& fixing) {
  const Element way = elementAt(fixing.pointer());
  const auto conditionOf = [&](std::size_t index) {
    return fieldAt(fixing.scenario, pointerTo(way.list, index) + "/when");
  };
  Fixes fixes;
  const FieldValue none = std::string();
  for (std::size_t i = 0; i < way.index && conditionOf(way.index) != none; ++i) {
    if (conditionOf(i) != none) continue;
    fixes.push_back({"Move it up", {ReorderPart{way.list, way.index, i}}});
    break;
  }
  fixes.push_back(removal(way, "Remove this " + nounOf(way.list)));
  return fixes;
}

Fix outcomeUnder(const Scenario& scenario, const std::string& id) {
  Outcome outcome;
  outcome.id = OutcomeId(id);
  outcome.title = "[to do: what this end is called]";
  outcome.verdict = "[to do: the buyer's last words]";
  return {"Add the outcome " + inQuotes(id),
          {InsertPart{"/outcomes", scenario.outcomes.size(), std::move(outcome)}}};
}

Fixes addOutcome(const Fixing& fixing) {
  std::string id = "end";
  while (std::ranges::find(fixing.scenario.nodes, NodeId(id), &Node::id) !=
         fixing.scenario.nodes.end()) {
    id += "_";
  }
  return {outcomeUnder(fixing.scenario, id)};
}

Fixes addExit(const Fixing& fixing) {
  const std::vector<Outcome>& outcomes = fixing.scenario.outcomes;
  if (outcomes.empty() || outcomes.front().id.empty()) return {};
  const std::string list = fixing.pointer() + "/exits";
  const Exit exit{"", outcomes.front().id.value};
  const auto moves = sizeOf(fixing.scenario, fixing.pointer() + "/moves");
  if (moves.value_or(0) > 0) return {};  // They could never be said.
  return {{"End the call there with " + inQuotes(exit.target), {InsertPart{list, 0, exit}}}};
}

Fixes addUnclear(const Fixing& fixing) {
  const std::vector<std::string> answers = {"Say that again, in one sentence?",
                                            "I lost you there. What do you want to know?",
                                            "What does that have to do with us?"};
  return {{"Add three usual answers", {SetField{fixing.pointer(), answers}}}};
}

// How a move says that it speaks of neither.
Fixes addNeutralFocus(const Fixing& fixing) {
  const auto first = fieldAt(fixing.scenario, holderOf(fixing.pointer()) + "/phrasings/0");
  if (!first || trim(std::get<std::string>(*first)).empty()) return {};
  FocusWords focus{Focus::neutral, std::get<std::string>(*first)};
  return {{"It is about neither", {InsertPart{fixing.pointer(), 0, std::move(focus)}}}};
}

Fixes freeLastLine(const Fixing& fixing) {
  const std::size_t count = countIn(fixing, fixing.pointer());
  if (count == 0) return {};
  const std::string last = pointerTo(fixing.pointer(), count - 1);
  return {{"Say the last one always", {SetField{last + "/when", std::string()}}}};
}

}  // namespace sparring
