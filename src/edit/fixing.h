// What the fixes share: the fault in hand, and where it stands. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/fields.h"
#include "edit/fixes.h"
#include "scenario/codes.h"
#include "scenario/nearest.h"

namespace sparring {

using Fixes = std::vector<Fix>;

struct Fixing {
  const Scenario& scenario;
  const Vocabulary& vocabulary;
  const Diagnostic& diagnostic;

  [[nodiscard]] const std::string& pointer() const { return diagnostic.pointer; }
  // The text at the fault; empty where there is none.
  [[nodiscard]] std::string text() const;
};

// "/nodes/3/moves/2" of "/nodes/3/moves/2/target".
std::string holderOf(std::string_view pointer);

// One element of a list. A place that is none has an empty list.
struct Element {
  std::string list;
  std::size_t index = 0;
};
Element elementAt(std::string_view pointer);

// The first object of a list that holds a place: the line of "/nodes/0/lines/2/when".
Fix removal(const Element& element, const std::string& label);

// Takes one text out of a list of texts.
Fix textRemoval(const Scenario& scenario, std::string_view pointer, const std::string& label);

// The ids of all things of some kinds, in the order of the file.
template <class... Ids>
std::vector<std::string> idsOf(const Scenario& scenario) {
  std::vector<std::string> ids;
  forEachValue(scenario, [&](const auto& value, const std::string&, Role role) {
    if constexpr (isOneOf<std::remove_cvref_t<decltype(value)>, std::variant<Ids...>>) {
      if (role == Role::id) ids.push_back(value.value);
    }
  });
  return ids;
}

// Of names: nearest ones, fresh ones.
Fixes fixTarget(const Fixing& fixing);
Fixes fixStart(const Fixing& fixing);
Fixes fixSpeaker(const Fixing& fixing);
Fixes fixAct(const Fixing& fixing);
Fixes fixRule(const Fixing& fixing);
Fixes fixStage(const Fixing& fixing);
Fixes fixArchetype(const Fixing& fixing);
Fixes fixFact(const Fixing& fixing);
Fixes fixCategory(const Fixing& fixing);
Fixes fixPower(const Fixing& fixing);
Fixes fixNameInExpression(const Fixing& fixing);
Fixes fixId(const Fixing& fixing);

// Of values: back within their bounds.
Fixes fixAmount(const Fixing& fixing);
Fixes fixBounds(const Fixing& fixing);
Fixes fixInitial(const Fixing& fixing);
Fixes fixShare(const Fixing& fixing);
Fixes fixMinutes(const Fixing& fixing);

// Of parts: what is too much or missing.
Fixes removeMark(const Fixing& fixing);
Fixes removeEmpty(const Fixing& fixing);
Fixes removeVariable(const Fixing& fixing);
Fixes removeOutcome(const Fixing& fixing);
Fixes removePersona(const Fixing& fixing);
Fixes removeNeverHolding(const Fixing& fixing);
Fixes removeEffect(const Fixing& fixing);
Fixes removeFact(const Fixing& fixing);
Fixes moveUp(const Fixing& fixing);
Fixes addOutcome(const Fixing& fixing);
Fixes addExit(const Fixing& fixing);
Fixes addUnclear(const Fixing& fixing);
Fixes addNeutralFocus(const Fixing& fixing);
Fixes freeLastLine(const Fixing& fixing);

// A new end of the call under this id, its words still to be written.
Fix outcomeUnder(const Scenario& scenario, const std::string& id);

}  // namespace sparring
