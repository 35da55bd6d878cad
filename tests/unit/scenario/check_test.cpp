// What single files say is shown by the cases under tests/golden/diagnostics; here is what a file
// cannot show: scenarios made in memory, the vocabulary, hostile sizes, composition with reading.
#include "scenario/check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sample.h"
#include "scenario/findings.h"
#include "scenario/write.h"

namespace sparring {
namespace {

std::vector<std::string> codesOf(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& each : diagnostics) codes.push_back(each.code);
  return codes;
}

std::vector<std::string> codesOf(const Scenario& scenario) {
  return codesOf(checkScenario(scenario, {}));
}

using Codes = std::vector<std::string>;

TEST(CheckScenarioTest, findsNothingInTheSample) {
  EXPECT_EQ(codesOf(sampleScenario()), Codes{});
}

TEST(CheckScenarioTest, aScenarioInMemoryHasPointersAndNoLines) {
  Scenario scenario = sampleScenario();
  scenario.nodes[0].moves[0].target = "nowhere";
  const std::vector<Diagnostic> found = checkScenario(scenario, {});
  ASSERT_EQ(codesOf(found), (Codes{"SC022", "SC053"}));
  EXPECT_EQ(found[0].pointer, "/nodes/0/moves/0/target");
  EXPECT_EQ(found[0].line, 0);
}

TEST(CheckScenarioTest, anEmptyScenarioIsJudgedWithoutHarm) {
  const Codes codes = codesOf(Scenario{});
  for (const char* expected : {"SC020", "SC023", "SC032", "SC050"}) {
    EXPECT_NE(std::ranges::find(codes, expected), codes.end()) << expected;
  }
}

TEST(CheckScenarioTest, anEmptyVocabularyIsNotCheckedAgainst) {
  Scenario scenario = sampleScenario();
  scenario.aimsFor = "anything";
  scenario.nodes[0].moves[0].acts = {ActId("unheard_of")};
  scenario.personas[0].archetype = "baker";
  EXPECT_EQ(codesOf(scenario), Codes{});
  EXPECT_EQ(codesOf(checkScenario(scenario, {{"ask_goal"}, {"accountable"}, {"goal"}, {"ceo"}})),
            (Codes{"SC047", "SC045", "SC071"}));
}

TEST(CheckScenarioTest, whatArchetypesUseIsNotUnused) {
  Scenario scenario = sampleScenario();
  scenario.variables.push_back({VariableId("patience"), false, 0, 10, 4, ""});
  scenario.variables.push_back({VariableId("weather"), false, 0, 10, 4, ""});
  EXPECT_EQ(codesOf(scenario), (Codes{"SC044", "SC044"}));
  scenario.personas[0].archetype = "ceo";
  EXPECT_EQ(codesOf(scenario), Codes{"SC044"});
}

TEST(CheckScenarioTest, topicsAndReactionsAreJudgedLikeMoves) {
  Scenario scenario = sampleScenario();
  Move topic = scenario.nodes[0].moves[0];
  topic.id = MoveId("topic");
  topic.replies[0].id = LineId("topic_1");
  topic.effects = {"unknown += 1"};
  Move reaction = topic;
  reaction.id = MoveId("reaction");
  reaction.replies[0].id = LineId("reaction_1");
  reaction.phrasings.clear();  // A reaction needs none, and then its marks point nowhere.
  scenario.personas[0].topics = {topic};
  scenario.personas[0].reactions = {reaction};
  const std::vector<Diagnostic> found = checkScenario(scenario, {});
  ASSERT_EQ(codesOf(found), (Codes{"SC040", "SC040"}));
  EXPECT_EQ(found[0].pointer, "/personas/0/reactions/0/effects/0");
  EXPECT_EQ(found[1].pointer, "/personas/0/topics/0/effects/0");
}

TEST(CheckScenarioTest, aTopicWithATargetIsAWayOut) {
  Scenario scenario = sampleScenario();
  Move topic = scenario.nodes[0].moves[0];
  scenario.nodes[0].moves.clear();
  scenario.personas[0].topics = {topic};
  EXPECT_EQ(codesOf(scenario), Codes{});
}

TEST(CheckScenarioTest, whatTheMethodReadsNeedNotBeReadByAnyCondition) {
  Scenario scenario = sampleScenario();
  scenario.variables.push_back({VariableId("value_put"), true, 0, 1, 0, ""});
  scenario.variables.push_back({VariableId("mood"), true, 0, 1, 0, ""});
  scenario.nodes[0].moves[0].effects = {"trust += 1", "value_put = true", "mood = true"};
  const std::vector<Diagnostic> found = checkScenario(scenario, {});
  ASSERT_EQ(codesOf(found), Codes{"SC044"});
  EXPECT_EQ(found[0].pointer, "/variables/2");
}

TEST(CheckScenarioTest, nothingIsCalledUnusedWhileAConditionCannotBeRead) {
  Scenario scenario = sampleScenario();
  scenario.variables.push_back({VariableId("mood"), true, 0, 1, 0, ""});
  scenario.nodes[0].lines.insert(scenario.nodes[0].lines.begin(),
                                 {LineId("hello_0"), {}, "mood >", "Oh."});
  EXPECT_EQ(codesOf(scenario), Codes{"SC038"});
}

TEST(CheckScenarioTest, ofALongListOfRepliesNoneIsWronglyCalledHidden) {
  Scenario scenario = sampleScenario();
  scenario.variables.push_back({VariableId("mood"), false, 0, 500, 0, ""});
  Move& ask = scenario.nodes[0].moves[0];
  ask.effects.emplace_back("mood += 1");
  ask.replies.clear();
  for (int i = 0; i < 200; ++i) {
    ask.replies.push_back(
        {LineId("r" + std::to_string(i)), {}, "mood >= " + std::to_string(400 - i), "Well."});
  }
  EXPECT_EQ(codesOf(scenario), Codes{});
  ask.replies.push_back({LineId("last"), {}, "mood >= 450", "Oh."});
  std::swap(ask.replies[200], ask.replies[10]);
  EXPECT_EQ(codesOf(scenario), Codes{"SC061"});
}

TEST(CheckScenarioTest, anExitThatCannotBeTakenInItsOwnNodeIsNotCalledHidden) {
  Scenario scenario = sampleScenario();
  scenario.nodes[0].exits = {{"not visited hello", "done"}, {"trust > 8", "done"}};
  EXPECT_EQ(codesOf(scenario), Codes{"SC060"});
}

// A hostile chain: each node only leads on to the next, by an exit.
Scenario longChain(std::size_t length) {
  Scenario scenario = sampleScenario();
  const Line line = scenario.nodes[0].lines[0];
  scenario.nodes.clear();
  for (std::size_t i = 0; i < length; ++i) {
    const std::string id = "n" + std::to_string(i);
    Node node;
    node.id = NodeId(id);
    node.speaker = PersonaId("ceo");
    node.lines = {line};
    node.lines[0].id = LineId(id);
    node.exits = {{"", i + 1 < length ? "n" + std::to_string(i + 1) : "done"}};
    scenario.nodes.push_back(node);
  }
  scenario.start = "n0";
  scenario.variables.clear();
  return scenario;
}

TEST(CheckScenarioTest, aLongChainOfExitsIsNoTrouble) {
  Scenario scenario = longChain(20'000);
  EXPECT_EQ(codesOf(scenario), Codes{});
  scenario.nodes.back().exits[0].target = "n0";
  EXPECT_EQ(codesOf(scenario), (Codes{"SC027", "SC053"}));
}

TEST(CheckScenarioTest, thousandsOfFaultsAreListedInPart) {
  Scenario scenario = longChain(5'000);
  for (Node& node : scenario.nodes) node.exits[0].target = "m" + node.id.value;
  const std::vector<Diagnostic> found = checkScenario(scenario, {});
  ASSERT_EQ(found.size(), 1'001U);
  EXPECT_EQ(found.back().code, "SC005");
}

TEST(AddMeaningTest, composesFormAndMeaningInTheOrderOfTheFile) {
  Scenario scenario = sampleScenario();
  scenario.nodes[0].speaker = PersonaId("cfo");
  std::string bytes = writeScenario(scenario);
  bytes.replace(bytes.find("\"minutes\": 30"), 13, "\"minutes\": \"30\"");
  ScenarioReading reading = readScenario(bytes);
  addMeaning(reading, {});
  EXPECT_EQ(codesOf(reading.diagnostics), (Codes{"SC007", "SC054", "SC028"}));
}

TEST(AddMeaningTest, sayNothingOfWhatIsNotWhole) {
  for (const char* bytes : {"", "{\"format\": 1, \"nodes\": [", "[1]"}) {
    ScenarioReading reading = readScenario(bytes);
    const std::vector<Diagnostic> before = reading.diagnostics;
    addMeaning(reading, {});
    EXPECT_EQ(reading.diagnostics, before) << bytes;
  }
}

TEST(EditDistanceTest, countsEdits) {
  EXPECT_EQ(editDistance("target", "target", 3), 0);
  EXPECT_EQ(editDistance("tagret", "target", 3), 1);
  EXPECT_EQ(editDistance("targt", "target", 3), 1);
  EXPECT_EQ(editDistance("", "abc", 3), 3);
  EXPECT_EQ(editDistance("kitten", "sitting", 3), 3);
  EXPECT_EQ(editDistance("kitten", "sitting", 2), 3);
  EXPECT_EQ(editDistance("abc", "xyzuvw", 2), 3);
}

}  // namespace
}  // namespace sparring
