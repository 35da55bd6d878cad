#include "language/ngram_matcher.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sparring {
namespace {

using Verdict = MoveReading::Verdict;

class NgramMatcherTest : public ::testing::Test {
 protected:
  NgramMatcherTest() {
    m_candidates = {{MoveId("cost"), m_cost}, {MoveId("who"), m_who}, {MoveId("pitch"), m_pitch}};
  }
  MoveReading read(const std::string& text) const {
    return NgramMatcher().match(text, "", m_candidates);
  }

  std::vector<std::string> m_cost = {"What does the waiting cost you in a year?",
                                     "Have you put a figure on the delay?"};
  std::vector<std::string> m_who = {"Who feels it most when a ship is late?"};
  std::vector<std::string> m_pitch = {"Our platform has two hundred connectors."};
  std::vector<Candidate> m_candidates;
};

TEST_F(NgramMatcherTest, ARepetitionIsTakenAsItIs) {
  const MoveReading reading = read("what does the waiting cost you in a year");
  EXPECT_EQ(reading.verdict, Verdict::accept);
  EXPECT_EQ(reading.ranking.front().id.value, "cost");
}

TEST_F(NgramMatcherTest, AVariationLeadsTheRanking) {
  EXPECT_EQ(read("and who would feel that the most, when ships are late?").ranking.front().id.value,
            "who");
}

TEST_F(NgramMatcherTest, ADoubtfulSentenceIsAskedAbout) {
  EXPECT_EQ(read("who pays what in a year?").verdict, Verdict::ask);
}

TEST_F(NgramMatcherTest, WhatHasNothingInCommonIsRejected) {
  EXPECT_EQ(read("zzz qqq 12345").verdict, Verdict::reject);
  EXPECT_EQ(read("").verdict, Verdict::reject);
  EXPECT_EQ(read("日本語").verdict, Verdict::reject);
  EXPECT_EQ(NgramMatcher().match("anything", "", {}).verdict, Verdict::reject);
}

TEST_F(NgramMatcherTest, EveryCandidateIsRankedAndTheOrderIsStable) {
  const MoveReading reading = read("zzz");
  ASSERT_EQ(reading.ranking.size(), 3u);
  EXPECT_EQ(reading.ranking[0].id.value, "cost");
  EXPECT_EQ(reading.ranking[2].id.value, "pitch");
}

TEST_F(NgramMatcherTest, VeryLongTextEnds) {
  EXPECT_EQ(read(std::string(200'000, 'a')).ranking.size(), 3u);
}

}  // namespace
}  // namespace sparring
