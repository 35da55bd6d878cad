// Sentences to vectors: sentences that mean much the same get vectors that point much the same way
// (Universal Sentence Encoder Lite, English). The same sentence gets the same bits on every machine
// (docs/decisions/0010-sentence-encoder.md). Does not judge what is alike enough: that is up to
// matchers and classifiers.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/encoder_model.h"

namespace sparring {

using SentenceVector = std::array<float, sentenceWidth>;

// May be used by several threads at once.
class SentenceEncoder {
 public:
  // Maps a model file into memory and checks it whole. Fails where the file is missing, damaged or
  // of another version.
  static Result<SentenceEncoder> open(const std::filesystem::path& path);
  // The same with one of instructionSets(), which changes the speed and nothing else.
  static Result<SentenceEncoder> open(const std::filesystem::path& path, SumTile sumTile);

  SentenceEncoder(SentenceEncoder&&) noexcept;
  SentenceEncoder& operator=(SentenceEncoder&&) noexcept;
  ~SentenceEncoder();

  // The model's name: 64 hex digits, the hash of its file. Equal names, equal vectors.
  [[nodiscard]] const std::string& hash() const;

  // A vector of length 1; all zeros for an empty text. Takes any text and reads its first 128
  // tokens, some 90 words, within its first 4,000 bytes; about 0.1 ms a token.
  [[nodiscard]] SentenceVector embed(std::string_view sentence) const;

  // The ids of the pieces that `embed` reads a text as, those beyond the 128th included.
  [[nodiscard]] std::vector<std::size_t> tokens(std::string_view sentence) const;

 private:
  struct Loaded;
  explicit SentenceEncoder(std::unique_ptr<const Loaded> loaded);

  std::unique_ptr<const Loaded> m_loaded;
};

}  // namespace sparring
