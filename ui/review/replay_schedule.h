// When each turn of a recorded call comes again: the rhythm in which it was held, with long pauses
// shortened. A pure function of the times; whoever shows the call owns the timer.
#pragma once

#include <cstdint>
#include <vector>

#include "base/clock.h"

namespace sparring::ui {

// The longest that a replay waits for the next turn at its own speed, in milliseconds.
inline constexpr std::int64_t longestPause = 6000;

// Between a turn and the next one, in milliseconds.
struct Pause {
  std::int64_t recorded = 0;  // At the time; 0 where the clock was put back.
  std::int64_t shown = 0;     // In the replay.
  bool shortened = false;
  bool operator==(const Pause&) const = default;
};

// One pause fewer than there are times. REQUIRES: speed > 0.
std::vector<Pause> replaySchedule(const std::vector<Timestamp>& saidAt, int speed);

}  // namespace sparring::ui
