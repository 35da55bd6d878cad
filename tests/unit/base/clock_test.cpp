#include "base/clock.h"

#include <gtest/gtest.h>

namespace sparring {
namespace {

TEST(Clock, AMomentForAFileNameHasSecondsAndNoColon) {
  EXPECT_EQ(formatForFileName({1'795'342'500'000}), "2026-11-22T10-15-00");
  EXPECT_EQ(formatForFileName({1'795'342'559'999}), "2026-11-22T10-15-59");
  EXPECT_EQ(formatForFileName({-1}), "1969-12-31T23-59-59");
}

}  // namespace
}  // namespace sparring
