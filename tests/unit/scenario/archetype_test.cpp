#include "scenario/archetype.h"

#include <gtest/gtest.h>

#include "sample.h"
#include "scenario/archetype_codes.h"

namespace sparring {
namespace {

const Vocabulary method = {{"concede", "request", "close"}, {}, {}};

// An archetype file with one reaction; `fields` are members besides its id and acts.
std::string file(const std::string& fields) {
  return R"({"format": 1, "id": "ceo", "title": "Chief", "reactions": [
{"id": "gives", "acts": ["concede"])" +
         fields + "}]}";
}

std::vector<std::string> codesOf(const std::string& bytes) {
  std::vector<std::string> codes;
  for (const Diagnostic& each : readArchetype(bytes, method).diagnostics) {
    codes.push_back(each.code);
  }
  return codes;
}
using Codes = std::vector<std::string>;

TEST(ReadArchetype, TakesEveryField) {
  const ArchetypeReading reading =
      readArchetype(file(R"(, "concept": "C4", "without": ["request"], "when": "trust >= 2",
              "effects": ["gives += 1"], "minutes": 2,
              "replies": [{"id": "a", "when": "said gives", "text": "Again?"},
                          {"id": "b", "text": "And?", "then": [{"id": "c", "text": "More."}]}])"),
                    method);
  EXPECT_TRUE(reading.diagnostics.empty());
  ASSERT_TRUE(reading.archetype);
  EXPECT_EQ(reading.archetype->id, "ceo");
  ASSERT_EQ(reading.archetype->reactions.size(), 1U);
  Move gives;
  gives.id = MoveId("gives");
  gives.acts = {ActId("concede")};
  gives.without = {ActId("request")};
  gives.when = "trust >= 2";
  gives.effects = {"gives += 1"};
  gives.minutes = 2;
  gives.replies = {{LineId("a"), {}, "said gives", "Again?"},
                   {LineId("b"), {}, "", "And?", {{LineId("c"), {}, "", "More."}}}};
  gives.carriesOut = "C4";
  EXPECT_EQ(reading.archetype->reactions.front(), gives);
}

TEST(ReadArchetype, SaysWhatIsWrongWithTheForm) {
  EXPECT_EQ(codesOf(""), Codes{"AR001"});
  EXPECT_FALSE(readArchetype("", method).archetype);
  EXPECT_EQ(codesOf("{]"), Codes{"AR002"});
  EXPECT_EQ(codesOf(file("").substr(0, 60)), Codes{"AR003"});
  EXPECT_EQ(codesOf(file(",\"minutes\": 1, \"minutes\": 2")), Codes{"AR006"});
  EXPECT_EQ(codesOf("[]"), Codes{"AR007"});
  EXPECT_EQ(codesOf(file(",\"when\": 5")), Codes{"AR007"});
  EXPECT_EQ(codesOf(file(",\"target\": \"end\"")), Codes{"AR008"});
  EXPECT_EQ(codesOf(R"({"format": 1, "id": "x", "title": "X"})"), Codes{"AR009"});
  EXPECT_EQ(codesOf(R"({"format": 2, "id": "x", "title": "X", "reactions": []})"), Codes{"AR010"});
}

TEST(ReadArchetype, SaysWhatIsWrongWithTheMeaning) {
  EXPECT_EQ(codesOf(R"({"format": 1, "id": "X", "title": "X", "reactions": []})"), Codes{"AR020"});
  EXPECT_EQ(codesOf(file(R"(}, {"id": "gives", "acts": ["close"])")), Codes{"AR021"});
  EXPECT_EQ(codesOf(file(R"(, "replies": [{"id": "a", "when": "trust", "text": "So?"}])")),
            Codes{"AR030"});
  EXPECT_EQ(codesOf(file(R"(, "replies": [{"id": "a", "text": " "}])")), Codes{"AR032"});
  EXPECT_EQ(codesOf(file(R"(, "when": "trust >=")")), Codes{"AR038"});
  EXPECT_EQ(codesOf(file(R"(, "effects": ["trust"])")), Codes{"AR039"});
  EXPECT_EQ(codesOf(file(R"(, "without": ["concede_more"])")), Codes{"AR045"});
  EXPECT_EQ(codesOf(file(R"(, "minutes": -1)")), Codes{"AR056"});
  EXPECT_EQ(codesOf(R"({"format": 1, "id": "x", "title": "X", "reactions": [{"id": "a"}]})"),
            Codes{"AR057"});
  EXPECT_EQ(codesOf(file(R"(, "replies": [{"id": "a", "text": "{rep}, {cfo}?"}])")),
            Codes{"AR059"});
}

TEST(ReadArchetype, KnowsNoNodesTopicsOrPeople) {
  EXPECT_EQ(codesOf(file(R"(, "when": "visited hello")")), Codes{"AR040"});
  EXPECT_EQ(codesOf(file(R"(, "when": "asked price")")), Codes{"AR040"});
  EXPECT_EQ(codesOf(file(R"(, "when": "said other")")), Codes{"AR040"});
  EXPECT_EQ(codesOf(file(R"(, "effects": ["cfo.trust += 1"])")), Codes{"AR040"});
  EXPECT_EQ(codesOf(file(R"(, "when": "said gives and phase >= late")")), Codes{});
}

TEST(ReadArchetype, EveryCodeNamesTheFaultOfTheSameNumberInAScenario) {
  for (const CodeEntry& each : archetypeCodeTable) {
    EXPECT_EQ(each.name.substr(2), entryOf(each.code).name.substr(2)) << each.title;
  }
}

TEST(IsArchetype, HasReactionsAtItsTopAndNoNodes) {
  EXPECT_TRUE(isArchetype(file("")));
  EXPECT_TRUE(isArchetype(R"({"reactions": 5)"));
  EXPECT_FALSE(isArchetype(R"({"reactions": [], "nodes": []})"));
  EXPECT_FALSE(isArchetype(R"({"personas": [{"reactions": []}]})"));
  EXPECT_FALSE(isArchetype(R"(["reactions"])"));
  EXPECT_FALSE(isArchetype(""));
}

class WithReactions : public ::testing::Test {
 protected:
  WithReactions() : m_scenario(sampleScenario()) {
    m_scenario.personas.front().archetype = "ceo";
    m_archetype.id = "ceo";
    m_archetype.reactions = {reaction("gives")};
  }
  static Move reaction(const std::string& id) {
    Move out;
    out.id = MoveId(id);
    out.acts = {ActId("concede")};
    out.replies = {{LineId(id + "_1"), {}, "", "And what else?"}};
    return out;
  }
  Move& gives() { return m_archetype.reactions.front(); }
  // The reactions of the first persona.
  std::vector<Move> merged() {
    return withReactions(m_scenario, std::span(&m_archetype, 1)).personas.front().reactions;
  }

