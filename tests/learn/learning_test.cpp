// Learning from a corpus small enough to know the answer.
#include <gtest/gtest.h>

#include <fstream>

#include "learn/corpus.h"
#include "learn/evaluate.h"
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

TEST(LearningTest, ReadsTheTurnsOfAWriterThatItHasNotSeen) {
  const std::vector<LabelledTurn> turns = smallCorpus();
  const UnseenReadings readings = trainReading(turns, nullptr, silent).byWords;
  ASSERT_EQ(readings.size(), 2 * turns.size());
  std::vector<UnseenReading> asWritten;
  for (const UnseenReading& each : readings) {
    if (!each.plain) asWritten.push_back(each);
  }
  const ReadingFigures figures = figuresOf(asWritten);
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

TEST(CorpusTest, ALineThatCannotBeUsedIsNamedAndLeftOut) {
  const TempFolder folder;
  std::ofstream(folder / "mine.jsonl")
      << R"({"id": "a-1", "call": "a", "prev": "Go on.", "text": "Right.", "acts": ["filler"], "focus": [{"sentence": "Right.", "about": "neutral"}]})"
      << "\n\nnot json\n"
      << R"({"id": "a-2", "call": "a", "text": "Well.", "acts": []})" << '\n'
      << R"({"id": "a-3", "call": "a", "text": "Well.", "acts": ["filler"], "rules": {"accessible": {"mark": "+", "words": "call me"}}})"
      << '\n';
  const Corpus corpus = readCorpusFolder(folder.path()).value();
  ASSERT_EQ(corpus.turns.size(), 1U);
  EXPECT_EQ(corpus.turns[0].writer, "mine");
  ASSERT_EQ(corpus.diagnostics.size(), 3U);
  EXPECT_EQ(corpus.diagnostics[0].line, 3);
  EXPECT_EQ(corpus.diagnostics[1].message, "It has no acts.");
  EXPECT_EQ(corpus.diagnostics[2].line, 5);
}

TEST(CorpusTest, TheShippedTurnsAreAllUsable) {
  const Corpus corpus =
      readCorpusFolder(std::filesystem::path(SPARRING_SOURCE_DIR) / "data/corpus").value();
  EXPECT_TRUE(corpus.diagnostics.empty());
  EXPECT_GE(corpus.turns.size(), 2500U);
}

}  // namespace
}  // namespace sparring
