// Eight outputs a register. Only this file's functions are compiled for AVX2: nothing that the
// linker might share with code for older processors.
#include "language/tile_rows.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <cstring>

namespace sparring {
namespace {

// The sums with what a pair of inputs adds to them. The addition is written out, because g++ 12
// copies each sum around the intrinsic (_mm256_add_epi32), which takes longer than the step.
__attribute__((target("avx2"))) inline __m256i withPair(__m256i sums, __m256i inputs,
                                                        __m256i weights) {
  const __m256i products = _mm256_madd_epi16(inputs, weights);
  asm("vpaddd %1, %0, %0" : "+x"(sums) : "x"(products));
  return sums;
}

__attribute__((target("avx2"))) inline __m256i loaded(const std::int16_t* at) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}

// Loops are unrolled so that the sums stay in registers.
struct Rows {
  template <std::size_t rowCount>
  __attribute__((target("avx2"))) static void sum(const TileRows& rows, const std::int16_t* weights,
                                                  std::int32_t* sums) {
    __m256i total[rowCount][2] = {};
    const std::int16_t* const first = rows.first;
    const std::size_t inputs = rows.inputs;
    for (const std::size_t pair : rows.pairs) {
      const std::int16_t* at = weights + pair * 2 * tileColumns;
      const __m256i left = loaded(at);
      const __m256i right = loaded(at + tileColumns);
#pragma GCC unroll 8
      for (std::size_t row = 0; row < rowCount; ++row) {
        std::int32_t two = 0;
        std::memcpy(&two, first + row * inputs + 2 * pair, sizeof two);
        const __m256i both = _mm256_set1_epi32(two);
        total[row][0] = withPair(total[row][0], both, left);
        total[row][1] = withPair(total[row][1], both, right);
      }
    }
#pragma GCC unroll 8
    for (std::size_t row = 0; row < rowCount; ++row) {
      auto* out = reinterpret_cast<__m256i*>(sums + row * tileColumns);
      _mm256_storeu_si256(out, total[row][0]);
      _mm256_storeu_si256(out + 1, total[row][1]);
    }
  }
};

}  // namespace

void sumTileAvx2(const TileRows& rows, const std::int16_t* weights, std::int32_t* sums) {
  sumInParts<Rows, 4>(rows, weights, sums);
}

}  // namespace sparring
#endif