  Scenario m_scenario;  // Has a variable "trust" and no other.
  Archetype m_archetype;
};

TEST_F(WithReactions, APersonaGetsThoseOfItsArchetypeUnderIdsOfItsOwn) {
  gives().replies.front().then = {{LineId("more"), {}, "said gives", "Again?"}};
  const std::vector<Move> found = merged();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id.value, "ceo-gives");
  EXPECT_EQ(found[0].acts, gives().acts);
  EXPECT_EQ(found[0].replies.front().id.value, "ceo-gives_1");
  EXPECT_EQ(found[0].replies.front().then.front().id.value, "ceo-more");
  EXPECT_EQ(found[0].replies.front().then.front().when, "said ceo-gives");
}

TEST_F(WithReactions, OnlyItsOwnArchetypeCounts) {
  m_scenario.personas.front().archetype = "delegatee";
  EXPECT_TRUE(merged().empty());
  m_scenario.personas.front().archetype.clear();
  m_archetype.id.clear();
  EXPECT_TRUE(merged().empty());
}

TEST_F(WithReactions, WhatTheAuthorWroteComesFirstAndWins) {
  Move own = reaction("own");
  Move instead = reaction("ceo-gives");
  instead.when = "false";
  m_scenario.personas.front().reactions = {own, instead};
  m_archetype.reactions.push_back(reaction("other"));
  const std::vector<Move> found = merged();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], own);
  EXPECT_EQ(found[1], instead);
  EXPECT_EQ(found[2].id.value, "ceo-other");
}

TEST_F(WithReactions, MergingAgainChangesNothing) {
  const Scenario once = withReactions(m_scenario, std::span(&m_archetype, 1));
  EXPECT_EQ(withReactions(once, std::span(&m_archetype, 1)), once);
}

TEST_F(WithReactions, ANameIsThePersonasVariableElseTheCalls) {
  gives().when = "trust <= 3 and not said gives";
  gives().effects = {"trust -= 1 if trust >= 2", "meeting -= 5"};
  EXPECT_EQ(merged().front().when, "trust <= 3 and not said ceo-gives");
  Variable own = m_scenario.variables.front();
  own.of = PersonaId("ceo");
  m_scenario.variables.push_back(own);
  const Move found = merged().front();
  EXPECT_EQ(found.when, "ceo.trust <= 3 and not said ceo-gives");
  EXPECT_EQ(found.effects,
            (std::vector<std::string>{"ceo.trust -= 1 if ceo.trust >= 2", "meeting -= 5"}));
}

TEST_F(WithReactions, WhatDependsOnAnUndeclaredVariableIsLeftOut) {
  gives().effects = {"gives += 1", "trust -= 1 if gives >= 2", "trust -= 1"};
  gives().replies.insert(gives().replies.begin(), {LineId("many"), {}, "gives >= 3", "Again."});
  const Move found = merged().front();
  EXPECT_EQ(found.effects, std::vector<std::string>{"trust -= 1"});
  ASSERT_EQ(found.replies.size(), 1U);
  EXPECT_EQ(found.replies.front().id.value, "ceo-gives_1");
  gives().when = "not goal_shared";
  EXPECT_TRUE(merged().empty());
}

}  // namespace
}  // namespace sparring
