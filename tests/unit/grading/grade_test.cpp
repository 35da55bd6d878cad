#include "grading/grade.h"

#include <gtest/gtest.h>

#include "dialogue/machine.h"
#include "session/practice_session.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

// Plays moves of the small scenario and grades them; nothing is stored.
class GradeTest : public ::testing::Test {
 protected:
  explicit GradeTest(Scenario scenario = testing::smallScenario())
      : m_session(PracticeSession::begin(
            testing::loaded(std::move(scenario)), testing::shippedMethod(), {}, 0,
            {nullptr, nullptr, testing::tickingClock(), testing::countingIds()})) {}

  const Exchange& choose(const char* id) { return m_session.choose(MoveId(id)); }
  std::string words(const Exchange& exchange, Span span) const {
    return exchange.turn.text.substr(span.begin, span.end - span.begin);
  }

  PracticeSession m_session;
};

TEST_F(GradeTest, AnAuthoredMarkPointsAtItsWords) {
  const Exchange& turn = choose("cite");
  ASSERT_EQ(turn.grade.marks.size(), 1u);
  EXPECT_EQ(turn.grade.marks[0].rule.value, "understands_business");
  EXPECT_EQ(turn.grade.marks[0].sign, Sign::earned);
  EXPECT_EQ(words(turn, turn.grade.marks[0].words), "half the waste by spring");
  EXPECT_TRUE(turn.grade.breaches.empty());
}

TEST_F(GradeTest, AFeatureBeforeTheGoalIsTooEarlyAndNamesTheStage) {
  const Exchange& turn = choose("pitch");
  ASSERT_EQ(turn.grade.breaches.size(), 1u);
  EXPECT_EQ(turn.grade.breaches[0].id, "features_early");
  EXPECT_EQ(turn.grade.breaches[0].missing.value, "goal");
  EXPECT_NE(turn.grade.breaches[0].why.find("the goal is"), std::string::npos);
  EXPECT_FALSE(turn.grade.breaches[0].remedy.empty());
  EXPECT_FALSE(words(turn, turn.grade.breaches[0].words).empty());
}

TEST_F(GradeTest, ABreachLooksAtTheStateBeforeTheTurn) {
  choose("cite");  // Shares the goal; the diagnosis is still open.
  const Exchange& early = choose("prescribe");
  ASSERT_EQ(early.grade.breaches.size(), 1u);
  EXPECT_EQ(early.grade.breaches[0].missing.value, "diagnosis");
}

TEST_F(GradeTest, PrescribingAfterTheDiagnosisIsNoBreach) {
  choose("cite");
  for (int i = 0; i < 3; ++i) choose("ask");
  EXPECT_TRUE(choose("prescribe").grade.breaches.empty());
}

TEST_F(GradeTest, WordsAreCountedByWhomTheyAreAbout) {
  const Exchange& cite = choose("cite");
  EXPECT_EQ(cite.grade.customerWords, 11);
  EXPECT_EQ(cite.grade.sellerWords, 0);
  choose("ask");
  const Exchange& prescribe = choose("prescribe");
  EXPECT_EQ(prescribe.grade.sellerWords, 7);
}

TEST_F(GradeTest, PromisesDoNotCountAgainstTheSeller) {
  choose("cite");
  const Exchange& promise = choose("promise");
  EXPECT_EQ(promise.turn.meaning.focus.front().about, Focus::seller);
  EXPECT_EQ(promise.grade.sellerWords, 0);
}

TEST_F(GradeTest, ATurnThatWasNotUnderstoodIsNotGraded) {
  const Exchange& turn = m_session.say("mumble mumble", std::nullopt, Understood::nothing);
  EXPECT_FALSE(turn.grade.graded);
  EXPECT_TRUE(turn.grade.marks.empty());
  EXPECT_EQ(m_session.grade().gradedTurns, 0);
}

TEST_F(GradeTest, OwnWordsRestTheMarkOnWhatWasSaid) {
  const Exchange& turn = m_session.say("You promised half the waste by spring, so what changes?",
                                       MoveId("cite"), Understood::confirmed);
  EXPECT_EQ(words(turn, turn.grade.marks[0].words), "half the waste by spring");
  m_session.rewind(0, Rewind::Reason::redo);
  const Exchange& other = m_session.say("Good morning. Waste is your aim, is it?", MoveId("cite"),
                                        Understood::confirmed);
  EXPECT_FALSE(words(other, other.grade.marks[0].words).empty());
}

