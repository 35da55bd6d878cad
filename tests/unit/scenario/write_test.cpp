#include "scenario/write.h"

#include <gtest/gtest.h>

#include "sample.h"
#include "scenario/read.h"

namespace sparring {
namespace {

TEST(WriteScenarioTest, keysStandInAFixedOrderAndDefaultsAreLeftOut) {
  EXPECT_EQ(writeScenario(sampleScenario()), R"({
  "format": 1,
  "id": "sample",
  "version": 1,
  "title": "A sample",
  "minutes": 30,
  "brief": {},
  "personas": [
    {
      "id": "ceo",
      "name": "Ruth Marlow",
      "unclear": ["Pardon?"]
    }
  ],
  "variables": [
    { "id": "trust", "min": 0, "max": 10, "initial": 4 }
  ],
  "start": "hello",
  "nodes": [
    {
      "id": "hello",
      "speaker": "ceo",
      "lines": [
        { "id": "hello_1", "text": "Good morning." }
      ],
      "moves": [
        {
          "id": "ask",
          "phrasings": [
            "What would you change this year?",
            "What is to change?",
            "What is the goal?"
          ],
          "acts": ["ask_goal"],
          "effects": ["trust += 1"],
          "focus": [
            { "about": "customer", "words": "What would you change" }
          ],
          "marks": [
            {
              "rule": "accountable",
              "mark": "+",
              "words": "this year",
              "why": "It asks for a goal."
            }
          ],
          "replies": [
            { "id": "ask_1", "text": "The waste." }
          ],
          "target": "done"
        }
      ]
    }
  ],
  "outcomes": [
    { "id": "done", "verdict": "Thank you.", "share_of_wallet": 20 }
  ]
}
)");
}

TEST(WriteScenarioTest, anEmptyScenarioIsReadBackWithoutFaultsOfForm) {
  const Scenario empty;
  const ScenarioReading reading = readScenario(writeScenario(empty));
  EXPECT_TRUE(reading.diagnostics.empty());
  EXPECT_EQ(reading.scenario, empty);
}

TEST(WriteScenarioTest, aVariableKeepsItsBounds) {
  Scenario scenario = sampleScenario();
  scenario.variables = {{VariableId("a"), true, 0, 1, 0, ""},
                        {VariableId("b"), true, 0, 1, 1, "Said."},
                        {VariableId("c"), true, -1, 3, 2, ""},
                        {VariableId("d"), false, 0, 1, 0, ""}};
  const std::string bytes = writeScenario(scenario);
  EXPECT_NE(bytes.find(R"({ "id": "a", "flag": true })"), std::string::npos);
  EXPECT_NE(bytes.find(R"({ "id": "b", "flag": true, "initial": true, "meaning": "Said." })"),
            std::string::npos);
  EXPECT_NE(bytes.find(R"({ "id": "c", "flag": true, "min": -1, "max": 3, "initial": 2 })"),
            std::string::npos);
  EXPECT_NE(bytes.find(R"({ "id": "d", "min": 0, "max": 1, "initial": 0 })"), std::string::npos);
  EXPECT_EQ(readScenario(bytes).scenario, scenario);
}

TEST(WriteScenarioTest, aSmallEditMakesASmallDiff) {
  Scenario scenario = sampleScenario();
  const std::string before = writeScenario(scenario);
  scenario.outcomes.push_back({OutcomeId("sold"), "", "", "Deal.", 60});
  const std::string after = writeScenario(scenario);
  const std::string added = R"(,
    { "id": "sold", "verdict": "Deal.", "share_of_wallet": 60 })";
  const std::size_t place = after.find(added);
  ASSERT_NE(place, std::string::npos);
  EXPECT_EQ(std::string(after).erase(place, added.size()), before);
}

TEST(WriteScenarioTest, bytesThatAreNotUtf8AreMended) {
  Scenario scenario = sampleScenario();
  scenario.title =
      "B\xE4"
      "r";
  EXPECT_EQ(readScenario(writeScenario(scenario)).scenario.value().title, "B\uFFFDr");
}

}  // namespace
}  // namespace sparring
