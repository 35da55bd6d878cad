#include "explore/walk.h"

#include <gtest/gtest.h>

#include "support/branching_story.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

WalkReport walkOn(Scenario scenario, std::uint64_t picks, std::uint32_t seed = 42) {
  const Program program = compile(std::make_shared<const Scenario>(std::move(scenario)));
  return walk(program, *testing::shippedMethod().method, picks, seed);
}

// The digests are those of other engines on the same stories, so the same work is done.
TEST(Walk, GoesTheSameWayAsTheReferenceEngines) {
  EXPECT_EQ(walkOn(testing::branchingStory(testing::smallStory), 20'000).digest, 0x9D9D058AU);
  EXPECT_EQ(walkOn(testing::branchingStory(testing::bigStory), 20'000).digest, 0x54E24B5AU);
}

TEST(Walk, CountsWhereCallsEndAndWhatIsNeverSeen) {
  Scenario scenario = testing::smallScenario();
  Node island = scenario.nodes[1];
  island.id = NodeId("island");
  island.moves.clear();
  island.exits = {{"", "lost"}};
  scenario.nodes.push_back(island);
  const WalkReport report = walkOn(scenario, 5'000);
  EXPECT_EQ(report.picks, 5'000U);
  EXPECT_GT(report.calls, 100U);
  EXPECT_EQ(report.outcomes.at(0) + report.outcomes.at(1), report.calls);
  EXPECT_EQ(report.nodesSeen, (std::vector<std::uint8_t>{1, 1, 1, 0}));
  // Topics are picked too: "price" is the last of the moves.
  EXPECT_EQ(report.movesPicked.back(), 1);
  EXPECT_EQ(report.stuck, 0U);
}

TEST(Walk, ReadsEveryLineAndEveryOption) {
  Scenario scenario = testing::smallScenario();
  scenario.nodes.resize(1);
  scenario.nodes[0].lines = {{LineId("one"), {}, {}, "abc"}};
  scenario.nodes[0].moves.resize(1);
  Move& only = scenario.nodes[0].moves[0];
  only.phrasings = {"de"};
  only.replies = {{LineId("two"), {}, {}, "f"}};
  only.target = "won";
  scenario.personas[0].topics.clear();
  scenario.outcomes[0].verdict = "gh";
  const WalkReport report = walkOn(scenario, 1);
  // The line, the option, the reply, the verdict, and the line of the next call.
  EXPECT_EQ(report.textBytes, 3U + 2U + 1U + 2U + 3U);
  scenario.outcomes[0].verdict = "gi";
  EXPECT_NE(walkOn(scenario, 1).textSum, report.textSum);
}

TEST(Walk, StopsWhereNothingIsEverOnOffer) {
  Scenario scenario = testing::smallScenario();
  scenario.nodes[0].moves.clear();
  scenario.personas[0].topics.clear();
  const WalkReport report = walkOn(scenario, 100);
  EXPECT_EQ(report.picks, 0U);
  EXPECT_EQ(report.stuck, 1U);
}

TEST(Walk, TheSameSeedIsTheSameWalk) {
  EXPECT_EQ(walkOn(testing::smallScenario(), 500, 7).digest,
            walkOn(testing::smallScenario(), 500, 7).digest);
  EXPECT_NE(walkOn(testing::smallScenario(), 500, 7).digest,
            walkOn(testing::smallScenario(), 500, 8).digest);
}

}  // namespace
}  // namespace sparring
