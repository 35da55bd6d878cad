#include "scenario/possible.h"

#include "scenario/archetype.h"

#include <algorithm>
#include <utility>

namespace sparring {
namespace {

constexpr Interval flagValues{0, 1};
constexpr char thePhase = 0;  // Its address stands for the phase.
constexpr std::size_t mostKnown = 48;

bool hasArchetype(const Persona& persona) {
  return !persona.archetype.empty();
}

Interval boundsOf(const Variable& variable) {
  return {std::min(variable.least, variable.most), std::max(variable.least, variable.most)};
}

void widen(Interval& values, int value, const Interval& bounds) {
  value = std::clamp(value, bounds.least, bounds.most);
  values = {std::min(values.least, value), std::max(values.most, value)};
}

Interval narrowed(Interval values, Comparison comparison, int right) {
  switch (comparison) {
    case Comparison::less:
      return {values.least, std::min(values.most, right - 1)};
    case Comparison::lessOrEqual:
      return {values.least, std::min(values.most, right)};
    case Comparison::equal:
      return {std::max(values.least, right), std::min(values.most, right)};
    case Comparison::greaterOrEqual:
      return {std::max(values.least, right), values.most};
    case Comparison::greater:
      return {std::max(values.least, right + 1), values.most};
    case Comparison::notEqual:
      break;
  }
  if (values.least == right) ++values.least;
  if (values.most == right) --values.most;
  return values;
}

}  // namespace

const Interval* Known::find(Thing thing) const {
  const auto found = std::ranges::find(m_entries, thing, &Entry::thing);
  return found == m_entries.end() ? nullptr : &found->values;
}

void Known::set(Thing thing, Interval values) {
  const auto found = std::ranges::find(m_entries, thing, &Entry::thing);
  if (found != m_entries.end()) {
    found->values = values;
  } else if (m_entries.size() < mostKnown) {
    m_entries.push_back({thing, values});
  }
}

void Known::forget(Thing thing) {
  forgetIf([&](Thing each) { return each == thing; });
}

void Known::unite(const Known& other) {
  for (std::size_t i = m_entries.size(); i-- > 0;) {
    Interval& values = m_entries[i].values;
    if (const Interval* there = other.find(m_entries[i].thing)) {
      values = {std::min(values.least, there->least), std::max(values.most, there->most)};
    } else {
      m_entries[i] = m_entries.back();
      m_entries.pop_back();
    }
  }
}

Possible::Possible(const Scenario& scenario, const Names& names, const Expressions& expressions)
    : m_scenario(scenario), m_names(names), m_expressions(expressions) {
  const bool hasArchetypes = std::ranges::any_of(scenario.personas, hasArchetype);
  for (const Variable& variable : scenario.variables) {
    const Interval bounds = boundsOf(variable);
    const int initial = std::clamp(variable.initial, bounds.least, bounds.most);
    const auto known = std::ranges::find(archetypeVariables, variable.id.value);
    const bool isRestless = hasArchetypes && known != archetypeVariables.end();
    if (isRestless) m_restless.insert(&variable);
    // Of a variable that is at fault itself nothing is concluded.
    const bool isAny = isRestless || variable.least > variable.most || initial != variable.initial;
    m_values.push_back(isAny ? bounds : Interval{initial, initial});
  }
  bool changesLength = false;
  const auto applyAll = [&](const std::vector<std::string>& effects) {
    for (const std::string& text : effects) {
      changesLength = changesLength || text.find(meetingWord) != std::string::npos;
      apply(text);
    }
  };
  for (const Variant& variant : scenario.variants) applyAll(variant.effects);
  forEachMoveAlone(scenario, [&](const Move& move, MoveKind) { applyAll(move.effects); });
  const bool isShort = !changesLength && scenario.minutes < 3;
  m_phases = {true, !isShort || scenario.minutes == 2, !isShort, true};
}

void Possible::apply(std::string_view text) {
  const auto& effect = m_expressions.effect(text);
  if (!effect) {
    // What it was to change may have any value.
    for (const NameInText& each : namesIn(text)) {
      const auto found = m_names.variables.find(each.reference.name);
      if (found == m_names.variables.end()) continue;
      m_values[positionOf(*found->second)] = boundsOf(*found->second);
    }
    return;
  }
  const auto found = m_names.variables.find(effect->variable);
  if (found == m_names.variables.end()) return;
  const Variable& variable = *found->second;
  Interval& values = m_values[positionOf(variable)];
  const Interval bounds = boundsOf(variable);
  const bool sets = effect->kind == Effect::Kind::set;
  const bool isInside = effect->amount >= bounds.least && effect->amount <= bounds.most;
  if (sets && (isInside || !variable.wraps)) {
    widen(values, effect->amount, bounds);
  } else if (variable.wraps && (sets || effect->amount != 0)) {
    values = bounds;
  } else if (effect->amount != 0) {
    widen(values, effect->amount > 0 ? bounds.most : bounds.least, bounds);
  }
}

Known::Thing Possible::thingOf(const Reference& reference) const {
  switch (reference.kind) {
    case Reference::Kind::variable: {
      const auto found = m_names.variables.find(reference.name);
      return found == m_names.variables.end() ? nullptr : found->second;
    }
    case Reference::Kind::visited: {
      const auto found = m_names.nodes.find(reference.name);
      return found == m_names.nodes.end() ? nullptr : found->data();
    }
    case Reference::Kind::asked:
    case Reference::Kind::said: {
      const auto found = m_names.moves.find(reference.name);
      return found == m_names.moves.end() ? nullptr : found->data();
    }
    case Reference::Kind::phase:
      break;
  }
  return &thePhase;
}

Interval Possible::everything(const Reference& reference, Known::Thing thing) const {
  if (reference.kind == Reference::Kind::phase) return {0, 3};
  if (reference.kind != Reference::Kind::variable) return flagValues;
  return valuesOf(*static_cast<const Variable*>(thing));
}

std::size_t Possible::positionOf(const Variable& variable) const {
  return static_cast<std::size_t>(&variable - m_scenario.variables.data());
}

Interval Possible::valuesOf(const Variable& variable) const {
  return m_values[positionOf(variable)];
}

bool Possible::compare(Known& known, const Condition& condition, bool holds) const {
  const Known::Thing thing = thingOf(condition.left);
  if (thing == nullptr) return true;  // Of an unknown name nothing is known.
  const Interval* const before = known.find(thing);
  Interval values = before != nullptr ? *before : everything(condition.left, thing);
  values = narrowed(values, holds ? condition.comparison : opposite(condition.comparison),
                    condition.right);
  if (thing == &thePhase) {
    const auto isMissing = [&](int phase) { return !m_phases[static_cast<std::size_t>(phase)]; };
    while (!values.isEmpty() && isMissing(values.least)) ++values.least;
    while (!values.isEmpty() && isMissing(values.most)) --values.most;
  }
  known.set(thing, values);
  return !values.isEmpty();
}

bool Possible::narrowToAny(Known& known, const Condition& condition, bool holds) const {
  std::optional<Known> united;
  for (const Condition& part : condition.parts) {
    Known one = known;
    if (!narrowOnce(one, part, holds)) continue;
    if (united) {
      united->unite(one);
    } else {
      united = one;
    }
  }
  if (united) known = *united;
  return united.has_value();
}

bool Possible::narrowOnce(Known& known, const Condition& condition, bool holds) const {
  switch (condition.kind) {
    case Condition::Kind::always:
      return holds;
    case Condition::Kind::never:
      return !holds;
    case Condition::Kind::compare:
      return compare(known, condition, holds);
    case Condition::Kind::negation:
      return narrowOnce(known, condition.parts.front(), !holds);
    case Condition::Kind::conjunction:
    case Condition::Kind::disjunction:
      break;
  }
  const bool needsAll = holds == (condition.kind == Condition::Kind::conjunction);
  if (!needsAll) return narrowToAny(known, condition, holds);
  return std::ranges::all_of(condition.parts,
                             [&](const Condition& part) { return narrowOnce(known, part, holds); });
}

// Twice, so that what a later part says is known to an earlier one.
bool Possible::narrow(Known& known, const Condition& condition, bool holds) const {
  if (!narrowOnce(known, condition, holds)) return false;
  const bool isSimple = condition.parts.empty();
  return isSimple || narrowOnce(known, condition, holds);
}

bool Possible::narrow(Known& known, std::string_view text, bool holds) const {
  const auto& condition = m_expressions.condition(text);
  return !condition || narrow(known, *condition, holds);
}

Known Possible::inside(const Node& node) const {
  Known known;
  if (const auto found = m_names.nodes.find(node.id.value); found != m_names.nodes.end()) {
    known.set(found->data(), {1, 1});
  }
  return known;
}

// Its condition held before its effects, and time has passed since.
Known Possible::after(const Move& move) const {
  Known known;
  if (!narrow(known, move.when)) known = Known();
  known.forgetIf([&](Known::Thing thing) { return m_restless.contains(thing); });
  for (const std::string& effect : move.effects) {
    for (const NameInText& each : namesIn(effect)) known.forget(thingOf(each.reference));
  }
  known.forget(&thePhase);
  if (const auto found = m_names.moves.find(move.id.value); found != m_names.moves.end()) {
    known.set(found->data(), {1, 1});
  }
  return known;
}

std::string Possible::reasonAgainst(const Known& known, const Condition& condition) const {
  const Condition* part = &condition;
  if (condition.kind == Condition::Kind::conjunction) {
    const auto isImpossible = [&](const Condition& each) {
      Known here = known;
      return !narrow(here, each);
    };
    const auto found = std::ranges::find_if(condition.parts, isImpossible);
    if (found == condition.parts.end()) return "its parts contradict each other";
    part = &*found;
  }
  while (part->kind == Condition::Kind::negation) part = &part->parts.front();
  if (part->kind == Condition::Kind::always || part->kind == Condition::Kind::never) {
    return "it does not depend on anything";
  }
  if (part->kind != Condition::Kind::compare) return "none of its parts can";
  const std::string name = inQuotes(part->left.name);
  switch (part->left.kind) {
    case Reference::Kind::variable:
      break;
    case Reference::Kind::visited:
      return name + " has been visited by then";
    case Reference::Kind::asked:
    case Reference::Kind::said:
      return name + " has been said by then";
    case Reference::Kind::phase:
      return "the meeting has no such phase";
  }
  const Interval values = everything(part->left, thingOf(part->left));
  if (values.least == values.most) {
    return name + " is " + std::to_string(values.least) + " all through the call";
  }
  return name + " stays between " + std::to_string(values.least) + " and " +
         std::to_string(values.most);
}

}  // namespace sparring
