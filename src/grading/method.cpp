#include "grading/method.h"

#include <algorithm>

namespace sparring {
namespace {

template <class Things, class Name>
auto findIn(const Things& things, const Name& id) -> decltype(&things.front()) {
  const auto found = std::ranges::find(things, id, [](const auto& each) { return each.id; });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

bool gradesOwnWords(const Method& method) {
  return std::ranges::any_of(method.rules, [](const Rule& rule) {
    return !rule.earns.empty() || !rule.costs.empty() || !rule.earned.scorer.empty() ||
           !rule.cost.scorer.empty();
  });
}

const Rule* findRule(const Method& method, const RuleId& id) {
  return findIn(method.rules, id);
}

const ActDefinition* findAct(const Method& method, const ActId& id) {
  return findIn(method.acts, id);
}

const Stage* findStage(const Method& method, const StageId& id) {
  return findIn(method.stages, id);
}

const Concept* findConcept(const Method& method, const ConceptId& id) {
  return findIn(method.concepts, id);
}

int turnMinutes(const Method& method, const std::vector<ActId>& acts, std::optional<int> authored,
                int wordCount) {
  int minutes = authored.value_or(1);
  if (!authored) {
    for (const ActId& act : acts) {
      if (const ActDefinition* known = findAct(method, act)) {
        minutes = std::max(minutes, known->minutes);
      }
    }
  }
  if (wordCount > method.longTurnWords) minutes += method.longTurnMinutes;
  return std::max(0, minutes);
}

}  // namespace sparring
