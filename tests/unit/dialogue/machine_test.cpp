#include "dialogue/machine.h"

#include <gtest/gtest.h>

#include <string>

#include "support/small_scenario.h"

namespace sparring {
namespace {

// A call told as a story: say("cite") and look at what was answered.
class MachineTest : public ::testing::Test {
 protected:
  void begin(std::uint64_t seed = 0) { begin(testing::smallScenario(), seed); }
  void begin(Scenario scenario, std::uint64_t seed = 0) {
    m_program = compile(std::make_shared<const Scenario>(std::move(scenario)));
    m_step = startCall(m_program, seed);
  }
  void say(const std::string& id, int minutes = 1) {
    const auto move = offeredMove(m_program, m_step.state, MoveId(id));
    ASSERT_TRUE(move) << id << " is not on offer";
    m_step = playMove(m_program, m_step.state, move, minutes);
  }
  void mumble() { m_step = playMove(m_program, m_step.state, std::nullopt, 1); }
  std::string heard() const {
    std::string out;
    for (const Utterance& each : m_step.said) out += (out.empty() ? "" : " | ") + each.text;
    return out;
  }
  std::string offered() const {
    std::string out;
    for (const int move : offeredMoves(m_program, m_step.state)) {
      out +=
          (out.empty() ? "" : " ") + m_program.moves[static_cast<std::size_t>(move)].move->id.value;
    }
    return out;
  }
  int value(std::size_t variable) const { return m_step.state.variables[variable]; }

