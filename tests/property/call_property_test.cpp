// What must hold for any condition and any call on a compiled scenario: it means what its text
// says, and playing in place is the same as playing step by step.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "dialogue/machine.h"
#include "session/library.h"
#include "support/branching_story.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

// A condition over names that a scenario has and one that it has not.
Condition anyCondition(const Scenario& scenario, int depth) {
  Condition out;
  const int what = *rc::gen::inRange(0, depth > 0 ? 8 : 4);
  if (what >= 4) {
    out.kind = what == 4   ? Condition::Kind::negation
               : what == 5 ? Condition::Kind::disjunction
                           : Condition::Kind::conjunction;
    const int parts = out.kind == Condition::Kind::negation ? 1 : *rc::gen::inRange(2, 4);
    for (int i = 0; i < parts; ++i) out.parts.push_back(anyCondition(scenario, depth - 1));
    return out;
  }
  out.kind = Condition::Kind::compare;
  out.comparison =
      *rc::gen::element(Comparison::less, Comparison::lessOrEqual, Comparison::equal,
                        Comparison::notEqual, Comparison::greaterOrEqual, Comparison::greater);
  out.right = *rc::gen::inRange(-2, 8);
  out.left.kind = *rc::gen::element(Reference::Kind::variable, Reference::Kind::visited,
                                    Reference::Kind::said, Reference::Kind::phase);
  if (out.left.kind == Reference::Kind::variable) {
    const std::size_t count = scenario.variables.size();
    const auto position = *rc::gen::inRange<std::size_t>(0, count + 1);
    out.left.name = position < count ? nameOf(scenario.variables[position]) : "nobody";
  } else if (out.left.kind == Reference::Kind::visited) {
    out.left.name = (*rc::gen::elementOf(scenario.nodes)).id.value;
  } else if (out.left.kind == Reference::Kind::said) {
    out.left.name = (*rc::gen::elementOf(scenario.nodes.front().moves)).id.value;
  } else {
    out.right = *rc::gen::inRange(0, 4);
  }
  return out;
}

std::string textOf(const Condition& condition) {
  using Kind = Condition::Kind;
  if (condition.kind == Kind::negation) return "not (" + textOf(condition.parts.front()) + ")";
  if (condition.kind == Kind::compare) {
    static const std::array<std::string, 5> words = {"", "visited ", "asked ", "said ", "phase"};
    static const std::array<std::string, 6> signs = {" < ", " <= ", " == ", " != ", " >= ", " > "};
    static const std::array<std::string, 4> phases = {"early", "middle", "late", "overtime"};
    const bool isPhase = condition.left.kind == Reference::Kind::phase;
    return words[static_cast<std::size_t>(condition.left.kind)] + condition.left.name +
           signs[static_cast<std::size_t>(condition.comparison)] +
           (isPhase ? phases[static_cast<std::size_t>(condition.right)]
                    : std::to_string(condition.right));
  }
  std::string out;
  for (const Condition& part : condition.parts) {
    out += out.empty() ? "(" : condition.kind == Kind::conjunction ? " and (" : " or (";
    out += textOf(part) + ")";
  }
  return out;
}

// The plain reading of a condition, name by name. A comparison of an unknown name never holds.
bool isTrue(const Condition& condition, const Scenario& scenario, const Program& program,
            const CallState& state) {
  const auto part = [&](const Condition& each) { return isTrue(each, scenario, program, state); };
  switch (condition.kind) {
    case Condition::Kind::always:
      return true;
    case Condition::Kind::never:
      return false;
    case Condition::Kind::negation:
      return !part(condition.parts.front());
    case Condition::Kind::conjunction:
      return std::ranges::all_of(condition.parts, part);
    case Condition::Kind::disjunction:
      return std::ranges::any_of(condition.parts, part);
    case Condition::Kind::compare:
      break;
  }
  const auto judge = [&](int left) { return compare(left, condition.comparison, condition.right); };
  if (condition.left.kind == Reference::Kind::phase) return judge(static_cast<int>(phaseOf(state)));
  if (condition.left.kind == Reference::Kind::said) {
    return judge(state.said[static_cast<std::size_t>(program.moveById.at(condition.left.name))]);
  }
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    if (condition.left.kind == Reference::Kind::visited &&
        scenario.nodes[i].id.value == condition.left.name) {
      return judge(state.visited[i]);
    }
  }
  for (std::size_t i = 0; i < scenario.variables.size(); ++i) {
    if (nameOf(scenario.variables[i]) == condition.left.name) return judge(state.variables[i]);
  }
  return false;
}

