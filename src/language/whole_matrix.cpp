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

// The scale of each output's weights: as fine as 16 bits hold and as the sum of inputLimit times
// all of them, each up to half a step more after rounding, stays within 32 bits.
std::vector<double> scalesOf(std::span<const float> weights, std::size_t outputs) {
  std::vector<double> largest(outputs, 0.0);
  std::vector<double> sums(outputs, 0.0);
  for (std::size_t at = 0; at < weights.size(); at += outputs) {
    for (std::size_t output = 0; output < outputs; ++output) {
      const double size = std::fabs(static_cast<double>(weights[at + output]));
      largest[output] = std::max(largest[output], size);
      sums[output] += size;
    }
  }
  constexpr double mostSteps = double{std::numeric_limits<std::int32_t>::max()} / inputLimit;
  const double roundingSteps =
      0.5 * static_cast<double>(weights.size()) / static_cast<double>(outputs);
  std::vector<double> scales;
  for (std::size_t output = 0; output < outputs; ++output) {
    scales.push_back(std::max(largest[output] / std::numeric_limits<std::int16_t>::max(),
                              sums[output] / (mostSteps - roundingSteps)));
  }
  return scales;
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
  const std::vector<double> scales = scalesOf(weights, outputs);
  WholeWeights out;
  out.weights.resize(weights.size());
  for (const double scale : scales) out.scales.push_back(static_cast<float>(scale));
  for (std::size_t input = 0; input < inputs; ++input) {
    for (std::size_t output = 0; output < outputs; ++output) {
      if (scales[output] <= 0.0) continue;
      const double steps = static_cast<double>(weights[input * outputs + output]) / scales[output];
      const std::size_t tile = output / tileColumns;
      const std::size_t pair = (tile * inputs / 2 + input / 2) * 2 * tileColumns;
      out.weights[pair + output % tileColumns * 2 + input % 2] =
          static_cast<std::int16_t>(steps + (steps < 0.0 ? -0.5 : 0.5));
    }
  }
  return out;
}

}  // namespace sparring
