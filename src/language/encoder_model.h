// The encoder's model as its file holds it: views into the bytes, none copied. The file begins with
// a magic word, the content hash by which the model is named, the format and the sizes; then come
// the sections, each at a multiple of 64 bytes, little-endian.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "language/sentence_vector.h"
#include "language/whole_matrix.h"

namespace sparring {

inline constexpr std::size_t longestSentence = 128;  // Tokens that the encoder reads.
inline constexpr std::size_t attentionHeads = 4;     // Each sees a quarter of the width.
inline constexpr std::uint32_t encoderFileFormat =
    1;  // Rises when the file or the arithmetic does.

struct EncoderSizes {
  std::uint32_t format = encoderFileFormat;
  std::uint32_t pieces = 0;          // Of the vocabulary.
  std::uint32_t pieceBytes = 0;      // Of all pieces' texts.
  std::uint32_t embeddingWidth = 0;  // Of a token before the first layer.
  std::uint32_t width = 0;           // Of a token after each layer.
  std::uint32_t innerWidth = 0;      // Between the two halves of a feed-forward step.
};

struct PieceTable {
  std::span<const double> scores;       // Log probability of each piece.
  std::span<const std::uint32_t> ends;  // Where each piece ends in `text`.
  std::span<const char> text;           // UTF-8; a piece begins where the one before it ends.

  [[nodiscard]] std::string_view piece(std::size_t id) const;
};

struct LayerNorm {
  std::span<const float> scale;
  std::span<const float> bias;
};

struct EncoderLayer {
  LayerNorm attentionNorm;
  WholeMatrix attention;  // To a token's query, key and value, one after the other.
  WholeMatrix attentionOutput;
  std::optional<WholeMatrix> shortcut;  // Where a layer's input is not as wide as its output.
  LayerNorm innerNorm;
  WholeMatrix inner;
  WholeMatrix outer;
};

struct EncoderModel {
  std::string hash;  // The name.
  EncoderSizes sizes;
  PieceTable vocabulary;
  std::span<const std::int16_t> embeddings;  // A row a piece.
  std::span<const float> embeddingScales;    // One a piece.
  std::span<const float> timing;  // A row of embeddingWidth for each place in a sentence.
  std::array<EncoderLayer, 2> layers;
  WholeMatrix output;
};

// 64 hex digits that name a model file: a hash of all its bytes after the hash itself. Guards
// against damage, not against malice. Empty where there are too few bytes.
std::string encoderHash(std::string_view file);

// REQUIRES: bytes that begin at a multiple of 8 and outlive the model.
// `where` names the file in errors.
Result<EncoderModel> readEncoderModel(std::string_view file, const std::string& where);

// The file that reads back as the same model. Fails where the sections are not of the sizes given.
Result<std::string> writeEncoderModel(EncoderModel model);

}  // namespace sparring