  Program m_program;
  Step m_step;
};

TEST_F(MachineTest, BeginsInTheStartNodeAndOffersMovesThenTopics) {
  begin();
  EXPECT_EQ(heard(), "I have ten minutes.");
  EXPECT_EQ(offered(), "cite pitch stay price");
}

TEST_F(MachineTest, TheSeedPicksTheVariant) {
  begin(1);
  EXPECT_EQ(m_step.state.variant, 1);
  EXPECT_EQ(value(0), 1);
  EXPECT_EQ(offered(), "cite pitch stay");  // The topic asks for more trust.
  begin(2);
  EXPECT_EQ(m_step.state.variant, 0);
}

TEST_F(MachineTest, AMoveHasItsEffectsItsReplyAndItsTarget) {
  begin();
  say("cite", 2);
  EXPECT_EQ(heard(), "Reply to cite | Go on.");
  EXPECT_EQ(value(0), 6);
  EXPECT_EQ(value(1), 1);
  EXPECT_EQ(m_step.state.minutes, 2);
  EXPECT_EQ(m_step.state.turns, 1);
}

TEST_F(MachineTest, ValuesStopAtTheirBounds) {
  begin();
  say("pitch");
  EXPECT_EQ(value(0), 0);
}

TEST_F(MachineTest, AMoveWithoutTargetStaysAndTheLineIsNotRepeated) {
  begin();
  say("stay");
  EXPECT_EQ(heard(), "Reply to stay");
  EXPECT_EQ(offered(), "cite pitch price");  // `not said stay` no longer holds.
}

TEST_F(MachineTest, ASecondVisitIsNoticed) {
  begin();
  say("cite");
  say("prescribe");
  EXPECT_EQ(heard(), "Reply to prescribe | You again.");
}

TEST_F(MachineTest, ATopicCanBeAskedAnywhereItsPersonListens) {
  begin();
  say("cite");
  say("price");
  EXPECT_EQ(heard(), "Reply to price");
  EXPECT_EQ(m_step.state.node, 1);
}

TEST_F(MachineTest, AConditionHidesAMoveUntilItHolds) {
  begin();
  say("cite");
  EXPECT_EQ(offered(), "ask prescribe promise price");
  say("ask");
  EXPECT_EQ(offered(), "ask prescribe end promise price");
}

TEST_F(MachineTest, AnOutcomeEndsTheCallWithItsVerdict) {
  begin();
  say("cite");
  say("ask");
  say("end");
  EXPECT_EQ(heard(), "Reply to end | Thursday, then.");
  EXPECT_EQ(m_step.state.outcome, 0);
  EXPECT_EQ(offered(), "");
}

TEST_F(MachineTest, AnInterruptionTakesThePlaceOfTheTargetOnce) {
  begin();
  say("cite", 12);
  EXPECT_EQ(heard(), "Reply to cite | Time is up. | Thursday, then.");
  begin(1);
  say("pitch", 12);
  EXPECT_EQ(heard(), "Reply to pitch | Time is up. | No.");
  EXPECT_EQ(m_step.state.outcome, 1);
}

TEST_F(MachineTest, WhatIsNotUnderstoodIsAnsweredInCharacterAndChangesNothingElse) {
  begin();
  const CallState before = m_step.state;
  mumble();
  EXPECT_EQ(heard(), "Say that again?");
  EXPECT_EQ(m_step.state.variables, before.variables);
  EXPECT_EQ(m_step.state.node, before.node);
  mumble();
  EXPECT_EQ(heard(), "Meaning what?");
}

TEST_F(MachineTest, SameMovesSameCall) {
  const auto playOnce = [&] {
    begin(1);
    say("cite", 3);
    say("ask", 2);
    return m_step;
  };
  const Step first = playOnce();
  EXPECT_EQ(first, playOnce());
}

TEST_F(MachineTest, ABrokenScenarioStillRuns) {
  Scenario scenario = testing::smallScenario();
  scenario.nodes[0].moves[0].when = "trust >=";  // Never holds.
  scenario.nodes[0].moves[1].effects = {"nonsense", "unknown += 1"};
  scenario.nodes[0].moves[1].target = "nowhere";    // Stays.
  scenario.nodes[0].speaker = PersonaId("nobody");  // The first persona.
  begin(std::move(scenario));
  EXPECT_EQ(offered(), "pitch stay price");
  say("pitch");
  EXPECT_EQ(m_step.state.node, 0);
}

TEST_F(MachineTest, NoNodesMeansNothingToSay) {
  Scenario scenario = testing::smallScenario();
  scenario.nodes.clear();
  begin(std::move(scenario));
  EXPECT_EQ(heard(), "");
  EXPECT_EQ(offered(), "");
}

TEST_F(MachineTest, ExitsInACircleStop) {
  Scenario scenario = testing::smallScenario();
  scenario.nodes[1].exits = {{"", "late"}};
  scenario.nodes[2].exits = {{"", "deep"}};
  begin(std::move(scenario));
  say("cite");
  EXPECT_FALSE(m_step.state.outcome);
}

TEST_F(MachineTest, AMeetingIsLengthenedOrCutByAnEffect) {
  Scenario scenario = testing::smallScenario();  // Of 12 minutes.
  scenario.nodes[1].moves[0].effects = {"meeting += 10"};
  scenario.nodes[1].moves[3].effects = {"meeting = 5"};
  begin(scenario);
  say("cite", 11);
  say("ask", 3);
  EXPECT_EQ(m_step.state.length, 22);
  EXPECT_FALSE(m_step.state.outcome);  // The clock stands at 14, but time is not up.
  say("promise", 0);
  EXPECT_EQ(heard(), "Reply to promise | Time is up. | Thursday, then.");
}

TEST_F(MachineTest, AVariableThatWrapsGoesOnFromItsOtherBound) {
  Scenario scenario = testing::smallScenario();
  scenario.variables.front() = {VariableId("trust"), false, 2, 5, 4, ""};
  scenario.variables.front().wraps = true;
  scenario.nodes[0].moves[2].effects = {"trust += 3"};
  scenario.nodes[0].moves[2].when.clear();
  begin(scenario);
  say("stay");
  EXPECT_EQ(value(0), 3);
  scenario.nodes[0].moves[2].effects = {"trust -= 11"};
  begin(scenario);
  say("stay");
  EXPECT_EQ(value(0), 5);
}

TEST_F(MachineTest, PlayingInPlaceIsTheSameCall) {
  begin();
  CallRunner runner(m_program);
  runner.start(0);
  for (const char* id : {"stay", "cite", "ask", "prescribe", "cite", "ask", "end"}) {
    const std::span<const int> offered = runner.offered();
    EXPECT_EQ(std::vector<int>(offered.begin(), offered.end()),
              offeredMoves(m_program, m_step.state));
    const auto move = offeredMove(m_program, m_step.state, MoveId(id));
    runner.play(move, 1);
    say(id);
    EXPECT_EQ(runner.state(), m_step.state);
    ASSERT_EQ(runner.said().size(), m_step.said.size());
    EXPECT_EQ(runner.said().back().text, m_step.said.back().text);
  }
  EXPECT_TRUE(runner.state().outcome);
  runner.start(0);
  EXPECT_EQ(runner.state(), startCall(m_program, 0).state);
}

TEST(Phase, ThirdsThenOvertime) {
  CallState state;
  state.length = 30;
  const auto at = [&](int minutes) {
    state.minutes = minutes;
    return phaseOf(state);
  };
  EXPECT_EQ(at(0), Phase::early);
  EXPECT_EQ(at(9), Phase::early);
  EXPECT_EQ(at(10), Phase::middle);
  EXPECT_EQ(at(20), Phase::late);
  EXPECT_EQ(at(29), Phase::late);
  EXPECT_EQ(at(30), Phase::overtime);
}

TEST(Conditions, EveryComparisonAndJointMeansWhatItSays) {
  Scenario scenario = testing::smallScenario();
  const std::vector<std::pair<std::string, bool>> cases = {
      {"trust == 4", true},
      {"trust != 4", false},
      {"trust < 4", false},
      {"trust <= 4", true},
      {"trust > 3", true},
      {"trust >= 5", false},
      {"not goal_shared", true},
      {"trust > 3 and goal_shared", false},
      {"goal_shared or trust > 3", true},
      {"not (goal_shared or trust > 3)", false},
      {"visited hello", true},
      {"visited deep", false},
      {"said cite", false},
      {"phase == early", true},
      {"phase >= middle", false},
      {"unknown", false},
      {"not unknown", true},
  };
  for (const auto& [text, expected] : cases) {
    scenario.nodes[0].moves[0].when = text;
    const Program program = compile(std::make_shared<const Scenario>(scenario));
    const CallState state = startCall(program, 0).state;
    EXPECT_EQ(holds(program, program.moves[0].when, state), expected) << text;
  }
}

// Ruth in the chair, and Jon beside her while he has patience.
Scenario twoInTheRoom() {
  Scenario out = testing::smallScenario();
  out.personas.front().present = "true";
  Persona jon = out.personas.front();
  jon.id = PersonaId("jon");
  jon.name = "Jon";
  jon.present = "jon.patience > 0";
  jon.topics.front().id = MoveId("jon_price");
  jon.topics.front().when.clear();
  jon.topics.front().effects = {"jon.patience -= 1", "jon.trust += 1"};
  out.personas.push_back(jon);
  out.variables.push_back({VariableId("patience"), false, 0, 5, 2, "", PersonaId("jon")});
  out.variables.push_back({VariableId("trust"), false, 0, 10, 2, "", PersonaId("jon")});
  return out;
}

TEST_F(MachineTest, EverybodyInTheRoomCanBeAskedAndAnswersForThemselves) {
  begin(twoInTheRoom());
  EXPECT_EQ(offered(), "cite pitch stay price jon_price");
  say("jon_price");
  ASSERT_EQ(m_step.said.size(), 1U);
  EXPECT_EQ(m_step.said.front().speaker, 1);
  EXPECT_EQ(roomOf(m_program, m_step.state), (std::vector<int>{0, 1}));
  say("jon_price");
  EXPECT_EQ(offered(), "cite pitch stay price");  // His patience is gone, and so is he.
  EXPECT_EQ(roomOf(m_program, m_step.state), std::vector<int>{0});
}

TEST_F(MachineTest, TheStateOfAPersonIsTheirsAlone) {
  begin(twoInTheRoom());
  say("jon_price");
  EXPECT_EQ(value(0), 4);  // trust
  EXPECT_EQ(value(3), 1);  // jon.patience
  EXPECT_EQ(value(4), 3);  // jon.trust
}

TEST_F(MachineTest, LinesThatFollowAreSaidByWhomeverTheyNameWhereTheirConditionHolds) {
  Scenario scenario = twoInTheRoom();
  Line& first = scenario.nodes.front().lines.back();
  first.then = {{LineId("jon_first"), PersonaId("jon"), "jon.patience >= 1", "I have five."},
                {LineId("never"), {}, "false", "Never said."},
                {LineId("ruth_then"), {}, {}, "Begin."}};
  begin(scenario);
  EXPECT_EQ(heard(), "I have ten minutes. | I have five. | Begin.");
  EXPECT_EQ(m_step.said[1].speaker, 1);
  EXPECT_EQ(m_step.said[2].speaker, 0);
}

TEST_F(MachineTest, AJunctionSaysNothingAndSendsOnByTheStateOfThePeople) {
  Scenario scenario = twoInTheRoom();
  Node junction;
  junction.id = NodeId("next");
  junction.exits = {{"jon.trust >= 3", "late"}, {"", "deep"}};
  scenario.nodes.push_back(junction);
  scenario.nodes.front().moves.front().target = "next";
  begin(scenario);
  say("cite");
  EXPECT_EQ(heard(), "Reply to cite | Go on.");
  begin(scenario);
  say("jon_price");
  say("cite");
  EXPECT_EQ(heard(), "Reply to cite | Time is up. | Thursday, then.");
}

TEST_F(MachineTest, HandingOverIsToldWhereNobodyIsLeftWhoWasThere) {
  Scenario scenario = twoInTheRoom();
  scenario.personas.front().present.clear();
  scenario.personas.back().present.clear();
  Node& deep = scenario.nodes[1];
  deep.speaker = PersonaId("jon");
  begin(scenario);
  say("cite");
  ASSERT_EQ(m_step.events.size(), 2U);
  EXPECT_EQ(m_step.events[1],
            (CallEvent{CallEvent::Kind::handedOver, 1, 1}));  // After Ruth's reply.
  say("ask");
  EXPECT_TRUE(m_step.events.empty());
  // With Ruth still at the table nobody is handed over.
  scenario.personas.front().present = "true";
  begin(scenario);
  say("cite");
  EXPECT_EQ(m_step.events.size(), 1U);
}

TEST_F(MachineTest, AVerdictIsSaidByWhomItNames) {
  Scenario scenario = twoInTheRoom();
  scenario.outcomes.front().speaker = PersonaId("jon");
  begin(scenario);
  say("cite");
  say("ask");
  say("end");
  EXPECT_EQ(m_step.said.back().text, "Thursday, then.");
  EXPECT_EQ(m_step.said.back().speaker, 1);
}

}  // namespace
}  // namespace sparring
