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

// One comparison of a compiled condition and where it leads: to another one of the same condition,
// or to the answer. It holds where the value lies in [low, low + span].
struct Instruction {
  enum class Op : std::uint8_t { variable, visited, said, phase };
  static constexpr std::int16_t yes = -1;
  static constexpr std::int16_t no = -2;

  std::int32_t position = 0;
  std::int16_t low = 0;
  std::uint16_t span = 0;
  std::int16_t ifTrue = yes;  // From CompiledCondition::begin, or an answer.
  std::int16_t ifFalse = no;
  Op op = Op::variable;
};

// A stretch of one of the program's rows.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

// Where to begin in Program::instructions; at an answer where nothing needs to be looked at.
struct CompiledCondition {
  std::uint32_t begin = 0;
  std::int16_t entry = Instruction::yes;
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
  std::string_view text;
  std::int32_t speaker = -1;  // Of the line itself; -1 where it names none.
  CompiledCondition when;
  Range then;  // Of Program::lines.
};

// What a reaction of whoever listens adds to an authored move that calls for it.
struct ReactionUse {
  std::int32_t reaction = -1;  // A position in Program::moves.
  Range effects;               // Those on variables that the move itself does not change.
};

struct CompiledMove {
  const Move* move = nullptr;
  std::string_view wording;   // The first phrasing.
  std::int32_t persona = -1;  // Whose topic or reaction it is; -1 for a node's own move.
  CompiledCondition when;
  Range effects;
  Range replies;    // Of Program::lines.
  Range reactions;  // Of Program::reactionUses; see dialogue/reactions.h.
  Target target;
};

struct CompiledVariable {
  std::int16_t least = 0;
  std::int16_t most = 0;
  std::int16_t initial = 0;
  bool wraps = false;

  // The value that takes the place of one which may lie beyond the bounds.
  [[nodiscard]] std::int16_t bounded(int value) const;
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

// Immutable after compile(); holds the scenario and the text that its parts point into. What one
// node needs lies together.
struct Program {
  std::shared_ptr<const Scenario> scenario;
  std::unique_ptr<char[]> text;  // All that is said, in the order in which it is needed.
  std::vector<CompiledVariable> variables;
  std::vector<Instruction> instructions;
  std::vector<CompiledEffect> effects;
  std::vector<CompiledLine> lines;
  std::vector<CompiledExit> exits;
  std::vector<CompiledMove> moves;  // All nodes' moves, then all topics, then all reactions.
  std::vector<CompiledNode> nodes;
  std::vector<Range> topics;     // Per persona.
  std::vector<Range> reactions;  // Per persona.
  std::vector<ReactionUse> reactionUses;
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
