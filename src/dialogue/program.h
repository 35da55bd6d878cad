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

// All that conditions read, as one row of whole numbers: the phase, the variables, whether each
// node was visited, whether each move was said.
struct CellLayout {
  static constexpr std::uint32_t phase = 0;
  static constexpr std::uint32_t variables = 1;
  std::uint32_t visited = 1;
  std::uint32_t said = 1;
  std::uint32_t size = 1;
};

// One comparison: the cell's value lies in [low, low + span]. Counted round the end of 16 bits, so
// that what lies outside a range is a range as well. By default all values do.
struct CellTest {
  std::uint32_t cell = 0;
  std::uint16_t low = 0;
  std::uint16_t span = 0xFFFF;

  [[nodiscard]] bool passes(int value) const {
    return static_cast<std::uint16_t>(value - low) <= span;
  }
};

// Where a test leads: to another branch of Program::branches, or to the answer.
struct Branch {
  static constexpr std::int32_t yes = -1;
  static constexpr std::int32_t no = -2;

  CellTest test;
  std::int32_t ifTrue = yes;
  std::int32_t ifFalse = no;
};

// A stretch of one of the program's rows.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

// Holds where both tests pass and what is left leads to yes. Most conditions only join one or two
// comparisons by "and" and have nothing left.
struct CompiledCondition {
  CellTest first;
  CellTest second;
  std::int32_t rest = Branch::yes;  // Where to begin in Program::branches, or an answer.
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
  Range text;  // What it says and offers, of Program::text.
};

// Immutable after compile(); holds the scenario and the text that its parts point into. What one
// node needs lies together.
struct Program {
  std::shared_ptr<const Scenario> scenario;
  std::unique_ptr<char[]> text;  // All that is said, in the order in which it is needed.
  std::vector<CompiledVariable> variables;
  CellLayout cells;
  std::vector<Branch> branches;
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

// `valueOf(cell)` gives what stands in a cell.
template <class Values>
bool leadsToYes(const Program& program, std::int32_t branch, const Values& valueOf) {
  while (branch >= 0) {
    const Branch& each = program.branches[static_cast<std::size_t>(branch)];
    branch = each.test.passes(valueOf(each.test.cell)) ? each.ifTrue : each.ifFalse;
  }
  return branch == Branch::yes;
}

// Looks at the second test even where the first fails: that costs less than a wrong guess of the
// processor.
template <class Values>
inline bool holdsWhere(const Program& program, const CompiledCondition& condition,
                       const Values& valueOf) {
  const auto passes = [&](const CellTest& test) { return test.passes(valueOf(test.cell)); };
  const bool passed = (int{passes(condition.first)} & int{passes(condition.second)}) != 0;
  if (condition.rest == Branch::yes) return passed;
  return passed && leadsToYes(program, condition.rest, valueOf);
}

bool holds(const Program& program, const CompiledCondition& condition, const CallState& state);

// Who hears the seller: the speaker of the node, then the others in the room, as positions of
// personas. Nobody before the first node.
std::vector<int> roomOf(const Program& program, const CallState& state);

// The part of the meeting that the clock is in: thirds of its length, then overtime.
Phase phaseOf(int minutes, int length);
Phase phaseOf(const CallState& state);

}  // namespace sparring
