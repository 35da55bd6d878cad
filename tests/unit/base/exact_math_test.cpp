#include "base/exact_math.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>

namespace sparring {
namespace {

// The C library is right to the last bit or so of a double; a float is a hundred million times
// coarser.
TEST(ExactMath, ExpIsAsGoodAsTheCLibrarys) {
  for (double x = -690.0; x < 690.0; x += 0.37) {
    EXPECT_NEAR(exactExp(x) / std::exp(x), 1.0, 1e-14) << x;
  }
  EXPECT_EQ(exactExp(0.0), 1.0);
  EXPECT_EQ(exactExp(-1e9), exactExp(-700.0));
  EXPECT_EQ(exactExp(1e9), exactExp(700.0));
  EXPECT_EQ(exactExp(std::nan("")), exactExp(-700.0));
}

TEST(ExactMath, TanhIsAsGoodAsTheCLibrarys) {
  for (double x = -25.0; x < 25.0; x += 0.013) EXPECT_NEAR(exactTanh(x), std::tanh(x), 1e-14) << x;
  EXPECT_EQ(exactTanh(1e9), 1.0);
  EXPECT_EQ(exactTanh(-1e9), -1.0);
}

TEST(ExactMath, SinAndCosAreAsGoodAsTheCLibrarys) {
  for (double x = -300.0; x < 300.0; x += 0.077) {
    EXPECT_NEAR(exactSin(x), std::sin(x), 1e-14) << x;
    EXPECT_NEAR(exactCos(x), std::cos(x), 1e-14) << x;
  }
}

// Bits as another machine gives them.
TEST(ExactMath, TheBitsAreTheSameEverywhere) {
  std::uint64_t hash = 0;
  const auto take = [&](double value) {
    hash = std::rotl(hash ^ std::bit_cast<std::uint64_t>(value), 23) * 0x9E3779B97F4A7C15ULL;
  };
  for (double x = -120.0; x < 120.0; x += 0.0625) {
    take(exactExp(x));
    take(exactTanh(x / 8.0));
    take(exactSin(x));
    take(exactCos(x));
  }
  EXPECT_EQ(hash, 6027334719896745283U);
}

}  // namespace
}  // namespace sparring
