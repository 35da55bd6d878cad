// Learning from a corpus small enough to know the answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include "learn/corpus.h"
#include "learn/evaluate.h"
#include "learn/examples.h"
#include "learn/fit.h"
#include "learn/train.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

const Progress silent = [](const std::string&) {};

// Turns that ask begin with "how"; turns that claim name a platform. Three writers.
std::vector<LabelledTurn> smallCorpus() {
  std::vector<LabelledTurn> out;
  for (int i = 0; i < 60; ++i) {
    LabelledTurn turn;
    turn.writer = std::string(1, static_cast<char>('a' + i % 3));
    turn.call = turn.writer + std::to_string(i / 6);
    turn.id = turn.call + "-" + std::to_string(i);
    turn.heard = "Go on.";
    const bool asks = i % 2 == 0;
    turn.text = asks ? "How do your people do number " + std::to_string(i) + " today?"
                     : "Our platform has " + std::to_string(i) + " connectors.";
    turn.acts = {ActId(asks ? "ask_diagnostic" : "feature_claim")};
    turn.focus = {{turn.text, asks ? Focus::customer : Focus::seller}};
    out.push_back(turn);
  }
  return out;
}

UnseenReadings asWritten(const UnseenReadings& readings) {
  UnseenReadings out;
  std::ranges::copy_if(readings, std::back_inserter(out),
                       [](const UnseenReading& each) { return !each.plain; });
  return out;
}

TEST(LearningTest, ReadsTheTurnsOfAWriterThatItHasNotSeen) {
  const std::vector<LabelledTurn> turns = smallCorpus();
  const UnseenReadings readings = trainReading(turns, nullptr, silent).byWords;
  ASSERT_EQ(readings.size(), 2 * turns.size());
  const ReadingFigures figures = figuresOf(asWritten(readings));
  EXPECT_EQ(figures.macro.value, 1.0);
  EXPECT_EQ(figures.focus.value, 1.0);
  EXPECT_EQ(figures.asksOrNot.value, 1.0);
}

TEST(LearningTest, TheSameCorpusGivesTheSameModelToTheByte) {
  const std::vector<LabelledTurn> turns = smallCorpus();
  const std::string once = writeReadingModel(trainReading(turns, nullptr, silent).model);
  EXPECT_EQ(writeReadingModel(trainReading(turns, nullptr, silent).model), once);
  const ReadingModel model = readReadingModel(once, "").value();
  const TurnMeaning meaning =
      TurnReader(model, nullptr).read("How do your people bake today?", "Go on.");
  EXPECT_EQ(meaning.acts.at(0).act.value, "ask_diagnostic");
  EXPECT_EQ(meaning.focus.at(0).about, Focus::customer);
}

TEST(LearningTest, FiguresCountWhatWasReadAgainstWhatWasLabelled) {
  std::vector<LabelledTurn> turns = smallCorpus();
  std::vector<UnseenReading> readings;
  for (const LabelledTurn& turn : turns) {
    UnseenReading reading;
    reading.turn = &turn;
    // Everything is taken for a question about the customer.
    reading.meaning.acts = {{ActId("ask_diagnostic"), 900, {}}};
    reading.meaning.focus = {{Focus::customer, {}, countWords(turn.text)}};
    readings.push_back(reading);
  }
  const ReadingFigures figures = figuresOf(readings);
  EXPECT_EQ(figures.acts.at(0).act, "ask_diagnostic");
  EXPECT_DOUBLE_EQ(figures.acts.at(0).precision, 0.5);
  EXPECT_DOUBLE_EQ(figures.acts.at(0).recall, 1.0);
  EXPECT_DOUBLE_EQ(figures.acts.at(1).f1.value, 0.0);
  EXPECT_DOUBLE_EQ(figures.micro.value, 0.5);
  EXPECT_LE(figures.micro.low, 0.5);
  EXPECT_GE(figures.micro.high, 0.5);
}

