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

TEST(UnitFeaturesTest, NameTheWordsInTheUnitInTheTurnAndOfTheBuyer) {
  const std::string text = "Your 40 shops waste bread. Why?";
  const auto features = unitFeatures(text, "The waste hurts us.", unitSpans(text));
  ASSERT_EQ(features.size(), 2U);
  EXPECT_TRUE(has(features[0], "u:< your #"));
  EXPECT_TRUE(has(features[0], "u:bread >"));
  EXPECT_FALSE(has(features[1], "u:bread"));
  EXPECT_TRUE(has(features[1], "t:bread"));
  EXPECT_TRUE(has(features[1], "u:why ?"));
  EXPECT_TRUE(has(features[0], "h:waste"));
  EXPECT_TRUE(has(features[0], "s:first"));
  EXPECT_TRUE(has(features[1], "s:last"));
}

TEST(UnitFeaturesTest, TakingUpTheBuyersWordsIsASign) {
  const std::string text = "The overtime hurts most?";
  const auto echoing = unitFeatures(text, "It is the overtime that hurts.", unitSpans(text));
  const auto other = unitFeatures(text, "We sell bread.", unitSpans(text));
  EXPECT_TRUE(has(other[0], "s:takes up 0"));
  EXPECT_FALSE(has(echoing[0], "s:takes up 0"));
}

}  // namespace
}  // namespace sparring
