// The archetypes as they ship: they read, and the mechanics of the method act in a call.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/file.h"
#include "scenario/expression.h"
#include "session/practice_session.h"
#include "support/naming_reader.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

const std::filesystem::path folder = std::filesystem::path(SPARRING_SOURCE_DIR) / "data/archetypes";

std::vector<Archetype> shippedArchetypes() {
  auto archetypes = openArchetypes(folder, *testing::shippedMethod().method);
  EXPECT_TRUE(archetypes) << (archetypes ? "" : sentence(archetypes.error()));
  return archetypes.value_or(std::vector<Archetype>());
}

// One buyer of a kind, who keeps account of all that archetypes know, and a seller who says things
// in own words that match nothing and do something.
class ArchetypeCall : public ::testing::Test {
 protected:
  ArchetypeCall() {
    m_scenario = testing::smallScenario();
    Variable number{VariableId(), false, 0, 10, 5, ""};
    for (const char* id : {"patience", "interest", "delegate_urge", "gives", "pride"}) {
      number.id = VariableId(id);
      m_scenario.variables.push_back(number);
    }
    Variable flag{VariableId(), true, 0, 1, 0, ""};
    for (const char* id : {"value_put", "power_known", "wired", "problem_admitted"}) {
      flag.id = VariableId(id);
      m_scenario.variables.push_back(flag);
    }
    m_scenario.minutes = 100;
  }
  // Variables begin as given, the others in the middle.
  void meet(const char* archetype, const std::vector<std::pair<std::string, int>>& state = {}) {
    m_scenario.personas.front().archetype = archetype;
    for (const auto& [name, value] : state) {
      for (Variable& each : m_scenario.variables) {
        if (nameOf(each) == name) each.initial = value;
      }
    }
    m_session.emplace(PracticeSession::begin(
        readyToPlay(testing::loaded(m_scenario), shippedArchetypes()), testing::shippedMethod(), {},
        0, {nullptr, &m_understanding, testing::tickingClock(), testing::countingIds()}));
  }
  // What the buyer answers to words that do this.
  std::string does(const std::vector<std::string>& acts) {
    std::string words;
    for (const std::string& each : acts) words += each + ". ";
    const Exchange& exchange = m_session->say(words, std::nullopt, Understood::nothing);
    return exchange.answer.said.empty() ? "" : exchange.answer.said.front().text;
  }
  bool asksBack(const std::vector<std::string>& acts) {
    const std::vector<std::string>& unclear = m_scenario.personas.front().unclear;
    return std::ranges::find(unclear, does(acts)) != unclear.end();
  }
  int value(const char* name) const {
    for (std::size_t i = 0; i < m_scenario.variables.size(); ++i) {
      if (nameOf(m_scenario.variables[i]) == name) return m_session->state().variables[i];
    }
    ADD_FAILURE() << name;
    return -1;
  }

  Understanding m_understanding = testing::namingReader(*testing::shippedMethod().method);
  Scenario m_scenario;
  std::optional<PracticeSession> m_session;
};

TEST(ShippedArchetypes, HaveNothingWrong) {
  const Vocabulary vocabulary = vocabularyOf(*testing::shippedMethod().method);
  std::set<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto bytes = readFile(entry.path(), maxArchetypeBytes);
    ASSERT_TRUE(bytes);
    const ArchetypeReading reading = readArchetype(*bytes, vocabulary);
    for (const Diagnostic& each : reading.diagnostics) {
      ADD_FAILURE() << formatDiagnostic(entry.path().string(), each);
    }
    ASSERT_TRUE(reading.archetype);
    EXPECT_EQ(reading.archetype->id, entry.path().stem());
    ids.insert(reading.archetype->id);
  }
  EXPECT_GE(ids.size(), 9U);
}

TEST(ShippedArchetypes, UseTheVariablesThatScenariosAreToldOf) {
  std::set<std::string, std::less<>> used;
  const auto add = [&](const std::string& expression) {
    for (const NameInText& each : namesIn(expression)) {
      if (each.reference.kind == Reference::Kind::variable) used.insert(each.reference.name);
    }
  };
  for (const Archetype& archetype : shippedArchetypes()) {
    for (const Move& each : archetype.reactions) {
      add(each.when);
      for (const std::string& effect : each.effects) add(effect);
      for (const Line& reply : each.replies) add(reply.when);
    }
  }
  EXPECT_EQ(used, (std::set<std::string, std::less<>>(archetypeVariables.begin(),
                                                      archetypeVariables.end())));
}

