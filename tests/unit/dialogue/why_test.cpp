// Why something was not to be had: a call is held, and what is hidden in it gives its reasons.
#include "dialogue/why.h"

#include <gtest/gtest.h>

#include "support/small_scenario.h"

namespace sparring {
namespace {

class WhyTest : public ::testing::Test {
 protected:
  void begin(Scenario scenario, std::uint64_t seed = 0) {
    m_program = compile(std::make_shared<const Scenario>(std::move(scenario)));
    m_steps = {startCall(m_program, seed)};
    m_move.reset();
  }
  void say(const std::string& id, int minutes = 1) {
    m_move = offeredMove(m_program, m_steps.back().state, MoveId(id));
    ASSERT_TRUE(m_move) << id << " is not on offer";
    m_steps.push_back(playMove(m_program, m_steps.back().state, m_move, minutes));
  }
  std::vector<const CallState*> history() const {
    std::vector<const CallState*> out;
    for (const Step& each : m_steps) out.push_back(&each.state);
    return out;
  }
  std::vector<UnmetPart> why(const std::string& condition) const {
    return unmetParts(m_program, condition, history());
  }
  // The one part that fails.
  UnmetPart theReason(const std::string& condition) const {
    const std::vector<UnmetPart> parts = why(condition);
    EXPECT_EQ(parts.size(), 1U) << condition;
    return parts.empty() ? UnmetPart{} : parts.front();
  }
  std::vector<std::string> hidden() const {
    std::vector<std::string> out;
    for (const HiddenMove& each : hiddenMoves(m_program, history())) {
      std::string text = m_program.moves[static_cast<std::size_t>(each.move)].move->id.value;
      if (each.absent) text += " absent";
      for (const UnmetPart& part : each.unmet) text += " | " + part.written;
      out.push_back(text);
    }
    return out;
  }

  Program m_program;
  std::vector<Step> m_steps;
  std::optional<int> m_move;
};

using Texts = std::vector<std::string>;

TEST_F(WhyTest, WhatIsOnOfferIsNotHiddenAndWhatIsHiddenNamesItsCondition) {
  begin(testing::smallScenario(), 1);  // Trust is 1.
  EXPECT_EQ(hidden(), Texts{"price | trust >= 4"});
  say("stay");
  EXPECT_EQ(hidden(), (Texts{"stay | not said stay", "price | trust >= 4"}));
}

TEST_F(WhyTest, OnlyThePartsThatFailAreNamed) {
  begin(testing::smallScenario());
  EXPECT_TRUE(why("trust >= 4 and not goal_shared").empty());
  EXPECT_EQ(theReason("trust >= 4 and goal_shared").written, "goal_shared");
  const std::vector<UnmetPart> parts = why("goal_shared or trust > 3 and phase == late");
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].written, "goal_shared");
  EXPECT_EQ(parts[1].written, "phase == late");
}

TEST_F(WhyTest, TheTurnThatMadeItSoIsNamed) {
  begin(testing::smallScenario());
  say("stay");
  say("pitch");
  const UnmetPart part = theReason("trust >= 2");
  EXPECT_EQ(part.since, 2);
  EXPECT_EQ(part.sentence, "'trust' is 0; it would have to be at least 2.");
  EXPECT_EQ(theReason("not said pitch").since, 2);
  EXPECT_EQ(theReason("not visited hello").since, 0);
}

TEST_F(WhyTest, WhatNeverHeldNamesTheTurnThatTookItFurtherOff) {
  begin(testing::smallScenario());
  say("pitch");
  say("ask");
  const UnmetPart part = theReason("trust >= 7");
  EXPECT_EQ(part.since, 0);
  EXPECT_EQ(part.setBack, 1);
  EXPECT_EQ(theReason("goal_shared").setBack, 0);
}

TEST_F(WhyTest, WhatMustNotBeIsSaidTheOtherWayRound) {
  begin(testing::smallScenario());
  const UnmetPart part = theReason("not (trust >= 4)");
  EXPECT_EQ(part.written, "trust < 4");
  EXPECT_EQ(part.sentence, "'trust' is 4; it would have to be less than 4.");
  EXPECT_EQ(why("not (trust >= 4 and not goal_shared)").size(), 2U);
}

TEST_F(WhyTest, ThingsThatAreOrAreNotSayWhatWouldHaveToBe) {
  begin(testing::smallScenario());
  EXPECT_EQ(theReason("goal_shared").sentence, "'goal_shared' is no; it would have to be yes.");
  EXPECT_EQ(theReason("visited deep").sentence, "The call has not yet been at “deep”.");
  EXPECT_EQ(theReason("asked price").sentence,
            "“What have you paid for this so far?” has not yet been said.");
  EXPECT_EQ(theReason("phase >= late").sentence,
            "The meeting's part is early; it would have to be late or later.");
  EXPECT_EQ(theReason("nothing_such").sentence,
            "Nothing in this scenario is called 'nothing_such'.");
  EXPECT_EQ(theReason("trust >=").sentence, "The condition cannot be read, so it never holds.");
}

TEST_F(WhyTest, WhoIsNotInTheRoomCannotBeAsked) {
  Scenario scenario = testing::smallScenario();
  Persona cfo;
  cfo.id = PersonaId("cfo");
  cfo.present = "goal_shared";
  Move budget;
  budget.id = MoveId("budget");
  cfo.topics = {budget};
  scenario.personas.push_back(cfo);
  begin(scenario);
  EXPECT_EQ(hidden(), Texts{"budget absent | goal_shared"});
  say("cite");
  EXPECT_EQ(hidden(), Texts{"end | diagnosed >= 1"});
}

TEST_F(WhyTest, NothingIsHiddenOnceTheCallIsOver) {
  begin(testing::smallScenario(), 1);
  say("cite");
  say("ask");
  say("end");
  ASSERT_TRUE(m_steps.back().state.outcome);
  EXPECT_TRUE(hidden().empty());
}

TEST_F(WhyTest, LinesThatWereNotSaidSayWhy) {
  begin(testing::smallScenario());
  const auto atFirst = unsaidLines(m_program, history(), m_steps.back(), std::nullopt);
  ASSERT_EQ(atFirst.size(), 1U);
  EXPECT_EQ(atFirst[0].line->id.value, "hello_again");
  EXPECT_EQ(atFirst[0].unmet.front().sentence, "The call has not yet been at “hello”.");
  say("cite");
  say("prescribe");  // Back to hello.
  const auto again = unsaidLines(m_program, history(), m_steps.back(), m_move);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].line->id.value, "hello_line");
  EXPECT_EQ(again[0].said->id.value, "hello_again");
}

}  // namespace
}  // namespace sparring
