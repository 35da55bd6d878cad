// Random playtest: picks among what is on offer, call after call, and counts where that leads.
// Finds what no way leads to in practice, and measures how fast calls can be played.
#pragma once

#include <cstdint>
#include <vector>

#include "dialogue/machine.h"
#include "grading/method.h"

namespace sparring {

struct WalkReport {
  std::uint64_t picks = 0;
  std::uint64_t calls = 0;                // That came to an end.
  std::uint64_t stuck = 0;                // That came to where nothing was on offer.
  std::vector<std::uint64_t> outcomes;    // Per Scenario::outcomes: how many calls came to it.
  std::vector<std::uint8_t> nodesSeen;    // Per Scenario::nodes: 0 or 1.
  std::vector<std::uint8_t> movesPicked;  // Per Program::moves: 0 or 1.
  std::uint64_t textBytes = 0;            // Of all lines said and options offered, each read.
  std::uint64_t textSum = 0;  // Of their bytes as 64-bit numbers: shows that they were read.
  std::uint32_t digest = 0;  // FNV-1a of (number offered, number picked) a pick and 255 an end: two
                             // engines with the same digest walked the same way.
};

// Takes number floor(r * k) of k moves and topics on offer, with r from mulberry32(seed), and reads
// every text; at the end of a call the next begins, the n-th from n as its seed. A turn takes as
// long as the method says. Stops early where the first call offers nothing.
WalkReport walk(const Program& program, const Method& method, std::uint64_t picks,
                std::uint32_t seed);

}  // namespace sparring
