#include "language/whole_matrix.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace sparring {
namespace {

// The largest without regard to signs. Floats without their signs are in the order of their bits,
// and of whole numbers a compiler compares several at a time.
float largestOf(std::span<const float> values) {
  std::int32_t largest = 0;
  for (const float value : values) {
    largest = std::max(largest, std::bit_cast<std::int32_t>(value) & 0x7FFFFFFF);
  }
  return std::bit_cast<float>(largest);
}

// The nearest whole number; what is no number becomes the lower limit.
std::int16_t rounded(float value, float limit) {
  const float atLeast = value > -limit ? value : -limit;
  const float within = atLeast < limit ? atLeast : limit;
  return static_cast<std::int16_t>(within + std::copysign(0.5F, within));
}

// The scale of one output's weights: as fine as 16 bits hold and as the sum of inputLimit times
// all of them, each up to half a step more after rounding, stays within 32 bits.
double scaleOf(std::span<const float> weights, std::size_t outputs, std::size_t output) {
  double largest = 0.0;
  double sum = 0.0;
  for (std::size_t at = output; at < weights.size(); at += outputs) {
    largest = std::max(largest, std::fabs(static_cast<double>(weights[at])));
    sum += std::fabs(static_cast<double>(weights[at]));
  }
  constexpr double mostSteps = double{std::numeric_limits<std::int32_t>::max()} / inputLimit;
  const double roundingSteps =
      0.5 * static_cast<double>(weights.size()) / static_cast<double>(outputs);
  return std::max(largest / std::numeric_limits<std::int16_t>::max(),
                  sum / (mostSteps - roundingSteps));
}

}  // namespace

float roundRow(std::span<const float> row, int limit, std::int16_t* out) {
  constexpr float nothing = 1e-30F;
  const float largest = largestOf(row);
  if (largest < nothing) {
    std::fill_n(out, row.size(), std::int16_t{0});
    return 0.0F;
  }
  const auto most = static_cast<float>(limit);
  const float factor = most / largest;
  for (std::size_t i = 0; i < row.size(); ++i) out[i] = rounded(row[i] * factor, most);
  return largest / most;
}

Rows multiply(const Rows& rows, const WholeMatrix& matrix, SumTile sumTile) {
  const std::size_t inputs = rows.width;
  const std::size_t outputs = matrix.scales.size();
  std::vector<std::int16_t> whole(rows.values.size());
  std::vector<float> rowScales(rows.count);
  for (std::size_t i = 0; i < rows.count; ++i) {
    rowScales[i] = roundRow(rows.row(i), inputLimit, whole.data() + i * inputs);
  }
  Rows out(rows.count, outputs);
  std::int32_t sums[tileRows * tileColumns];
  for (std::size_t column = 0; column < outputs; column += tileColumns) {
    const std::int16_t* weights = matrix.weights.data() + column * inputs;
    for (std::size_t row = 0; row < rows.count; row += tileRows) {
      const std::size_t rowCount = std::min(tileRows, rows.count - row);
      sumTile(whole.data() + row * inputs, rowCount, inputs, weights, sums);
      for (std::size_t i = 0; i < rowCount; ++i) {
        float* to = out.row(row + i).data() + column;
        for (std::size_t j = 0; j < tileColumns; ++j) {
          const float scale = rowScales[row + i] * matrix.scales[column + j];
          to[j] = static_cast<float>(sums[i * tileColumns + j]) * scale + matrix.bias[column + j];
        }
      }
    }
  }
  return out;
}

WholeWeights roundWeights(std::span<const float> weights, std::size_t outputs) {
  const std::size_t inputs = weights.size() / outputs;
  WholeWeights out;
  out.weights.resize(weights.size());
  for (std::size_t output = 0; output < outputs; ++output) {
    const double scale = scaleOf(weights, outputs, output);
    const std::size_t tile = output / tileColumns;
    for (std::size_t input = 0; input < inputs && scale > 0.0; ++input) {
      const double steps = static_cast<double>(weights[input * outputs + output]) / scale;
      const std::size_t pair = (tile * inputs / 2 + input / 2) * 2 * tileColumns;
      out.weights[pair + output % tileColumns * 2 + input % 2] =
          static_cast<std::int16_t>(steps + (steps < 0.0 ? -0.5 : 0.5));
    }
    out.scales.push_back(static_cast<float>(scale));
  }
  return out;
}

}  // namespace sparring
