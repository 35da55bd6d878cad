#include "language/encoder.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "language/piece_tokenizer.h"
#include "language/text_memory.h"
#include "language/transformer.h"
#include "language/vector_file.h"

namespace sparring {
namespace {

constexpr std::size_t mostTogether = 192;  // Tokens; more would leave the processor's caches.
constexpr std::size_t worthAThread = 8;    // Tokens, below which starting one costs too much.
constexpr std::size_t mostVectors = 4096;  // At hand from earlier calls; some 9 MB.

// A sentence on its way through the network.
struct Sentence {
  Tokens tokens;
  SentenceVector vector = {};
};

void encodeAll(const EncoderModel& model, std::span<Sentence* const> sentences, SumTile sumTile) {
  while (!sentences.empty()) {
    std::vector<Tokens> together;
    std::size_t tokens = 0;
    while (together.size() < sentences.size()) {
      const Tokens& next = sentences[together.size()]->tokens;
      if (tokens > 0 && tokens + next.size() > mostTogether) break;
      tokens += next.size();
      together.push_back(next);
    }
    const std::vector<SentenceVector> vectors = encode(model, together, sumTile);
    for (std::size_t i = 0; i < vectors.size(); ++i) sentences[i]->vector = vectors[i];
    sentences = sentences.subspan(vectors.size());
  }
}

// Half of the tokens on a thread of their own where that is quicker.
void encodeOnTwoCores(const EncoderModel& model, std::span<Sentence> sentences, SumTile sumTile) {
  std::vector<Sentence*> longestFirst;
  for (Sentence& each : sentences) {
    if (!each.tokens.empty()) longestFirst.push_back(&each);
  }
  std::ranges::stable_sort(longestFirst, std::ranges::greater{},
                           [](const Sentence* each) { return each->tokens.size(); });
  std::array<std::vector<Sentence*>, 2> halves;
  std::array<std::size_t, 2> tokens{};
  for (Sentence* each : longestFirst) {
    const std::size_t lighter = tokens[1] < tokens[0] ? 1 : 0;
    halves[lighter].push_back(each);
    tokens[lighter] += each->tokens.size();
  }
  if (tokens[1] < worthAThread || std::thread::hardware_concurrency() < 2) {
    return encodeAll(model, longestFirst, sumTile);
  }
  std::jthread other;
  try {
    other = std::jthread([&] { encodeAll(model, halves[1], sumTile); });
  } catch (const std::system_error&) {  // None can be had now.
    encodeAll(model, halves[1], sumTile);
  }
  encodeAll(model, halves[0], sumTile);
}

}  // namespace

struct SentenceEncoder::Loaded {
  MappedFile file;
  EncoderModel model;
  PieceTokenizer tokenizer;
  SumTile sumTile;
  VectorFile shipped;
  TextMemory<SentenceVector> memory = TextMemory<SentenceVector>(mostVectors);
};

SentenceEncoder::SentenceEncoder(std::unique_ptr<Loaded> loaded) : m_loaded(std::move(loaded)) {}
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
  VectorFile shipped = VectorFile::open(path.parent_path() / vectorFileName, model->hash);
  return SentenceEncoder(std::make_unique<Loaded>(
      std::move(*file), *std::move(model), std::move(tokenizer), sumTile, std::move(shipped)));
}

const std::string& SentenceEncoder::hash() const {
  return m_loaded->model.hash;
}

SentenceVector SentenceEncoder::embed(std::string_view sentence) const {
  return embed(std::span(&sentence, 1)).front();
}

std::vector<SentenceVector> SentenceEncoder::embed(
    std::span<const std::string_view> sentences) const {
  std::vector<SentenceVector> out(sentences.size());
  std::vector<Sentence> unknown;
  std::unordered_map<std::string, std::size_t> places;      // Of unknown texts' hashes.
  std::vector<std::pair<std::size_t, std::size_t>> wanted;  // Which of `out` is which unknown.
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::string key = contentHash(sentences[i]);
    if (m_loaded->shipped.find(key, out[i]) || m_loaded->memory.find(key, out[i])) continue;
    const auto [place, isNew] = places.try_emplace(key, unknown.size());
    if (isNew) {
      Tokens read = tokens(sentences[i]);
      read.resize(std::min(read.size(), longestSentence));
      unknown.push_back({std::move(read)});
    }
    wanted.emplace_back(i, place->second);
  }
  encodeOnTwoCores(m_loaded->model, unknown, m_loaded->sumTile);
  for (const auto& [key, place] : places) m_loaded->memory.keep(key, unknown[place].vector);
  for (const auto& [at, place] : wanted) out[at] = unknown[place].vector;
  return out;
}

std::size_t SentenceEncoder::remembered() const {
  return m_loaded->memory.size();
}

std::vector<std::size_t> SentenceEncoder::tokens(std::string_view sentence) const {
  return m_loaded->tokenizer.tokens(sentence);
}

}  // namespace sparring
