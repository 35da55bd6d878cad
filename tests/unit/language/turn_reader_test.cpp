// A model small enough to reason about: a few acts, two marks and the three kinds of focus, by
// words alone.
#include "language/turn_reader.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"

namespace sparring {
namespace {

using Entries = std::vector<FeatureTable::Entry>;

// "how" asks, "platform" claims a feature, "well" is filler, "owns" earns and "whatever" costs.
ReadingWeights turnWeights() {
  ReadingWeights out;
  out.labels = {"act:ask_diagnostic", "act:feature_claim", "act:filler", "asks",
                "mark:accountable+",  "mark:accountable-"};
  out.bias = {-500, -500, -500, -500, -500, -500};
  out.thresholds = {500, 500, 500, 500, 500, 500};
  out.features.add("t:how", 600, Entries{{0, 6000}});
  out.features.add("t:owns", 600, Entries{{4, 6000}});
  out.features.add("t:platform", 600, Entries{{1, 6000}});
  out.features.add("t:query", 600, Entries{{3, 6000}});
  out.features.add("t:well", 600, Entries{{2, 900}});
  out.features.add("t:whatever", 600, Entries{{5, 1200}});
  return out;
}

// "your" and "our" tell whom it is about.
ReadingWeights unitWeights() {
  ReadingWeights out;
  out.labels = {"focus:customer", "focus:seller", "focus:neutral"};
  out.bias = {0, 0, 50};
  out.thresholds = {500, 500, 500};
  out.features.add("u:our", 600, Entries{{1, 6000}});
  out.features.add("u:your", 600, Entries{{0, 6000}});
  return out;
}

ReadingModel smallModel() {
  return {"-", {turnWeights(), unitWeights()}, {turnWeights(), unitWeights()}, {}};
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

// A second look that takes for the seller's whatever stands in a turn that claims a feature.
TEST(TurnReaderTest, ASecondLookMayDecideOtherwise) {
  ReadingModel model = smallModel();
  const std::size_t numbers = secondLookNumbers(3, 6);
  HiddenLayer& focus = model.words.focus;
  focus.in.assign(numbers, 0);
  focus.in[4 * 3 + 3 + 1] = 1000;  // The turn's evidence of feature_claim.
  focus.inBias = {0};
  focus.out = {0, 1000, 0};
  focus.outBias = {900, 0, 0};
  const TurnReader reader(model, nullptr);
  const TurnMeaning claims = reader.read("Our platform is fast. Good.", "");
  ASSERT_EQ(claims.focus.size(), 2U);
  EXPECT_EQ(claims.focus[1].about, Focus::seller);
  EXPECT_EQ(reader.read("Well. Good.", "").focus.at(1).about, Focus::customer);
}

TEST(SecondLookTest, IsOfTheUnitItsNeighboursAllOfThemAndTheTurn) {
  const FirstLook first = {{{3, 0, 0}, {0, 6, 0}, {0, 0, 9}}, {1, 4, 3}, {-2.5}};
  const std::vector<float> expected = {
      -2,      4,    -2,      // The unit, of which the mean is taken away,
      2,       -1,   -1,      // the one before it,
      -3,      -3,   6,       // the one after it,
      -1.875F, .75F, 1.125F,  // and all, by their words;
      0,       0,    2,       // neither first nor last, of four words;
      -2.5F};                 // and what the turn does.
  EXPECT_EQ(secondLook(first, 1), expected);
  EXPECT_EQ(secondLook(first, 1).size(), secondLookNumbers(3, 1));
  const std::vector<float> atFirst = secondLook(first, 0);
  EXPECT_EQ(std::vector<float>(atFirst.begin() + 3, atFirst.begin() + 6), std::vector<float>(3, 0));
  EXPECT_EQ(atFirst[12], 1.0F);
  EXPECT_EQ(secondLook(first, 2)[13], 1.0F);
}

TEST(TurnReaderTest, WhatIsNotLikelyIsOnlyPerhaps) {
  const TurnMeaning meaning = read("Well, how?");
  EXPECT_EQ(actsIn(meaning.acts), Acts{"ask_diagnostic"});
  EXPECT_EQ(actsIn(meaning.perhaps), Acts{"filler"});
}

TEST(TurnReaderTest, MarksComeWithTheirWordsAndHowSureTheyAre) {
  const std::string text = "Good. My team owns that date. Fine.";
  const TurnMeaning meaning = read(text);
  ASSERT_EQ(meaning.marks.size(), 1U);
  EXPECT_EQ(meaning.marks[0].rule.value, "accountable");
  EXPECT_EQ(meaning.marks[0].sign, Sign::earned);
  EXPECT_GT(meaning.marks[0].perMille, 500);
  EXPECT_EQ(wordsOf(text, meaning.marks[0].words), "My team owns that date.");
  const TurnMeaning unsure = read("Whatever.");
  ASSERT_EQ(unsure.marks.size(), 1U);
  EXPECT_EQ(unsure.marks[0].sign, Sign::cost);
  EXPECT_LT(unsure.marks[0].perMille, 995);
  EXPECT_TRUE(read("Good.").marks.empty());
}

TEST(TurnReaderTest, ATurnThatAsksDoesTheNearestOfTheActsThatAsk) {
  EXPECT_EQ(actsIn(read("A query.").acts), Acts{"ask_diagnostic"});
  EXPECT_EQ(actsIn(read("How is that, a query?").acts), Acts{"ask_diagnostic"});
  EXPECT_EQ(actsIn(read("Our platform, a query.").acts), (Acts{"feature_claim", "ask_diagnostic"}));
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
        std::string("\xFF\xFE how"), std::string("как дела"), std::string(100'000, 'a'), endless,
        "Ok " + std::string(5'000, 'a') + " how", std::string(4'000, '.') + " how",
        std::string(5'000, ' ') + "how"}) {
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

TEST(TurnReaderTest, OnlyTheWeightsThatServeWithAnEncoderAreRead) {
  ReadingModel model = smallModel();
  model.words.turns.bias.front() = -1;
  const std::string written = writeReadingModel(model);
  const ReadingModel known = readReadingModel(written, "", "-").value();
  EXPECT_EQ(known.meaning.turns.bias, model.meaning.turns.bias);
  EXPECT_TRUE(known.words.turns.labels.empty());
  for (const char* other : {"", "another encoder"}) {
    const ReadingModel without = readReadingModel(written, "", other).value();
    EXPECT_EQ(without.words.turns.bias, model.words.turns.bias);
    EXPECT_EQ(without.words.units.features.size(), model.words.units.features.size());
    EXPECT_TRUE(without.meaning.turns.labels.empty());
  }
  EXPECT_FALSE(readReadingModel(written.substr(0, written.size() / 3), "", ""));
}

TEST(TurnReaderTest, ADamagedModelIsRefusedWithItsPlace) {
  const std::string written = writeReadingModel(smallModel());
  const auto with = [&](const std::string& what, const std::string& instead) {
    std::string out = written;
    return out.replace(out.find(what), what.size(), instead);
  };
  for (const std::string& text :
       {std::string(), written.substr(0, written.size() / 2), "x" + written, written + "x",
        with("A6000", "Z6000"), with("A6000", "A"), with("A6000", "A99999"),
        with("\t600\t", "\t-1\t"), with("6 0\n", "6 7\n"), with("6 0\n", "9999999 0\n"),
        with("\n0 0\n", "\n0 3\n"), with("\n0 0\n", "\n7 3\n"), with("t:how", "u:how"),
        with("500 500", "500"), with("spelling 0", "spelling"), with("acts 0\n", "")}) {
    const Result<ReadingModel> model = readReadingModel(text, "turns.model");
    ASSERT_FALSE(model) << text.substr(0, 30);
    EXPECT_EQ(model.error().where, "turns.model");
  }
}

ReadingModel packedAndRead(const ReadingModel& model, const std::optional<std::string>& encoder) {
  return unpackReadingModel(packReadingModel(model), "", encoder).value();
}

TEST(PackedReadingModelTest, IsTheModelThatItWasMadeOf) {
  ReadingModel small = smallModel();
  small.matching = {.phrasing = 1, .part = -2, .heard = 3, .constant = -4};
  small.words.turns.bias.front() = -1;
  small.meaning.units.vectors.assign(3 * unitNumbers, 5);
  small.meaning.focus = {std::vector<std::int16_t>(2 * secondLookNumbers(3, 6), 7),
                         {1, 2},
                         std::vector<std::int16_t>(6, -3),
                         {4, 5, 6}};
  const std::string text = writeReadingModel(small);
  const ReadingModel model = readReadingModel(text, "").value();
  const ReadingModel again = packedAndRead(model, std::nullopt);
  EXPECT_EQ(writeReadingModel(again), text);
  EXPECT_EQ(again.hash, model.hash);
  EXPECT_EQ(again.matching, small.matching);
  // Only the weights that serve with an encoder are read, as from the text.
  EXPECT_TRUE(packedAndRead(model, "-").words.turns.labels.empty());
  EXPECT_EQ(packedAndRead(model, "").words.turns.bias.front(), -1);
  EXPECT_TRUE(packedAndRead(model, "").meaning.turns.labels.empty());
}

// Else fuzzing would begin with what is refused at the first line.
TEST(ReadingModelTest, TheSeedsOfItsFuzzingAreModelsWithASecondLook) {
  for (const char* name : {"whole", "packed"}) {
    const auto path = std::filesystem::path(SPARRING_SOURCE_DIR) / "tests/fuzz/corpus/reading";
    const std::string seed = readFile(path / name, 1'000'000).value();
    const std::string model = seed.substr(0, seed.find("\n---\n"));
    const Result<ReadingModel> read = isPackedReadingModel(model)
                                          ? unpackReadingModel(model, name)
                                          : readReadingModel(model + '\n', name);
    ASSERT_TRUE(read) << name;
    EXPECT_FALSE(read->words.focus.inBias.empty()) << name;
  }
}

TEST(PackedReadingModelTest, DamagedBytesAreRefused) {
  const std::string whole =
      packReadingModel(readReadingModel(writeReadingModel(smallModel()), "").value());
  ASSERT_TRUE(isPackedReadingModel(whole));
  EXPECT_FALSE(isPackedReadingModel(writeReadingModel(smallModel())));
  std::string other = whole;
  other[whole.size() / 2] = static_cast<char>(other[whole.size() / 2] ^ 1);
  for (const std::string& bytes : {std::string(), whole.substr(0, 40),
                                   whole.substr(0, whole.size() - 1), whole + "x", other}) {
    const Result<ReadingModel> model = unpackReadingModel(bytes, "reading.bin");
    ASSERT_FALSE(model) << bytes.size();
    EXPECT_EQ(model.error().where, "reading.bin");
  }
}

using Places = std::vector<std::optional<std::size_t>>;

TEST(FeatureTableTest, FindsWhatWasAddedAndNothingElse) {
  const std::vector<std::string> names = {"", "a", "aa", "ab", "abc", "b", "ba", "c", "ab"};
  FeatureTable table;
  EXPECT_EQ(table.find(names), Places(names.size()));
  for (const char* name : {"a", "ab", "b", "ba"}) table.add(name, 100, Entries{{1, 7}});
  table.index();
  EXPECT_EQ(table.find(names), (Places{{}, 0, {}, 1, {}, 2, 3, {}, 1}));
  EXPECT_EQ(table.entries(2).size(), 1U);
}

// Two sums of two numbers: the first speaks for label 0, the second, cut off, for nothing.
TEST(HiddenLayerTest, SumsAboveNothingSpeakForLabels) {
  HiddenLayer layer;
  layer.in = {1000, -1000, 500, -500};
  layer.inBias = {500, -500};
  layer.out = {2000, 0, 1000, 9000};
  layer.outBias = {0, 250};
  std::vector<double> evidence = {1.0, 1.0};
  layer.addTo(evidence, std::vector<float>{2.0F, 1.0F});
  EXPECT_DOUBLE_EQ(evidence[0], 1.0 + 2.0 * (2.0 + 0.5 + 0.5));
  EXPECT_DOUBLE_EQ(evidence[1], 1.25);
  layer.addTo(evidence, std::vector<float>{-2.0F, 1.0F});
  EXPECT_DOUBLE_EQ(evidence[0], 7.0 + 1.0 * (2.0 - 0.5 - 0.5));
  EXPECT_DOUBLE_EQ(evidence[1], 1.5 + 9.0);
}

// Three labels by two numbers; what is beyond them is of no label.
TEST(NumberWeightsTest, GiveWhatTheNumbersAddToEachLabel) {
  ReadingWeights weights;
  weights.labels = {"act:close", "act:recap", "act:greet"};
  weights.vectors = {100, -200, 0, 30, 5, -1};
  Rows numbers(2, 2);
  numbers.values = {0.5F, -2.0F, 0.0F, 1.0F};
  const Rows added = NumberWeights(weights).times(numbers);
  ASSERT_EQ(added.count, 2U);
  const std::vector<float> expected = {-10.0F, -110.0F, 2.0F, 30.0F, 5.0F, -1.0F};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_NEAR(added.row(i / 3)[i % 3], expected[i], 0.05) << i;
  }
  EXPECT_TRUE(NumberWeights().times(numbers).row(1).empty());
}

TEST(FeatureValuesTest, TheMoreOfAKindTheLessEachCounts) {
  const std::vector<std::string> one = {"t:a", "h:b"};
  const std::vector<std::string> four = {"t:a", "t:b", "t:c", "t:d"};
  EXPECT_FLOAT_EQ(featureValues(four)[0], featureValues(one)[0] / 2);
  EXPECT_LT(featureValues(one)[1], featureValues(one)[0]);
}

}  // namespace
}  // namespace sparring
