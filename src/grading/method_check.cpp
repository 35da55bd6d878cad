#include "grading/method_check.h"

namespace sparring {
namespace {

bool sameQuestion(const Clause& a, const Clause& b) {
  Clause one = a;
  Clause other = b;
  for (Clause* each : {&one, &other}) {
    each->why.clear();
    each->better.clear();
    each->sure = 1000;
    std::ranges::sort(each->all);
    std::ranges::sort(each->any);
    std::ranges::sort(each->none);
  }
  return one == other;
}

bool contradicts(const std::vector<Clause>& good, const std::vector<Clause>& bad) {
  return std::ranges::any_of(good, [&](const Clause& clause) {
    return std::ranges::any_of(bad, [&](const Clause& each) { return sameQuestion(clause, each); });
  });
}

// Whether the thing is an act that is too early while one of these stages is owed.
bool isEarly(const Method& method, int thing, const std::vector<bool>& reachable) {
  const auto at = static_cast<std::size_t>(thing);
  if (at >= method.acts.size()) return false;
  return std::ranges::any_of(method.breaches, [&](const BreachRule& rule) {
    if (std::ranges::find(rule.acts, method.acts[at].id) == rule.acts.end()) return false;
    for (std::size_t i = 0; i < method.stages.size(); ++i) {
      const bool isNeeded = std::ranges::find(rule.needs, method.stages[i].id) != rule.needs.end();
      if (isNeeded && !reachable[i]) return true;
    }
    return false;
  });
}

// Stages that can be reached without a breach. One that only the scenario knows of is taken to be.
std::vector<bool> reachableStages(const Method& method) {
  std::vector<bool> reachable;
  for (const Stage& stage : method.stages) reachable.push_back(stage.doneBy.empty());
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < method.stages.size(); ++i) {
      if (reachable[i]) continue;
      const auto isFree = [&](int thing) { return !isEarly(method, thing, reachable); };
      if (std::ranges::none_of(method.stages[i].doneBy, isFree)) continue;
      reachable[i] = true;
      changed = true;
    }
  }
  return reachable;
}

const Json& itemOf(const Json& root, const char* list, std::size_t position) {
  const Json* found = root.find(list);
  return found != nullptr && position < found->items.size() ? found->items[position] : root;
}

}  // namespace

void checkMethod(const Json& root, const Method& method, FieldReader& reader) {
  int weight = 0;
  for (std::size_t i = 0; i < method.rules.size(); ++i) {
    const Rule& rule = method.rules[i];
    weight += rule.weight;
    if (contradicts(rule.earns, rule.costs)) {
      reader.report("ME014", itemOf(root, "rules", i), pointerTo("/rules", i),
                    "'" + rule.title + "' is earned and cost by the same.",
                    "Tell the two apart, or take one out.");
    }
  }
  for (std::size_t i = 0; i < method.concepts.size(); ++i) {
    if (!contradicts(method.concepts[i].kept, method.concepts[i].broken)) continue;
    reader.report("ME014", itemOf(root, "concepts", i), pointerTo("/concepts", i),
                  "'" + method.concepts[i].title + "' is kept and broken by the same.",
                  "Tell the two apart, or take one out.");
  }
  if (!method.rules.empty() && weight == 0) {
    reader.report("ME010", itemOf(root, "rules", 0), "/rules", "All rules weigh nothing.",
                  "Give at least one rule a weight.");
  }
  const std::vector<bool> reachable = reachableStages(method);
  for (std::size_t i = 0; i < method.stages.size(); ++i) {
    if (reachable[i]) continue;
    reader.report("ME015", itemOf(root, "stages", i), pointerTo("/stages", i),
                  "The stage '" + method.stages[i].title +
                      "' goes round in a circle: all that opens it is too early until it is done.",
                  "Let something open it that no breach holds back.");
  }
}

}  // namespace sparring
