// A matrix in whole numbers with a scale for each output, and rows of numbers multiplied by it.
// Rows are rounded to whole numbers too, each to its own scale; sums are exact.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/tile.h"

namespace sparring {

// Rows of floats, one after the other.
struct Rows {
  std::size_t count = 0;
  std::size_t width = 0;
  std::vector<float> values;

  Rows(std::size_t rowCount, std::size_t rowWidth)
      : count(rowCount), width(rowWidth), values(rowCount * rowWidth) {}
  [[nodiscard]] std::span<float> row(std::size_t i) { return {values.data() + i * width, width}; }
  [[nodiscard]] std::span<const float> row(std::size_t i) const {
    return {values.data() + i * width, width};
  }
};

// Views of what somebody else owns. Weights stand as the tiles need them: all of the first
// tileColumns outputs, then of the next.
struct WholeMatrix {
  std::span<const std::int16_t> weights;  // inputs * outputs of them; inputs are even.
  std::span<const float> scales;          // One an output; outputs are a multiple of tileColumns.
  std::span<const float> bias;            // One an output.
};

// Inputs are rounded to -inputLimit … inputLimit.
inline constexpr int inputLimit = 4095;

// rows * matrix + bias. REQUIRES: rows as wide as the matrix has inputs.
Rows multiply(const Rows& rows, const WholeMatrix& matrix, SumTile sumTile);

// Rounds a row to whole numbers from -limit to limit, as many to `out`, and gives the scale that
// makes them what they were. A row of next to nothing becomes zeros.
float roundRow(std::span<const float> row, int limit, std::int16_t* out);

struct WholeWeights {
  std::vector<std::int16_t> weights;
  std::vector<float> scales;
};

// Rounds inputs * outputs weights, given input by input, so finely that no sum leaves 32 bits.
// REQUIRES: even inputs, outputs a multiple of tileColumns.
WholeWeights roundWeights(std::span<const float> weights, std::size_t outputs);

}  // namespace sparring