TEST(ShippedArchetypes, EveryPersonaThatShipsIsOfAKindThatReacts) {
  std::set<std::string> ids;
  for (const Archetype& each : shippedArchetypes()) ids.insert(each.id);
  for (const ScenarioFile& file :
       openScenarios(std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios", nullptr)) {
    for (const Persona& each : file.loaded.scenario->personas) {
      EXPECT_TRUE(ids.contains(each.archetype)) << file.path << ": " << each.id.value;
    }
  }
}

TEST_F(ArchetypeCall, EveryKindAnswersWhateverATurnDoes) {
  const LoadedMethod method = testing::shippedMethod();
  for (const Archetype& each : shippedArchetypes()) {
    meet(each.id.c_str());
    for (const ActDefinition& act : method.method->acts) {
      EXPECT_FALSE(asksBack({act.id.value})) << each.id << " to " << act.id.value;
    }
  }
}

TEST_F(ArchetypeCall, C1FeaturesRaiseTheUrgeToDelegate) {
  meet("ceo", {{"delegate_urge", 0}});
  does({"feature_claim"});
  EXPECT_EQ(value("delegate_urge"), 2);
  does({"feature_claim", "usage_scenario"});  // Said by whom it would help: no list.
  EXPECT_EQ(value("delegate_urge"), 2);
}

TEST_F(ArchetypeCall, C4AGiftWeakensAndAsksForMoreATradeDoesNot) {
  for (const char* kind : {"ceo", "delegatee", "committee_member", "procurement", "cfo", "coo"}) {
    meet(kind, {{"trust", 5}, {"gives", 0}});
    const std::string first = does({"concede"});
    EXPECT_EQ(value("gives"), 1) << kind;
    EXPECT_EQ(value("trust"), 4) << kind;
    does({"concede", "request"});
    EXPECT_EQ(value("gives"), 1) << kind;
    EXPECT_EQ(value("trust"), 4) << kind;
    does({"concede"});
    EXPECT_NE(does({"concede"}), first) << kind;
    EXPECT_EQ(value("trust"), 2) << kind;
  }
}

TEST_F(ArchetypeCall, C5WhoCannotBuySaysSo) {
  meet("delegatee", {{"trust", 5}});
  EXPECT_NE(does({"close"}).find("I cannot buy"), std::string::npos);
  EXPECT_EQ(value("trust"), 4);
}

TEST_F(ArchetypeCall, C6SteppingBackIsRespectedAndTellsOfARaceThatIsRun) {
  meet("committee_member", {{"trust", 5}});
  const std::string open = does({"disqualify"});
  EXPECT_EQ(value("trust"), 6);
  meet("committee_member", {{"wired", 1}});
  EXPECT_NE(does({"disqualify"}), open);
}

TEST_F(ArchetypeCall, C7AnExecutiveIsAskedForTheGoalOnce) {
  meet("ceo", {{"trust", 5}});
  const std::string before = does({"ask_goal"});
  meet("ceo", {{"trust", 5}, {"goal_shared", 1}});
  EXPECT_NE(does({"ask_goal"}), before);
}

TEST_F(ArchetypeCall, C9TellingTheAnswerBeforeTheDiagnosisCostsTrust) {
  meet("ceo", {{"trust", 5}, {"diagnosed", 2}});
  does({"prescribe"});
  EXPECT_EQ(value("trust"), 4);
  meet("ceo", {{"trust", 5}, {"diagnosed", 3}});
  does({"prescribe"});
  EXPECT_EQ(value("trust"), 5);
}

TEST_F(ArchetypeCall, C11ContrastingBeforeTheGoalCostsTrust) {
  meet("ceo", {{"trust", 5}, {"goal_shared", 0}});
  does({"compare_competitor"});
  EXPECT_EQ(value("trust"), 4);
  meet("ceo", {{"trust", 5}, {"goal_shared", 1}});
  does({"compare_competitor"});
  EXPECT_EQ(value("trust"), 5);
}

TEST_F(ArchetypeCall, C13ClosingBeforeTheValueIsPutCosts) {
  meet("ceo", {{"trust", 5}, {"patience", 5}, {"value_put", 0}});
  does({"close"});
  EXPECT_EQ(value("trust"), 4);
  EXPECT_EQ(value("patience"), 4);
  meet("ceo", {{"trust", 5}, {"patience", 5}, {"value_put", 1}});
  does({"close"});
  EXPECT_EQ(value("trust"), 5);
  EXPECT_EQ(value("patience"), 5);
}

TEST_F(ArchetypeCall, AnAuthoredMoveFeelsThemToo) {
  meet("ceo", {{"delegate_urge", 0}});
  m_session->choose(MoveId("pitch"));  // A feature claim that changes trust only.
  EXPECT_EQ(value("delegate_urge"), 2);
}

}  // namespace
}  // namespace sparring
