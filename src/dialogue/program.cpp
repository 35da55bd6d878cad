#include "dialogue/program.h"

#include <algorithm>

namespace sparring {
namespace {

bool evaluate(const Instruction& instruction, const CallState& state) {
  const auto position = static_cast<std::size_t>(instruction.position);
  int value = 0;
  switch (instruction.op) {
    case Instruction::Op::variable:
      value = state.variables[position];
      break;
    case Instruction::Op::visited:
      value = state.visited[position];
      break;
    case Instruction::Op::said:
      value = state.said[position];
      break;
    case Instruction::Op::phase:
      value = static_cast<int>(phaseOf(state));
      break;
  }
  return static_cast<unsigned>(value - instruction.low) <= instruction.span;
}

}  // namespace

std::int16_t CompiledVariable::bounded(int value) const {
  if (wraps && (value < least || value > most)) {
    const int count = most - least + 1;
    value = least + ((value - least) % count + count) % count;
  }
  return static_cast<std::int16_t>(std::clamp<int>(value, least, most));
}

bool holds(const Program& program, const CompiledCondition& condition, const CallState& state) {
  std::int16_t at = condition.entry;
  while (at >= 0) {
    const Instruction& each =
        program.instructions[condition.begin + static_cast<std::uint32_t>(at)];
    at = evaluate(each, state) ? each.ifTrue : each.ifFalse;
  }
  return at == Instruction::yes;
}

std::vector<int> roomOf(const Program& program, const CallState& state) {
  std::vector<int> room;
  if (state.node < 0) return room;
  const int speaker = program.nodes[static_cast<std::size_t>(state.node)].speaker;
  if (speaker >= 0) room.push_back(speaker);
  for (const int person : program.mayBePresent) {
    if (person != speaker &&
        holds(program, program.present[static_cast<std::size_t>(person)], state)) {
      room.push_back(person);
    }
  }
  return room;
}

Phase phaseOf(const CallState& state) {
  const int length = std::max(1, state.length);
  if (state.minutes >= length) return Phase::overtime;
  return static_cast<Phase>(std::clamp(state.minutes * 3 / length, 0, 2));
}

}  // namespace sparring
