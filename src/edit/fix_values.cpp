// Fixes of numbers that are out of their bounds.
#include <algorithm>
#include <ranges>

#include "base/json.h"
#include "edit/fixing.h"
#include "scenario/expression.h"

namespace sparring {
namespace {

constexpr int usualMinutes = 30;

const Variable* variableAt(const Fixing& fixing) {
  const Element element = elementAt(fixing.pointer());
  const std::vector<Variable>& variables = fixing.scenario.variables;
  return element.index < variables.size() ? &variables[element.index] : nullptr;
}

const Variable* variableNamed(const Scenario& scenario, const std::string& name) {
  const auto found = std::ranges::find(scenario.variables, name, nameOf);
  return found == scenario.variables.end() ? nullptr : &*found;
}

Edit setting(const std::string& holder, std::string_view key, int value) {
  return {SetField{pointerTo(holder, key), value}};
}

}  // namespace

// Only the number of the effect is written anew.
Fixes fixAmount(const Fixing& fixing) {
  std::string text = fixing.text();
  const auto effect = parseEffect(text);
  const Variable* const variable =
      effect ? variableNamed(fixing.scenario, effect->variable) : nullptr;
  if (variable == nullptr) return {};
  const int range = variable->most - variable->least;
  const bool sets = effect->kind == Effect::Kind::set;
  const int amount = sets ? std::clamp(effect->amount, variable->least, variable->most)
                          : std::clamp(effect->amount, -range, range);
  const std::size_t sign = text.find('=');
  const std::size_t begin = text.find_first_not_of(" \t\n\r", sign + 1);
  const std::size_t end = std::min(text.find_first_of(" \t\n\r", begin), text.size());
  const bool subtracts = sign > 0 && text[sign - 1] == '-';
  text.replace(begin, end - begin, std::to_string(subtracts ? -amount : amount));
  if (!parseEffect(text)) return {};
  return {{"Write " + inQuotes(text), {SetField{fixing.pointer(), text}}, true}};
}

Fixes fixBounds(const Fixing& fixing) {
  const Variable* const variable = variableAt(fixing);
  if (variable == nullptr) return {};
  const int initial = std::clamp(variable->initial, variable->most, variable->least);
  EditGroup group;
  group.edits.push_back(setting(fixing.pointer(), "min", variable->most));
  group.edits.push_back(setting(fixing.pointer(), "max", variable->least));
  if (initial != variable->initial) {
    group.edits.push_back(setting(fixing.pointer(), "initial", initial));
  }
  return {{"Exchange the two", {std::move(group)}, true}};
}

Fixes fixInitial(const Fixing& fixing) {
  const Variable* const variable = variableAt(fixing);
  if (variable == nullptr) return {};
  const int initial = std::clamp(variable->initial, variable->least, variable->most);
  return {
      {"Begin at " + std::to_string(initial), setting(fixing.pointer(), "initial", initial), true}};
}

Fixes fixShare(const Fixing& fixing) {
  const auto value = fieldAt(fixing.scenario, fixing.pointer());
  const auto* const share = value ? std::get_if<int>(&*value) : nullptr;
  if (share == nullptr) return {};
  const int kept = std::clamp(*share, 0, 100);
  return {{"Write " + std::to_string(kept) + " %", {SetField{fixing.pointer(), kept}}, true}};
}

Fixes fixMinutes(const Fixing& fixing) {
  if (fixing.pointer() == "/minutes") {
    return {{"Let it last 30 minutes", {SetField{fixing.pointer(), usualMinutes}}}};
  }
  return {{"Leave the minutes out", {SetField{fixing.pointer(), std::optional<int>()}}, true}};
}

}  // namespace sparring
