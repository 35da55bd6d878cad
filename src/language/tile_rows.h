// Parts a tile into as many rows as a set of instructions has registers for.
#pragma once

#include "language/tile.h"

namespace sparring {

// Calls Rows::sum<n>(rows, weights, sums) for n = most rows as often as there are so many, then for
// half as many. `most` is a power of 2.
template <class Rows, std::size_t most>
void sumInParts(TileRows rows, const std::int16_t* weights, std::int32_t* sums) {
  for (; rows.count >= most; rows.count -= most) {
    Rows::template sum<most>(rows, weights, sums);
    rows.first += most * rows.inputs;
    sums += most * tileColumns;
  }
  if constexpr (most > 1) sumInParts<Rows, most / 2>(rows, weights, sums);
}

}  // namespace sparring
