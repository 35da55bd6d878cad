// The innermost loop of the encoder: whole numbers multiplied and added up exactly, so that every
// set of instructions gives the same sums. All other arithmetic is compiled once, for all machines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sparring {

inline constexpr std::size_t tileRows = 4;      // Rows of input taken together, at most.
inline constexpr std::size_t tileColumns = 16;  // Outputs computed together.

// Adds up rows times weights: sums[row * tileColumns + column], modulo 2^32.
// `rows` are `rowCount` (1 to tileRows) rows of `inputs` (even) numbers of at least -32767 each.
// `weights` hold, for each pair of inputs, the two weights of column 0, of column 1 and so on.
using SumTile = void (*)(const std::int16_t* rows, std::size_t rowCount, std::size_t inputs,
                         const std::int16_t* weights, std::int32_t* sums);

void sumTilePlain(const std::int16_t* rows, std::size_t rowCount, std::size_t inputs,
                  const std::int16_t* weights, std::int32_t* sums);
#if defined(__x86_64__)
void sumTileSse2(const std::int16_t* rows, std::size_t rowCount, std::size_t inputs,
                 const std::int16_t* weights, std::int32_t* sums);
// REQUIRES: a processor with AVX2.
void sumTileAvx2(const std::int16_t* rows, std::size_t rowCount, std::size_t inputs,
                 const std::int16_t* weights, std::int32_t* sums);
#endif

struct InstructionSet {
  const char* name;
  SumTile sumTile;
};

// Those that this machine has, the fastest first; the last runs on every machine.
std::span<const InstructionSet> instructionSets();

}  // namespace sparring
