// A model small enough to reason about: three acts and the three kinds of focus, by words alone.
#include "language/turn_reader.h"

#include <gtest/gtest.h>

namespace sparring {
namespace {

Calibration straight(int threshold) {
  Calibration out;
  for (int i = 0; i <= Calibration::steps; ++i) {
    out.perMille[static_cast<std::size_t>(i)] = 1000 * i / Calibration::steps;
  }
  out.threshold = threshold;
  return out;
}

// "how" asks, "platform" claims a feature, anything else is filler; "your" and "our" tell whom it
// is about.
ReadingModel smallModel() {
  ReadingModel model;
  model.labels = {"act:ask_diagnostic", "act:feature_claim", "act:filler",
                  "focus:customer",     "focus:seller",      "focus:neutral"};
  model.encoder = "-";
  ReadingWeights weights;
  weights.bias = {-5, -5, -5, 0, 0, 0.5};
  weights.features = {{"u:how", {{0, 40.0}}},
                      {"u:platform", {{1, 40.0}}},
                      {"u:well", {{2, 8.0}}},
                      {"u:your", {{3, 40.0}}},
                      {"u:our", {{4, 40.0}}}};
  for (std::size_t i = 0; i < model.labels.size(); ++i) {
    weights.calibrations.push_back(straight(500));
  }
  model.meaning = weights;
  model.words = weights;
  return model;
}

TurnMeaning read(const std::string& text) {
  return TurnReader(smallModel(), nullptr).read(text, "Go on.");
}

std::vector<std::string> actsIn(const std::vector<ActReading>& readings) {
  std::vector<std::string> out;
  for (const ActReading& each : readings) out.push_back(each.act.value);
  return out;
}

std::string wordsOf(const std::string& text, const Span& span) {
  return text.substr(span.begin, span.end - span.begin);
}

using Acts = std::vector<std::string>;

TEST(TurnReaderTest, NamesEveryActWithTheWordsThatCarryIt) {
  const std::string text = "Our platform is fast. How do your people do it?";
  const TurnMeaning meaning = read(text);
  ASSERT_EQ(meaning.acts.size(), 2U);
  for (const ActReading& each : meaning.acts) {
    const bool asks = each.act.value == "ask_diagnostic";
    EXPECT_EQ(wordsOf(text, each.words),
              asks ? "How do your people do it?" : "Our platform is fast.");
    EXPECT_GT(each.perMille, 500);
  }
}

TEST(TurnReaderTest, SaysOfEveryUnitWhomItIsAbout) {
  const TurnMeaning meaning = read("Our platform is fast. How do your people do it? Good.");
  ASSERT_EQ(meaning.focus.size(), 3U);
  EXPECT_EQ(meaning.focus[0].about, Focus::seller);
  EXPECT_EQ(meaning.focus[1].about, Focus::customer);
  EXPECT_EQ(meaning.focus[2].about, Focus::neutral);
  EXPECT_EQ(meaning.focus[1].wordCount, 6);
}

TEST(TurnReaderTest, WhatIsNotLikelyIsOnlyPerhaps) {
  const TurnMeaning meaning = read("Well, how?");
  EXPECT_EQ(actsIn(meaning.acts), Acts{"ask_diagnostic"});
  EXPECT_EQ(actsIn(meaning.perhaps), Acts{"filler"});
}

TEST(TurnReaderTest, EveryTurnDoesSomething) {
  const TurnMeaning meaning = read("Hm.");
  ASSERT_EQ(meaning.acts.size(), 1U);
  EXPECT_LT(meaning.acts[0].perMille, 500);
}

TEST(TurnReaderTest, NothingSaidIsNothingRead) {
  for (const char* text : {"", "  ", "\n\t"}) EXPECT_EQ(read(text), TurnMeaning{}) << text;
}

TEST(TurnReaderTest, AnyTextIsReadAndNoWordIsLost) {
  std::string endless;
  while (endless.size() < 100'000) endless += "how our platform ";
  for (const std::string& text :
       {std::string("?!…"), std::string("\xF0\x9F\x98\x80 \xF0\x9F\x98\x80"),
        std::string("\xFF\xFE how"), std::string("как дела"), std::string(100'000, 'a'), endless}) {
    int words = 0;
    for (const FocusReading& each : read(text).focus) {
      words += each.wordCount;
      EXPECT_LE(each.words.end, text.size());
    }
    EXPECT_EQ(words, countWords(text)) << text.substr(0, 40);
  }
}

TEST(TurnReaderTest, AModelReadsBackAsItWasWritten) {
  const std::string written = writeReadingModel(smallModel());
  const Result<ReadingModel> again = readReadingModel(written, "here");
  ASSERT_TRUE(again);
  EXPECT_EQ(writeReadingModel(*again), written);
  EXPECT_EQ(TurnReader(*again, nullptr).read("How is your platform?", ""),
            read("How is your platform?"));
}

TEST(TurnReaderTest, ADamagedModelIsRefusedWithItsPlace) {
  const std::string written = writeReadingModel(smallModel());
  for (const std::string& text :
       {std::string(), written.substr(0, written.size() / 2), "x" + written, written + "x",
        std::string("sparring reading 1\n-\nact:close\n1 7\n")}) {
    const Result<ReadingModel> model = readReadingModel(text, "turns.model");
    ASSERT_FALSE(model) << text.substr(0, 30);
    EXPECT_EQ(model.error().where, "turns.model");
  }
}

TEST(CalibrationTest, LiesOnTheLineBetweenItsSteps) {
  Calibration calibration = straight(500);
  EXPECT_EQ(calibration.at(0.0), 0);
  EXPECT_EQ(calibration.at(0.525), 525);
  EXPECT_EQ(calibration.at(1.0), 1000);
  EXPECT_EQ(calibration.at(7.0), 1000);
}

}  // namespace
}  // namespace sparring
