// What the grading of a turn needs to know of the turns before it. Positions refer to the method
// that the call is graded by. Derived, never stored; the default value is a call that begins.
#pragma once

#include <vector>

namespace sparring {

struct CallMemory {
  int turns = 0;
  std::vector<int> seen;         // Per act and signal, in how many turns.
  std::vector<int> stageTurns;   // Per stage, how many answered turns served it.
  std::vector<bool> unanswered;  // Per stage, whether the last turn did and waits for its answer.
  bool operator==(const CallMemory&) const = default;
};

}  // namespace sparring
