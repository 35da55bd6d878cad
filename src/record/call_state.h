// Where a call stands: a plain value, cheap to copy and to compare. Positions refer to the order of
// things in the scenario that the call is played on; what is stored is the moves, never this.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace sparring {

struct CallState {
  int variant = -1;                     // Position in Scenario::variants; -1 where there are none.
  int node = -1;                        // Position in Scenario::nodes.
  int minutes = 0;                      // Simulated minutes since the call began.
  int length = 0;                       // Of the meeting, in simulated minutes.
  int turns = 0;                        // Seller turns so far.
  std::optional<int> outcome;           // Position in Scenario::outcomes once the call is over.
  std::vector<std::int16_t> variables;  // One value per Scenario::variables.
  std::vector<std::uint8_t> visited;    // Per node: 0 or 1.
  std::vector<std::uint8_t> said;       // Per move, topic and reaction: 0 or 1.
  std::vector<std::uint8_t> interrupted;  // Per interruption: 0 or 1.
  bool operator==(const CallState&) const = default;
};

}  // namespace sparring
