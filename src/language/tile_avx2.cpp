// Eight outputs a register. Only this file's functions are compiled for AVX2: nothing that the
// linker might share with code for older processors.
#include "language/tile.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <cstring>

namespace sparring {
namespace {

// What a pair of inputs adds to eight sums.
__attribute__((target("avx2"))) inline __m256i productOf(__m256i inputs, const std::int16_t* at) {
  return _mm256_madd_epi16(inputs, _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)));
}

template <std::size_t rowCount>
__attribute__((target("avx2"))) void sumRows(const std::int16_t* rows, std::size_t inputs,
                                             const std::int16_t* weights, std::int32_t* sums) {
  __m256i total[rowCount][2] = {};
  for (std::size_t input = 0; input < inputs; input += 2, weights += 2 * tileColumns) {
    for (std::size_t row = 0; row < rowCount; ++row) {
      std::int32_t pair = 0;
      std::memcpy(&pair, rows + row * inputs + input, sizeof pair);
      const __m256i both = _mm256_set1_epi32(pair);
      total[row][0] = _mm256_add_epi32(total[row][0], productOf(both, weights));
      total[row][1] = _mm256_add_epi32(total[row][1], productOf(both, weights + tileColumns));
    }
  }
  for (std::size_t row = 0; row < rowCount; ++row) {
    auto* out = reinterpret_cast<__m256i*>(sums + row * tileColumns);
    _mm256_storeu_si256(out, total[row][0]);
    _mm256_storeu_si256(out + 1, total[row][1]);
  }
}

}  // namespace

void sumTileAvx2(const std::int16_t* rows, std::size_t rowCount, std::size_t inputs,
                 const std::int16_t* weights, std::int32_t* sums) {
  switch (rowCount) {
    case 1:
      return sumRows<1>(rows, inputs, weights, sums);
    case 2:
      return sumRows<2>(rows, inputs, weights, sums);
    case 3:
      return sumRows<3>(rows, inputs, weights, sums);
    default:
      return sumRows<4>(rows, inputs, weights, sums);
  }
}

}  // namespace sparring
#endif
