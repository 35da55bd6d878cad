#include "session/regrade.h"

#include <gtest/gtest.h>

#include "support/naming_reader.h"
#include "support/small_method.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

LoadedMethod smallLoaded() {
  return {std::make_shared<const Method>(testing::smallMethod()), testing::smallMethodBytes()};
}

class RegradeTest : public ::testing::Test {
 protected:
  RegradeTest() : m_understanding(testing::namingReader(testing::smallMethod())) {}
  PracticeSession begin(Scenario scenario, LoadedMethod method) {
    return PracticeSession::begin(testing::loaded(std::move(scenario)), std::move(method),
                                  {m_ids(), "Ada"}, 0,
                                  {nullptr, &m_understanding, testing::tickingClock(), m_ids});
  }

  IdSource m_ids = testing::countingIds();
  Understanding m_understanding;
};

// With a reaction, an option, words beside the point and a remedy that holds the rep's name.
TEST_F(RegradeTest, ItsOwnMethodGradesACallAsItWasGraded) {
  Scenario scenario = testing::smallScenario();
  Move reaction;
  reaction.id = MoveId("reacts");
  reaction.acts = {ActId("give")};
  reaction.marks = {{RuleId("care"), Sign::cost, {}, "So it is.", "Ask, {rep}."}};
  reaction.replies = {{LineId("reacts_reply"), {}, {}, "Reply to reacts"}};
  scenario.personas.front().reactions = {reaction};
  for (const LoadedMethod& method : {smallLoaded(), testing::shippedMethod()}) {
    PracticeSession session = begin(scenario, method);
    session.say("I tell and I ask.", std::nullopt, Understood::nothing);
    session.say("I give it to you.", std::nullopt, Understood::nothing);
    session.choose(MoveId("pitch"));
    const SessionGrade again = gradedBy(session, session.method());
    ASSERT_EQ(again.turns.size(), session.exchanges().size());
    for (std::size_t i = 0; i < again.turns.size(); ++i) {
      EXPECT_EQ(again.turns[i], session.exchanges()[i].grade) << i;
    }
    EXPECT_EQ(again.call, session.grade());
  }
}

TEST_F(RegradeTest, TheLastAnswerCountsForItsStage) {
  PracticeSession session = begin(testing::smallScenario(), smallLoaded());
  session.say("I ask you.", std::nullopt, Understood::nothing);
  EXPECT_FALSE(session.stagesDone().front());
  session.say("I ask again.", std::nullopt, Understood::nothing);
  ASSERT_GE(countWords(session.heard()), 2);
  EXPECT_TRUE(session.stagesDone().front());
  const auto reached = [](const CallGrade& grade) { return grade.stages.front().reached; };
  EXPECT_TRUE(reached(session.grade()));
  EXPECT_TRUE(reached(gradedBy(session, session.method()).call));
}

}  // namespace
}  // namespace sparring