TEST(LearningTest, MarksAreLearnedToo) {
  std::vector<LabelledTurn> turns = smallCorpus();
  for (LabelledTurn& turn : turns) {
    if (turn.text.starts_with("Our")) turn.marks = {{RuleId("applications"), Sign::cost, "Our"}};
  }
  const Training training = trainReading(turns, nullptr, silent);
  const TurnMeaning meaning =
      TurnReader(training.model, nullptr).read("Our platform has 7 connectors.", "Go on.");
  ASSERT_EQ(meaning.marks.size(), 1U);
  EXPECT_EQ(meaning.marks[0].rule.value, "applications");
  EXPECT_EQ(meaning.marks[0].sign, Sign::cost);
  EXPECT_GT(meaning.marks[0].perMille, 500);
  const ReadingFigures figures = figuresOf(asWritten(training.byWords));
  ASSERT_EQ(figures.marks.size(), 2U);
  EXPECT_EQ(figures.marks[0].mark, "all");
  EXPECT_EQ(figures.marks[1].mark, "applications-");
  EXPECT_EQ(figures.marks[1].count, 30);
  EXPECT_DOUBLE_EQ(figures.marks[1].area, 1.0);
  EXPECT_DOUBLE_EQ(figures.marks[1].firm, 1.0);
}

TEST(LearningTest, FirmMarksAreTheSurestOfWhichNineInTenAreRight) {
  std::vector<LabelledTurn> turns = smallCorpus();
  turns.resize(20);
  std::vector<UnseenReading> readings;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    // The surest ten are right but for one; of the others every second one is.
    const bool has = i < 10 ? i != 4 : i % 2 == 0;
    if (has) turns[i].marks = {{RuleId("accessible"), Sign::earned, "me"}};
    UnseenReading reading;
    reading.turn = &turns[i];
    reading.meaning.marks = {
        {RuleId("accessible"), Sign::earned, 900 - 20 * static_cast<int>(i), {}}};
    readings.push_back(reading);
  }
  const MarkFigures figures = figuresOf(readings).marks.at(1);
  EXPECT_EQ(figures.count, 14);
  EXPECT_EQ(figures.firmPerMille, 900 - 20 * 10);
  EXPECT_DOUBLE_EQ(figures.firm, 10.0 / 14.0);
  EXPECT_GT(figures.area, 0.6);
  EXPECT_LT(figures.area, 0.9);
}

TEST(RidgeTest, WeighsWhatSpeaksForALabelAndLeavesTheRest) {
  Samples rows(1);
  std::vector<std::vector<bool>> wanted;
  std::vector<std::size_t> learned;
  for (std::size_t i = 0; i < 40; ++i) {
    const bool has = i % 2 == 0;
    const std::vector<std::string> features = {has ? "t:yes" : "t:no", "t:x" + std::to_string(i)};
    rows.add(features, std::vector<float>{i % 4 < 2 ? 1.0F : -1.0F});
    wanted.push_back({has, i % 4 < 2});
    if (i < 36) learned.push_back(i);
  }
  const Fitted fitted = fitRidge(rows, learned, wanted, 0.1);
  ASSERT_EQ(rows.names()[0], "t:yes");
  EXPECT_GT(fitted.features[0], 10 * std::abs(fitted.features[1]));
  EXPECT_GT(fitted.numbers[1], 0.3F);
  EXPECT_LT(std::abs(fitted.numbers[0]), 0.05F);
  EXPECT_NEAR(fitted.bias[0], 0.5, 1e-9);
  EXPECT_EQ(fitted.rarities[rows.names().size() - 1], 0);  // Of a row that was not learned from.
  const Fitted tamed = fitRidge(rows, learned, wanted, 1000.0);
  EXPECT_LT(tamed.features[0], fitted.features[0] / 10);
}

TEST(OneOfTest, TellsKindsApartAndLeavesOutWhatIsTooRare) {
  Samples rows(4);
  std::vector<std::size_t> right;
  std::vector<std::size_t> learned;
  for (std::size_t i = 0; i < 60; ++i) {
    const std::vector<std::string> features = {i % 2 == 0 ? "u:you" : "u:we",
                                               "u:x" + std::to_string(i)};
    rows.add(features, std::vector<float>{i % 3 == 0 ? 1.0F : -1.0F, 0, 0, 0});
    right.push_back(i % 3 == 0 ? 2 : i % 2);
    learned.push_back(i);
  }
  const Fitted fitted = fitOneOf(rows, learned, right, 3, 0.1);
  ASSERT_EQ(rows.names()[0], "u:you");
  EXPECT_GT(fitted.features[0], fitted.features[1] + 1);  // Of "u:you", for the first kind.
  EXPECT_GT(fitted.numbers[2], fitted.numbers[0] + 1);
  EXPECT_EQ(fitted.rarities[1], 0);  // Only one row has it.
  EXPECT_EQ(fitted.features[3], 0.0F);
}

