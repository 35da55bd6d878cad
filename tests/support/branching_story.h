// A large branching call for measuring: nodes of a line, a repeated line and a few choices with
// conditions, an effect on a variable that wraps, and a target ahead or, now and then, behind.
#pragma once

#include "scenario/scenario.h"

namespace sparring::testing {

struct StoryShape {
  int nodes = 50;
  int choices = 4;
  int conditions = 2;  // Of each choice but a node's last.
  int variables = 16;  // From 0 to 15.
  int window = 5;      // How far ahead a target lies at most.
  double back = 0.1;   // How likely a target lies behind.
  std::uint32_t seed = 1;
};

inline constexpr StoryShape smallStory{};
inline constexpr StoryShape bigStory{.nodes = 2000, .window = 50};
inline constexpr StoryShape hugeStory{.nodes = 20000, .window = 500};

Scenario branchingStory(const StoryShape& shape);

}  // namespace sparring::testing
