// A model file with bytes changed, and the hash made right again: it is refused, or it encodes a
// sentence the same on every set of instructions. The input is a list of changes: three bytes for
// the place and one for the new value; with an odd number of bytes it is taken as a file itself.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "language/piece_tokenizer.h"
#include "language/transformer.h"
#include "support/tiny_encoder.h"

using namespace sparring;

namespace {

constexpr std::size_t hashAt = 8;

std::string changed(const std::uint8_t* data, std::size_t size) {
  static const std::string tiny = testing::tinyEncoder();
  std::string file = tiny;
  for (; size >= 4; data += 4, size -= 4) {
    const std::size_t at = data[0] + 256U * data[1] + 65536U * data[2];
    file[at % file.size()] = static_cast<char>(data[3]);
  }
  file.replace(hashAt, 64, encoderHash(file));
  return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool isFile = size % 2 == 1;
  const std::string bytes =
      isFile ? std::string(reinterpret_cast<const char*>(data), size) : changed(data, size);
  std::vector<std::uint64_t> words((bytes.size() + 7) / 8);  // Aligned as a mapped file is.
  std::memcpy(words.data(), bytes.data(), bytes.size());
  const auto model =
      readEncoderModel({reinterpret_cast<const char*>(words.data()), bytes.size()}, "");
  if (!model) {
    if (model.error().what.empty()) std::abort();
    return 0;
  }
  const PieceTokenizer tokenizer(model->vocabulary);
  const std::vector<Tokens> ids = {tokenizer.tokens("the waiting")};
  const SentenceVector expected = encode(*model, ids, sumTilePlain).front();
  for (const InstructionSet& set : instructionSets()) {
    const SentenceVector vector = encode(*model, ids, set.sumTile).front();
    if (std::memcmp(vector.data(), expected.data(), sizeof expected) != 0) std::abort();
  }
  return 0;
}
