// The innermost loop of the encoder: whole numbers multiplied and added up exactly, so that every
// set of instructions gives the same sums. All other arithmetic is compiled once, for all machines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sparring {

inline constexpr std::size_t tileRows = 8;      // Rows of input taken together, at most.
inline constexpr std::size_t tileColumns = 16;  // Outputs computed together.

// Rows of input, and the pairs of neighbouring inputs (0 for the first two) that are to be added
// up: those in which all rows are zero may be left out.
struct TileRows {
  const std::int16_t* first = nullptr;  // Numbers of at least -32767.
  std::size_t count = 0;                // 1 to tileRows.
  std::size_t inputs = 0;               // Of a row; even. The next row begins after them.
  std::span<const std::uint16_t> pairs;
};

// Adds up rows times weights: sums[row * tileColumns + column], modulo 2^32.
// `weights` hold, for each pair of inputs, the two weights of column 0, of column 1 and so on.
using SumTile = void (*)(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums);

void sumTilePlain(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums);
#if defined(__x86_64__)
void sumTileSse2(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums);
// REQUIRES: a processor with AVX2.
void sumTileAvx2(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums);
// REQUIRES: a processor with AVX-512 and its VNNI.
void sumTileAvx512(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums);
#endif

struct InstructionSet {
  const char* name;
  SumTile sumTile;
};

// Those that this machine has, the fastest first; the last runs on every machine.
std::span<const InstructionSet> instructionSets();

}  // namespace sparring
