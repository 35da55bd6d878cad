#include "language/tile.h"

#include <vector>

namespace sparring {
namespace {

// Unsigned, because a sum that leaves 32 bits is to wrap as the processor's does.
std::uint32_t product(std::int16_t a, std::int16_t b) {
  return static_cast<std::uint32_t>(std::int32_t{a} * b);
}

std::vector<InstructionSet> setsHere() {
  std::vector<InstructionSet> sets;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) sets.push_back({"AVX2", sumTileAvx2});
  sets.push_back({"SSE2", sumTileSse2});
#endif
  sets.push_back({"plain", sumTilePlain});
  return sets;
}

}  // namespace

void sumTilePlain(const std::int16_t* rows, std::size_t rowCount, std::size_t inputs,
                  const std::int16_t* weights, std::int32_t* sums) {
  for (std::size_t row = 0; row < rowCount; ++row, rows += inputs, sums += tileColumns) {
    std::uint32_t total[tileColumns] = {};
    for (std::size_t input = 0; input < inputs; input += 2) {
      const std::int16_t* pairs = weights + input * tileColumns;
      for (std::size_t column = 0; column < tileColumns; ++column) {
        total[column] += product(rows[input], pairs[2 * column]) +
                         product(rows[input + 1], pairs[2 * column + 1]);
      }
    }
    for (std::size_t column = 0; column < tileColumns; ++column) {
      sums[column] = static_cast<std::int32_t>(total[column]);
    }
  }
}

std::span<const InstructionSet> instructionSets() {
  static const std::vector<InstructionSet> sets = setsHere();
  return sets;
}

}  // namespace sparring
