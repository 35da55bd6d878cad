#include "language/encoder.h"

#include <algorithm>
#include <utility>

#include "base/file.h"
#include "language/piece_tokenizer.h"
#include "language/transformer.h"

namespace sparring {

struct SentenceEncoder::Loaded {
  MappedFile file;
  EncoderModel model;
  PieceTokenizer tokenizer;
  SumTile sumTile;
};

SentenceEncoder::SentenceEncoder(std::unique_ptr<const Loaded> loaded)
    : m_loaded(std::move(loaded)) {}
SentenceEncoder::SentenceEncoder(SentenceEncoder&&) noexcept = default;
SentenceEncoder& SentenceEncoder::operator=(SentenceEncoder&&) noexcept = default;
SentenceEncoder::~SentenceEncoder() = default;

Result<SentenceEncoder> SentenceEncoder::open(const std::filesystem::path& path) {
  return open(path, instructionSets().front().sumTile);
}

Result<SentenceEncoder> SentenceEncoder::open(const std::filesystem::path& path, SumTile sumTile) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  Result<EncoderModel> model = readEncoderModel(file->bytes(), path.string());
  if (!model) return std::unexpected(model.error());
  PieceTokenizer tokenizer(model->vocabulary);
  return SentenceEncoder(std::make_unique<const Loaded>(std::move(*file), *std::move(model),
                                                        std::move(tokenizer), sumTile));
}

const std::string& SentenceEncoder::hash() const {
  return m_loaded->model.hash;
}

SentenceVector SentenceEncoder::embed(std::string_view sentence) const {
  std::vector<std::size_t> ids = tokens(sentence);
  if (ids.empty()) return {};
  ids.resize(std::min(ids.size(), longestSentence));
  return encode(m_loaded->model, ids, m_loaded->sumTile);
}

std::vector<std::size_t> SentenceEncoder::tokens(std::string_view sentence) const {
  return m_loaded->tokenizer.tokens(sentence);
}

}  // namespace sparring
