#include "language/whole_matrix.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>

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

// The nearest whole number. REQUIRES: one that 16 bits hold.
std::int16_t nearest(float value) {
  return static_cast<std::int16_t>(static_cast<std::int32_t>(value + std::copysign(0.5F, value)));
}

// The same for any value; what is no number becomes the lower limit.
std::int16_t nearestWithin(float limit, float value) {
  const float atLeast = value > -limit ? value : -limit;
  return nearest(atLeast < limit ? atLeast : limit);
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

// Rounded rows as tiles take them: several together, but one whose numbers are mostly zero goes
// alone, so that the zeros cost nothing.
class Blocks {
 public:
  Blocks(std::span<const std::int16_t> rows, std::size_t inputs)
      : m_pairs(inputs / 2), m_kept(rows.size() / 2) {
    std::iota(m_pairs.begin(), m_pairs.end(), std::uint16_t{0});
    bool together = false;  // Whether the last block takes more rows.
    for (std::size_t at = 0; at < rows.size(); at += inputs) {
      const std::int16_t* row = rows.data() + at;
      const auto kept = keptPairs(row, m_kept.data() + at / 2);
      const bool isAlone = 2 * kept.size() < m_pairs.size();
      if (together && !isAlone && m_blocks.back().count < tileRows) {
        ++m_blocks.back().count;
      } else {
        m_blocks.push_back({row, 1, inputs, isAlone ? kept : m_pairs});
      }
      together = !isAlone;
    }
  }
  [[nodiscard]] std::span<const TileRows> all() const { return m_blocks; }

 private:
  // The pairs that are not both zero, written to `out`.
  [[nodiscard]] std::span<const std::uint16_t> keptPairs(const std::int16_t* row,
                                                         std::uint16_t* out) const {
    std::size_t count = 0;
    for (const std::uint16_t pair : m_pairs) {
      out[count] = pair;
      count += (row[2 * pair] | row[2 * pair + 1]) != 0 ? 1 : 0;
    }
    return {out, count};
  }

  std::vector<std::uint16_t> m_pairs;  // All.
  std::vector<std::uint16_t> m_kept;   // Of each row, in as much room as all would need.
  std::vector<TileRows> m_blocks;
};

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
  if (std::isfinite(largest)) {  // Then none is beyond the limit by more than the last bit.
    for (std::size_t i = 0; i < row.size(); ++i) out[i] = nearest(row[i] * factor);
  } else {
    for (std::size_t i = 0; i < row.size(); ++i) out[i] = nearestWithin(most, row[i] * factor);
  }
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
  const Blocks blocks(whole, inputs);
  Rows out(rows.count, outputs);
  std::int32_t sums[tileRows * tileColumns];
  for (std::size_t column = 0; column < outputs; column += tileColumns) {
    const std::int16_t* weights = matrix.weights.data() + column * inputs;
    std::size_t row = 0;
    for (const TileRows& block : blocks.all()) {
      sumTile(block, weights, sums);
      for (std::size_t i = 0; i < block.count; ++i, ++row) {
        float* to = out.row(row).data() + column;
        for (std::size_t j = 0; j < tileColumns; ++j) {
          const float scale = rowScales[row] * matrix.scales[column + j];
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
