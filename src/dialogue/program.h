// A scenario made ready to run: names resolved to positions, conditions and effects compiled, all
// parts of a kind in one row of memory. A condition that does not parse never holds and an effect
// that does not parse does nothing, so that a broken scenario can still be tried; telling the
// author is the check's business.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/call_state.h"
#include "scenario/expression.h"
#include "scenario/scenario.h"

namespace sparring {

// Where a name leads: a node, an outcome, or nowhere.
struct Target {
  enum class Kind : std::uint8_t { stay, node, outcome };
  Kind kind = Kind::stay;
  std::int32_t position = 0;
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

// A stretch of one of the program's rows.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

// A stretch of Program::instructions; an empty one always holds.
struct CompiledCondition {
  std::uint32_t begin = 0;
  std::uint16_t size = 0;
  bool isPlain = true;  // Nothing but comparisons that must all hold.
};

// The variable of an effect that lengthens or shortens the meeting.
inline constexpr std::int32_t meetingLength = -1;

struct CompiledEffect {
  std::int32_t variable = 0;  // A position, or meetingLength.
  std::int16_t amount = 0;
  Effect::Kind kind = Effect::Kind::set;
  CompiledCondition when;
};

struct CompiledLine {
  const Line* line = nullptr;
  std::int32_t speaker = -1;  // Of the line itself; -1 where it names none.
  CompiledCondition when;
  Range then;  // Of Program::lines.
};

struct CompiledMove {
  const Move* move = nullptr;
  std::string_view wording;   // The first phrasing.
  std::int32_t persona = -1;  // Whose topic or reaction it is; -1 for a node's own move.
  CompiledCondition when;
  Range effects;
  Range replies;  // Of Program::lines.
  Target target;
};

struct CompiledExit {
  CompiledCondition when;
  Target target;
};

struct CompiledNode {
  std::int32_t speaker = -1;  // Position in Scenario::personas.
  Range lines;
  Range exits;
  Range moves;
};

// Immutable after compile(); holds the scenario that its parts point into.
struct Program {
  std::shared_ptr<const Scenario> scenario;
  std::vector<Instruction> instructions;
  std::vector<CompiledEffect> effects;
  std::vector<CompiledLine> lines;
  std::vector<CompiledExit> exits;
  std::vector<CompiledMove> moves;  // All nodes' moves, then all topics, then all reactions.
  std::vector<CompiledNode> nodes;
  std::vector<Range> topics;                 // Per persona.
  std::vector<Range> reactions;              // Per persona.
  std::vector<CompiledCondition> present;    // Per persona: in the room without speaking.
  std::vector<std::int32_t> mayBePresent;    // The personas for whom that can hold.
  Range interruptions;                       // Of exits.
  std::vector<Range> variants;               // Of effects.
  std::vector<std::int32_t> verdictSpeaker;  // Per outcome; -1: whoever listens.
  std::unordered_map<std::string_view, std::int32_t> moveById;
  std::int32_t start = -1;  // Position of the first node; -1 where the scenario has none.
};

Program compile(std::shared_ptr<const Scenario> scenario);

// A stretch of a row.
template <class T>
std::span<const T> in(const std::vector<T>& row, Range range) {
  return std::span<const T>(row).subspan(range.begin, range.size);
}

bool holds(const Program& program, const CompiledCondition& condition, const CallState& state);

// Who hears the seller: the speaker of the node, then the others in the room, as positions of
// personas. Nobody before the first node.
std::vector<int> roomOf(const Program& program, const CallState& state);

// The part of the meeting that the clock is in: thirds of its length, then overtime.
Phase phaseOf(const CallState& state);

}  // namespace sparring
