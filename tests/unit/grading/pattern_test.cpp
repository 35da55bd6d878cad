#include "grading/pattern.h"

#include <gtest/gtest.h>

namespace sparring {
namespace {

// The words that a pattern finds in a text, each where it stands.
std::vector<std::string> found(const char* pattern, const std::string& text) {
  PatternIndex index;
  index.setNumberWords({"two", "forty"});
  index.add(patternOf(pattern), 0);
  index.build();
  std::vector<std::string> out;
  for (const PatternIndex::Found& each : index.find(saidWords(text))) {
    out.push_back(text.substr(each.words.begin, each.words.end - each.words.begin));
  }
  return out;
}

using Words = std::vector<std::string>;

TEST(Pattern, StandsWhereItsWordsFollowEachOther) {
  EXPECT_EQ(found("by friday", "It is done by Friday, by friday."),
            (Words{"by Friday", "by friday"}));
  EXPECT_EQ(found("by friday", "By the way, Friday."), Words{});
  EXPECT_EQ(found("day", "Monday"), Words{});
}

TEST(Pattern, CaseApostrophesAndHyphensDoNotCount) {
  EXPECT_EQ(found("i'll call", "I’LL CALL"), Words{"I’LL CALL"});
  EXPECT_EQ(found("don't", "dont"), Words{"dont"});
  EXPECT_EQ(found("sign-on", "single sign-on"), Words{"sign-on"});
}

TEST(Pattern, PunctuationDoesNotCount) {
  EXPECT_EQ(found("well, then", "Well then."), Words{"Well then"});
  EXPECT_EQ(found("really?", "Really!"), Words{"Really"});
}

TEST(Pattern, AStarIsTheRestOfAWordOrAnyWord) {
  EXPECT_EQ(found("deliver*", "Deliveries and deliver"), (Words{"Deliveries", "deliver"}));
  EXPECT_EQ(found("a * year", "a good year, a very good year"), Words{"a good year"});
}

TEST(Pattern, ANumberIsInDigitsOrSpelledOut) {
  EXPECT_EQ(found("# percent", "10 percent, forty percent, some percent"),
            (Words{"10 percent", "forty percent"}));
}

TEST(Pattern, AGapIsAtMostThreeWords) {
  EXPECT_EQ(found("get your ... down", "get your down"), Words{"get your down"});
  EXPECT_EQ(found("get your ... down", "get your very high churn down"),
            Words{"get your very high churn down"});
  EXPECT_EQ(found("get your ... down", "get your one two three four down"), Words{});
}

TEST(Pattern, EndsAsSoonAsItCan) {
  EXPECT_EQ(found("a ... b ... c", "a x b b c c"), Words{"a x b b c"});
  EXPECT_EQ(found("a ... b ... c", "a b 1 2 b 3 4 c"), Words{"a b 1 2 b 3 4 c"});
}

// Each gap multiplies the ways to stand in a text; they are not tried one by one.
TEST(Pattern, ManyGapsAreFoundInALongText) {
  std::string pattern = "go";
  std::string text = "go";
  for (int i = 0; i < 24; ++i) pattern += " ... on";
  for (int i = 0; i < 200; ++i) text += " on";
  EXPECT_EQ(found((pattern + " ... stop").c_str(), text), Words{});
  EXPECT_EQ(found(pattern.c_str(), text).size(), 1U);
}

TEST(Pattern, WhatAsksForNoWordIsNone) {
  for (const char* text : {"", "  ", "*", "...", "... * ..."}) {
    EXPECT_TRUE(patternOf(text).empty()) << text;
  }
}

TEST(PatternIndex, TellsWhoseThePatternIs) {
  PatternIndex index;
  index.add(patternOf("ticket*"), 3);
  index.add(patternOf("open a ticket"), 5);
  index.build();
  std::vector<int> owners;
  for (const auto& each : index.find(saidWords("You open a ticket."))) owners.push_back(each.owner);
  EXPECT_EQ(owners, (std::vector{5, 3}));
}

}  // namespace
}  // namespace sparring
