// All sixteen outputs in one register, a pair of inputs multiplied and added in one step. Only this
// file's functions are compiled for AVX-512 (see tile_avx2.cpp).
#include "language/tile_rows.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <cstring>

#define SPARRING_AVX512 __attribute__((target("avx512f,avx512vnni")))

namespace sparring {
namespace {

// The sums with what a pair of inputs adds to them. Written out, because g++ 12 copies each sum
// before and after the intrinsic (_mm512_dpwssd_epi32), which takes longer than the step.
SPARRING_AVX512 inline __m512i withPair(__m512i sums, const std::int16_t* inputs, __m512i weights) {
  std::int32_t two = 0;
  std::memcpy(&two, inputs, sizeof two);
  const __m512i both = _mm512_set1_epi32(two);
  asm("vpdpwssd %2, %1, %0" : "+v"(sums) : "v"(weights), "v"(both));
  return sums;
}

// Two sums a row, of every second pair each, because a step has to wait for the one before it.
struct Rows {
  template <std::size_t rowCount>
  SPARRING_AVX512 static void sum(const TileRows& rows, const std::int16_t* weights,
                                  std::int32_t* sums) {
    __m512i total[rowCount][2] = {};
    const std::int16_t* const first = rows.first;
    const std::size_t inputs = rows.inputs;
    const std::size_t count = rows.pairs.size();
    for (std::size_t i = 0; i + 2 <= count; i += 2) {
      const std::size_t even = 2UL * rows.pairs[i];
      const std::size_t odd = 2UL * rows.pairs[i + 1];
      const __m512i evenWeights = _mm512_loadu_si512(weights + even * tileColumns);
      const __m512i oddWeights = _mm512_loadu_si512(weights + odd * tileColumns);
      for (std::size_t row = 0; row < rowCount; ++row) {
        total[row][0] = withPair(total[row][0], first + row * inputs + even, evenWeights);
        total[row][1] = withPair(total[row][1], first + row * inputs + odd, oddWeights);
      }
    }
    if (count % 2 == 1) {
      const std::size_t last = 2UL * rows.pairs[count - 1];
      const __m512i lastWeights = _mm512_loadu_si512(weights + last * tileColumns);
      for (std::size_t row = 0; row < rowCount; ++row) {
        total[row][0] = withPair(total[row][0], first + row * inputs + last, lastWeights);
      }
    }
    for (std::size_t row = 0; row < rowCount; ++row) {
      _mm512_storeu_si512(sums + row * tileColumns, _mm512_add_epi32(total[row][0], total[row][1]));
    }
  }
};

}  // namespace

void sumTileAvx512(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums) {
  sumInParts<Rows, 8>(rows, weights, sums);
}

}  // namespace sparring
#endif
