// Sums of products in an order that a processor's registers can follow and no compiler may change:
// eight running sums, then their sum. So they are quick, and the same on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace sparring {

inline constexpr std::size_t sumLanes = 8;

template <class Number>
Number sumOf(const std::array<Number, sumLanes>& sums) {
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

// REQUIRES: equal sizes, a multiple of sumLanes.
template <class Number>
Number dot(std::span<const Number> a, std::span<const Number> b) {
  std::array<Number, sumLanes> sums{};
  for (std::size_t i = 0; i < a.size(); i += sumLanes) {
    for (std::size_t lane = 0; lane < sumLanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  return sumOf(sums);
}

}  // namespace sparring
