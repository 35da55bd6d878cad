#include "language/piece_tokenizer.h"

#include <gtest/gtest.h>

namespace sparring {
namespace {

using Ids = std::vector<std::size_t>;

constexpr std::size_t unknown = 0;

// A vocabulary that owns its bytes. The first six pieces are reserved, so the first of these has
// the id 6.
class PieceTokenizerTest : public ::testing::Test {
 protected:
  void learn(const std::vector<std::pair<std::string, double>>& pieces) {
    for (int i = 0; i < 6; ++i) add("<reserved>", 0.0);
    for (const auto& [text, score] : pieces) add(text, score);
    m_tokenizer.emplace(PieceTable{m_scores, m_ends, m_text});
  }
  Ids read(std::string_view text) const { return m_tokenizer->tokens(text); }

 private:
  void add(const std::string& text, double score) {
    m_text += text;
    m_scores.push_back(score);
    m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
  }

  std::string m_text;
  std::vector<double> m_scores;
  std::vector<std::uint32_t> m_ends;
  std::optional<PieceTokenizer> m_tokenizer;
};

TEST_F(PieceTokenizerTest, NothingHasNoTokens) {
  learn({{"a", -1}});
  EXPECT_EQ(read(""), Ids{});
}

TEST_F(PieceTokenizerTest, TheBestSumOfScoresWins) {
  learn({{"▁", -1}, {"a", -3}, {"b", -3}, {"ab", -5}, {"▁ab", -6.5}});
  EXPECT_EQ(read("ab"), (Ids{6, 9}));  // -6; letter by letter is -7.
}

TEST_F(PieceTokenizerTest, OfEqualSumsTheShorterLastPieceWins) {
  learn({{"▁", -1}, {"a", -3}, {"b", -3}, {"ab", -5}, {"▁a", -3}});
  EXPECT_EQ(read("ab"), (Ids{10, 8}));
}

TEST_F(PieceTokenizerTest, ASpaceBeginsAWord) {
  learn({{"▁a", -1}, {"▁b", -1}, {"▁", -1}, {"b", -1}, {"a", -1}});
  EXPECT_EQ(read("a b"), (Ids{6, 7}));
  EXPECT_EQ(read("ab"), (Ids{6, 9}));
  EXPECT_EQ(read("a  b"), (Ids{6, 8, 7}));
}

TEST_F(PieceTokenizerTest, CharactersThatNoPieceHasAreOneUnknown) {
  learn({{"▁", -1}, {"a", -1}});
  EXPECT_EQ(read("日本語a🙂"), (Ids{6, unknown, 7, unknown}));
  EXPECT_EQ(read("\ta"), (Ids{6, unknown, 7}));
}

TEST_F(PieceTokenizerTest, ReservedPiecesAreNotFoundInTexts) {
  learn({{"▁", -1}, {"a", -1}});
  EXPECT_EQ(read("<reserved>"), (Ids{6, unknown}));
}

TEST_F(PieceTokenizerTest, OfAPieceGivenTwiceTheSecondCounts) {
  learn({{"▁", -1}, {"a", -1}, {"a", -1}});
  EXPECT_EQ(read("a"), (Ids{6, 8}));
}

TEST_F(PieceTokenizerTest, WhatMeansTheSameIsReadTheSame) {
  learn({{"▁", -1}, {"é", -1}, {"f", -1}, {"i", -1}, {".", -1}});
  EXPECT_EQ(read("e\xCC\x81"), (Ids{6, 7}));  // An e and an accent of its own.
  EXPECT_EQ(read("ﬁ"), (Ids{6, 8, 9}));       // A ligature.
  EXPECT_EQ(read("…"), (Ids{6, 10, 10, 10}));
  EXPECT_EQ(read("ｆ\xC2\xA0ｉ"), (Ids{6, 8, 6, 9}));  // Wide letters, a space that does not break.
}

TEST_F(PieceTokenizerTest, BytesThatAreNoTextAreUnknown) {
  learn({{"▁", -1}, {"a", -1}});
  EXPECT_EQ(read("a\xFF\xFE"
                 "a\xC3"),
            (Ids{6, 7, unknown, 7, unknown}));
  EXPECT_EQ(read(std::string_view("\0a\x01", 3)), (Ids{6, unknown, 7, unknown}));
}

TEST_F(PieceTokenizerTest, OnlyTheStartOfAVeryLongTextIsRead) {
  learn({{"▁", -1}, {"a", -1}, {"é", -1}});
  EXPECT_EQ(read(std::string(100'000, 'a')).size(), 4001U);
  std::string accents = "a";  // So that the limit falls within a character.
  for (int i = 0; i < 50'000; ++i) accents += "é";
  const Ids ids = read(accents);
  EXPECT_EQ(ids.size(), 2U + 1999U);
  EXPECT_EQ(ids.back(), 8U);
}

}  // namespace
}  // namespace sparring
