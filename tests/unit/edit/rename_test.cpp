#include "edit/rename.h"

#include <gtest/gtest.h>

#include "edit/fields.h"
#include "scenario/write.h"
#include "unit/edit/full_scenario.h"

namespace sparring {
namespace {

// What is written at `pointer`, as a text.
std::string textAt(const Scenario& scenario, const std::string& pointer) {
  const auto field = fieldAt(scenario, pointer);
  return field && std::holds_alternative<std::string>(*field) ? std::get<std::string>(*field)
                                                              : "(no text)";
}

class Renaming : public ::testing::Test {
 protected:
  void rename(const std::string& pointer, const std::string& newId) {
    const auto edit = renameId(scenario, pointer, newId);
    ASSERT_TRUE(edit) << "The new id was refused.";
    const std::string before = writeScenario(scenario);
    auto inverse = apply(scenario, *edit);
    ASSERT_TRUE(inverse) << "The renaming does not fit the scenario.";
    Scenario undone = scenario;
    ASSERT_TRUE(apply(undone, *inverse));
    EXPECT_EQ(writeScenario(undone), before);
  }

  void refuse(const std::string& pointer, const std::string& newId) {
    EXPECT_FALSE(renameId(scenario, pointer, newId)) << pointer << " to " << newId;
  }

  // How many values differ from those of the full scenario.
  int changes() const {
    std::vector<std::string> before;
    const auto text = [](const auto& value) {
      if constexpr (requires { std::string(value.value); }) {
        return value.value;
      } else if constexpr (requires { std::string(value); }) {
        return std::string(value);
      } else {
        return std::string();
      }
    };
    forEachValue(m_before, [&](const auto& value, const std::string&, Role) {
      before.push_back(text(value));
    });
    int count = 0;
    auto each = before.begin();
    forEachValue(scenario, [&](const auto& value, const std::string&, Role) {
      if (text(value) != *each++) ++count;
    });
    return count;
  }

  Scenario scenario = fullScenario();

