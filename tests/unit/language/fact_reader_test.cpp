#include "language/fact_reader.h"

#include <gtest/gtest.h>

namespace sparring {
namespace {

Fact waste() {
  Fact fact;
  fact.id = FactId("waste");
  fact.text = "The annual letter promises to cut bread waste by 50 percent before next spring.";
  fact.keys = {"annual letter", "bread waste"};
  return fact;
}

std::optional<FactUse> useOf(const std::string& text, const Fact& fact = waste()) {
  const std::vector<Fact> facts = {fact};
  const std::vector<FactReading> readings = readFacts(text, facts);
  if (readings.empty()) return std::nullopt;
  return readings.front().use;
}

TEST(FactReaderTest, AFactIsCitedByItsKeysOrMostOfItsWords) {
  EXPECT_EQ(useOf("I read in your annual letter what you promise."), FactUse::cited);
  EXPECT_EQ(useOf("You promise to cut the waste by 50 percent before spring."), FactUse::cited);
  EXPECT_EQ(useOf("How many shops do you have?"), std::nullopt);
  EXPECT_EQ(useOf(""), std::nullopt);
}

TEST(FactReaderTest, OtherFiguresMakeItWrong) {
  EXPECT_EQ(useOf("Your annual letter says 30 percent."), FactUse::wrong);
  EXPECT_EQ(useOf("Your annual letter says 50 percent."), FactUse::cited);
}

// Figures of something else, a phone number, a date or a time say nothing against the fact.
TEST(FactReaderTest, FiguresOfOtherThingsContradictNothing) {
  EXPECT_EQ(useOf("About your bread waste call me on 07700 900123, any evening."), FactUse::cited);
  EXPECT_EQ(useOf("On Friday 12 March you look at the bread waste together."), FactUse::cited);
  EXPECT_EQ(useOf("Your bread waste falls to 30% by then."), FactUse::wrong);
}

TEST(FactReaderTest, WhatSupposesOrUsesAFigureOrStatesAsksForNothing) {
  EXPECT_EQ(useOf("Would your bakers notice less bread waste?"), std::nullopt);
  EXPECT_EQ(useOf("How much of the forty loaves became bread waste?"), std::nullopt);
  EXPECT_EQ(useOf("When I am back I will speak about bread waste with your people."),
            FactUse::cited);
  EXPECT_EQ(useOf("what have you promised about bread waste"), FactUse::asked);
}

Fact factOf(const char* id, const char* text, std::vector<std::string> keys) {
  Fact fact;
  fact.id = FactId(id);
  fact.text = text;
  fact.keys = std::move(keys);
  return fact;
}

TEST(FactReaderTest, AFigureThatAnotherFactTellsContradictsNothing) {
  const std::vector<Fact> facts = {
      factOf("group", "Harbour Group, with 140 shops, buys a fifth of all bread.", {"Harbour"}),
      factOf("bought", "Harbour took over twelve shops near the station in May.", {"station"})};
  const std::vector<FactReading> read =
      readFacts("Are those the twelve shops near the station that Harbour took over?", facts);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read.front().fact.value, "bought");
  EXPECT_EQ(read.front().use, FactUse::cited);
  const std::vector<FactReading> wrong = readFacts("Harbour has 90 shops by now.", facts);
  ASSERT_FALSE(wrong.empty());
  EXPECT_EQ(wrong.front().use, FactUse::wrong);
}

TEST(FactReaderTest, WhatIsSaidExactlyIsNotSupposed) {
  const Fact group = factOf("group", "Harbour Group buys a fifth of all bread.", {"Harbour"});
  EXPECT_EQ(useOf("Harbour buys a fifth of your bread and would rather have it earlier.", group),
            FactUse::cited);
  EXPECT_EQ(useOf("Would Harbour rather have it earlier?", group), std::nullopt);
}

TEST(FactReaderTest, AskingForWhatIsPublicIsNoCitation) {
  EXPECT_EQ(useOf("What have you promised about bread waste?"), FactUse::asked);
  Fact hidden = waste();
  hidden.isPublic = false;
  EXPECT_EQ(useOf("What have you promised about bread waste?", hidden), std::nullopt);
}

Fact plant() {
  Fact fact;
  fact.id = FactId("plant");
  fact.text = "A plant for 340 people opens in Leeds in 2027; it costs twelve million pounds.";
  fact.keys = {"plant", "Leeds", "340"};
  return fact;
}

TEST(FactReaderTest, FiguresCountByWhatTheyAreWorth) {
  EXPECT_EQ(useOf("You put £12m into the new plant.", plant()), FactUse::cited);
  EXPECT_EQ(useOf("you put eleven million pounds into the new plant", plant()), FactUse::wrong);
  EXPECT_EQ(useOf("Three hundred and forty people will work at the plant.", plant()),
            FactUse::cited);
  EXPECT_EQ(useOf("Your plant. Is it 240 people?", plant()), FactUse::wrong);
}

TEST(FactReaderTest, FiguresInWordsAreReadWhole) {
  const Fact planners = factOf("planners", "Planning has 120 people.", {"planning"});
  EXPECT_EQ(useOf("You have one hundred and twenty people in planning.", planners), FactUse::cited);
  const Fact shops = factOf("shops", "The chain runs 9,200 shops.", {"shops"});
  EXPECT_EQ(useOf("You run nine thousand two hundred shops.", shops), FactUse::cited);
  EXPECT_EQ(useOf("You run nine thousand four hundred shops.", shops), FactUse::wrong);
  const Fact opening = factOf("depots", "The depots open at half past seven.", {"depots"});
  EXPECT_EQ(useOf("Your depots open at seven.", opening), FactUse::wrong);
  EXPECT_EQ(useOf("Give me half an hour on your bread waste."), FactUse::cited);
}

TEST(FactReaderTest, ARightYearMakesNoWrongAmountRight) {
  const Fact bond = factOf("bond", "Voters approved a $310 million bond in 2024.", {"bond"});
  EXPECT_EQ(useOf("Your voters gave you a $200 million bond in 2024.", bond), FactUse::wrong);
  EXPECT_EQ(useOf("How large was the bond in 2024?", bond), FactUse::asked);
  EXPECT_EQ(useOf("The bond of 310 million in 2024 must last.", bond), FactUse::cited);
}

TEST(FactReaderTest, AnotherNameInItsPlaceMakesItWrong) {
  EXPECT_EQ(useOf("The plant that opens in Hull is for 340 people.", plant()), FactUse::wrong);
  EXPECT_EQ(useOf("The plant that opens in Leeds is for 340 people.", plant()), FactUse::cited);
}

TEST(FactReaderTest, TheTopicAloneOrTheSellersOwnDoingIsNoUse) {
  EXPECT_EQ(useOf("Let us come back to the plant, Neil.", plant()), std::nullopt);
  EXPECT_EQ(useOf("We built a plant for 340 people for another firm of ours.", plant()),
            std::nullopt);
  EXPECT_EQ(useOf("What keeps you awake about the plant?", plant()), std::nullopt);
  EXPECT_EQ(useOf("How many people will the plant have?", plant()), FactUse::asked);
  EXPECT_EQ(useOf("When does the plant open?", plant()), FactUse::asked);
}

TEST(FactReaderTest, TheSentenceThatShowsItIsNamed) {
  const std::string text = "Good morning. Your annual letter speaks of 50 percent. Why?";
  const std::vector<Fact> facts = {waste()};
  const FactReading reading = readFacts(text, facts).at(0);
  EXPECT_EQ(text.substr(reading.words.begin, reading.words.end - reading.words.begin),
            "Your annual letter speaks of 50 percent.");
}

TEST(FactReaderTest, StatingCountsBeforeAsking) {
  EXPECT_EQ(useOf("What about bread waste? Your annual letter says 50 percent."), FactUse::cited);
}

}  // namespace
}  // namespace sparring
