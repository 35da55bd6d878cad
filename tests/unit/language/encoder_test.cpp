#include "language/encoder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <thread>

#include "language/vector_file.h"
#include "support/encoder_bits.h"
#include "support/temp_folder.h"
#include "support/tiny_encoder.h"

namespace sparring {
namespace {

using testing::awkwardTexts;
using testing::bitsOf;
using testing::hashOfVectors;

class SentenceEncoderTest : public ::testing::Test {
 protected:
  SentenceEncoderTest() { std::ofstream(m_file, std::ios::binary) << testing::tinyEncoder(); }
  SentenceEncoder open(SumTile sumTile = sumTilePlain) const {
    return SentenceEncoder::open(m_file, sumTile).value();
  }

  TempFolder m_folder;
  std::filesystem::path m_file = m_folder / "encoder.bin";
};

float lengthOf(const SentenceVector& vector) {
  double square = 0.0;
  for (const float value : vector) square += static_cast<double>(value) * value;
  return static_cast<float>(std::sqrt(square));
}

TEST_F(SentenceEncoderTest, EverySetOfInstructionsGivesTheSameBits) {
  const SentenceEncoder plain = open();
  for (const InstructionSet& set : instructionSets()) {
    const SentenceEncoder encoder = open(set.sumTile);
    for (const std::string& text : awkwardTexts()) {
      EXPECT_EQ(bitsOf(encoder.embed(text)), bitsOf(plain.embed(text)))
          << set.name << ": " << text.substr(0, 40);
    }
  }
}

// Enough of them for several passes through the network, on two cores.
TEST_F(SentenceEncoderTest, SentencesGoTogetherAsTheyWouldAlone) {
  std::vector<std::string> texts = awkwardTexts();
  for (int i = 0; i < 60; ++i) texts.push_back("wait for number " + std::to_string(i / 2));
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  for (const InstructionSet& set : instructionSets()) {
    const std::vector<SentenceVector> together = open(set.sumTile).embed(views);
    const SentenceEncoder alone = open();
    ASSERT_EQ(together.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      EXPECT_EQ(bitsOf(together[i]), bitsOf(alone.embed(texts[i])))
          << set.name << ": " << texts[i].substr(0, 40);
    }
  }
  EXPECT_TRUE(open().embed(std::span<const std::string_view>()).empty());
}

TEST_F(SentenceEncoderTest, WhatIsRememberedIsBoundedAndStaysRight) {
  const SentenceEncoder encoder = open();
  const SentenceVector wait = encoder.embed("wait");
  EXPECT_EQ(encoder.remembered(), 1U);
  EXPECT_EQ(encoder.embed("wait"), wait);
  EXPECT_EQ(encoder.remembered(), 1U);
  for (int i = 0; i < 5'000; ++i) {
    static_cast<void>(encoder.embed(std::to_string(i)));
    ASSERT_LE(encoder.remembered(), 4'096U);
  }
  EXPECT_EQ(encoder.embed("wait"), wait);
}

TEST_F(SentenceEncoderTest, VectorsBesideTheModelAreUsedWhereItMadeThem) {
  const SentenceVector computed = open().embed("wait");
  SentenceVector other = {};
  other[3] = 1.0F;
  const std::map<std::string, SentenceVector> vectors = {{contentHash("wait"), other}};
  const auto ship = [&](const std::string& bytes) {
    std::ofstream(m_folder / "vectors.bin", std::ios::binary) << bytes;
  };
  const std::string file = writeVectorFile(vectors, open().hash());
  ship(file);
  EXPECT_EQ(open().embed("wait"), other);
  EXPECT_NE(open().embed("waiting"), other);
  ship(writeVectorFile(vectors, contentHash("another encoder")));
  EXPECT_EQ(open().embed("wait"), computed);
  for (std::size_t at = 0; at < file.size(); at += at < 256 ? 1 : 97) {
    std::string damaged = file;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    ship(damaged);
    ASSERT_EQ(open().embed("wait"), computed) << at;
  }
  for (const std::size_t size : {0UL, 100UL, 144UL, file.size() - 1}) {
    ship(file.substr(0, size));
    EXPECT_EQ(open().embed("wait"), computed) << size;
  }
}

TEST_F(SentenceEncoderTest, TheBitsAreTheSameEverywhere) {
  EXPECT_EQ(open().hash(), "197cbdddad8d05f3a8d39707125a6fa6f08d5a2fbd903578c6b5edff74c7559c");
  EXPECT_EQ(hashOfVectors(open(), awkwardTexts()),
            "af7e734ac12e876b3585f05af7ced1ffdabc6b007cc826d1001381ef971480f6");
}

TEST_F(SentenceEncoderTest, VectorsHaveLengthOneAndNothingHasNone) {
  const SentenceEncoder encoder = open();
  for (const std::string& text : awkwardTexts()) {
    EXPECT_NEAR(lengthOf(encoder.embed(text)), text.empty() ? 0.0F : 1.0F, 1e-5F)
        << text.substr(0, 40);
  }
}

TEST_F(SentenceEncoderTest, OrderAndEveryWordMatter) {
  const SentenceEncoder encoder = open();
  const SentenceVector said = encoder.embed("the waiting is long");
  EXPECT_NE(said, encoder.embed("long is the waiting"));
  EXPECT_NE(said, encoder.embed("the waiting was long"));
}

TEST_F(SentenceEncoderTest, ReadsTheFirst128Tokens) {
  const SentenceEncoder encoder = open();
  const std::string start(127, 'x');  // With the mark before it, 128 tokens.
  ASSERT_EQ(encoder.tokens(start).size(), 128U);
  EXPECT_EQ(encoder.embed(start + "abc"), encoder.embed(start + "def"));
  EXPECT_NE(encoder.embed(start.substr(1) + "abc"), encoder.embed(start.substr(1) + "def"));
}

TEST_F(SentenceEncoderTest, ServesSeveralThreadsAtOnce) {
  const SentenceEncoder encoder = open();
  const std::string expected = hashOfVectors(encoder, awkwardTexts());
  std::vector<std::string> found(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& hash : found) {
      threads.emplace_back([&] { hash = hashOfVectors(encoder, awkwardTexts()); });
    }
  }
  for (const std::string& hash : found) EXPECT_EQ(hash, expected);
}

TEST_F(SentenceEncoderTest, GoesOnAfterItsFileIsReplacedOrGoneAndAfterAMove) {
  SentenceEncoder encoder = open();
  const SentenceVector before = encoder.embed("wait");
  std::filesystem::remove(m_file);
  const SentenceEncoder moved = std::move(encoder);
  EXPECT_EQ(moved.embed("wait"), before);
}

TEST_F(SentenceEncoderTest, AFileThatIsMissingOrDamagedIsSaidKindly) {
  EXPECT_EQ(SentenceEncoder::open(m_folder / "none.bin").error().what, "There is no such file.");
  std::ofstream(m_file, std::ios::binary | std::ios::trunc) << "";
  EXPECT_EQ(SentenceEncoder::open(m_file).error().what,
            "This is not a language model of Sparring's.");
}

}  // namespace
}  // namespace sparring
