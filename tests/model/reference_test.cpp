// The encoder with its real weights against what the original runtime gave for 42 sentences
// (reference.json). Built where the weights are at hand; ./dev test brings them.
#include <gtest/gtest.h>

#include <cmath>

#include "base/file.h"
#include "base/json.h"
#include "support/encoder_bits.h"

namespace sparring {
namespace {

const std::filesystem::path modelFile =
    std::filesystem::path(SPARRING_BUILD_DIR) / "model/encoder.bin";

SentenceEncoder open(SumTile sumTile) {
  return SentenceEncoder::open(modelFile, sumTile).value();
}

const SentenceEncoder& encoder() {
  static const SentenceEncoder encoder = SentenceEncoder::open(modelFile).value();
  return encoder;
}

struct Reference {
  std::string sentence;
  std::vector<std::size_t> tokens;
  std::vector<double> vector;  // Empty where the original runtime failed: for an empty text.
};

std::vector<Reference> readReferences() {
  const auto path = std::filesystem::path(SPARRING_SOURCE_DIR) / "tests/model/reference.json";
  std::vector<Reference> references;
  for (const Json& entry : parseJson(readFile(path, 1'000'000).value()).root.items) {
    Reference& reference = references.emplace_back();
    reference.sentence = entry.find("sentence")->string;
    for (const Json& id : entry.find("tokens")->items) {
      reference.tokens.push_back(static_cast<std::size_t>(id.integer));
    }
    for (const Json& number : entry.find("vector")->items) reference.vector.push_back(number.real);
  }
  return references;
}

const std::vector<Reference>& references() {
  static const std::vector<Reference> references = readReferences();
  return references;
}

template <class Left, class Right>
double cosine(const Left& left, const Right& right) {
  double product = 0.0;
  double leftSquare = 0.0;
  double rightSquare = 0.0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    product += double{left[i]} * double{right[i]};
    leftSquare += double{left[i]} * double{left[i]};
    rightSquare += double{right[i]} * double{right[i]};
  }
  return product / std::sqrt(leftSquare * rightSquare);
}

std::vector<std::string> textsToCompare() {
  std::vector<std::string> texts = testing::awkwardTexts();
  for (const Reference& reference : references()) texts.push_back(reference.sentence);
  return texts;
}

TEST(Reference, TokensAreTheOriginals) {
  ASSERT_EQ(references().size(), 42U);
  for (const Reference& reference : references()) {
    EXPECT_EQ(encoder().tokens(reference.sentence), reference.tokens) << reference.sentence;
  }
}

TEST(Reference, VectorsPointWhereTheOriginalsDo) {
  int compared = 0;
  for (const Reference& reference : references()) {
    if (reference.vector.empty()) continue;
    const SentenceVector vector = encoder().embed(reference.sentence);
    ASSERT_EQ(reference.vector.size(), vector.size());
    EXPECT_GE(cosine(vector, reference.vector), 0.99999) << reference.sentence;
    ++compared;
  }
  EXPECT_EQ(compared, 41);
}

TEST(Reference, EverySetOfInstructionsGivesTheSameBits) {
  const SentenceEncoder plain = open(sumTilePlain);
  for (const InstructionSet& set : instructionSets()) {
    const SentenceEncoder other = open(set.sumTile);
    for (const std::string& text : textsToCompare()) {
      EXPECT_EQ(testing::bitsOf(other.embed(text)), testing::bitsOf(plain.embed(text)))
          << set.name << ": " << text.substr(0, 40);
    }
  }
}

// Sessions name the model by its hash; these pins say when a change makes it another model, or
// gives other bits under the same name.
TEST(Reference, TheModelAndItsVectorsAreTheSameEverywhere) {
  EXPECT_EQ(encoder().hash(), "1c68b76a1cbba60c3e8a33277552d8f7f1e07d6f24bbf31bffee8df86c093b34");
  EXPECT_EQ(testing::hashOfVectors(encoder(), textsToCompare()),
            "d267549a42c32aa42d201bc3976a735ed08f68ae42e98b3f028316c26559ff25");
}

}  // namespace
}  // namespace sparring