 private:
  const Scenario m_before = fullScenario();
};

TEST_F(Renaming, ANodeIsRenamedInTargetsTheStartAndVisited) {
  rename("/nodes/1/id", "prices");
  EXPECT_EQ(textAt(scenario, "/nodes/1/id"), "prices");
  EXPECT_EQ(scenario.start, "prices");
  EXPECT_EQ(textAt(scenario, "/interruptions/0/target"), "prices");
  EXPECT_EQ(textAt(scenario, "/nodes/0/exits/1/target"), "prices");
  EXPECT_EQ(textAt(scenario, "/nodes/0/moves/1/target"), "prices");
  EXPECT_EQ(textAt(scenario, "/personas/1/reactions/0/target"), "prices");
  EXPECT_EQ(textAt(scenario, "/interruptions/0/when"), "phase == overtime and visited prices");
  EXPECT_EQ(textAt(scenario, "/nodes/0/lines/0/when"), "visited prices");
  EXPECT_EQ(textAt(scenario, "/personas/0/present"), "visited prices and cfo.trust");
  EXPECT_EQ(textAt(scenario, "/personas/1/topics/0/when"),
            "trust >= 2 and not (asked price or said cite) and visited prices");
  EXPECT_EQ(textAt(scenario, "/nodes/0/moves/0/effects/2"), "goal = true if visited prices");
  EXPECT_EQ(writeScenario(scenario).find("\"costs\""), std::string::npos);
  EXPECT_EQ(writeScenario(scenario).find(" costs"), std::string::npos);
}

TEST_F(Renaming, AnOutcomeIsRenamedInTargetsOnly) {
  scenario.nodes[0].lines[0].when = "visited won";
  rename("/outcomes/0/id", "order");
  EXPECT_EQ(textAt(scenario, "/interruptions/1/target"), "order");
  EXPECT_EQ(textAt(scenario, "/nodes/1/exits/0/target"), "order");
  EXPECT_EQ(textAt(scenario, "/nodes/0/lines/0/when"), "visited won");
  EXPECT_EQ(textAt(scenario, "/outcomes/0/kind"), "order");
}

TEST_F(Renaming, AMoveATopicAndAReactionAreRenamedWhereTheyWereSaidOrAsked) {
  scenario.nodes[0].lines[0].when = "asked listing or said price or visited price";
  rename("/nodes/0/moves/0/id", "quote");
  rename("/personas/1/topics/0/id", "budget");
  rename("/personas/1/reactions/0/id", "features");
  EXPECT_EQ(textAt(scenario, "/nodes/0/lines/0/when"),
            "asked features or said budget or visited price");
  EXPECT_EQ(textAt(scenario, "/nodes/0/moves/1/when"),
            "trust >= 2 and not (asked budget or said quote) and visited costs");
  EXPECT_EQ(textAt(scenario, "/nodes/0/moves/1/effects/1"), "cfo.trust -= 1 if said quote");
}

TEST_F(Renaming, AVariableOfTheCallIsNotThatOfAPersona) {
  rename("/variables/1/id", "belief");
  EXPECT_EQ(textAt(scenario, "/variants/0/effects/0"), "belief -= 1");
  EXPECT_EQ(textAt(scenario, "/variants/0/effects/1"), "cfo.trust = 2");
  EXPECT_EQ(textAt(scenario, "/interruptions/1/when"), "belief == 0");
  EXPECT_EQ(textAt(scenario, "/nodes/0/moves/0/effects/1"), "cfo.trust -= 1 if said cite");
}

TEST_F(Renaming, AVariableOfAPersonaKeepsItsPersona) {
  rename("/variables/0/id", "belief");
  EXPECT_EQ(textAt(scenario, "/variants/0/effects/0"), "trust -= 1");
  EXPECT_EQ(textAt(scenario, "/variants/0/effects/1"), "cfo.belief = 2");
  EXPECT_EQ(textAt(scenario, "/personas/0/present"), "visited costs and cfo.belief");
  EXPECT_EQ(textAt(scenario, "/nodes/0/lines/0/then/0/when"), "cfo.belief >= 3");
}

TEST_F(Renaming, APersonaIsRenamedWhereATextLeavesItsNameOpen) {
  scenario.nodes[0].lines[0].text = "Ask {cfo}, {rep}. Not {ceo}, {cfo }";
  scenario.nodes[0].moves[0].phrasings[0] = "{cfo}{cfo}";
  rename("/personas/1/id", "treasurer");
  EXPECT_EQ(textAt(scenario, "/nodes/0/lines/0/text"), "Ask {treasurer}, {rep}. Not {ceo}, {cfo }");
  EXPECT_EQ(textAt(scenario, "/nodes/0/moves/0/phrasings/0"), "{treasurer}{treasurer}");
}

TEST_F(Renaming, APersonaIsRenamedWhereItSpeaksAndInItsState) {
  rename("/personas/1/id", "treasurer");
  EXPECT_EQ(textAt(scenario, "/variables/0/of"), "treasurer");
  EXPECT_EQ(textAt(scenario, "/nodes/0/speaker"), "treasurer");
  EXPECT_EQ(textAt(scenario, "/nodes/0/lines/0/then/1/speaker"), "treasurer");
  EXPECT_EQ(textAt(scenario, "/nodes/0/lines/0/then/0/speaker"), "ceo");
  EXPECT_EQ(textAt(scenario, "/outcomes/0/speaker"), "treasurer");
  EXPECT_EQ(textAt(scenario, "/variants/0/effects/1"), "treasurer.trust = 2");
  EXPECT_EQ(textAt(scenario, "/personas/1/present"), "visited costs and treasurer.trust");
  EXPECT_EQ(writeScenario(scenario).find("cfo"), std::string::npos);
}

TEST_F(Renaming, AFactIsRenamedWhereMovesUseIt) {
  rename("/brief/facts/0/id", "scraps");
  EXPECT_EQ(textAt(scenario, "/nodes/0/moves/1/facts/0"), "scraps");
  EXPECT_EQ(textAt(scenario, "/nodes/0/moves/1/facts/1"), "letter");
  EXPECT_EQ(textAt(scenario, "/personas/1/topics/1/facts/0"), "scraps");
  EXPECT_EQ(textAt(scenario, "/brief/facts/0/keys/0"), "waste");
}

TEST_F(Renaming, WhatNothingNamesIsTheOnlyThingThatChanges) {
  for (const char* pointer :
       {"/id", "/variants/0/id", "/nodes/0/lines/0/id", "/nodes/0/moves/0/replies/1/then/0/id"}) {
    SCOPED_TRACE(pointer);
    scenario = fullScenario();
    rename(pointer, "another");
    EXPECT_EQ(textAt(scenario, pointer), "another");
    EXPECT_EQ(changes(), 1);
  }
}

TEST_F(Renaming, TheSameNameOfAnotherKindOfThingStays) {
  scenario.nodes[0].id.value = "same";
  scenario.nodes[0].moves[0].id.value = "same";
  scenario.variables[2].id.value = "same";
  scenario.personas[0].id.value = "same";
  scenario.brief.facts[0].id.value = "same";
  scenario.start = "same";
  scenario.nodes[1].speaker.value = "same";
  scenario.nodes[0].moves[1].facts[0].value = "same";
  const std::string when = "visited same and said same and asked same and same and same.same";
  scenario.nodes[0].moves[1].when = when;
  rename("/nodes/0/id", "node");
  rename("/nodes/0/moves/0/id", "move");
  rename("/variables/2/id", "variable");
  rename("/personas/0/id", "persona");
  rename("/brief/facts/0/id", "fact");
  EXPECT_EQ(scenario.start, "node");
  EXPECT_EQ(scenario.nodes[1].speaker.value, "persona");
  EXPECT_EQ(scenario.nodes[0].moves[1].facts[0].value, "fact");
  EXPECT_EQ(scenario.nodes[0].moves[1].when,
            "visited node and said move and asked move and variable and persona.same");
}

TEST_F(Renaming, OtherWordsThatHoldTheNameAndTheWordingStay) {
  scenario.variables[2].id.value = "a";
  scenario.nodes[0].moves[0].when =
      "( a>1or\tan<2 )  and not ba and a.b and a-b and x.a and a_ = a";
  scenario.nodes[0].moves[0].effects = {"a=1 if  a", "ab += 1"};
  rename("/variables/2/id", "longer");
  EXPECT_EQ(scenario.nodes[0].moves[0].when,
            "( longer>1or\tan<2 )  and not ba and a.b and a-b and x.a and a_ = longer");
  EXPECT_EQ(scenario.nodes[0].moves[0].effects,
            (std::vector<std::string>{"longer=1 if  longer", "ab += 1"}));
}

TEST_F(Renaming, TheWordsOfTheLanguageStay) {
  scenario.nodes[0].id.value = "late";
  scenario.nodes[0].lines[0].when = "phase >= late and visited late";
  rename("/nodes/0/id", "goodbye");
  EXPECT_EQ(scenario.nodes[0].lines[0].when, "phase >= late and visited goodbye");
}

TEST_F(Renaming, WhatABuyerSaysStays) {
  scenario.nodes[0].lines[0].text = "I visited costs; trust costs.";
  scenario.nodes[0].title = "costs";
  rename("/nodes/1/id", "prices");
  rename("/variables/1/id", "belief");
  EXPECT_EQ(scenario.nodes[0].lines[0].text, "I visited costs; trust costs.");
  EXPECT_EQ(scenario.nodes[0].title, "costs");
}

TEST_F(Renaming, ReferencesThatTwoThingsCouldMeanStay) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"/nodes/0/id", "/nodes/1/id"},
      {"/personas/0/id", "/personas/1/id"},
      {"/nodes/0/moves/0/id", "/personas/1/topics/0/id"},
      {"/brief/facts/1/id", "/brief/facts/0/id"},
  };
  for (const auto& [copy, original] : pairs) {
    SCOPED_TRACE(copy);
    scenario = fullScenario();
    ASSERT_TRUE(apply(scenario, {SetField{copy, textAt(scenario, original)}}));
    const std::string before = writeScenario(scenario);
    rename(copy, "another");
    ASSERT_TRUE(apply(scenario, {SetField{copy, textAt(scenario, original)}}));
    EXPECT_EQ(writeScenario(scenario), before);
  }
}

