#include "dialogue/reactions.h"

#include <gtest/gtest.h>

#include <string>

#include "dialogue/machine.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

Move reaction(const char* id, std::vector<ActId> acts, std::vector<std::string> effects,
              const char* reply) {
  Move out;
  out.id = MoveId(id);
  out.acts = std::move(acts);
  out.effects = std::move(effects);
  if (*reply != '\0') out.replies = {{LineId(std::string(id) + "_l"), {}, {}, reply}};
  return out;
}

// The small scenario with a buyer who also reacts to what a turn does.
class ReactionsTest : public ::testing::Test {
 protected:
  ReactionsTest() : m_scenario(testing::smallScenario()) {
    m_scenario.variables.push_back({VariableId("urge"), false, 0, 10, 0, "To delegate."});
  }
  Persona& ceo() { return m_scenario.personas.front(); }
  Move& moveNamed(const char* id) {
    for (Node& node : m_scenario.nodes) {
      for (Move& each : node.moves) {
        if (each.id.value == id) return each;
      }
    }
    ADD_FAILURE() << id;
    return m_scenario.nodes.front().moves.front();
  }
  void begin() {
    m_program = compile(std::make_shared<const Scenario>(m_scenario));
    m_step = startCall(m_program, 0);
  }
  void say(const char* id) {
    const auto move = offeredMove(m_program, m_step.state, MoveId(id));
    ASSERT_TRUE(move) << id;
    m_step = playMove(m_program, m_step.state, move, 1);
  }
  // Words that match nothing on offer and do this.
  void does(std::vector<ActId> acts) {
    m_step = playMove(m_program, m_step.state, reactionTo(m_program, m_step.state, acts), 1);
  }
  std::string heard() const {
    std::string out;
    for (const Utterance& each : m_step.said) out += (out.empty() ? "" : " | ") + each.text;
    return out;
  }
  int value(const char* name) const {
    for (std::size_t i = 0; i < m_scenario.variables.size(); ++i) {
      if (nameOf(m_scenario.variables[i]) == name) return m_step.state.variables[i];
    }
    ADD_FAILURE() << name;
    return -1;
  }

  Scenario m_scenario;
  Program m_program;
  Step m_step;
};

const ActId features{"feature_claim"};
const ActId concede{"concede"};
const ActId request{"request"};

TEST_F(ReactionsTest, AnAuthoredMoveHasTheEffectsOfTheReactionsItCallsFor) {
  ceo().reactions = {reaction("lists", {features}, {"urge += 2"}, "Talk to my technical man.")};
  begin();
  say("pitch");
  EXPECT_EQ(value("urge"), 2);
  EXPECT_EQ(value("trust"), 0);                   // Its own effect as well.
  EXPECT_EQ(heard(), "Reply to pitch | Go on.");  // Its own reply, not the reaction's.
}

TEST_F(ReactionsTest, AMoveOfOtherActsCallsForNothing) {
  ceo().reactions = {reaction("lists", {features}, {"urge += 2"}, "No.")};
  begin();
  say("cite");
  EXPECT_EQ(value("urge"), 0);
}

TEST_F(ReactionsTest, WhatTheMoveChangesItselfIsLeftToIt) {
  ceo().reactions = {
      reaction("lists", {features}, {"trust -= 1", "urge += 2", "trust = 9 if urge >= 1"}, "")};
  moveNamed("pitch").effects = {"trust += 1 if urge >= 9"};  // Changes it, though not now.
  begin();
  say("pitch");
  EXPECT_EQ(value("trust"), 4);
  EXPECT_EQ(value("urge"), 2);
}

TEST_F(ReactionsTest, AllReactionsAreJudgedAsTheCallStoodBefore) {
  ceo().reactions = {reaction("first", {features}, {"urge += 2"}, ""),
                     reaction("next", {features}, {"diagnosed += 1"}, "")};
  ceo().reactions[0].when = "urge == 0 and not goal_shared";
  ceo().reactions[1].when = "urge == 0 and not goal_shared";
  moveNamed("pitch").effects = {"goal_shared = true"};
  begin();
  say("pitch");
  EXPECT_EQ(value("urge"), 2);
  EXPECT_EQ(value("diagnosed"), 1);
}

