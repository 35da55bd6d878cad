// The matcher with the real weights on the labelled choice points (data/corpus/match).
#include <gtest/gtest.h>

#include <fstream>
#include <vector>

#include "base/json.h"
#include "language/meaning_matcher.h"

namespace sparring {
namespace {

struct Score {
  int known = 0;
  int first = 0;
  int amongTwo = 0;
  std::vector<int> fitting;  // Per-mille of the first where a move is meant, and where none is.
  std::vector<int> unfitting;
};

void matchPoint(const Json& point, const MeaningMatcher& matcher, Score& score) {
  std::vector<std::vector<std::string>> phrasings;
  for (const Json& move : point.find("moves")->items) {
    auto& texts = phrasings.emplace_back();
    for (const Json& each : move.find("phrasings")->items) texts.push_back(each.string);
  }
  std::vector<Candidate> candidates;
  for (const Json& move : point.find("moves")->items) {
    candidates.push_back({MoveId(move.find("id")->string), phrasings[candidates.size()]});
  }
  for (const Json& test : point.find("tests")->items) {
    const MoveReading reading =
        matcher.match(test.find("text")->string, point.find("prev")->string, candidates);
    const std::string& wanted = test.find("move")->string;  // Empty where none is meant.
    const bool isFirst = reading.ranking[0].id.value == wanted;
    (wanted.empty() ? score.unfitting : score.fitting).push_back(reading.ranking[0].perMille);
    if (wanted.empty()) continue;
    ++score.known;
    score.first += isFirst ? 1 : 0;
    score.amongTwo += isFirst || reading.ranking[1].id.value == wanted ? 1 : 0;
  }
}

// How often a text that means a move scores above one that means none.
double areaUnderCurve(const Score& score) {
  double above = 0;
  for (const int fits : score.fitting) {
    for (const int none : score.unfitting) above += fits > none ? 1.0 : fits == none ? 0.5 : 0.0;
  }
  return above / static_cast<double>(score.fitting.size() * score.unfitting.size());
}

// The weights were learned from these texts too, so this guards against breaking and measures
// nothing; docs/understanding.md has what unseen texts gave.
TEST(Match, MostFreeSentencesFindTheirMove) {
  const std::filesystem::path model = std::filesystem::path(SPARRING_BUILD_DIR) / "model";
  const auto encoder = SentenceEncoder::open(model / "encoder.bin");
  ASSERT_TRUE(encoder.has_value());
  const auto reader = TurnReader::open(model / "reading.bin", &*encoder);
  ASSERT_TRUE(reader.has_value());
  ASSERT_TRUE(reader->knowsMeaning());
  const MeaningMatcher matcher(*reader);
  Score score;
  for (const char* name : {"dev-match.jsonl", "points-3.jsonl"}) {
    std::ifstream lines(std::filesystem::path(SPARRING_SOURCE_DIR) / "data/corpus/match" / name);
    std::string line;
    while (std::getline(lines, line)) matchPoint(parseJson(line).root, matcher, score);
  }
  EXPECT_GT(score.known, 700);
  EXPECT_GE(score.first, score.known * 73 / 100);
  EXPECT_GE(score.amongTwo, score.known * 86 / 100);
  EXPECT_GE(areaUnderCurve(score), 0.72);
}

}  // namespace
}  // namespace sparring
