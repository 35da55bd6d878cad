#include "language/meaning_matcher.h"

#include <gtest/gtest.h>

#include <fstream>

#include "language/ngram_matcher.h"
#include "language/turn_reader.h"
#include "support/temp_folder.h"
#include "support/tiny_encoder.h"
#include "support/tiny_reader.h"

namespace sparring {
namespace {

using Verdict = MoveReading::Verdict;

class MeaningMatcherTest : public ::testing::Test {
 protected:
  MeaningMatcherTest() {
    const std::filesystem::path file = m_folder / "encoder.bin";
    std::ofstream(file, std::ios::binary) << testing::tinyEncoder();
    m_encoder.emplace(SentenceEncoder::open(file).value());
    m_reader.emplace(testing::tinyReadingModel(m_encoder->hash()), &*m_encoder);
    m_matcher.emplace(*m_reader);
    m_candidates = {{MoveId("cost"), m_cost}, {MoveId("who"), m_who}, {MoveId("pitch"), m_pitch}};
  }
  MoveReading read(std::string_view text) const {
    return m_matcher->match(text, "The ships wait.", m_candidates);
  }

  TempFolder m_folder;
  std::optional<SentenceEncoder> m_encoder;
  std::optional<TurnReader> m_reader;
  std::optional<MeaningMatcher> m_matcher;
  std::vector<std::string> m_cost = {"What does the waiting cost you in a year?",
                                     "Have you put a figure on the delay?"};
  std::vector<std::string> m_who = {"Who feels it most when a ship is late?"};
  std::vector<std::string> m_pitch = {"Our platform has two hundred connectors."};
  std::vector<Candidate> m_candidates;
};

TEST_F(MeaningMatcherTest, ARepetitionIsTakenAsItIs) {
  for (const Candidate& candidate : m_candidates) {
    const MoveReading reading = read(candidate.phrasings.front());
    EXPECT_EQ(reading.verdict, Verdict::accept);
    EXPECT_EQ(reading.ranking.front().id, candidate.id);
  }
}

TEST_F(MeaningMatcherTest, TheRankingFallsAndHoldsEveryCandidateOnce) {
  const MoveReading reading = read("and who feels that, when ships are late?");
  ASSERT_EQ(reading.ranking.size(), 3U);
  EXPECT_EQ(reading.ranking[0].id.value, "who");
  for (std::size_t i = 1; i < 3; ++i) {
    EXPECT_LE(reading.ranking[i].perMille, reading.ranking[i - 1].perMille);
    EXPECT_NE(reading.ranking[i].id, reading.ranking[i - 1].id);
    EXPECT_GE(reading.ranking[i].perMille, 0);
  }
}

TEST_F(MeaningMatcherTest, WhereNothingIsSaidOrOfferedNothingIsMeant) {
  for (const char* text : {"", "  \n", "...!?"}) {
    const MoveReading reading = read(text);
    EXPECT_EQ(reading.verdict, Verdict::reject) << text;
    EXPECT_EQ(reading.ranking.size(), 3U);
  }
  const MoveReading nothing = m_matcher->match("What does it cost?", "", {});
  EXPECT_EQ(nothing.verdict, Verdict::reject);
  EXPECT_TRUE(nothing.ranking.empty());
}

TEST_F(MeaningMatcherTest, MovesWithoutPhrasingsAndALoneMoveAreRanked) {
  const std::vector<std::string> none;
  const std::vector<Candidate> bare = {{MoveId("bare"), none}};
  EXPECT_EQ(m_matcher->match("What does it cost?", "", bare).ranking.size(), 1U);
  const std::vector<Candidate> lone = {{MoveId("who"), m_who}};
  EXPECT_EQ(m_matcher->match(m_who.front(), "", lone).verdict, Verdict::accept);
}

TEST_F(MeaningMatcherTest, OddAndVeryLongTextsAreRead) {
  EXPECT_EQ(read("\xFF\xFE who\xC3 \x80").ranking.size(), 3U);
  const MoveReading reading = read("Who waits? " + std::string(100'000, 'a'));
  EXPECT_EQ(reading, read("Who waits? " + std::string(4'000 - 11, 'a')));
}

TEST_F(MeaningMatcherTest, PhrasingsAreRememberedAndChangeNoAnswer) {
  const MoveReading first = read("who feels that?");
  EXPECT_EQ(m_encoder->remembered(), 6U);  // The text, what was heard and four phrasings.
  EXPECT_EQ(read("who feels that?"), first);
  EXPECT_EQ(m_encoder->remembered(), 6U);
}

TEST_F(MeaningMatcherTest, PreparedPhrasingsNeedNoMoreThanTheText) {
  m_matcher->prepare(m_candidates);
  const std::size_t remembered = m_encoder->remembered();
  const MoveReading reading = read("who feels that?");
  EXPECT_EQ(m_encoder->remembered(), remembered + 2);  // The text and what was heard.
  EXPECT_EQ(MeaningMatcher(*m_reader).match("who feels that?", "The ships wait.", m_candidates),
            reading);
}

// Two moves alike in every other way: the text does what the one's phrasing does.
TEST_F(MeaningMatcherTest, WhatTheTextDoesSpeaksForTheMoveThatDoesIt) {
  const TextEvidence evidence = m_matcher->evidence("who", "The ships wait.", m_candidates);
  ASSERT_EQ(evidence.candidates.size(), 3U);
  EXPECT_GT(evidence.candidates[1].acts, evidence.candidates[2].acts + 0.2);  // Who, not pitch.
  MatchWeights weights;
  weights.acts = 1000;
  EXPECT_GT(rankOf(weights, evidence.candidates[1]), rankOf(weights, evidence.candidates[2]));
}

TEST_F(MeaningMatcherTest, AfterATurnIsEmbeddedReadingAndMatchingItNeedNoMore) {
  const std::string text =
      "Well, thank you for that. Your ships wait in the roads for two days, and that is what I "
      "have "
      "come about today. What does that cost?";
  ASSERT_GT(turnInput(text, "", nullptr).units.size(), 3U);
  embedTurn(text, "The ships wait.", *m_encoder);
  const std::size_t remembered = m_encoder->remembered();
  EXPECT_GE(remembered, 5U);  // What was heard and at least four units.
  static_cast<void>(turnInput(text, "The ships wait.", &*m_encoder));
  static_cast<void>(m_matcher->match(text, "The ships wait.", {}));
  EXPECT_EQ(m_encoder->remembered(), remembered);
}

TEST_F(MeaningMatcherTest, WithoutAnEncoderItMatchesBySpelling) {
  const MeaningMatcher plain;
  const TurnReader words(testing::tinyReadingModel("another encoder"), &*m_encoder);
  const MeaningMatcher foreign(words);
  for (const char* text : {"what does the waiting cost you in a year", "who pays?", "zzz", ""}) {
    EXPECT_EQ(plain.match(text, "", m_candidates), NgramMatcher().match(text, "", m_candidates));
    EXPECT_EQ(foreign.match(text, "", m_candidates), plain.match(text, "", m_candidates));
  }
}

}  // namespace
}  // namespace sparring