TEST_F(ReactionsTest, AReplyIsSaidOnlyWhereTheBuyerWouldBeSilent) {
  ceo().reactions = {reaction("lists", {features}, {}, "Talk to my technical man.")};
  Move& pitch = moveNamed("pitch");
  pitch.replies.front().when = "trust >= 9";
  begin();
  say("pitch");
  EXPECT_EQ(heard(), "Go on.");  // The node that it leads to answers.
  moveNamed("pitch").target.clear();
  begin();
  say("pitch");
  EXPECT_EQ(heard(), "Talk to my technical man.");
}

TEST_F(ReactionsTest, OneOfTheActsIsEnoughAndOneToBeWithoutIsTooMuch) {
  ceo().reactions = {reaction("gives", {concede, features}, {"urge += 1"}, "And what else?")};
  ceo().reactions.front().without = {request};
  begin();
  does({request, concede});
  EXPECT_EQ(heard(), "Say that again?");
  does({ActId("filler"), concede});
  EXPECT_EQ(heard(), "And what else?");
  EXPECT_EQ(value("urge"), 1);
}

TEST_F(ReactionsTest, TheFirstThatFitsTakesATurnThatMatchesNothing) {
  ceo().reactions = {reaction("late", {features}, {"urge = 9"}, "Late."),
                     reaction("lists", {features}, {"urge += 2"}, "Features."),
                     reaction("also", {features}, {"urge = 7"}, "Also.")};
  ceo().reactions.front().when = "phase >= late";
  begin();
  does({features});
  EXPECT_EQ(heard(), "Features.");
  EXPECT_EQ(value("urge"), 2);
  EXPECT_EQ(m_step.state.node, 0);
  EXPECT_EQ(m_step.state.turns, 1);
}

TEST_F(ReactionsTest, AReactionCountsAsSaidFromItsSecondTimeOn) {
  ceo().reactions = {reaction("lists", {features}, {}, "Features again.")};
  Line first = {LineId("first"), {}, "not said lists", "Features."};
  ceo().reactions.front().replies.insert(ceo().reactions.front().replies.begin(), first);
  begin();
  does({features});
  EXPECT_EQ(heard(), "Features.");
  does({features});
  EXPECT_EQ(heard(), "Features again.");
}

TEST_F(ReactionsTest, WhereNothingFitsOrNothingIsSaidTheBuyerAsksBack) {
  ceo().reactions = {reaction("lists", {features}, {"urge += 1"}, "")};
  begin();
  does({concede});
  EXPECT_EQ(heard(), "Say that again?");
  does({features});
  EXPECT_EQ(heard(), "Meaning what?");
  EXPECT_EQ(value("urge"), 1);
}

TEST_F(ReactionsTest, OnlyWhoListensReacts) {
  Persona jon = ceo();
  jon.id = PersonaId("jon");
  jon.present = "true";
  jon.topics.clear();
  jon.reactions = {reaction("jon_lists", {features}, {"urge += 2"}, "I like it.")};
  m_scenario.personas.push_back(jon);
  m_scenario.nodes[1].speaker = PersonaId("jon");  // "deep", where pitch leads.
  begin();
  say("pitch");
  EXPECT_EQ(value("urge"), 0);
  does({features});
  EXPECT_EQ(heard(), "I like it.");
  EXPECT_EQ(m_step.said.front().speaker, 1);
}

TEST_F(ReactionsTest, ATopicCallsForReactionsOfThePersonWhoIsAsked) {
  ceo().reactions = {reaction("asked", {ActId("ask_diagnostic")}, {"urge += 3"}, "")};
  begin();
  say("price");
  EXPECT_EQ(value("urge"), 3);
}

TEST_F(ReactionsTest, AReactionMayLeadSomewhere) {
  ceo().reactions = {reaction("shown_out", {features}, {}, "Out.")};
  ceo().reactions.front().target = "lost";
  begin();
  does({features});
  EXPECT_EQ(heard(), "Out. | No.");
  EXPECT_TRUE(m_step.state.outcome);
}

}  // namespace
}  // namespace sparring
