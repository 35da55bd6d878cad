#include "language/whole_vector.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>

#include "language/reading_model.h"
#include "support/temp_folder.h"
#include "support/tiny_encoder.h"

namespace sparring {
namespace {

SentenceVector along(std::size_t axis) {
  SentenceVector out{};
  out[axis] = 1.0F;
  return out;
}

TEST(WholeVectorTest, IsTheMeanOfTheUnitsByTheirWords) {
  const std::string text = "Why do you wait? Now then then.";
  const std::vector<Span> units = {{0, 16}, {17, 31}};
  const SentenceVector whole = wholeVector(text, units, std::array{along(0), along(1)});
  EXPECT_FLOAT_EQ(whole[0], 0.8F);  // Four words and three, of length 1.
  EXPECT_FLOAT_EQ(whole[1], 0.6F);
  EXPECT_EQ(whole[2], 0.0F);
}

TEST(WholeVectorTest, OfOneUnitItIsItsOwn) {
  const SentenceVector own = along(3);
  EXPECT_EQ(wholeVector("?!", std::vector<Span>{{0, 2}}, std::span(&own, 1)), own);
}

TEST(WholeVectorTest, UnitsWithoutWordsCountAsOneAndNothingIsDividedByNothing) {
  const std::vector<Span> units = {{0, 1}, {2, 3}};
  const SentenceVector half = wholeVector("? !", units, std::array{along(0), along(1)});
  EXPECT_EQ(half[0], half[1]);
  SentenceVector back = along(0);
  back[0] = -1.0F;
  EXPECT_EQ(wholeVector("? !", units, std::array{along(0), back}), SentenceVector{});
}

TEST(WholeVectorTest, OfManyTextsItIsThatOfEachAsReadByItself) {
  TempFolder folder;
  const std::filesystem::path path = folder / "encoder.bin";
  std::ofstream(path, std::ios::binary) << testing::tinyEncoder();
  const SentenceEncoder encoder = SentenceEncoder::open(path).value();
  const std::array<std::string_view, 4> texts = {"The wait.", "", "Why wait? The wait waits.", " "};
  const std::vector<SentenceVector> vectors = wholeVectors(texts, encoder);
  ASSERT_EQ(vectors.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(vectors[i], turnInput(texts[i], "", &encoder).whole) << texts[i];
  }
  EXPECT_EQ(vectors[0], encoder.embed("The wait."));
  EXPECT_NE(vectors[2], encoder.embed(texts[2]));
}

}  // namespace
}  // namespace sparring
