// Why something is not to be had where a call stands: which parts of its condition fail, and which
// earlier turn made them so. For people who look at a call, not for running one; it reads
// conditions as they are written and knows nothing of a compiled one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/machine.h"
#include "dialogue/program.h"

namespace sparring {

// A part of a condition that fails.
struct UnmetPart {
  std::string written;   // On its own, as an author would write it: "trust >= 5".
  std::string sentence;  // How it stands and how it would have to be, as a plain sentence.
  int since = 0;  // The seller turn, from 1, after which it has failed until now; 0: always so far.
  int setBack = 0;  // The last seller turn that took its value further off, from 1; 0: none did.
  bool operator==(const UnmetPart&) const = default;
};

// Something that could be said here and is not on offer.
struct HiddenMove {
  int move = 0;                  // Position in Program::moves.
  bool absent = false;           // A topic of somebody who is not in the room.
  std::vector<UnmetPart> unmet;  // Of being in the room where absent, else of the move's condition.
  bool operator==(const HiddenMove&) const = default;
};

// A line that could have been said in a step and was not.
struct UnsaidLine {
  const Line* line = nullptr;
  const Line* said =
      nullptr;  // The one before it that was said; null where its own condition fails.
  std::vector<UnmetPart> unmet;  // Empty where another one was said.
};

// The call so far: its states from the opening on, one more after each seller turn.
using CallHistory = std::span<const CallState* const>;

// The parts of a condition, as written, that fail at the end of the history; none where it holds.
// Where it takes several of them to fail, as in `not (a and b)`, all are named.
std::vector<UnmetPart> unmetParts(const Program& program, std::string_view condition,
                                  CallHistory history);

// Of the node's moves and of the topics of everybody, in the order of the program; none once the
// call is over.
std::vector<HiddenMove> hiddenMoves(const Program& program, CallHistory history);

// Of the last step of the history, in the order in which the lines were looked at. `move` is the
// move that was played in it, if any.
std::vector<UnsaidLine> unsaidLines(const Program& program, CallHistory history, const Step& step,
                                    std::optional<int> move);

}  // namespace sparring
