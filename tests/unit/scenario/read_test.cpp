#include "scenario/read.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/file.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

bool says(const ScenarioReading& reading, std::string_view code, std::string_view pointer) {
  return std::ranges::any_of(reading.diagnostics, [&](const Diagnostic& each) {
    return each.code == code && each.pointer == pointer;
  });
}

std::string repeated(const std::string& text, int times, const std::string& separator) {
  std::string out;
  for (int i = 0; i < times; ++i) out += (i == 0 ? "" : separator) + text;
  return out;
}

// A whole scenario with other members than nodes left empty.
std::string scenarioWith(const std::string& nodes, const std::string& personas = "") {
  return R"({"format":1,"id":"a","title":"A","personas":[)" + personas +
         R"(],"start":"n","nodes":[)" + nodes + R"(],"outcomes":[]})";
}

TEST(ReadScenarioTest, readsTheExampleOfTheDocument) {
  const auto document =
      readFile(std::string(SPARRING_SOURCE_DIR) + "/docs/scenario-format.md", 1'000'000);
  ASSERT_TRUE(document);
  const std::size_t begin = document->find("```json\n") + 8;
  const std::string example = document->substr(begin, document->find("\n```", begin) - begin);
  const ScenarioReading reading = readScenario(example);
  EXPECT_TRUE(reading.diagnostics.empty());
  EXPECT_TRUE(reading.isWhole);
  ASSERT_TRUE(reading.scenario);
  const Scenario& scenario = *reading.scenario;
  EXPECT_EQ(scenario.id, "first-minutes");
  EXPECT_EQ(scenario.minutes, 3);
  EXPECT_TRUE(scenario.guidedOnly);
  EXPECT_EQ(scenario.aimsFor, "goal");
  EXPECT_EQ(scenario.brief.usageScenarios.size(), 1U);
  ASSERT_EQ(scenario.brief.facts.size(), 1U);
  EXPECT_TRUE(scenario.brief.facts[0].isPublic);
  ASSERT_EQ(scenario.variables.size(), 2U);
  EXPECT_EQ(scenario.variables[0].most, 10);
  EXPECT_TRUE(scenario.variables[1].flag);
  ASSERT_EQ(scenario.interruptions.size(), 1U);
  EXPECT_EQ(scenario.interruptions[0].target, "no_time");
  ASSERT_EQ(scenario.nodes.size(), 1U);
  ASSERT_EQ(scenario.nodes[0].moves.size(), 1U);
  const Move& move = scenario.nodes[0].moves[0];
  EXPECT_EQ(move.phrasings.size(), 2U);
  EXPECT_EQ(move.minutes, 1);
  EXPECT_EQ(move.focus.at(0).about, Focus::customer);
  EXPECT_EQ(move.marks.at(0).sign, Sign::earned);
  EXPECT_EQ(move.target, "more_time");
  EXPECT_EQ(scenario.outcomes.at(0).shareOfWallet, 30);
}

TEST(ReadScenarioTest, whatIsLeftOutHasItsDefault) {
  const ScenarioReading reading =
      readScenario(scenarioWith(R"({"id":"n","speaker":"p","lines":[]})"));
  ASSERT_TRUE(reading.scenario);
  EXPECT_TRUE(reading.diagnostics.empty());
  EXPECT_EQ(reading.scenario->minutes, 30);
  EXPECT_EQ(reading.scenario->version, 1);
  EXPECT_TRUE(reading.scenario->ratioApplies);
  EXPECT_FALSE(reading.scenario->guidedOnly);
  EXPECT_TRUE(reading.scenario->nodes.at(0).moves.empty());
}

TEST(ReadScenarioTest, indexesTheLineOfEveryValue) {
  const ScenarioReading reading =
      readScenario("{\n\"nodes\":\n[{\n\"id\":\"a\",\n\"lines\": [\n1, 2]}],\n\"x/~y\": 1}");
  const std::map<std::string, int> expected = {{"", 1},
                                               {"/nodes", 2},
                                               {"/nodes/0", 3},
                                               {"/nodes/0/id", 4},
                                               {"/nodes/0/lines", 5},
                                               {"/nodes/0/lines/0", 6},
                                               {"/nodes/0/lines/1", 6},
                                               {"/x~1~0y", 7}};
  for (const auto& [pointer, line] : expected) {
    EXPECT_EQ(reading.lines.lineOf(pointer), line) << pointer;
  }
}

TEST(ReadScenarioTest, whatTheFileDoesNotHaveStandsWhereItsHolderDoes) {
  const ScenarioReading reading = readScenario("\n{\n\"nodes\": [\n{}, \n7]}");
  EXPECT_EQ(reading.lines.lineOf("/title"), 2);
  EXPECT_EQ(reading.lines.lineOf("/nodes/2/id"), 3);
  EXPECT_EQ(reading.lines.lineOf("/nodes/0/moves/3"), 4);
  EXPECT_EQ(reading.lines.lineOf("/nodes/1/id"), 5);
  EXPECT_EQ(LineIndex().lineOf("/nodes/0"), 0);
}