TEST(ScaleTest, TurnsSumsIntoTheirChances) {
  // Of the sums 0 one in four is right, of the sums 1 three in four.
  std::vector<double> sums;
  std::vector<bool> right;
  for (int i = 0; i < 400; ++i) {
    sums.push_back(i % 2);
    right.push_back(i % 2 == 0 ? i % 8 == 0 : i % 8 != 1);
  }
  const Scale scale = fitScale(sums, right);
  EXPECT_NEAR(1.0 / (1.0 + std::exp(-scale.offset)), 0.25, 0.01);
  EXPECT_NEAR(1.0 / (1.0 + std::exp(-scale.factor - scale.offset)), 0.75, 0.01);
}

TEST(CorpusTest, ALineThatCannotBeUsedIsNamedAndLeftOut) {
  const TempFolder folder;
  std::ofstream(folder / "mine.jsonl")
      << R"({"id": "a-1", "call": "a", "prev": "Go on.", "text": "Right.", "acts": ["filler"], "focus": [{"sentence": "Right.", "about": "neutral"}]})"
      << "\n\nnot json\n"
      << R"({"id": "a-2", "call": "a", "text": "Well.", "acts": []})" << '\n'
      << R"({"id": "a-3", "call": "a", "text": "Well.", "acts": ["filler"], "rules": {"accessible": {"mark": "+", "words": "call me"}}})"
      << '\n';
  const Corpus corpus = readCorpus(folder.path()).value();
  ASSERT_EQ(corpus.turns.size(), 1U);
  EXPECT_EQ(corpus.turns[0].writer, "mine");
  ASSERT_EQ(corpus.diagnostics.size(), 3U);
  EXPECT_EQ(corpus.diagnostics[0].line, 3);
  EXPECT_EQ(corpus.diagnostics[1].message, "It has no acts.");
  EXPECT_EQ(corpus.diagnostics[2].line, 5);
}

TEST(CorpusTest, TheShippedTurnsAreAllUsable) {
  const Corpus corpus =
      readCorpus(std::filesystem::path(SPARRING_SOURCE_DIR) / "data/corpus").value();
  EXPECT_TRUE(corpus.diagnostics.empty());
  EXPECT_GE(corpus.turns.size(), 2500U);
}

// Two numbers of which one sum tells nothing: what is right is whether they agree. One more says
// nothing, and all have levels of their own.
TEST(FitHiddenTest, LearnsWhatNoSumOfTheNumbersTells) {
  std::vector<NetworkRow> rows;
  for (std::size_t i = 0; i < 12'000; ++i) {
    const bool first = i % 2 == 0;
    const bool second = i % 4 < 2;
    rows.push_back({{first ? 30.0F : 10.0F, second ? -0.1F : -0.3F, 5.0F},
                    {0.5, 0.0},
                    first == second ? 0U : 1U});
  }
  const FittedHidden fitted = fitHidden(rows);
  for (std::size_t i = 0; i < 4; ++i) {
    const NetworkRow& row = rows[i];
    std::vector<double> evidence = row.before;
    for (std::size_t kind = 0; kind < 2; ++kind) {
      evidence[kind] += static_cast<double>(fitted.outBias[kind]);
    }
    for (std::size_t k = 0; k < fitted.width; ++k) {
      float sum = fitted.inBias[k];
      for (std::size_t at = 0; at < 3; ++at) {
        sum += row.numbers[at] * fitted.in[at * fitted.width + k];
      }
      for (std::size_t kind = 0; kind < 2; ++kind) {
        evidence[kind] += static_cast<double>(std::max(sum, 0.0F) * fitted.out[k * 2 + kind]);
      }
    }
    EXPECT_GT(evidence[row.right], evidence[1 - row.right] + 1.0) << i;
  }
  EXPECT_EQ(fitHidden(rows).in, fitted.in);  // Always the same.
  EXPECT_EQ(fitHidden({}).width, 0U);
}

// "This one" alone is about anybody; beside a question it is about the customer, beside a claim
// about the seller.
TEST(LearningTest, ASecondLookGoesByWhatTheWholeTurnDoes) {
  std::vector<LabelledTurn> turns = smallCorpus();
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const std::string also = "This one number " + std::to_string(i) + " too.";
    turns[i].focus.push_back({also, i % 2 == 0 ? Focus::customer : Focus::seller});
    turns[i].text += ' ' + also;
  }
  const UnseenReadings readings = trainReading(turns, nullptr, silent).byWords;
  EXPECT_EQ(figuresOf(asWritten(readings)).focus.value, 1.0);
}

}  // namespace
}  // namespace sparring