TEST_F(Renaming, ATargetThatANodeAndAnOutcomeCouldMeanStays) {
  scenario.outcomes[0].id.value = "costs";
  rename("/nodes/1/id", "prices");
  EXPECT_EQ(scenario.start, "costs");
  EXPECT_EQ(textAt(scenario, "/nodes/0/lines/0/when"), "visited prices");
}

TEST_F(Renaming, AThingWithoutAnIdGetsOneAndEmptyPlacesStayEmpty) {
  scenario.nodes[0].id.value.clear();
  scenario.nodes[0].moves[0].target.clear();
  scenario.personas[0].id.value.clear();
  scenario.nodes[0].lines[0].speaker.value.clear();
  rename("/nodes/0/id", "hello");
  rename("/personas/0/id", "chief");
  EXPECT_EQ(scenario.nodes[0].moves[0].target, "");
  EXPECT_EQ(scenario.nodes[0].lines[0].speaker.value, "");
}

TEST_F(Renaming, ThePresentIdChangesNothing) {
  rename("/nodes/1/id", "costs");
  EXPECT_EQ(changes(), 0);
}

TEST_F(Renaming, AnIdThatAnotherThingHasIsRefused) {
  refuse("/nodes/0/id", "costs");
  refuse("/nodes/0/id", "won");
  refuse("/outcomes/0/id", "hello");
  refuse("/personas/0/id", "cfo");
  refuse("/nodes/0/moves/0/id", "team");
  refuse("/personas/1/reactions/0/id", "cite");
  refuse("/brief/facts/0/id", "letter");
  refuse("/variants/0/id", "wary");
  refuse("/nodes/0/lines/0/id", "price_reply_then");
  refuse("/variables/1/id", "goal");
  rename("/variables/0/id", "goal");  // Of the persona: another name.
}

