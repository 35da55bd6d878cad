// A scenario made ready to run: names resolved to positions, conditions and effects compiled. A
// condition that does not parse never holds and an effect that does not parse does nothing, so that
// a broken scenario can still be tried; telling the author is the check's business.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/call_state.h"
#include "scenario/expression.h"
#include "scenario/scenario.h"

namespace sparring {

// Where a name leads: a node, an outcome, or nowhere.
struct Target {
  enum class Kind { stay, node, outcome };
  Kind kind = Kind::stay;
  int position = 0;
  bool operator==(const Target&) const = default;
};

// One step of a compiled condition, in postfix order on a stack of truth values.
struct Instruction {
  enum class Op : std::uint8_t {
    variable,
    visited,
    said,
    phase,
    never,
    always,
    negate,
    both,
    either
  };
  Op op = Op::never;
  Comparison comparison = Comparison::notEqual;
  std::int16_t right = 0;
  std::int32_t position = 0;
};

using CompiledCondition = std::vector<Instruction>;  // Empty: always holds.

struct CompiledEffect {
  int variable = 0;
  Effect::Kind kind = Effect::Kind::set;
  int amount = 0;
  CompiledCondition when;
};

struct CompiledLine {
  const Line* line = nullptr;
  int speaker = -1;  // Of the line itself; -1 where it names none.
  CompiledCondition when;
  std::vector<CompiledLine> then;
};

struct CompiledMove {
  const Move* move = nullptr;
  int persona = -1;  // Whose topic or reaction it is; -1 for a node's own move.
  CompiledCondition when;
  std::vector<CompiledEffect> effects;
  std::vector<CompiledLine> replies;
  Target target;
};

struct CompiledExit {
  CompiledCondition when;
  Target target;
};

struct CompiledNode {
  int speaker = -1;  // Position in Scenario::personas.
  std::vector<CompiledLine> lines;
  std::vector<CompiledExit> exits;
  std::vector<int> moves;  // Positions in Program::moves.
};

// Immutable after compile(); holds the scenario that its parts point into.
struct Program {
  std::shared_ptr<const Scenario> scenario;
  std::vector<CompiledNode> nodes;
  std::vector<CompiledMove> moves;       // All nodes' moves, then all topics, then all reactions.
  std::vector<std::vector<int>> topics;  // Per persona: positions in moves.
  std::vector<std::vector<int>> reactions;  // Per persona: positions in moves.
  std::vector<CompiledCondition> present;   // Per persona: in the room without speaking.
  std::vector<CompiledExit> interruptions;
  std::vector<std::vector<CompiledEffect>> variants;
  std::vector<int> verdictSpeakers;  // Per outcome; -1: whoever listens.
  std::unordered_map<std::string_view, int> moveById;
  int start = -1;  // Position of the first node; -1 where the scenario has none.
};

Program compile(std::shared_ptr<const Scenario> scenario);

bool holds(const Program& program, const CompiledCondition& condition, const CallState& state);

// Who hears the seller: the speaker of the node, then the others in the room, as positions of
// personas. Nobody before the first node.
std::vector<int> roomOf(const Program& program, const CallState& state);

// The part of the meeting that the clock is in: thirds of the scenario's minutes, then overtime.
Phase phaseOf(const Scenario& scenario, int minutes);

}  // namespace sparring
