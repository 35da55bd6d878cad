// What the values of a scenario can be at all, and so which of its conditions can hold: reasoning
// over bounds, without playing. "Never" is certain; where it cannot tell it says that all may be.
// Private to this folder.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/check_parts.h"
#include "scenario/expression.h"

namespace sparring {

struct Interval {
  int least = 0;
  int most = 0;
  [[nodiscard]] bool isEmpty() const { return least > most; }
  bool operator==(const Interval&) const = default;
};

// What is known at one place of a call, of a few things: where more are named than it holds, the
// others may be anything.
class Known {
 public:
  // What a condition names: the variable, the id of the node or move, or the phase.
  using Thing = const void*;

  [[nodiscard]] const Interval* find(Thing thing) const;
  void set(Thing thing, Interval values);
  void forget(Thing thing);
  template <class Predicate>
  void forgetIf(const Predicate& isForgotten);
  // Keeps what holds here or there: of two ways to come to a place.
  void unite(const Known& other);

 private:
  struct Entry {
    Thing thing = nullptr;
    Interval values;
  };
  std::vector<Entry> m_entries;
};

class Possible {
 public:
  // REQUIRES: all of them outlive this.
  Possible(const Scenario& scenario, const Names& names, const Expressions& expressions);

  // Narrows what is known to where the condition holds, or does not; false where that never is.
  bool narrow(Known& known, const Condition& condition, bool holds = true) const;
  // The same of a text of the scenario's; one that cannot be read narrows nothing.
  bool narrow(Known& known, std::string_view condition, bool holds = true) const;

  // Whether there may be a moment at which none of these ways holds.
  template <class Way>
  [[nodiscard]] bool mayAllFail(Known known, const std::vector<Way>& ways) const {
    return std::ranges::all_of(ways,
                               [&](const Way& way) { return narrow(known, way.when, false); });
  }

  // In a node once it was entered; when a move was said and its effects have been applied.
  [[nodiscard]] Known inside(const Node& node) const;
  [[nodiscard]] Known after(const Move& move) const;

  // All values that a variable can have in a call. REQUIRES: one of the scenario's.
  [[nodiscard]] Interval valuesOf(const Variable& variable) const;

  // Whether reactions of an archetype may change it although no effect of the scenario does.
  [[nodiscard]] bool isRestless(const Variable& variable) const {
    return m_restless.contains(&variable);
  }

  // Why a condition that never holds does not, as a sentence without its beginning.
  [[nodiscard]] std::string reasonAgainst(const Known& known, const Condition& condition) const;

 private:
  [[nodiscard]] Known::Thing thingOf(const Reference& reference) const;
  // All values of what a reference names.
  [[nodiscard]] Interval everything(const Reference& reference, Known::Thing thing) const;
  bool compare(Known& known, const Condition& condition, bool holds) const;
  bool narrowOnce(Known& known, const Condition& condition, bool holds) const;
  bool narrowToAny(Known& known, const Condition& condition, bool holds) const;
  void apply(std::string_view text);

  [[nodiscard]] std::size_t positionOf(const Variable& variable) const;

  const Scenario& m_scenario;
  const Names& m_names;
  const Expressions& m_expressions;
  std::vector<Interval> m_values;     // As the scenario's variables.
  std::set<Known::Thing> m_restless;  // Variables that archetypes may change after any move.
  std::array<bool, 4> m_phases;       // Which there are.
};

template <class Predicate>
void Known::forgetIf(const Predicate& isForgotten) {
  std::erase_if(m_entries, [&](const Entry& each) { return isForgotten(each.thing); });
}

}  // namespace sparring
