// The call as a pure step machine: (program, state, seller's move) gives the next state, what the
// buyers say and what happened. No clock, no chance, no memory outside the state: the same moves
// from the same seed give the same call on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dialogue/program.h"
#include "record/call_state.h"

namespace sparring {

// What a buyer says; speaker and line are positions and ids in the program's scenario.
struct Utterance {
  int speaker = -1;
  LineId line;
  std::string text;
  bool operator==(const Utterance&) const = default;
};

struct CallEvent {
  enum class Kind {
    nodeEntered,
    interrupted,
    handedOver,  // Nobody who was in the room is in it any more: the call goes on with others.
    ended,
  };
  Kind kind = Kind::nodeEntered;
  int position = 0;  // Of the node, the interruption, the persona who listens now, or the outcome.
  int after = 0;     // How many utterances of the step came before it.
  bool operator==(const CallEvent&) const = default;
};

struct Step {
  CallState state;
  std::vector<Utterance> said;
  std::vector<CallEvent> events;
  bool operator==(const Step&) const = default;
};

// The call before the first seller turn. The variant is seed modulo the number of variants.
Step startCall(const Program& program, std::uint64_t seed);

// Positions in Program::moves of what can be said now: the node's moves, then the topics of
// everybody in the room, who listens first; none once the call is over.
std::vector<int> offeredMoves(const Program& program, const CallState& state);

// Plays one seller turn that takes `minutes` of the meeting. Nothing for `move` means that the turn
// was not understood: the buyer asks back and the call stays where it is. REQUIRES: the call is not
// over and the move is one of offeredMoves().
Step playMove(const Program& program, const CallState& state, std::optional<int> move, int minutes);

// The position of an offered move by its id; nothing where it is unknown or not on offer now.
std::optional<int> offeredMove(const Program& program, const CallState& state, const MoveId& id);

}  // namespace sparring