TEST_F(GradeTest, RuleScoresCanBeWorkedOutByHand) {
  choose("cite");  // One earned: (1 + 1) of (1 + 2) is 67.
  const CallGrade grade = m_session.grade();
  EXPECT_EQ(grade.rules[1].rule.value, "understands_business");
  EXPECT_EQ(grade.rules[1].earned, 1);
  EXPECT_EQ(grade.rules[1].score, 67);
  EXPECT_EQ(grade.rules[0].score, std::nullopt);  // Nothing spoke to it.
  EXPECT_EQ(grade.ruleScore, 67);
}

TEST_F(GradeTest, TheCallScoreWeighsItsPartsAndLeavesOutWhatIsMissing) {
  choose("cite");
  const CallGrade grade = m_session.grade();
  EXPECT_EQ(grade.ratio.score, std::nullopt);  // Eleven words are too few to say.
  EXPECT_EQ(grade.stageScore, 33);             // Two of six stages.
  EXPECT_EQ(grade.conceptScore, 67);           // The goal was asked for: C1, C7.
  EXPECT_EQ(grade.score, 59);                  // (67 * 45 + 33 * 20 + 67 * 20) / 85.
}

TEST_F(GradeTest, BreachesCostStages) {
  choose("pitch");  // No stage is left and one breach: 0 - 15, not below 0.
  const CallGrade grade = m_session.grade();
  EXPECT_EQ(grade.breaches, 1);
  EXPECT_EQ(grade.stageScore, 0);
}

TEST_F(GradeTest, TurnsThatCostMostAreWorthRedoingFirst) {
  choose("pitch");      // A mark of weight 3, a breach of 4 and C1 of 2.
  choose("prescribe");  // A breach of 4, C2 of 3 and C9 of 2.
  choose("cite");
  EXPECT_EQ(m_session.grade().worthRedoing, (std::vector{0, 1}));
}

TEST_F(GradeTest, TheOutcomeAndTheScoreGiveTheShareOfWallet) {
  choose("cite");
  choose("ask");
  choose("end");
  const CallGrade grade = m_session.grade();
  ASSERT_TRUE(grade.outcome);
  EXPECT_EQ(grade.outcome->value, "won");
  // 30 and 0.4 for each point of the score above 50.
  EXPECT_EQ(*grade.shareOfWallet, 30 + (*grade.score - 50) * 400 / 1000);
}

// The ratio on made turns: (customer words, seller words) in order of speaking.
class RatioTest : public ::testing::Test {
 protected:
  void turn(Focus about, int words) {
    SellerTurn said;
    said.text = std::string(static_cast<std::size_t>(words) * 2, 'x');
    said.meaning.focus = {{about, {0, said.text.size()}, words}};
    TurnGrade grade;
    grade.graded = true;
    (about == Focus::customer ? grade.customerWords : grade.sellerWords) = words;
    m_turns.push_back(said);
    m_grades.push_back(grade);
  }
  RatioGrade ratio() const {
    std::vector<GradedTurn> turns;
    for (std::size_t i = 0; i < m_turns.size(); ++i) turns.push_back({&m_turns[i], &m_grades[i]});
    const Scenario scenario = testing::smallScenario();
    CallState last;
    last.variables = {0, 0, 0};
    return gradeCall(*testing::shippedMethod().method, scenario, turns, {last, {}}).ratio;
  }

  std::vector<SellerTurn> m_turns;
  std::vector<TurnGrade> m_grades;
};

TEST_F(RatioTest, FourToOneCustomerFirstIsFull) {
  turn(Focus::customer, 40);
  turn(Focus::seller, 10);
  EXPECT_EQ(ratio().customerPerSeller10, 40);
  EXPECT_EQ(ratio().order, Order::customerFirst);
  EXPECT_EQ(ratio().score, 100);
}

TEST_F(RatioTest, TheSameBalanceInTheOtherOrderCosts) {
  turn(Focus::seller, 10);
  turn(Focus::customer, 40);
  EXPECT_EQ(ratio().order, Order::sellerFirst);
  EXPECT_EQ(ratio().score, 75);
}

TEST_F(RatioTest, UsFirstAndFourPartsAboutUsIsNamed) {
  turn(Focus::seller, 40);
  turn(Focus::customer, 10);
  EXPECT_EQ(ratio().score, 0);
  EXPECT_NE(ratio().verdict.find("both reversed"), std::string::npos);
}

TEST_F(RatioTest, TooFewWordsSayNothing) {
  turn(Focus::seller, 20);
  EXPECT_EQ(ratio().score, std::nullopt);
  EXPECT_TRUE(ratio().verdict.empty());
}

TEST_F(RatioTest, NeverAboutUsIsSaid) {
  turn(Focus::customer, 60);
  EXPECT_EQ(ratio().customerPerSeller10, std::nullopt);
  EXPECT_NE(ratio().verdict.find("what you bring"), std::string::npos);
}

}  // namespace
}  // namespace sparring
