#include "language/whole_matrix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "support/tiny_encoder.h"

namespace sparring {
namespace {

using testing::Spread;

// Sums of every set of instructions for the same numbers.
std::vector<std::vector<std::int32_t>> sumsOfAll(const std::vector<std::int16_t>& rows,
                                                 std::size_t rowCount, std::size_t inputs,
                                                 const std::vector<std::int16_t>& weights) {
  std::vector<std::vector<std::int32_t>> all;
  std::vector<std::uint16_t> pairs(inputs / 2);
  std::iota(pairs.begin(), pairs.end(), std::uint16_t{0});
  for (const InstructionSet& set : instructionSets()) {
    auto& sums = all.emplace_back(rowCount * tileColumns);
    set.sumTile({rows.data(), rowCount, inputs, pairs}, weights.data(), sums.data());
  }
  return all;
}

TEST(Tile, EverySetOfInstructionsGivesTheSums) {
  // Two inputs: 3 and -2. The weights of column c: c and 100 + c.
  std::vector<std::int16_t> weights;
  for (std::int16_t column = 0; column < 16; ++column) {
    weights.push_back(column);
    weights.push_back(static_cast<std::int16_t>(100 + column));
  }
  for (const auto& sums : sumsOfAll({3, -2}, 1, 2, weights)) {
    for (int column = 0; column < 16; ++column) {
      EXPECT_EQ(sums[static_cast<std::size_t>(column)], 3 * column - 2 * (100 + column));
    }
  }
}

TEST(Tile, AllSetsAgreeForAnyNumbersEvenWhereSumsLeave32Bits) {
  Spread spread(3);
  for (const float scale : {32767.0F, 300.0F}) {
    for (std::size_t rowCount = 1; rowCount <= tileRows; ++rowCount) {
      for (const std::size_t inputs : {2U, 6U, 512U}) {
        std::vector<std::int16_t> rows(rowCount * inputs);
        std::vector<std::int16_t> weights(inputs * tileColumns);
        for (auto& value : rows) value = static_cast<std::int16_t>(spread.next() * scale);
        for (auto& value : weights) value = static_cast<std::int16_t>(spread.next() * scale);
        std::ranges::fill(rows.begin(), rows.begin() + 2, std::int16_t{32767});
        std::ranges::fill(weights.begin(), weights.begin() + 2, std::int16_t{-32768});
        const auto all = sumsOfAll(rows, rowCount, inputs, weights);
        for (const auto& sums : all) EXPECT_EQ(sums, all.back());
      }
    }
  }
}

TEST(Tile, OnlyThePairsNamedCount) {
  const std::vector<std::int16_t> rows = {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60};
  const std::vector<std::int16_t> weights(6 * tileColumns, 2);
  const std::vector<std::uint16_t> pairs = {0, 2};
  for (const InstructionSet& set : instructionSets()) {
    std::vector<std::int32_t> sums(2 * tileColumns);
    set.sumTile({rows.data(), 2, 6, pairs}, weights.data(), sums.data());
    EXPECT_EQ(sums[5], 2 * (1 + 2 + 5 + 6)) << set.name;
    EXPECT_EQ(sums[tileColumns + 5], 20 * (1 + 2 + 5 + 6)) << set.name;
  }
}

// Rows with many zeros go alone, others together: which, changes no bit.
TEST(WholeMatrix, ZerosCostNothingAndChangeNothing) {
  constexpr std::size_t inputs = 64;
  Spread spread(7);
  const WholeWeights whole = roundWeights(spread.many(inputs * tileColumns), tileColumns);
  const std::vector<float> bias = spread.many(tileColumns);
  Rows rows(12, inputs);
  rows.values = spread.many(rows.values.size());
  for (const std::size_t sparse : {0U, 3U, 4U, 5U, 11U}) {
    for (std::size_t k = 0; k < inputs; ++k) {
      if (k % 9 != sparse % 9) rows.row(sparse)[k] = 0.0F;
    }
  }
  std::ranges::fill(rows.row(8), 0.0F);
  const WholeMatrix matrix{whole.weights, whole.scales, bias};
  for (const InstructionSet& set : instructionSets()) {
    const Rows out = multiply(rows, matrix, set.sumTile);
    for (std::size_t i = 0; i < rows.count; ++i) {
      std::vector<std::int16_t> input(inputs);
      const float scale = roundRow(rows.row(i), inputLimit, input.data());
      for (std::size_t column = 0; column < tileColumns; ++column) {
        std::int32_t sum = 0;
        for (std::size_t k = 0; k < inputs; ++k) {
          sum += input[k] * whole.weights[k / 2 * 2 * tileColumns + 2 * column + k % 2];
        }
        EXPECT_EQ(out.row(i)[column],
                  static_cast<float>(sum) * (scale * whole.scales[column]) + bias[column])
            << set.name << ' ' << i;
      }
    }
  }
}

TEST(WholeMatrix, MultipliesNearlyAsFloatsWould) {
  constexpr std::size_t inputs = 96;
  constexpr std::size_t outputs = 32;
  Spread spread(5);
  const std::vector<float> weights = spread.many(inputs * outputs);
  const std::vector<float> bias = spread.many(outputs);
  const WholeWeights whole = roundWeights(weights, outputs);
  Rows rows(7, inputs);
  rows.values = spread.many(rows.values.size(), 20.0F);
  const Rows out = multiply(rows, {whole.weights, whole.scales, bias}, sumTilePlain);
  ASSERT_EQ(out.count, 7U);
  ASSERT_EQ(out.width, outputs);
  for (std::size_t row = 0; row < rows.count; ++row) {
    for (std::size_t output = 0; output < outputs; ++output) {
      double expected = bias[output];
      for (std::size_t input = 0; input < inputs; ++input) {
        expected += static_cast<double>(rows.row(row)[input]) * weights[input * outputs + output];
      }
      EXPECT_NEAR(out.row(row)[output], expected, 0.05) << row << ' ' << output;
    }
  }
}

TEST(WholeMatrix, NoSumOfRoundedWeightsLeaves32Bits) {
  constexpr std::size_t inputs = 1536;
  Spread spread(9);
  std::vector<float> weights = spread.many(inputs * tileColumns);
  for (std::size_t i = 0; i < weights.size(); i += tileColumns) weights[i] = 1.0F;  // The worst.
  const WholeWeights whole = roundWeights(weights, tileColumns);
  for (std::size_t column = 0; column < tileColumns; ++column) {
    std::int64_t most = 0;
    for (std::size_t pair = 0; pair < inputs / 2; ++pair) {
      const std::int16_t* at = whole.weights.data() + pair * 2 * tileColumns + 2 * column;
      most += inputLimit * (std::abs(std::int64_t{at[0]}) + std::abs(std::int64_t{at[1]}));
    }
    EXPECT_LE(most, std::numeric_limits<std::int32_t>::max());
    EXPECT_GT(most, std::numeric_limits<std::int32_t>::max() / 2) << "coarser than need be";
  }
}

TEST(WholeMatrix, RowsOfNothingAndOfWhatIsNoNumberAreRoundedToo) {
  std::vector<std::int16_t> out(4, 7);
  EXPECT_EQ(roundRow(std::vector<float>{0, 0, -0.0F, 1e-38F}, 100, out.data()), 0.0F);
  EXPECT_EQ(out, (std::vector<std::int16_t>{0, 0, 0, 0}));
  EXPECT_EQ(roundRow(std::vector<float>{1, -2, 0.5F, 0}, 100, out.data()), 0.02F);
  EXPECT_EQ(out, (std::vector<std::int16_t>{50, -100, 25, 0}));
  const float infinite = std::numeric_limits<float>::infinity();
  roundRow(std::vector<float>{infinite, std::nanf(""), -infinite, 1}, 100, out.data());
  for (const std::int16_t value : out) EXPECT_LE(std::abs(value), 100);
}

}  // namespace
}  // namespace sparring
