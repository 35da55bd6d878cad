#include "language/vector_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/hash.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

TEST(VectorFile, FindsEachTextAndNoOther) {
  const TempFolder folder;
  const std::string encoder = contentHash("encoder");
  std::map<std::string, SentenceVector> vectors;
  for (int i = 0; i < 41; ++i) {
    vectors[contentHash(std::to_string(i))].fill(static_cast<float>(i) + 0.1F);
  }
  std::ofstream(folder / "vectors.bin", std::ios::binary) << writeVectorFile(vectors, encoder);
  const VectorFile file = VectorFile::open(folder / "vectors.bin", encoder);
  ASSERT_EQ(file.size(), 41U);
  SentenceVector found = {};
  for (const auto& [text, vector] : vectors) {
    ASSERT_TRUE(file.find(text, found));
    EXPECT_EQ(found, vector);
  }
  for (int i = 41; i < 200; ++i) EXPECT_FALSE(file.find(contentHash(std::to_string(i)), found));
}

TEST(VectorFile, AFileThatIsNotThereHoldsNothing) {
  const TempFolder folder;
  const VectorFile file = VectorFile::open(folder / "none.bin", "encoder");
  SentenceVector found = {};
  EXPECT_EQ(file.size(), 0U);
  EXPECT_FALSE(file.find(contentHash("wait"), found));
}

TEST(VectorFile, OneOfNoTextsHoldsNothing) {
  const TempFolder folder;
  const std::string encoder = contentHash("encoder");
  std::ofstream(folder / "vectors.bin", std::ios::binary) << writeVectorFile({}, encoder);
  SentenceVector found = {};
  const VectorFile file = VectorFile::open(folder / "vectors.bin", encoder);
  EXPECT_FALSE(file.find(contentHash("wait"), found));
}

}  // namespace
}  // namespace sparring
