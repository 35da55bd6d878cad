#include "language/encoder_model.h"

#include <gtest/gtest.h>

#include "support/tiny_encoder.h"

namespace sparring {
namespace {

using testing::tinyWeights;

// Where things stand in a file: magic word, hash, then sizes.
constexpr std::size_t hashAt = 8;
constexpr std::size_t formatAt = 72;

std::string sealed(std::string file) {
  file.replace(hashAt, 64, encoderHash(file));
  return file;
}

std::string faultOf(const std::string& file) {
  const Result<EncoderModel> model = readEncoderModel(file, "model.bin");
  return model ? std::string() : sentence(model.error());
}

TEST(EncoderModel, ReadsWhatWasPacked) {
  const std::string file = testing::tinyEncoder();
  const Result<EncoderModel> model = readEncoderModel(file, "model.bin");
  ASSERT_TRUE(model);
  EXPECT_EQ(model->hash, encoderHash(file));
  EXPECT_EQ(model->hash.size(), 64U);
  EXPECT_EQ(model->vocabulary.piece(7), "a");
  EXPECT_EQ(model->vocabulary.scores[7], -6.0);
  EXPECT_TRUE(model->layers[0].shortcut.has_value());
  EXPECT_FALSE(model->layers[1].shortcut.has_value());
  const EncoderWeights weights = tinyWeights();
  EXPECT_EQ(std::vector<float>(model->output.bias.begin(), model->output.bias.end()),
            weights.output.bias);
  for (std::size_t k = 0; k < 32; ++k) {
    const float embedding =
        static_cast<float>(model->embeddings[7 * 32 + k]) * model->embeddingScales[7];
    EXPECT_NEAR(embedding, weights.embeddings[7 * 32 + k], 1e-4);
  }
  EXPECT_EQ(writeEncoderModel(*model), file);
}

TEST(EncoderModel, EveryDamagedByteIsNoticed) {
  const std::string file = testing::tinyEncoder();
  for (std::size_t at = 0; at < file.size(); at += at < 256 ? 1 : 997) {
    std::string damaged = file;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_NE(faultOf(damaged), "") << at;
  }
}

TEST(EncoderModel, AFileCutShortIsNoticed) {
  const std::string file = testing::tinyEncoder();
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{72}, std::size_t{127},
                                 std::size_t{128}, file.size() / 2, file.size() - 1}) {
    EXPECT_NE(faultOf(file.substr(0, size)), "") << size;
    EXPECT_NE(faultOf(sealed(file.substr(0, std::max<std::size_t>(size, 72)))), "") << size;
  }
}

TEST(EncoderModel, SaysWhatIsWrongAndWhatToDo) {
  std::string file = testing::tinyEncoder();
  EXPECT_EQ(faultOf("a letter to a friend"),
            "model.bin: This is not a language model of Sparring's. Install Sparring again.");
  file[formatAt] = 9;
  EXPECT_EQ(faultOf(sealed(file)),
            "model.bin: This language model belongs to another version of Sparring. Install "
            "Sparring again.");
  file = testing::tinyEncoder();
  file.back() = static_cast<char>(file.back() + 1);
  EXPECT_EQ(faultOf(file), "model.bin: The language model is damaged. Install Sparring again.");
}

TEST(EncoderModel, SizesThatDoNotFitAreNoticedEvenUnderARightHash) {
  for (std::size_t at = formatAt + 4; at < formatAt + 24; ++at) {
    std::string file = testing::tinyEncoder();
    file[at] = static_cast<char>(file[at] + 1);
    EXPECT_NE(faultOf(sealed(file)), "") << at;
  }
}

TEST(EncoderModel, WeightsThatDoNotFitEachOtherAreRefused) {
  const auto refused = [](auto change) {
    EncoderWeights weights = tinyWeights();
    change(weights);
    return !packEncoder(weights).has_value();
  };
  EXPECT_FALSE(refused([](EncoderWeights&) {}));
  EXPECT_TRUE(refused([](EncoderWeights& w) { w.pieces.clear(); }));
  EXPECT_TRUE(refused([](EncoderWeights& w) { w.embeddings.pop_back(); }));
  EXPECT_TRUE(refused([](EncoderWeights& w) { w.frequencies.clear(); }));
  EXPECT_TRUE(refused([](EncoderWeights& w) { w.layers[0].shortcut = {}; }));
  EXPECT_TRUE(refused([](EncoderWeights& w) { w.layers[1].inner.weights.pop_back(); }));
  EXPECT_TRUE(refused([](EncoderWeights& w) { w.layers[1].attentionNorm.bias.pop_back(); }));
  EXPECT_TRUE(refused([](EncoderWeights& w) { w.output.bias.resize(256); }));
}

}  // namespace
}  // namespace sparring
