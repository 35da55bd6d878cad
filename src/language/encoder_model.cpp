#include "language/encoder_model.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/hash.h"

namespace sparring {
namespace {

static_assert(std::endian::native == std::endian::little, "Model files are little-endian.");

constexpr std::string_view magic = "SPARRENC";
constexpr std::size_t hashDigits = 64;
constexpr std::size_t hashedFrom = magic.size() + hashDigits;
constexpr std::size_t alignment = 64;

constexpr std::size_t aligned(std::size_t offset) {
  return (offset + alignment - 1) / alignment * alignment;
}

constexpr std::size_t sectionsFrom = aligned(hashedFrom + sizeof(EncoderSizes));

// Visits each section with the number of elements that the sizes give it, in the file's order.
// Reading and writing both follow this list.
template <class Visit>
class Sections {
 public:
  Sections(EncoderModel& model, Visit visit) : m_model(model), m_visit(visit) {}

  void all() {
    const EncoderSizes& sizes = m_model.sizes;
    const std::size_t embeddingWidth = sizes.embeddingWidth;
    m_visit(m_model.vocabulary.scores, std::size_t{sizes.pieces});
    m_visit(m_model.vocabulary.ends, std::size_t{sizes.pieces});
    m_visit(m_model.vocabulary.text, std::size_t{sizes.pieceBytes});
    m_visit(m_model.embeddings, sizes.pieces * embeddingWidth);
    m_visit(m_model.embeddingScales, std::size_t{sizes.pieces});
    m_visit(m_model.timing, longestSentence * embeddingWidth);
    layer(m_model.layers[0], embeddingWidth);
    layer(m_model.layers[1], sizes.width);
    matrix(m_model.output, sizes.width, sentenceWidth);
  }

 private:
  void layer(EncoderLayer& layer, std::size_t inputs) {
    const std::size_t width = m_model.sizes.width;
    norm(layer.attentionNorm, inputs);
    matrix(layer.attention, inputs, 3 * inputs);
    matrix(layer.attentionOutput, inputs, width);
    if (inputs != width)
      matrix(layer.shortcut ? *layer.shortcut : layer.shortcut.emplace(), inputs, width);
    norm(layer.innerNorm, width);
    matrix(layer.inner, width, m_model.sizes.innerWidth);
    matrix(layer.outer, m_model.sizes.innerWidth, width);
  }
  void norm(LayerNorm& norm, std::size_t width) {
    m_visit(norm.scale, width);
    m_visit(norm.bias, width);
  }
  void matrix(WholeMatrix& matrix, std::size_t inputs, std::size_t outputs) {
    m_visit(matrix.weights, inputs * outputs);
    m_visit(matrix.scales, outputs);
    m_visit(matrix.bias, outputs);
  }

  EncoderModel& m_model;
  Visit m_visit;
};

// Sizes that the arithmetic can work with and that no damaged file can make overflow.
bool areSound(const EncoderSizes& sizes) {
  constexpr std::uint32_t mostPieces = 1U << 16;
  constexpr std::uint32_t mostPieceBytes = 1U << 22;
  constexpr std::uint32_t widest = 1U << 12;
  const auto isWidth = [](std::uint32_t width) {
    return width > 0 && width <= widest && width % 32 == 0;
  };
  return sizes.pieces > 0 && sizes.pieces <= mostPieces && sizes.pieceBytes <= mostPieceBytes &&
         isWidth(sizes.embeddingWidth) && isWidth(sizes.width) && isWidth(sizes.innerWidth);
}

bool areSound(const PieceTable& vocabulary) {
  return std::ranges::is_sorted(vocabulary.ends) &&
         vocabulary.ends.back() == vocabulary.text.size();
}

std::unexpected<Error> damaged(const std::string& where) {
  return fail("The language model is damaged.", where, "Install Sparring again.");
}

}  // namespace

std::string_view PieceTable::piece(std::size_t id) const {
  const std::size_t begin = id == 0 ? 0 : ends[id - 1];
  return {text.data() + begin, ends[id] - begin};
}

// SHA-256 alone takes longer than the start may last, so it is taken of eight running sums, each
// of every eighth word of 64 bits. One step cannot map two sums to the same.
std::string encoderHash(std::string_view file) {
  if (file.size() < hashedFrom) return {};
  file.remove_prefix(hashedFrom);
  constexpr std::uint64_t prime = 0x9E3779B185EBCA87ULL;
  std::array<std::uint64_t, 9> sums{1, 2, 3, 4, 5, 6, 7, 8, file.size()};
  while (!file.empty()) {
    std::array<std::uint64_t, 8> words{};  // Zeros after the last byte.
    const std::size_t count = std::min(file.size(), sizeof words);
    std::memcpy(words.data(), file.data(), count);
    file.remove_prefix(count);
    for (std::size_t i = 0; i < words.size(); ++i) {
      sums[i] = std::rotl(sums[i] ^ words[i], 29) * prime;
    }
  }
  return contentHash({reinterpret_cast<const char*>(sums.data()), sizeof sums});
}

Result<EncoderModel> readEncoderModel(std::string_view file, const std::string& where) {
  if (file.size() < sectionsFrom || !file.starts_with(magic)) {
    return fail("This is not a language model of Sparring's.", where, "Install Sparring again.");
  }
  EncoderModel model;
  std::memcpy(&model.sizes, file.data() + hashedFrom, sizeof model.sizes);
  if (model.sizes.format != encoderFileFormat) {
    return fail("This language model belongs to another version of Sparring.", where,
                "Install Sparring again.");
  }
  model.hash = encoderHash(file);
  if (!areSound(model.sizes) || model.hash != file.substr(magic.size(), hashDigits)) {
    return damaged(where);
  }
  std::size_t at = sectionsFrom;
  bool isWhole = true;
  Sections(model, [&]<class T>(std::span<const T>& section, std::size_t count) {
    isWhole = isWhole && at <= file.size() && count * sizeof(T) <= file.size() - at;
    if (!isWhole) return;
    section = {reinterpret_cast<const T*>(file.data() + at), count};
    at = aligned(at + count * sizeof(T));
  }).all();
  if (!isWhole || !areSound(model.vocabulary)) return damaged(where);
  return model;
}

Result<std::string> writeEncoderModel(EncoderModel model) {
  bool fits = areSound(model.sizes);
  std::string file(sectionsFrom, '\0');
  magic.copy(file.data(), magic.size());
  std::memcpy(file.data() + hashedFrom, &model.sizes, sizeof model.sizes);
  Sections(model, [&]<class T>(std::span<const T>& section, std::size_t count) {
    fits = fits && section.size() == count;
    file.append(reinterpret_cast<const char*>(section.data()), section.size_bytes());
    file.resize(aligned(file.size()));
  }).all();
  if (!fits) return fail("The weights of the language model do not fit each other.");
  encoderHash(file).copy(file.data() + magic.size(), hashDigits);
  return file;
}

}  // namespace sparring
