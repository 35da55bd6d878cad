#include "language/encoder_pack.h"

#include <algorithm>
#include <deque>

#include "base/exact_math.h"
#include "language/encoder_model.h"

namespace sparring {
namespace {

constexpr int finest = 32767;  // The largest whole number of 16 bits.

// A model under construction: owns what its views show.
class Packing {
 public:
  explicit Packing(const EncoderWeights& weights) {
    m_model.sizes.pieces = static_cast<std::uint32_t>(weights.pieces.size());
    m_model.sizes.embeddingWidth = static_cast<std::uint32_t>(2 * weights.frequencies.size());
    m_model.sizes.width = static_cast<std::uint32_t>(weights.layers[0].outer.bias.size());
    m_model.sizes.innerWidth = static_cast<std::uint32_t>(weights.layers[0].inner.bias.size());
    addVocabulary(weights.pieces);
    addEmbeddings(weights.embeddings);
    addTiming(weights.frequencies);
    std::ranges::transform(weights.layers, m_model.layers.begin(),
                           [this](const LayerWeights& from) { return layer(from); });
    m_model.output = matrix(weights.output);
  }
  [[nodiscard]] const EncoderModel& model() const { return m_model; }

 private:
  void addVocabulary(const std::vector<PieceWeights>& pieces) {
    for (const PieceWeights& piece : pieces) {
      m_text += piece.text;
      m_scores.push_back(piece.score);
      m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
    }
    m_model.vocabulary = {m_scores, m_ends, m_text};
    m_model.sizes.pieceBytes = static_cast<std::uint32_t>(m_text.size());
  }

  // Each row is rounded to a scale of its own.
  void addEmbeddings(std::span<const float> embeddings) {
    const std::size_t width = m_model.sizes.embeddingWidth;
    auto& wholes = m_wholes.emplace_back();
    auto& scales = m_floats.emplace_back();
    wholes.resize(embeddings.size());
    for (std::size_t at = 0; width > 0 && at + width <= embeddings.size(); at += width) {
      scales.push_back(roundRow(embeddings.subspan(at, width), finest, wholes.data() + at));
    }
    m_model.embeddings = wholes;
    m_model.embeddingScales = scales;
  }

  void addTiming(const std::vector<float>& frequencies) {
    auto& timing = m_floats.emplace_back();
    for (std::size_t place = 0; place < longestSentence; ++place) {
      const auto angle = [&](float f) {
        return static_cast<double>(static_cast<float>(place) * f);
      };
      for (const float f : frequencies) timing.push_back(static_cast<float>(exactSin(angle(f))));
      for (const float f : frequencies) timing.push_back(static_cast<float>(exactCos(angle(f))));
    }
    m_model.timing = timing;
  }

  EncoderLayer layer(const LayerWeights& from) {
    EncoderLayer out{norm(from.attentionNorm),
                     matrix(from.attention),
                     matrix(from.attentionOutput),
                     {},
                     norm(from.innerNorm),
                     matrix(from.inner),
                     matrix(from.outer)};
    if (!from.shortcut.bias.empty()) out.shortcut = matrix(from.shortcut);
    return out;
  }

  static LayerNorm norm(const NormWeights& from) { return {from.scale, from.bias}; }

  // Left empty where the numbers make no matrix; then the model does not fit its sizes.
  WholeMatrix matrix(const MatrixWeights& from) {
    const std::size_t outputs = from.bias.size();
    if (outputs == 0 || outputs % tileColumns != 0 || from.weights.size() % (2 * outputs) != 0) {
      return {};
    }
    WholeWeights rounded = roundWeights(from.weights, outputs);
    m_wholes.push_back(std::move(rounded.weights));
    m_floats.push_back(std::move(rounded.scales));
    return {m_wholes.back(), m_floats.back(), from.bias};
  }

  EncoderModel m_model;
  std::string m_text;
  std::vector<double> m_scores;
  std::vector<std::uint32_t> m_ends;
  std::deque<std::vector<std::int16_t>> m_wholes;  // Do not move while more are added.
  std::deque<std::vector<float>> m_floats;
};

}  // namespace

Result<std::string> packEncoder(const EncoderWeights& weights) {
  return writeEncoderModel(Packing(weights).model());
}

}  // namespace sparring
