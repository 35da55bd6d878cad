// Sentences to vectors: sentences that mean much the same get vectors that point much the same way
// (Universal Sentence Encoder Lite, English). The same sentence gets the same bits on every machine
// (docs/decisions/0010-sentence-encoder.md). Does not judge what is alike enough: that is up to
// matchers and classifiers.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/encoder_model.h"
#include "language/sentence_vector.h"

namespace sparring {

// May be used by several threads at once.
class SentenceEncoder {
 public:
  // Maps a model file into memory and checks it whole. Fails where the file is missing, damaged or
  // of another version. Vectors made with it when Sparring was built are used where they stand
  // beside it (language/vector_file.h).
  static Result<SentenceEncoder> open(const std::filesystem::path& path);
  // The same with one of instructionSets(), which changes the speed and nothing else.
  static Result<SentenceEncoder> open(const std::filesystem::path& path, SumTile sumTile);

  SentenceEncoder(SentenceEncoder&&) noexcept;
  SentenceEncoder& operator=(SentenceEncoder&&) noexcept;
  ~SentenceEncoder();

  // The model's name: 64 hex digits, the hash of its file. Equal names, equal vectors.
  [[nodiscard]] const std::string& hash() const;

  // A vector of length 1; all zeros for an empty text. Takes any text and reads its first 128
  // tokens, some 90 words, within its first 4,000 bytes; about 0.1 ms a token. What was embedded
  // not long ago is at hand.
  [[nodiscard]] SentenceVector embed(std::string_view sentence) const;

  // The same vectors, one a sentence. Quicker than one by one: the weights are read only once, and
  // where there is much to do a second core helps.
  [[nodiscard]] std::vector<SentenceVector> embed(
      std::span<const std::string_view> sentences) const;

  // Texts whose vectors are at hand from earlier calls: at most 4,096, some 9 MB.
  [[nodiscard]] std::size_t remembered() const;

  // The ids of the pieces that `embed` reads a text as, those beyond the 128th included.
  [[nodiscard]] std::vector<std::size_t> tokens(std::string_view sentence) const;

 private:
  struct Loaded;
  explicit SentenceEncoder(std::unique_ptr<Loaded> loaded);

  std::unique_ptr<Loaded> m_loaded;
};

}  // namespace sparring
