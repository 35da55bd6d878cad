#include "language/transformer.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/exact_math.h"

namespace sparring {
namespace {

// Additions in an order that a processor's registers can follow and no compiler may change: eight
// running sums, then their sum.
constexpr std::size_t lanes = 8;

float sumOf(const std::array<float, lanes>& sums) {
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

// The sum of products. REQUIRES: equal sizes, a multiple of `lanes`.
float dot(std::span<const float> a, std::span<const float> b) {
  std::array<float, lanes> sums{};
  for (std::size_t i = 0; i < a.size(); i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  return sumOf(sums);
}

float meanOf(std::span<const float> values) {
  std::array<float, lanes> sums{};
  for (std::size_t i = 0; i < values.size(); i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += values[i + lane];
  }
  return sumOf(sums) / static_cast<float>(values.size());
}

void add(Rows& to, const Rows& what) {
  for (std::size_t i = 0; i < to.values.size(); ++i) to.values[i] += what.values[i];
}

// Each row shifted to mean 0 and scaled to variance 1, then by what was learnt.
Rows normalised(const Rows& rows, const LayerNorm& norm) {
  constexpr float least = 1e-6F;  // Keeps rows of equal numbers from a division by 0.
  Rows out(rows.count, rows.width);
  for (std::size_t i = 0; i < rows.count; ++i) {
    const std::span<const float> from = rows.row(i);
    const std::span<float> to = out.row(i);
    const float mean = meanOf(from);
    for (std::size_t k = 0; k < from.size(); ++k) to[k] = from[k] - mean;
    const float variance = dot(to, to) / static_cast<float>(rows.width);
    const float scale = 1.0F / std::sqrt(variance + least);
    for (std::size_t k = 0; k < to.size(); ++k) {
      to[k] = norm.scale[k] * scale * to[k] + norm.bias[k];
    }
  }
  return out;
}

// Each token as the sum of its embedding, which the network takes twice, and its place's signal.
Rows embedded(const EncoderModel& model, std::span<const std::size_t> tokens) {
  const std::size_t width = model.sizes.embeddingWidth;
  Rows out(tokens.size(), width);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto weights = model.embeddings.subspan(tokens[i] * width, width);
    const auto timing = model.timing.subspan(i * width, width);
    const float scale = 2.0F * model.embeddingScales[tokens[i]];
    const std::span<float> to = out.row(i);
    for (std::size_t k = 0; k < width; ++k) {
      to[k] = static_cast<float>(weights[k]) * scale + timing[k];
    }
  }
  return out;
}

// Turns scores into shares of 1, the larger the score the more.
void softmax(std::span<float> scores) {
  const float largest = *std::ranges::max_element(scores);
  float sum = 0.0F;
  for (float& score : scores) {
    score = static_cast<float>(exactExp(static_cast<double>(score - largest)));
    sum += score;
  }
  for (float& score : scores) score /= sum;
}

// Each token becomes a mixture of all tokens' values, by how well its query fits their keys; for
// each head on its own. Rows hold query, key and value; a third as wide comes out.
Rows attended(const Rows& rows) {
  const std::size_t width = rows.width / 3;
  const std::size_t headWidth = width / attentionHeads;
  const float scale = 1.0F / std::sqrt(static_cast<float>(headWidth));
  Rows out(rows.count, width);
  std::vector<float> shares(rows.count);
  for (std::size_t head = 0; head < width; head += headWidth) {
    for (std::size_t i = 0; i < rows.count; ++i) {
      const auto query = rows.row(i).subspan(head, headWidth);
      for (std::size_t j = 0; j < rows.count; ++j) {
        shares[j] = dot(query, rows.row(j).subspan(width + head, headWidth)) * scale;
      }
      softmax(shares);
      const auto to = out.row(i).subspan(head, headWidth);
      for (std::size_t j = 0; j < rows.count; ++j) {
        const auto value = rows.row(j).subspan(2 * width + head, headWidth);
        for (std::size_t k = 0; k < headWidth; ++k) to[k] += shares[j] * value[k];
      }
    }
  }
  return out;
}

// The first half of a layer: each token with what it takes from the others added.
Rows withOthers(const Rows& rows, const EncoderLayer& layer, SumTile sumTile) {
  const Rows parts = multiply(normalised(rows, layer.attentionNorm), layer.attention, sumTile);
  Rows out = multiply(attended(parts), layer.attentionOutput, sumTile);
  add(out, layer.shortcut ? multiply(rows, *layer.shortcut, sumTile) : rows);
  return out;
}

// The second half, but for its last step: what `outer` is then multiplied with and added.
Rows innerOf(const Rows& rows, const EncoderLayer& layer, SumTile sumTile) {
  Rows inner = multiply(normalised(rows, layer.innerNorm), layer.inner, sumTile);
  for (float& value : inner.values) value = std::max(value, 0.0F);
  return inner;
}

Rows meanRow(const Rows& rows) {
  Rows mean(1, rows.width);
  for (std::size_t i = 0; i < rows.count; ++i) {
    const std::span<const float> row = rows.row(i);
    for (std::size_t k = 0; k < row.size(); ++k) mean.values[k] += row[k];
  }
  for (float& value : mean.values) value /= static_cast<float>(rows.count);
  return mean;
}

}  // namespace

std::array<float, sentenceWidth> encode(const EncoderModel& model,
                                        std::span<const std::size_t> tokens, SumTile sumTile) {
  const auto& [first, second] = model.layers;
  Rows rows = withOthers(embedded(model, tokens), first, sumTile);
  add(rows, multiply(innerOf(rows, first, sumTile), first.outer, sumTile));
  rows = withOthers(rows, second, sumTile);
  // Of the last step only the mean over all tokens is wanted, which is the step of the mean.
  Rows mean = meanRow(rows);
  add(mean, multiply(meanRow(innerOf(rows, second, sumTile)), second.outer, sumTile));
  Rows out = multiply(mean, model.output, sumTile);
  for (float& value : out.values) value = static_cast<float>(exactTanh(static_cast<double>(value)));
  const float length = std::sqrt(std::max(dot(out.values, out.values), 1e-12F));
  std::array<float, sentenceWidth> vector{};
  for (std::size_t k = 0; k < vector.size(); ++k) vector[k] = out.values[k] / length;
  return vector;
}

}  // namespace sparring
