#include "language/quantities.h"

#include <gtest/gtest.h>

namespace sparring {
namespace {

using Kind = Quantity::Kind;

Quantity only(const std::string& text) {
  const std::vector<Quantity> found = quantitiesIn(text);
  EXPECT_EQ(found.size(), 1U) << text;
  return found.empty() ? Quantity{} : found.front();
}

TEST(QuantitiesTest, ReadsDigitsAndWordsAlike) {
  const std::pair<const char*, double> same[] = {{"9,000 cases", 9000},
                                                 {"nine thousand cases", 9000},
                                                 {"22 labs", 22},
                                                 {"twenty-two labs", 22},
                                                 {"twenty two labs", 22},
                                                 {"two hundred and ten practices", 210},
                                                 {"a hundred shops", 100},
                                                 {"four point two million loaves", 4.2e6},
                                                 {"3.5 million boxes", 3.5e6},
                                                 {"two hundred thousand people", 2e5}};
  for (const auto& [text, value] : same) {
    EXPECT_DOUBLE_EQ(only(text).value, value) << text;
    EXPECT_EQ(only(text).kind, Kind::count) << text;
    EXPECT_FALSE(only(text).counted.empty()) << text;
  }
}

TEST(QuantitiesTest, TellsPercentMoneyAndYearsFromCounts) {
  for (const char* text : {"11%", "11 %", "11 percent", "eleven per cent"}) {
    EXPECT_EQ(only(text).kind, Kind::percent) << text;
    EXPECT_DOUBLE_EQ(only(text).value, 11) << text;
  }
  for (const char* text : {"€12m", "12 million euros", "twelve million pounds", "$12 million"}) {
    EXPECT_EQ(only(text).kind, Kind::money) << text;
    EXPECT_DOUBLE_EQ(only(text).value, 12e6) << text;
  }
  EXPECT_EQ(only("founded in 1978").kind, Kind::year);
  EXPECT_EQ(only("1,978 people").kind, Kind::count);
}

TEST(QuantitiesTest, SharesOfAWholeArePercent) {
  EXPECT_DOUBLE_EQ(only("a fifth of your turnover").value, 20);
  EXPECT_NEAR(only("two-thirds of them").value, 66.67, 0.01);
  EXPECT_DOUBLE_EQ(only("half of the fleet").value, 50);
  EXPECT_EQ(only("three quarters").kind, Kind::percent);
  EXPECT_NEAR(only("a third will have retired").value, 33.33, 0.01);
}

TEST(QuantitiesTest, WhatIsNoFigureIsNone) {
  for (const char* text : {"", "one of them", "a call", "the third call", "point", "%"}) {
    EXPECT_TRUE(quantitiesIn(text).empty()) << text;
  }
  const std::string many(100'000, '7');
  EXPECT_LE(quantitiesIn(many).size(), 1U);
  std::string billions = "two";
  for (int i = 0; i < 100; ++i) billions += " billion";
  for (const Quantity& each : quantitiesIn(billions)) EXPECT_TRUE(sameAmount(each, each));
}

TEST(QuantitiesTest, NamesTheWordsOfTheFigureAndWhatIsCounted) {
  const std::string text = "You run 340 of your mechanics, from nine depots.";
  const std::vector<Quantity> found = quantitiesIn(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(text.substr(found[0].words.begin, found[0].words.end - found[0].words.begin), "340");
  EXPECT_EQ(found[0].counted, "mechanics");
  EXPECT_EQ(found[1].counted, "depots");
}

TEST(QuantitiesTest, AmountsAreComparedAsPeopleRound) {
  EXPECT_TRUE(sameKind(only("a shop count of 20 shops"), only("20 shop")));
  EXPECT_FALSE(sameKind(only("20 shops"), only("20 people")));
  EXPECT_TRUE(sameKind(only("6 million pounds"), only("six million")));
  EXPECT_TRUE(sameAmount(only("a third of it"), only("33 percent")));
  EXPECT_FALSE(sameAmount(only("11 percent"), only("12 percent")));
  EXPECT_FALSE(sameAmount(only("in 1978"), only("in 1979")));
}

}  // namespace
}  // namespace sparring
