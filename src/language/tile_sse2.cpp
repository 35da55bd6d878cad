// Four outputs a register, for processors without AVX2. Half of the columns at a time, so that all
// sums stay in registers.
#include "language/tile_rows.h"

#if defined(__x86_64__)
#include <emmintrin.h>

#include <cstring>

namespace sparring {
namespace {

// What a pair of inputs adds to four sums.
inline __m128i productOf(__m128i inputs, const std::int16_t* at) {
  return _mm_madd_epi16(inputs, _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)));
}

// The sums of eight columns, whose weights stand at every 32nd place.
template <std::size_t rowCount>
void sumHalf(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums) {
  __m128i total[rowCount][2] = {};
  const std::int16_t* const first = rows.first;
  const std::size_t inputs = rows.inputs;
  for (const std::size_t pair : rows.pairs) {
    const std::int16_t* at = weights + pair * 2 * tileColumns;
    for (std::size_t row = 0; row < rowCount; ++row) {
      std::int32_t two = 0;
      std::memcpy(&two, first + row * inputs + 2 * pair, sizeof two);
      const __m128i both = _mm_set1_epi32(two);
      total[row][0] = _mm_add_epi32(total[row][0], productOf(both, at));
      total[row][1] = _mm_add_epi32(total[row][1], productOf(both, at + tileColumns / 2));
    }
  }
  for (std::size_t row = 0; row < rowCount; ++row) {
    auto* out = reinterpret_cast<__m128i*>(sums + row * tileColumns);
    _mm_storeu_si128(out, total[row][0]);
    _mm_storeu_si128(out + 1, total[row][1]);
  }
}

struct Rows {
  template <std::size_t rowCount>
  static void sum(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums) {
    sumHalf<rowCount>(rows, weights, sums);
    sumHalf<rowCount>(rows, weights + tileColumns, sums + tileColumns / 2);
  }
};

}  // namespace

void sumTileSse2(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums) {
  sumInParts<Rows, 4>(rows, weights, sums);
}

}  // namespace sparring
#endif
