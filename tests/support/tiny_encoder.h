// An encoder of toy size with made-up weights, through the same packing as the real one: tests of
// the arithmetic and of the file need no download.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "language/encoder_model.h"
#include "language/encoder_pack.h"

namespace sparring::testing {

// The same numbers on every machine, evenly spread from -1 to 1.
class Spread {
 public:
  explicit Spread(std::uint32_t seed) : m_state(seed) {}
  float next() {
    m_state = m_state * 1664525U + 1013904223U;
    return static_cast<float>(static_cast<std::int32_t>(m_state) / 65536) / 32768.0F;
  }
  std::vector<float> many(std::size_t count, float scale = 1.0F) {
    std::vector<float> out(count);
    for (float& value : out) value = scale * next();
    return out;
  }

 private:
  std::uint32_t m_state;
};

inline MatrixWeights tinyMatrix(Spread& spread, std::size_t inputs, std::size_t outputs) {
  return {spread.many(inputs * outputs, 0.3F), spread.many(outputs, 0.1F)};
}

inline LayerWeights tinyLayer(Spread& spread, std::size_t inputs, std::size_t width) {
  const auto norm = [&](std::size_t size) {
    return NormWeights{spread.many(size), spread.many(size, 0.1F)};
  };
  LayerWeights layer{
      norm(inputs), tinyMatrix(spread, inputs, 3 * inputs), tinyMatrix(spread, inputs, width), {},
      norm(width),  tinyMatrix(spread, width, 96),          tinyMatrix(spread, 96, width)};
  if (inputs != width) layer.shortcut = tinyMatrix(spread, inputs, width);
  return layer;
}

// Pieces: six reserved ones, the word mark, small letters and a few of more letters.
inline EncoderWeights tinyWeights() {
  const std::string mark = "\xE2\x96\x81";
  EncoderWeights weights;
  weights.pieces = {{"?", 0}, {"<s>", 0}, {"</s>", 0}, {"x1", 0}, {"x2", 0}, {"x3", 0}};
  weights.pieces.push_back({mark, -5.0});
  for (char letter = 'a'; letter <= 'z'; ++letter) weights.pieces.push_back({{letter}, -6.0});
  for (const std::string& text : {mark + "the", mark + "w", std::string("at"), std::string("wait"),
                                  mark + "wait", std::string("ing"), std::string("é")}) {
    weights.pieces.push_back({text, -4.0});
  }
  Spread spread(1);
  weights.embeddings = spread.many(weights.pieces.size() * 32);
  weights.frequencies = spread.many(16);
  weights.layers = {tinyLayer(spread, 32, 64), tinyLayer(spread, 64, 64)};
  weights.output = tinyMatrix(spread, 64, sentenceWidth);
  return weights;
}

inline std::string tinyEncoder() {
  return packEncoder(tinyWeights()).value();
}

}  // namespace sparring::testing