RC_GTEST_PROP(AnyCondition, holdsWhereItsTextSaysSo, ()) {
  Scenario scenario = testing::smallScenario();
  const Condition condition = anyCondition(scenario, 2);
  scenario.nodes[0].moves[0].when = textOf(condition);
  const Program program = compile(std::make_shared<const Scenario>(scenario));
  CallState state = startCall(program, 0).state;
  state.minutes = *rc::gen::inRange(0, 2 * state.length);
  for (std::int16_t& each : state.variables) each = *rc::gen::inRange<std::int16_t>(-2, 8);
  for (std::uint8_t& each : state.visited) each = *rc::gen::inRange<std::uint8_t>(0, 2);
  for (std::uint8_t& each : state.said) each = *rc::gen::inRange<std::uint8_t>(0, 2);
  const bool expected = isTrue(condition, scenario, program, state);
  RC_ASSERT(holds(program, program.moves[0].when, state) == expected);
  const std::vector<int> offered = offeredMoves(program, state);
  RC_ASSERT((std::ranges::find(offered, 0) != offered.end()) == expected);
}

std::vector<Program> someStories() {
  const std::filesystem::path folder = std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios";
  std::vector<Program> out;
  for (const ScenarioFile& file : openScenarios(folder, nullptr)) {
    out.push_back(compile(file.loaded.scenario));
  }
  out.push_back(
      compile(std::make_shared<const Scenario>(testing::branchingStory(testing::smallStory))));
  return out;
}

RC_GTEST_PROP(AnyCall, playedInPlaceIsTheSameAsStepByStep, ()) {
  static const std::vector<Program> stories = someStories();
  const Program& program = stories[*rc::gen::inRange<std::size_t>(0, stories.size())];
  const auto seed = *rc::gen::inRange<std::uint64_t>(0, 9);
  CallRunner runner(program);
  runner.start(seed + 1);
  // What an earlier call leaves behind must not show.
  for (int turn = 0; turn < 20 && !runner.offered().empty(); ++turn) {
    runner.play(runner.offered()[*rc::gen::inRange<std::size_t>(0, runner.offered().size())], 3);
  }
  Step step = startCall(program, seed);
  runner.start(seed);
  for (int turn = 0; turn < 40; ++turn) {
    const auto isSame = [](const Utterance& left, const CallRunner::Spoken& right) {
      return left.speaker == right.speaker && left.text == right.text &&
             left.line == (right.line != nullptr ? *right.line : LineId());
    };
    RC_ASSERT(runner.state() == step.state);
    RC_ASSERT(runner.events() == step.events);
    RC_ASSERT(std::ranges::equal(step.said, runner.said(), isSame));
    const std::vector<int> offered = offeredMoves(program, step.state);
    RC_ASSERT(std::ranges::equal(offered, runner.offered()));
    if (offered.empty()) return;
    const auto pick = *rc::gen::inRange<std::size_t>(0, offered.size() + 1);
    const std::optional<int> move =
        pick < offered.size() ? std::optional(offered[pick]) : std::nullopt;
    const int minutes = *rc::gen::inRange(0, 4);
    step = playMove(program, step.state, move, minutes);
    runner.play(move, minutes);
  }
}

}  // namespace
}  // namespace sparring