TEST(ReadScenarioTest, givesNoScenarioOnlyWhereThereIsNoJson) {
  EXPECT_FALSE(readScenario("").scenario);
  EXPECT_FALSE(readScenario("no").scenario);
  EXPECT_TRUE(readScenario("[]").scenario);
  EXPECT_TRUE(readScenario("{").scenario);
  EXPECT_TRUE(readScenario("{} and more").scenario);
}

TEST(ReadScenarioTest, aFileThatBreaksOffKeepsItsBeginning) {
  const std::string whole = scenarioWith(
      R"({"id":"n","speaker":"p","lines":[{"id":"l","text":"Hello."}]},{"id":"m","speaker":"p"})");
  const ScenarioReading reading = readScenario(whole.substr(0, whole.find("\"m\"")));
  EXPECT_FALSE(reading.isWhole);
  ASSERT_TRUE(reading.scenario);
  ASSERT_EQ(reading.scenario->nodes.size(), 2U);
  EXPECT_EQ(reading.scenario->nodes[0].lines.at(0).text, "Hello.");
  ASSERT_EQ(reading.diagnostics.size(), 1U);  // What is missing is not known to be missing.
  EXPECT_EQ(reading.diagnostics[0].code, "SC003");
}

TEST(ReadScenarioTest, everyPrefixOfAFileIsRead) {
  const auto bytes = readFile(std::string(SPARRING_SOURCE_DIR) +
                                  "/tests/golden/diagnostics/SC000-nothing-wrong/scenario.json",
                              1'000'000);
  ASSERT_TRUE(bytes);
  const std::size_t end = bytes->rfind('}');
  for (std::size_t length = 1; length <= end; ++length) {
    const ScenarioReading reading = readScenario(bytes->substr(0, length));
    ASSERT_TRUE(reading.scenario) << length;
    ASSERT_EQ(reading.diagnostics.size(), 1U) << length;
    ASSERT_EQ(reading.diagnostics[0].code, "SC003") << length;
  }
}

TEST(ReadScenarioTest, aFlagMayBeginAsTrue) {
  const std::string text = R"({"variables":[{"id":"a","flag":true,"initial":true},)"
                           R"({"id":"b","flag":true,"initial":1},{"id":"c","flag":true}]})";
  const Scenario scenario = readScenario(text).scenario.value();
  ASSERT_EQ(scenario.variables.size(), 3U);
  EXPECT_EQ(scenario.variables[0].initial, 1);
  EXPECT_EQ(scenario.variables[0], (Variable{VariableId("a"), true, 0, 1, 1, ""}));
  EXPECT_EQ(scenario.variables[1].initial, 1);
  EXPECT_EQ(scenario.variables[2].initial, 0);
}

TEST(ReadScenarioTest, diagnosticsAreSortedByLine) {
  const ScenarioReading reading = readScenario(
      "{\"format\": 1, \"id\": \"a\",\n\"x\": 1,\n\"title\": 2,\n\"y\": 3,\n\"x\": 4}");
  EXPECT_GT(reading.diagnostics.size(), 3U);
  EXPECT_TRUE(std::ranges::is_sorted(reading.diagnostics, {}, &Diagnostic::line));
}

TEST(ReadScenarioTest, moreNodesThanTheLimitAreSaid) {
  const std::string node = R"({"id":"n","speaker":"p","lines":[]})";
  const ScenarioReading reading = readScenario(scenarioWith(repeated(node, 20'001, ",")));
  EXPECT_EQ(reading.scenario.value().nodes.size(), 20'000U);
  EXPECT_TRUE(says(reading, "SC005", "/nodes/20000"));
}

TEST(ReadScenarioTest, moreMovesThanTheLimitAreSaid) {
  const std::string moves = repeated(R"({"id":"m","phrasings":[]})", 100'001, ",");
  const ScenarioReading reading =
      readScenario(scenarioWith(R"({"id":"n","speaker":"p","lines":[],"moves":[)" + moves + "]}",
                                R"({"id":"p","name":"P","topics":[)" + moves + "]}"));
  EXPECT_EQ(reading.scenario.value().nodes.at(0).moves.size(), 99'999U);
  EXPECT_TRUE(says(reading, "SC005", "/nodes/0/moves/99999"));
}

TEST(ReadScenarioTest, moreFaultsThanAreListedAreSaid) {
  std::string text = "{";
  for (int i = 0; i < 5'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
  text.back() = '}';
  const ScenarioReading reading = readScenario(text);
  EXPECT_EQ(reading.diagnostics.size(), 1'001U);
  EXPECT_TRUE(says(reading, "SC005", ""));
}

TEST(ReadScenarioTest, aLongTextIsCutBetweenCharacters) {
  const ScenarioReading reading =
      readScenario(R"({"title":"a)" + repeated("ä", 10'000, "") + "\"}");
  EXPECT_EQ(reading.scenario.value().title.size(), 19'999U);
  EXPECT_TRUE(says(reading, "SC005", "/title"));
}

TEST(LoadScenarioTest, readsAFile) {
  const TempFolder folder;
  ASSERT_TRUE(writeFile(folder / "a.json", scenarioWith("")));
  const auto reading = loadScenario(folder / "a.json");
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->scenario.value().id, "a");
}

TEST(LoadScenarioTest, failsWhereThereIsNoFile) {
  EXPECT_EQ(loadScenario("/nowhere/a.json").error().what, "There is no such file.");
}

}  // namespace
}  // namespace sparring
