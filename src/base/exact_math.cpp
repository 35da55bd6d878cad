#include "base/exact_math.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace sparring {
namespace {

// 1/0!, 1/1!, 1/2! … The quotients are correctly rounded, like every division.
constexpr std::array<double, 19> inverseFactorials = [] {
  std::array<double, 19> out{};
  double factorial = 1.0;  // Exact as far as it is needed: 18! is below 2^53.
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (i > 0) factorial *= static_cast<double>(i);
    out[i] = 1.0 / factorial;
  }
  return out;
}();

// ln 2 and pi/2 in two parts, the first short enough that a whole multiple of it is exact.
constexpr double ln2High = 0x1.62e42feep-1;
constexpr double ln2Low = 0x1.a39ef35793c76p-33;
constexpr double halfPiHigh = 0x1.921fb544p+0;
constexpr double halfPiLow = 0x1.0b4611a626331p-34;

// Taylor's series from the term of degree `last` down, in steps of two: of sin where `last` is odd,
// of cos where it is even. For |x| <= pi/4 what is left out is below 1e-17.
double alternating(double x, int last) {
  const double square = x * x;
  double sum = 0.0;
  for (int degree = last; degree >= 0; degree -= 2) {
    sum = inverseFactorials[static_cast<std::size_t>(degree)] - square * sum;
  }
  return last % 2 == 1 ? x * sum : sum;
}

double sinOfQuarters(double x, std::int64_t shift) {
  const double quarters = std::floor(x * (2.0 / 3.14159265358979323846) + 0.5);
  const double rest = (x - quarters * halfPiHigh) - quarters * halfPiLow;
  const std::int64_t quadrant = (static_cast<std::int64_t>(quarters) + shift) & 3;
  const double value = quadrant % 2 == 0 ? alternating(rest, 17) : alternating(rest, 18);
  return quadrant < 2 ? value : -value;
}

}  // namespace

double exactExp(double x) {
  x = x > -700.0 ? std::min(x, 700.0) : -700.0;
  const double twos = std::floor(x * (1.0 / 0.69314718055994530942) + 0.5);
  const double rest = (x - twos * ln2High) - twos * ln2Low;
  double sum = 0.0;
  for (std::size_t degree = 14; degree-- > 0;) sum = inverseFactorials[degree] + rest * sum;
  const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(twos) + 1023);
  return sum * std::bit_cast<double>(exponent << 52);
}

double exactTanh(double x) {
  if (x < 0.0) return -exactTanh(-x);
  return 1.0 - 2.0 / (exactExp(2.0 * x) + 1.0);
}

double exactSin(double x) {
  return sinOfQuarters(x, 0);
}

double exactCos(double x) {
  return sinOfQuarters(x, 1);
}

}  // namespace sparring
