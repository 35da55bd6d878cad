// All sixteen outputs in one register, a pair of inputs multiplied and added in one step. Only this
// file's functions are compiled for AVX-512 (see tile_avx2.cpp).
#include "language/tile_rows.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <algorithm>
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

// Several sums a row, each of every second, fourth or eighth pair, because a step has to wait for
// the one before it; sixteen in all keep the processor busy. Loops are unrolled so that the sums
// stay in registers.
struct Rows {
  template <std::size_t rowCount>
  SPARRING_AVX512 static void sum(const TileRows& rows, const std::int16_t* weights,
                                  std::int32_t* sums) {
    constexpr std::size_t chains = std::min<std::size_t>(16 / rowCount, 8);
    __m512i total[rowCount][chains] = {};
    const std::int16_t* const first = rows.first;
    const std::size_t inputs = rows.inputs;
    const auto add = [&](std::size_t pair, std::size_t chain) SPARRING_AVX512 {
      const __m512i here = _mm512_loadu_si512(weights + 2 * pair * tileColumns);
#pragma GCC unroll 8
      for (std::size_t row = 0; row < rowCount; ++row) {
        total[row][chain] = withPair(total[row][chain], first + row * inputs + 2 * pair, here);
      }
    };
    std::span<const std::uint16_t> left = rows.pairs;
    for (; left.size() >= chains; left = left.subspan(chains)) {
#pragma GCC unroll 8
      for (std::size_t chain = 0; chain < chains; ++chain) add(left[chain], chain);
    }
    for (const std::size_t pair : left) add(pair, 0);
#pragma GCC unroll 8
    for (std::size_t row = 0; row < rowCount; ++row) {
#pragma GCC unroll 8
      for (std::size_t chain = 1; chain < chains; ++chain) {
        total[row][0] = _mm512_add_epi32(total[row][0], total[row][chain]);
      }
      _mm512_storeu_si512(sums + row * tileColumns, total[row][0]);
    }
  }
};

}  // namespace

void sumTileAvx512(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums) {
  sumInParts<Rows, 8>(rows, weights, sums);
}

}  // namespace sparring
#endif
