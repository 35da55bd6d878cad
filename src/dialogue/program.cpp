#include "dialogue/program.h"

#include <algorithm>
#include <array>

namespace sparring {
namespace {

bool compare(int left, Comparison comparison, int right) {
  switch (comparison) {
    case Comparison::less:
      return left < right;
    case Comparison::lessOrEqual:
      return left <= right;
    case Comparison::equal:
      return left == right;
    case Comparison::notEqual:
      return left != right;
    case Comparison::greaterOrEqual:
      return left >= right;
    case Comparison::greater:
      return left > right;
  }
  return false;
}

bool evaluate(const Instruction& instruction, const CallState& state) {
  const auto position = static_cast<std::size_t>(instruction.position);
  int left = 0;
  switch (instruction.op) {
    case Instruction::Op::variable:
      left = state.variables[position];
      break;
    case Instruction::Op::visited:
      left = state.visited[position];
      break;
    case Instruction::Op::said:
      left = state.said[position];
      break;
    case Instruction::Op::always:
      return true;
    case Instruction::Op::phase:
      left = static_cast<int>(phaseOf(state));
      break;
    default:
      return false;
  }
  return compare(left, instruction.comparison, instruction.right);
}

bool evaluateAll(std::span<const Instruction> instructions, const CallState& state) {
  // A condition of at most 1,000 characters needs far fewer than 512 places.
  std::array<bool, 512> stack;
  std::size_t top = 0;
  for (const Instruction& instruction : instructions) {
    switch (instruction.op) {
      case Instruction::Op::negate:
        stack[top - 1] = !stack[top - 1];
        break;
      case Instruction::Op::both:
        --top;
        stack[top - 1] = stack[top - 1] && stack[top];
        break;
      case Instruction::Op::either:
        --top;
        stack[top - 1] = stack[top - 1] || stack[top];
        break;
      default:
        stack[top++] = evaluate(instruction, state);
        break;
    }
  }
  return stack[0];
}

}  // namespace

bool holds(const Program& program, const CompiledCondition& condition, const CallState& state) {
  const auto instructions =
      std::span(program.instructions).subspan(condition.begin, condition.size);
  if (!condition.isPlain) return evaluateAll(instructions, state);
  return std::ranges::all_of(instructions,
                             [&](const Instruction& each) { return evaluate(each, state); });
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
