#include "language/transformer.h"

#include <algorithm>
#include <cmath>

#include "base/dot.h"
#include "base/exact_math.h"
#include "base/text.h"

namespace sparring {
namespace {

float meanOf(std::span<const float> values) {
  std::array<float, sumLanes> sums{};
  for (std::size_t i = 0; i < values.size(); i += sumLanes) {
    for (std::size_t lane = 0; lane < sumLanes; ++lane) sums[lane] += values[i + lane];
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
    const float variance = dot<float>(to, to) / static_cast<float>(rows.width);
    const float scale = 1.0F / std::sqrt(variance + least);
    for (std::size_t k = 0; k < to.size(); ++k) {
      to[k] = norm.scale[k] * scale * to[k] + norm.bias[k];
    }
  }
  return out;
}

// The rows that are each sentence's tokens.
std::vector<Span> placesOf(std::span<const Tokens> sentences) {
  std::vector<Span> places;
  std::size_t end = 0;
  for (const Tokens& tokens : sentences) {
    places.push_back({end, end + tokens.size()});
    end += tokens.size();
  }
  return places;
}

// Each token as the sum of its embedding, which the network takes twice, and its place's signal.
Rows embedded(const EncoderModel& model, std::span<const Tokens> sentences) {
  const std::size_t width = model.sizes.embeddingWidth;
  Rows out(placesOf(sentences).back().end, width);
  std::size_t row = 0;
  for (const Tokens& tokens : sentences) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto weights = model.embeddings.subspan(tokens[i] * width, width);
      const auto timing = model.timing.subspan(i * width, width);
      const float scale = 2.0F * model.embeddingScales[tokens[i]];
      const std::span<float> to = out.row(row++);
      for (std::size_t k = 0; k < width; ++k) {
        to[k] = static_cast<float>(weights[k]) * scale + timing[k];
      }
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

// Each token becomes a mixture of its sentence's tokens' values, by how well its query fits their
// keys; for each head on its own. Rows hold query, key and value; a third as wide comes out.
Rows attended(const Rows& rows, std::span<const Span> places) {
  const std::size_t width = rows.width / 3;
  const std::size_t headWidth = width / attentionHeads;
  const float scale = 1.0F / std::sqrt(static_cast<float>(headWidth));
  Rows out(rows.count, width);
  std::vector<float> shares;
  const auto mix = [&](std::size_t i, std::size_t head, const Span& place) {
    const auto query = rows.row(i).subspan(head, headWidth);
    shares.clear();
    for (std::size_t j = place.begin; j < place.end; ++j) {
      shares.push_back(dot<float>(query, rows.row(j).subspan(width + head, headWidth)) * scale);
    }
    softmax(shares);
    const auto to = out.row(i).subspan(head, headWidth);
    for (std::size_t j = place.begin; j < place.end; ++j) {
      const float share = shares[j - place.begin];
      const auto value = rows.row(j).subspan(2 * width + head, headWidth);
      for (std::size_t k = 0; k < headWidth; ++k) to[k] += share * value[k];
    }
  };
  for (const Span& place : places) {
    for (std::size_t head = 0; head < width; head += headWidth) {
      for (std::size_t i = place.begin; i < place.end; ++i) mix(i, head, place);
    }
  }
  return out;
}

// The first half of a layer: each token with what it takes from the others added.
Rows withOthers(const Rows& rows, std::span<const Span> places, const EncoderLayer& layer,
                SumTile sumTile) {
  const Rows parts = multiply(normalised(rows, layer.attentionNorm), layer.attention, sumTile);
  Rows out = multiply(attended(parts, places), layer.attentionOutput, sumTile);
  add(out, layer.shortcut ? multiply(rows, *layer.shortcut, sumTile) : rows);
  return out;
}

// The second half, but for its last step: what `outer` is then multiplied with and added.
Rows innerOf(const Rows& rows, const EncoderLayer& layer, SumTile sumTile) {
  Rows inner = multiply(normalised(rows, layer.innerNorm), layer.inner, sumTile);
  for (float& value : inner.values) value = std::max(value, 0.0F);
  return inner;
}

// The mean of each sentence's tokens.
Rows meanRows(const Rows& rows, std::span<const Span> places) {
  Rows means(places.size(), rows.width);
  for (std::size_t sentence = 0; sentence < places.size(); ++sentence) {
    const Span& place = places[sentence];
    const std::span<float> mean = means.row(sentence);
    for (std::size_t i = place.begin; i < place.end; ++i) {
      const std::span<const float> row = rows.row(i);
      for (std::size_t k = 0; k < row.size(); ++k) mean[k] += row[k];
    }
    for (float& value : mean) value /= static_cast<float>(place.end - place.begin);
  }
  return means;
}

SentenceVector ofLengthOne(std::span<const float> row) {
  const float length = std::sqrt(std::max(dot<float>(row, row), 1e-12F));
  SentenceVector vector{};
  for (std::size_t k = 0; k < vector.size(); ++k) vector[k] = row[k] / length;
  return vector;
}

}  // namespace

std::vector<SentenceVector> encode(const EncoderModel& model, std::span<const Tokens> sentences,
                                   SumTile sumTile) {
  if (sentences.empty()) return {};
  const std::vector<Span> places = placesOf(sentences);
  const auto& [first, second] = model.layers;
  Rows rows = withOthers(embedded(model, sentences), places, first, sumTile);
  add(rows, multiply(innerOf(rows, first, sumTile), first.outer, sumTile));
  rows = withOthers(rows, places, second, sumTile);
  // Of the last step only the mean over all tokens is wanted, which is the step of the mean.
  Rows means = meanRows(rows, places);
  add(means, multiply(meanRows(innerOf(rows, second, sumTile), places), second.outer, sumTile));
  Rows out = multiply(means, model.output, sumTile);
  for (float& value : out.values) value = static_cast<float>(exactTanh(static_cast<double>(value)));
  std::vector<SentenceVector> vectors;
  for (std::size_t i = 0; i < out.count; ++i) vectors.push_back(ofLengthOne(out.row(i)));
  return vectors;
}

}  // namespace sparring
