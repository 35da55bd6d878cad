// Learning which moves are meant, from evidence made up so that the answer is known.
#include <gtest/gtest.h>

#include <fstream>

#include "learn/choice_points.h"
#include "learn/fit_match.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

// Two writers, points of three moves. What the text does tells which is meant; likeness of spelling
// misleads. A text that means none has little in common with any.
struct MadeUp {
  std::vector<ChoicePoint> points;
  std::vector<MatchSample> samples;

  MadeUp() {
    for (int i = 0; i < 20; ++i) {
      points.push_back({.id = std::to_string(i),
                        .writer = i % 2 == 0 ? "a" : "b",
                        .heard = {},
                        .moves = {MoveId("x"), MoveId("y"), MoveId("z")},
                        .phrasings = {{}, {}, {}},
                        .texts = {{"", 0}, {"", 1}, {"", 2}, {"", -1}}});
    }
    for (const ChoicePoint& point : points) {
      for (const MeantText& text : point.texts) samples.push_back(sampleOf(point, text));
    }
  }

  static MatchSample sampleOf(const ChoicePoint& point, const MeantText& text) {
    MatchSample sample{&point, &text, {}};
    for (int move = 0; move < 3; ++move) {
      CandidateEvidence each;
      each.acts = text.move == move ? 0.9 : 0.1 * move;
      each.spelling = text.move == (move + 1) % 3 ? 0.3 : 0.1;
      each.whole = text.move < 0 ? 0.1 : 0.6;
      sample.evidence.candidates.push_back(each);
    }
    return sample;
  }
};

TEST(FitMatchingTest, WhatTellsMovesApartCountsAndWhatMisleadsDoesNot) {
  const MadeUp data;
  const MatchWeights weights = fitMatching(data.samples);
  EXPECT_GT(weights.acts, 1000);
  EXPECT_LE(weights.spelling, 0);
  EXPECT_GT(weights.rank, 0);
  EXPECT_EQ(fitMatching(data.samples), weights);  // Always the same.
  for (const MatchSample& sample : data.samples) {
    double best = -1e9;
    for (const auto& each : sample.evidence.candidates) {
      best = std::max(best, rankOf(weights, each));
    }
    EXPECT_EQ(fitOf(weights, best, 0.0) > 0.0, sample.text->move >= 0);
  }
}

TEST(MatchReportTest, EachWriterIsMeasuredByWhatTheOtherTaught) {
  MadeUp data;
  const MatchReport report = matchReport(data.samples);
  ASSERT_EQ(report.writers.size(), 3U);  // Two, and all.
  EXPECT_EQ(report.writers[0].writer, "a");
  EXPECT_EQ(report.writers[2].texts, 80);
  for (const MatchFigures& each : report.writers) {
    EXPECT_EQ(each.first.value, 1.0);
    EXPECT_EQ(each.none.value, 1.0);
  }
  // A writer whose texts mean the opposite of what the other's do is not understood.
  for (MatchSample& each : data.samples) {
    if (each.point->writer != "b") continue;
    for (CandidateEvidence& candidate : each.evidence.candidates) candidate.acts *= -1.0;
  }
  EXPECT_EQ(matchReport(data.samples).writers[1].first.value, 0.0);
}

TEST(ChoicePointsTest, AreReadByWriterAndBadLinesAreNamed) {
  const TempFolder folder;
  std::ofstream(folder / "ann.jsonl")
      << R"({"id":"p","prev":"Go on.","moves":[{"id":"x","phrasings":["How?"]},{"id":"y","phrasings":[]}],)"
      << R"("tests":[{"text":"And how?","move":"x"},{"text":"Hm.","move":null}]})" << '\n'
      << R"({"id":"q","moves":[{"id":"x"}],"tests":[{"text":"?","move":"nobody"}]})" << '\n'
      << R"({"id":"r","moves":[]})" << '\n';
  const ChoicePoints read = readChoicePoints(folder.path()).value();
  ASSERT_EQ(read.points.size(), 1U);
  EXPECT_EQ(read.points[0].writer, "ann");
  EXPECT_EQ(read.points[0].heard, "Go on.");
  EXPECT_EQ(read.points[0].phrasings[0], std::vector<std::string>{"How?"});
  EXPECT_EQ(read.points[0].texts[0].move, 0);
  EXPECT_EQ(read.points[0].texts[1].move, -1);
  ASSERT_EQ(read.diagnostics.size(), 2U);
  EXPECT_EQ(read.diagnostics[0].line, 2);
  EXPECT_NE(read.diagnostics[0].message.find("nobody"), std::string::npos);
  EXPECT_EQ(read.diagnostics[1].line, 3);
}

}  // namespace
}  // namespace sparring
