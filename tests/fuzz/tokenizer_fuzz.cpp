// Any bytes read as tokens and encoded: no crash, ids of the vocabulary, never two unknowns in a
// row, and a vector of length 1 or 0.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "language/piece_tokenizer.h"
#include "language/transformer.h"
#include "support/tiny_encoder.h"

using namespace sparring;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string file = testing::tinyEncoder();
  static const EncoderModel model = readEncoderModel(file, "").value();
  static const PieceTokenizer tokenizer(model.vocabulary);
  Tokens ids = tokenizer.tokens({reinterpret_cast<const char*>(data), size});
  if (ids.empty() != (size == 0) || ids.size() > 80'000) std::abort();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] >= model.sizes.pieces) std::abort();
    if (i > 0 && ids[i] == 0 && ids[i - 1] == 0) std::abort();
  }
  if (ids.empty()) return 0;
  ids.resize(std::min<std::size_t>(ids.size(), 12));  // What follows is slow and no reader.
  float square = 0.0F;
  const SentenceVector vector = encode(model, std::span(&ids, 1), sumTilePlain).front();
  for (const float value : vector) square += value * value;
  if (!(std::fabs(square - 1.0F) < 1e-3F)) std::abort();
  return 0;
}
