#include "language/tile.h"

#include <vector>

namespace sparring {
namespace {

std::vector<InstructionSet> setsHere() {
  std::vector<InstructionSet> sets;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni")) {
    sets.push_back({"AVX-512", sumTileAvx512});
  }
  if (__builtin_cpu_supports("avx2")) sets.push_back({"AVX2", sumTileAvx2});
  sets.push_back({"SSE2", sumTileSse2});
#endif
  sets.push_back({"plain", sumTilePlain});
  return sets;
}

}  // namespace

// Sums are unsigned, because one that leaves 32 bits is to wrap as a processor's does. The sum of
// two products cannot leave them.
void sumTilePlain(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums) {
  std::uint32_t total[tileRows][tileColumns] = {};
  for (const std::size_t pair : rows.pairs) {
    const std::int16_t* at = weights + pair * 2 * tileColumns;
    std::int32_t even[tileColumns];
    std::int32_t odd[tileColumns];
    for (std::size_t column = 0; column < tileColumns; ++column) {
      even[column] = at[2 * column];
      odd[column] = at[2 * column + 1];
    }
    for (std::size_t row = 0; row < rows.count; ++row) {
      const std::int32_t first = rows.first[row * rows.inputs + 2 * pair];
      const std::int32_t second = rows.first[row * rows.inputs + 2 * pair + 1];
      for (std::size_t column = 0; column < tileColumns; ++column) {
        total[row][column] +=
            static_cast<std::uint32_t>(first * even[column] + second * odd[column]);
      }
    }
  }
  for (std::size_t row = 0; row < rows.count; ++row) {
    for (std::size_t column = 0; column < tileColumns; ++column) {
      *sums++ = static_cast<std::int32_t>(total[row][column]);
    }
  }
}

std::span<const InstructionSet> instructionSets() {
  static const std::vector<InstructionSet> sets = setsHere();
  return sets;
}

}  // namespace sparring
