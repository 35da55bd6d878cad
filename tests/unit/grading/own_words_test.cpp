// What own words are worth, by a method of made-up names.
#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "grading/transcript_grader.h"
#include "support/small_method.h"

namespace sparring {
namespace {

class OwnWordsTest : public ::testing::Test {
 protected:
  explicit OwnWordsTest(std::string archetype = "queen") : m_grader(m_method, archetype) {}

  // Acts with how sure they were read, each on all of the text.
  TurnGrade say(const std::string& text, const std::vector<std::pair<const char*, int>>& acts,
                const std::string& heard = "Go on then.") {
    SellerTurn turn;
    turn.text = text;
    for (const auto& [act, sure] : acts) {
      turn.meaning.acts.push_back({ActId(act), sure, {0, text.size()}});
    }
    turn.meaning.marks = m_marks;
    return m_grader.add(std::move(turn), heard);
  }
  bool isDone() const { return m_grader.grade().stages.front().reached; }

  Method m_method = testing::smallMethod();
  TranscriptGrader m_grader;
  std::vector<MarkReading> m_marks;
};

TEST_F(OwnWordsTest, AMarkIsFirmFromItsThresholdOn) {
  const TurnGrade firm = say("How is it?", {{"ask", 950}});  // 950 × 900 / 1000 = 855.
  ASSERT_EQ(firm.marks.size(), 1U);
  EXPECT_EQ(firm.marks[0].perMille, 855);
  EXPECT_EQ(firm.marks[0].sign, Sign::earned);
  EXPECT_EQ(firm.marks[0].why, "You ask.");
  EXPECT_TRUE(firm.perhaps.empty());
  const TurnGrade perhaps = say("How is it?", {{"ask", 900}});  // 810.
  EXPECT_TRUE(perhaps.marks.empty());
  ASSERT_EQ(perhaps.perhaps.size(), 1U);
  EXPECT_EQ(perhaps.perhaps[0].perMille, 810);
  const TurnGrade nothing = say("How is it?", {{"ask", 332}});  // 298.
  EXPECT_TRUE(nothing.perhaps.empty());
}

TEST_F(OwnWordsTest, WhatSpeaksAgainstAClauseMakesItLessSure) {
  // 1000 × (1000 - 200) / 1000 × 900 / 1000.
  const TurnGrade grade = say("How is it?", {{"ask", 1000}, {"tell", 200}});
  ASSERT_EQ(grade.perhaps.size(), 1U);
  EXPECT_EQ(grade.perhaps[0].perMille, 720);
}

TEST_F(OwnWordsTest, OfEarnedAndCostTheStrongerCounts) {
  const TurnGrade grade = say("It is so, is it?", {{"tell", 1000}, {"ask", 1000}});
  ASSERT_EQ(grade.marks.size(), 1U);
  EXPECT_EQ(grade.marks[0].sign, Sign::cost);
  EXPECT_EQ(grade.marks[0].better, "Ask.");
}

// The author's words for this buyer come before the method's example.
TEST_F(OwnWordsTest, WhatToSayInsteadIsWhatTheScenarioHasHere) {
  SellerTurn turn;
  turn.text = "It is so, is it?";
  turn.understood = Understood::nothing;
  turn.meaning.acts = {{ActId("tell"), 1000, {0, turn.text.size()}}};
  Scenario scenario;
  CallState before;
  const auto better = [&] {
    CallMemory memory;
    const TurnGrade grade =
        gradeTurn(m_method, scenario, before, turn, nullptr, {"Go on then.", {}}, memory);
    EXPECT_EQ(grade.marks.size(), 1U);
    return grade.marks.empty() ? std::string() : grade.marks[0].better;
  };
  EXPECT_EQ(better(), "Ask.");
  CallMemory memory;
  const RuleId rule =
      gradeTurn(m_method, scenario, before, turn, nullptr, {"Go on then.", {}}, memory)
          .marks[0]
          .rule;
  Move costs;
  costs.phrasings = {"It is what it is."};
  costs.marks = {{rule, Sign::cost, "It is", "It tells.", ""}};
  Move later = costs;
  later.when = "trust > 5";
  later.marks[0].sign = Sign::earned;
  Move asks = costs;
  asks.phrasings = {"How is it with the lifts?", "And the lifts?"};
  asks.marks[0].sign = Sign::earned;
  Node node;
  node.moves = {costs, later, asks};
  scenario.nodes = {node};
  EXPECT_EQ(better(), "Ask.");  // At no node.
  before.node = 0;
  EXPECT_EQ(better(), "How is it with the lifts?");
  // Without it, what is advised here against such a cost; else what is good for another reason.
  std::vector<Move>& moves = scenario.nodes[0].moves;
  moves[2].marks[0].rule = RuleId("another");
  EXPECT_EQ(better(), "How is it with the lifts?");
  moves[0].marks[0].better = "Which of them is it?";
  EXPECT_EQ(better(), "Which of them is it?");
  moves[0].marks[0].better.clear();
  moves[2].marks.push_back({rule, Sign::cost, "How", "It costs as well.", ""});
  EXPECT_EQ(better(), "Ask.");
}

TEST_F(OwnWordsTest, ATrainedReadingCountsUnderTheNameThatTheMethodGivesIt) {
  m_marks = {{RuleId("warmth"), Sign::earned, 900, {0, 2}},
             {RuleId("care"), Sign::earned, 1000, {0, 1}}};  // Not the scorer's name.
  const TurnGrade grade = say("So it is", {{"give", 400}});
  ASSERT_EQ(grade.marks.size(), 1U);
  EXPECT_EQ(grade.marks[0].perMille, 900);
  EXPECT_EQ(grade.marks[0].words, (Span{0, 2}));
  EXPECT_EQ(grade.marks[0].why, "It reads warm.");
}

TEST_F(OwnWordsTest, WhereBothSignsAreFirmNeitherCounts) {
  m_marks = {{RuleId("warmth"), Sign::earned, 900, {0, 2}}};
  const TurnGrade grade = say("So it is", {{"tell", 1000}});
  EXPECT_TRUE(grade.marks.empty());
  ASSERT_EQ(grade.perhaps.size(), 1U);
  EXPECT_EQ(grade.perhaps[0].sign, Sign::cost);
}

TEST_F(OwnWordsTest, WordsThatNothingWasReadInAreNotGraded) {
  EXPECT_FALSE(say("Mumble.", {}).graded);
  EXPECT_TRUE(say("Mumble.", {{"give", 100}}).graded);
}

TEST_F(OwnWordsTest, AStageIsDoneByTurnsThatWereAnswered) {
  say("How is it?", {{"ask", 1000}});
  say("And then?", {{"ask", 1000}}, "Late.");  // One word is no answer.
  EXPECT_FALSE(isDone());
  EXPECT_EQ(say("It is so.", {{"tell", 1000}}, "They wait for it.").breaches.size(), 1U);
  EXPECT_EQ(*say("And you?", {{"ask", 1000}}, "Go on then.").stage, StageId("known"));
  m_grader.hear("We wait too.");
  EXPECT_TRUE(isDone());
  const TurnGrade after = say("It is so.", {{"tell", 1000}});
  EXPECT_TRUE(after.breaches.empty());
  EXPECT_EQ(after.stage, std::nullopt);
}

TEST_F(OwnWordsTest, ABreachNamesItsStageAndWords) {
  const TurnGrade grade = say("It is so.", {{"tell", 500}});
  ASSERT_EQ(grade.breaches.size(), 1U);
  EXPECT_EQ(grade.breaches[0].why, "Early: what is known.");
  EXPECT_EQ(grade.breaches[0].words, (Span{0, 9}));
  EXPECT_TRUE(say("It is so.", {{"tell", 499}}).breaches.empty());
}

TEST_F(OwnWordsTest, WhatIsGivenMayBeTakenForInTheNextTurn) {
  EXPECT_FALSE(say("Have it.", {{"give", 1000}}).concepts.at(0).kept);
  EXPECT_EQ(m_grader.grade().concepts[0].broken, 1);
  EXPECT_EQ(m_grader.grade().worthRedoing, std::vector{0});
  say("For an hour with her.", {{"take", 1000}});
  EXPECT_EQ(m_grader.grade().concepts[0].broken, 0);
  EXPECT_EQ(m_grader.grade().concepts[0].kept, 1);
  EXPECT_EQ(m_grader.grade().concepts[0].score, 67);
  EXPECT_TRUE(m_grader.grade().worthRedoing.empty());
  say("Have it.", {{"give", 1000}});
  say("Well.", {{"ask", 1000}});
  say("For an hour.", {{"take", 1000}});  // Too late.
  EXPECT_EQ(m_grader.grade().concepts[0].broken, 1);
}

TEST_F(OwnWordsTest, AConceptLooksAtTheTurnsBefore) {
  EXPECT_TRUE(say("It is so.", {{"tell", 1000}}).concepts.empty());  // She is no king.
  say("How is it?", {{"ask", 1000}});
  EXPECT_TRUE(say("It is so.", {{"tell", 1000}}).concepts.at(0).kept);
}

class ToAKingTest : public OwnWordsTest {
 protected:
  ToAKingTest() : OwnWordsTest("king") {}
};

TEST_F(ToAKingTest, AConceptLooksAtWhoHears) {
  const TurnGrade grade = say("It is so.", {{"tell", 1000}});
  ASSERT_EQ(grade.concepts.size(), 1U);
  EXPECT_FALSE(grade.concepts[0].kept);
  EXPECT_EQ(grade.concepts[0].why, "To a king.");
}

TEST_F(OwnWordsTest, FiguresAreShownAndNotScored) {
  say("How is it there?", {{"ask", 1000}}, "It hangs there.");
  say("You have it by two o'clock.", {{"give", 1000}, {"take", 1000}});
  say("It is so.", {{"tell", 1000}});
  const CallFigures figures = m_grader.grade().figures;
  ASSERT_EQ(figures.questions.size(), 1U);
  EXPECT_EQ(figures.questions[0].turns, std::vector{0});
  EXPECT_EQ(figures.questions[0].thirds, (std::array{1, 0, 0}));
  EXPECT_EQ(figures.tallies.at(0).turns, std::vector{1});
  EXPECT_EQ(figures.turnsBeforePrescription, 2);
}

TEST_F(OwnWordsTest, TheLongestStretchAboutUsEndsWithTheFirstWordAboutThem) {
  const auto about = [&](std::vector<FocusReading> focus) {
    SellerTurn turn;
    turn.text = "x";
    turn.meaning.acts = {{ActId("give"), 1000, {0, 1}}};
    turn.meaning.focus = std::move(focus);
    m_grader.add(std::move(turn), "Yes.");
  };
  about({{Focus::seller, {0, 1}, 5}, {Focus::customer, {0, 1}, 2}, {Focus::seller, {0, 1}, 3}});
  about({{Focus::neutral, {0, 1}, 9}, {Focus::seller, {0, 1}, 4}});
  EXPECT_EQ(m_grader.grade().figures.aboutUs, (Stretch{0, 1, 7}));
}

TEST_F(OwnWordsTest, TheBestTurnCostsNothing) {
  say("It is so.", {{"tell", 1000}, {"give", 1000}, {"take", 1000}});
  EXPECT_EQ(m_grader.grade().best, std::nullopt);
  say("How is it?", {{"ask", 1000}});
  EXPECT_EQ(m_grader.grade().best, 1);
  EXPECT_EQ(m_grader.grade().redoReasons, std::vector<std::string>{"Early: what is known."});
}

TEST(TranscriptGrader, LeavesOutWhatACallWithSuchABuyerIsNotGradedFor) {
  const Method method = testing::smallMethod();
  EXPECT_FALSE(TranscriptGrader(method, "clerk").grade().ratio.applies);
  EXPECT_TRUE(TranscriptGrader(method, "queen").grade().ratio.applies);
}

TEST(Signals, AnEchoIsAWordOfTheBuyersInWhateverForm) {
  Method method = testing::smallMethod();
  method.tallies[0].clause.all = {5};  // The echo.
  const auto echoes = [&](const char* text, const char* heard) {
    TranscriptGrader grader(method, "queen");
    SellerTurn turn;
    turn.text = text;
    turn.meaning.acts = {{ActId("ask"), 1000, {0, 1}}};
    return !grader.add(std::move(turn), heard).tallies.empty();
  };
  EXPECT_TRUE(echoes("Which delays?", "It was delayed again."));
  EXPECT_FALSE(echoes("Which ones?", "It was delayed again."));
  EXPECT_FALSE(echoes("Is it there?", "It was there."));  // A word that does not count.
}

TEST(SpinMethod, GradesByFourKindsOfQuestions) {
  const auto bytes = std::filesystem::path(SPARRING_SOURCE_DIR) / "data/method/spin.json";
  const MethodReading reading = readMethod(readFile(bytes, 1 << 20).value());
  for (const Diagnostic& each : reading.diagnostics) ADD_FAILURE() << formatDiagnostic("", each);
  const auto earned = [&](const char* text, const char* act) {
    TranscriptGrader grader(*reading.method, "ceo");
    SellerTurn turn;
    turn.text = text;
    turn.meaning.acts = {{ActId(act), 1000, {0, turn.text.size()}}};
    std::string out;
    for (const GivenMark& mark : grader.add(std::move(turn), "Go on.").marks) {
      out += (mark.sign == Sign::earned ? "+" : "-") + mark.rule.value;
    }
    return out;
  };
  EXPECT_EQ(earned("How many planners do you have today?", "ask_diagnostic"), "+situation");
  EXPECT_EQ(earned("What is the hardest part, what goes wrong?", "ask_diagnostic"), "+problem");
  EXPECT_EQ(earned("And what does that delay cost the depot?", "ask_diagnostic"), "+implication");
  EXPECT_EQ(earned("If they saw it at six, what would it be worth?", "usage_scenario"), "+payoff");
  EXPECT_EQ(earned("What you need is a tower.", "prescribe"), "-implication");
}

}  // namespace
}  // namespace sparring
