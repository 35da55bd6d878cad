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
                                                 {"two hundred thousand people", 2e5},
                                                 {"a hundred thousand crates", 1e5},
                                                 {"one hundred and twenty people", 120},
                                                 {"nine thousand two hundred shops", 9200},
                                                 {"two thousand five hundred beds", 2500},
                                                 {"two thousand and six beds", 2006},
                                                 {"a million two hundred thousand cases", 1.2e6},
                                                 {"one point five million boxes", 1.5e6},
                                                 {"two and a half thousand boxes", 2500},
                                                 {"twelve hundred boxes", 1200},
                                                 {"half a million boxes", 5e5},
                                                 {"half a dozen depots", 6},
                                                 {"9k shops", 9000},
                                                 {"“9,000” shops", 9000},
                                                 {"2000 people", 2000}};
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
  for (const char* text :
       {"in 2019", "your 2019 results", "the 2019 letter", "in 2000 depots",
        "nineteen seventy-eight", "since nineteen ninety", "in two thousand and nineteen"}) {
    EXPECT_EQ(only(text).kind, Kind::year) << text;
  }
  EXPECT_DOUBLE_EQ(only("nineteen seventy-eight").value, 1978);
  EXPECT_DOUBLE_EQ(only("twenty twenty").value, 2020);
}

TEST(QuantitiesTest, SharesOfAWholeArePercent) {
  EXPECT_DOUBLE_EQ(only("a fifth of your turnover").value, 20);
  EXPECT_NEAR(only("two-thirds of them").value, 66.67, 0.01);
  EXPECT_DOUBLE_EQ(only("half of the fleet").value, 50);
  EXPECT_EQ(only("three quarters").kind, Kind::percent);
  EXPECT_NEAR(only("a third will have retired").value, 33.33, 0.01);
  EXPECT_DOUBLE_EQ(only("cut by half, I hear").value, 50);
  EXPECT_DOUBLE_EQ(only("half your shops").value, 50);
}

TEST(QuantitiesTest, WhatIsNoFigureIsNone) {
  for (const char* text : {"", "one of them", "a call", "the third call", "point", "%",
                           "half an hour", "half hour", "an hour and a half", "B2B"}) {
    EXPECT_TRUE(quantitiesIn(text).empty()) << text;
  }
  const std::string many(100'000, '7');
  EXPECT_LE(quantitiesIn(many).size(), 1U);
  std::string billions = "two";
  for (int i = 0; i < 100; ++i) billions += " billion";
  for (const Quantity& each : quantitiesIn(billions)) EXPECT_TRUE(sameAmount(each, each));
}

TEST(QuantitiesTest, PartsOfAnHourAreNoShares) {
  EXPECT_EQ(only("three quarters of an hour").kind, Kind::count);
}

TEST(QuantitiesTest, FiguresSideBySideAreTwo) {
  const std::pair<const char*, std::pair<double, double>> sides[] = {
      {"between one hundred and two hundred crates", {100, 200}},
      {"nine depots and two hundred people", {9, 200}},
      {"nine thousand—four hundred of them new", {9000, 400}},
      {"ten and twenty", {10, 20}}};
  for (const auto& [text, values] : sides) {
    const std::vector<Quantity> found = quantitiesIn(text);
    ASSERT_EQ(found.size(), 2U) << text;
    EXPECT_DOUBLE_EQ(found[0].value, values.first) << text;
    EXPECT_DOUBLE_EQ(found[1].value, values.second) << text;
  }
}

TEST(QuantitiesTest, TimesOfADayAreHours) {
  const std::pair<const char*, double> times[] = {{"they open at half past seven", 7.5},
                                                  {"a quarter to five", 4.75},
                                                  {"quarter past nine", 9.25},
                                                  {"it leaves at 4:45.", 4.75}};
  for (const auto& [text, hours] : times) {
    EXPECT_EQ(only(text).kind, Kind::time) << text;
    EXPECT_DOUBLE_EQ(only(text).value, hours) << text;
  }
  EXPECT_TRUE(sameAmount(only("at 16:45"), only("quarter to five")));
  EXPECT_TRUE(sameKind(only("at seven"), only("half past seven")));
  EXPECT_FALSE(sameAmount(only("at seven"), only("half past seven")));
  EXPECT_FALSE(sameKind(only("seven depots"), only("half past seven")));
  EXPECT_EQ(quantitiesIn("a 4:1 ratio").front().kind, Kind::count);
}

TEST(QuantitiesTest, SoManyOutOfSoManyAreAShare) {
  EXPECT_DOUBLE_EQ(only("three parcels fewer").value, 3);
  EXPECT_DOUBLE_EQ(only("three in forty are late").value, 7.5);
  EXPECT_DOUBLE_EQ(only("fifteen out of a hundred owners").value, 15);
  EXPECT_DOUBLE_EQ(only("one in five leaves").value, 20);
  EXPECT_EQ(only("2 in 5").kind, Kind::percent);
  EXPECT_EQ(quantitiesIn("two visits in three weeks").size(), 2U);
  EXPECT_EQ(quantitiesIn("three in ten days").front().kind, Kind::count);
  EXPECT_EQ(quantitiesIn("nine in 2019").size(), 2U);
}

TEST(QuantitiesTest, ARoughFigureMayBeOffALittle) {
  EXPECT_TRUE(sameAmount(only("north of about 3000 letters"), only("3,200 letters")));
  EXPECT_TRUE(sameAmount(only("more than a quarter of it"), only("28 percent")));
  EXPECT_FALSE(sameAmount(only("3000 letters"), only("3,200 letters")));
  EXPECT_FALSE(sameAmount(only("about 3000 letters"), only("4,000 letters")));
}

TEST(QuantitiesTest, WhatIsCountedMayHaveAWordBeforeIt) {
  EXPECT_TRUE(sameKind(only("4,000 support tickets a week"), only("four thousand tickets")));
  EXPECT_TRUE(sameKind(only("95 employees"), only("ninety-five people")));
  EXPECT_FALSE(sameKind(only("9 to the tickets"), only("four thousand tickets")));
}

TEST(QuantitiesTest, NamesTheWordsOfTheFigureAndWhatIsCounted) {
  const std::string text = "You run 340 of your mechanics, from nine depots.";
  const std::vector<Quantity> found = quantitiesIn(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(text.substr(found[0].words.begin, found[0].words.end - found[0].words.begin), "340");
  EXPECT_EQ(found[0].counted, std::vector<std::string>{"mechanics"});
  EXPECT_EQ(found[1].counted, std::vector<std::string>{"depots"});
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
