// What reasoning over bounds calls impossible is so for every value that there is, whatever the
// condition looks like.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <string>

#include "scenario/possible.h"

namespace sparring {
namespace {

// Two variables from 0 to 3, a node and the phase: few enough to try all of it.
Scenario fewThings() {
  Scenario out;
  out.minutes = 30;
  out.variables = {{VariableId("a"), false, 0, 3, 0, ""}, {VariableId("b"), false, 0, 3, 3, ""}};
  Node node;
  node.id = NodeId("n");
  Move move;
  move.id = MoveId("m");
  move.effects = {"a += 1", "b -= 1"};
  node.moves = {move};
  out.nodes = {node};
  return out;
}

struct State {
  int a = 0;
  int b = 0;
  int phase = 0;
  int visited = 0;
};

int valueOf(const Reference& reference, const State& state) {
  if (reference.kind == Reference::Kind::phase) return state.phase;
  if (reference.kind == Reference::Kind::visited) return state.visited;
  return reference.name == "a" ? state.a : state.b;
}

bool holds(const Condition& condition, const State& state) {
  const auto one = [&](const Condition& part) { return holds(part, state); };
  switch (condition.kind) {
    case Condition::Kind::always:
      return true;
    case Condition::Kind::never:
      return false;
    case Condition::Kind::compare:
      return compare(valueOf(condition.left, state), condition.comparison, condition.right);
    case Condition::Kind::negation:
      return !one(condition.parts.front());
    case Condition::Kind::conjunction:
      return std::ranges::all_of(condition.parts, one);
    case Condition::Kind::disjunction:
      break;
  }
  return std::ranges::any_of(condition.parts, one);
}

bool canHold(const Condition& condition, bool wanted) {
  for (int i = 0; i < 4 * 4 * 4 * 2; ++i) {
    const State state{i % 4, i / 4 % 4, i / 16 % 4, i / 64};
    if (holds(condition, state) == wanted) return true;
  }
  return false;
}

std::string anyCondition(int depth) {
  static constexpr std::array<const char*, 6> signs = {"<", "<=", "==", "!=", ">=", ">"};
  static constexpr std::array<const char*, 4> phases = {"early", "middle", "late", "overtime"};
  const int kind = *rc::gen::inRange(0, depth > 0 ? 9 : 5);
  const auto sign = [] { return std::string(signs[*rc::gen::inRange<std::size_t>(0, 6)]); };
  switch (kind) {
    case 0:
    case 1:
    case 2:
      return std::string(kind == 0 ? "a " : "b ") + sign() + " " +
             std::to_string(*rc::gen::inRange(-1, 6));
    case 3:
      return "phase " + sign() + " " + phases[*rc::gen::inRange<std::size_t>(0, 4)];
    case 4:
      return "visited n";
    case 5:
      return "not (" + anyCondition(depth - 1) + ")";
    default:
      break;
  }
  const std::string join = kind == 6 ? " or " : " and ";
  return "(" + anyCondition(depth - 1) + join + anyCondition(depth - 1) + join +
         anyCondition(depth - 1) + ")";
}

RC_GTEST_PROP(PossibleProperty, whatIsCalledImpossibleIsNeverTrue, ()) {
  const Scenario scenario = fewThings();
  const Names names = namesOf(scenario);
  const Expressions expressions(scenario);
  const Possible possible(scenario, names, expressions);
  const auto condition = parseCondition(anyCondition(3));
  RC_PRE(condition.has_value());
  bool isImpossible = false;
  for (const bool wanted : {true, false}) {
    Known known;
    if (possible.narrow(known, *condition, wanted)) continue;
    isImpossible = true;
    RC_ASSERT(!canHold(*condition, wanted));
  }
  RC_CLASSIFY(isImpossible, "something was impossible");
}

TEST(PossibleTest, aSingleComparisonIsJudgedExactly) {
  const Scenario scenario = fewThings();
  const Names names = namesOf(scenario);
  const Expressions expressions(scenario);
  const Possible possible(scenario, names, expressions);
  for (const char* sign : {"<", "<=", "==", "!=", ">=", ">"}) {
    for (int right = -1; right < 6; ++right) {
      const auto condition = parseCondition("a " + std::string(sign) + " " + std::to_string(right));
      ASSERT_TRUE(condition);
      for (const bool wanted : {true, false}) {
        Known known;
        EXPECT_EQ(possible.narrow(known, *condition, wanted), canHold(*condition, wanted))
            << sign << right << wanted;
      }
    }
  }
}

}  // namespace
}  // namespace sparring
