#include "language/turn_features.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sparring {
namespace {

std::vector<std::string> unitsOf(const std::string& text) {
  std::vector<std::string> out;
  for (const Span& each : unitSpans(text))
    out.push_back(text.substr(each.begin, each.end - each.begin));
  return out;
}

std::string joined(const std::vector<std::string>& units) {
  std::string out;
  for (const std::string& each : units) out += (out.empty() ? "" : " ") + each;
  return out;
}

bool has(const std::vector<std::string>& features, const std::string& name) {
  return std::ranges::find(features, name) != features.end();
}

using Texts = std::vector<std::string>;

TEST(UnitSpansTest, ShortSentencesStayWhole) {
  EXPECT_EQ(unitsOf("Good morning. And how is it done today, and why?"),
            (Texts{"Good morning.", "And how is it done today, and why?"}));
}

TEST(UnitSpansTest, ALongSentenceIsCutWhereAClauseBegins) {
  EXPECT_EQ(unitsOf("We put the scanner into forty shops in a single year, and your planners would "
                    "see every late tray before noon."),
            (Texts{"We put the scanner into forty shops in a single year,",
                   "and your planners would see every late tray before noon."}));
}

TEST(UnitSpansTest, TextWithoutPunctuationIsCutToo) {
  const std::string text =
      "so we have been doing this for twenty years in the whole of the north and what i would like "
      "to hear from you is how your people find out today that a tray will be late in the shop";
  const Texts units = unitsOf(text);
  EXPECT_GE(units.size(), 2U);
  EXPECT_EQ(joined(units), text);
}

TEST(UnitSpansTest, MarksAloneAreNoUnitAndNoWordIsLost) {
  EXPECT_EQ(unitsOf("Yes. ... Right!"), (Texts{"Yes. ...", "Right!"}));
  EXPECT_TRUE(unitsOf("").empty());
  EXPECT_TRUE(unitsOf("  \n ").empty());
}

TEST(TurnFeaturesTest, NameTheWordsOfTheTurnAndOfTheBuyer) {
  const std::string text = "Your 40 shops waste bread. Why?";
  const auto turn = turnFeatures(text, "The wasting hurts us. Is it so?", unitSpans(text));
  EXPECT_TRUE(has(turn, "t:< your"));
  EXPECT_TRUE(has(turn, "t:your #"));
  EXPECT_TRUE(has(turn, "r:# shops waste"));
  EXPECT_TRUE(has(turn, "g:# waste"));
  EXPECT_TRUE(has(turn, "h:wasti"));
  EXPECT_TRUE(has(turn, "o:why ?"));
  EXPECT_TRUE(has(turn, "e:waste bread"));
  EXPECT_TRUE(has(turn, "f:bread"));
  EXPECT_TRUE(has(turn, "l:why"));
  EXPECT_FALSE(has(turn, "l:bread"));
  EXPECT_TRUE(has(turn, "s:was asked last"));
}

TEST(TurnFeaturesTest, FormsOfAWordShareItsRootAlsoWhereLettersAreLong) {
  const std::string text = "caf\u00e9s-planning caf\u00e9au";
  const auto turn = turnFeatures(text, "", unitSpans(text));
  EXPECT_TRUE(has(turn, "r:caf\u00e9"));
  EXPECT_TRUE(has(turn, "r:plann"));
}

TEST(TurnFeaturesTest, AUnitKnowsWhatStandsAroundIt) {
  const std::string text = "Your 40 shops waste bread. Why?";
  const auto [around, units] = unitFeatures(text, "The waste hurts us.", unitSpans(text));
  ASSERT_EQ(units.size(), 2U);
  EXPECT_TRUE(has(units[0], "u:< your #"));
  EXPECT_TRUE(has(units[0], "n:why"));
  EXPECT_TRUE(has(units[0], "s:first"));
  EXPECT_FALSE(has(units[1], "u:bread"));
  EXPECT_TRUE(has(units[1], "b:bread"));
  EXPECT_TRUE(has(around, "a:bread"));
  EXPECT_TRUE(has(around, "p:hurts"));
  EXPECT_TRUE(has(units[1], "s:last"));
}

TEST(TurnFeaturesTest, TakingUpTheBuyersWordsIsASign) {
  const std::string text = "The overtime hurts most?";
  const auto units = unitSpans(text);
  const auto echoing = turnFeatures(text, "It is the overtime that hurts.", units);
  EXPECT_TRUE(has(turnFeatures(text, "We sell bread.", units), "s:takes up 0"));
  EXPECT_TRUE(has(echoing, "s:takes up 3"));
}

TEST(TurnFeaturesTest, AreInOrderWithoutRepetitions) {
  const std::string text = "Why? Why? And why is it so, and why not?";
  auto [around, lists] = unitFeatures(text, "Why, why?", unitSpans(text));
  lists.push_back(around);
  lists.push_back(turnFeatures(text, "Why, why?", unitSpans(text)));
  for (const Texts& each : lists) {
    EXPECT_EQ(std::ranges::adjacent_find(each, std::ranges::greater_equal{}), each.end());
  }
}

}  // namespace
}  // namespace sparring