TEST_F(Renaming, AnIdThatConditionsCouldNotNameIsRefused) {
  for (const char* id : {"", "Costs", "1st", "a b", "a.b", "costs!"}) {
    refuse("/nodes/0/id", id);
    refuse("/nodes/0/lines/0/id", id);
  }
  refuse("/variables/1/id", "late");
  refuse("/variables/1/id", "not");
  for (const char* id : {"a-", "a--b"}) {
    refuse("/variables/1/id", id);
    refuse("/nodes/0/id", id);
    refuse("/nodes/0/moves/0/id", id);
    refuse("/personas/0/id", id);
  }
  rename("/variables/0/id", "late");  // As in `cfo.late`.
  rename("/nodes/0/id", "late");      // As in `visited late`.
}

TEST_F(Renaming, WhatIsNoIdIsRefused) {
  for (const char* pointer : {"", "/", "id", "/title", "/nodes/0", "/nodes/0/title", "/nodes/9/id",
                              "/nodes/0/speaker", "/nodes/id", "/brief/id", "/nodes/0/exits/0/id",
                              "/nodes/0/moves/0/facts/0", "/nodes/0/moves/0/marks/0/rule"}) {
    refuse(pointer, "another");
  }
}

TEST(FreshId, IsTheStemWhereNothingHasIt) {
  EXPECT_EQ(freshId(fullScenario(), "brand_new"), "brand_new");
  EXPECT_EQ(freshId(Scenario(), "node"), "node");
}

TEST(FreshId, IsFreeAmongThingsOfEveryKind) {
  const Scenario scenario = fullScenario();
  for (const char* taken : {"full", "waste", "ceo", "price", "listing", "trust", "plain", "costs",
                            "hello_first", "hello_first_then", "cite", "cite_reply", "won"}) {
    EXPECT_EQ(freshId(scenario, taken), std::string(taken) + "_2");
  }
}

TEST(FreshId, HasTheFirstFreeNumber) {
  Scenario scenario = fullScenario();
  scenario.outcomes[0].id.value = "cite_2";
  scenario.personas[0].id.value = "cite_3";
  scenario.nodes[0].id.value = "cite_5";
  EXPECT_EQ(freshId(scenario, "cite"), "cite_4");
}

TEST(FreshId, IsNoWordOfConditions) {
  EXPECT_EQ(freshId(Scenario(), "late"), "late_2");
  EXPECT_EQ(freshId(Scenario(), "said"), "said_2");
  EXPECT_EQ(freshId(Scenario(), "later"), "later");
}

}  // namespace
}  // namespace sparring
