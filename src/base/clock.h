// Real time, as an argument: the core reads no clock of its own, so that the same inputs give the
// same bytes. The simulated minutes of a call are another thing (see record/call_state.h).
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace sparring {

// Milliseconds since 1970-01-01T00:00:00Z.
struct Timestamp {
  std::int64_t milliseconds = 0;
  auto operator<=>(const Timestamp&) const = default;
};

using Clock = std::function<Timestamp()>;

// "2026-11-22 09:05", in UTC moved by offsetMinutes (the caller knows the reader's time zone).
std::string formatMinute(Timestamp time, int offsetMinutes = 0);

// "2026-11-22T09-05-30", in UTC: sorts by time and is a file name on every system.
std::string formatForFileName(Timestamp time);

}  // namespace sparring
