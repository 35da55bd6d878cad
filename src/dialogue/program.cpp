#include "dialogue/program.h"

#include <algorithm>

namespace sparring {
namespace {

int valueIn(const CellLayout& cells, const CallState& state, std::uint32_t cell) {
  if (cell == CellLayout::phase) return static_cast<int>(phaseOf(state));
  if (cell < cells.visited) return state.variables[cell - CellLayout::variables];
  if (cell < cells.said) return state.visited[cell - cells.visited];
  return state.said[cell - cells.said];
}

}  // namespace

std::int16_t CompiledVariable::bounded(int value) const {
  if (wraps) {
    const int count = most - least + 1;
    if (value > most) value -= count;
    if (value < least) value += count;
    if (value < least || value > most) value = least + ((value - least) % count + count) % count;
  }
  return static_cast<std::int16_t>(std::clamp<int>(value, least, most));
}

bool holds(const Program& program, const CompiledCondition& condition, const CallState& state) {
  return holdsWhere(program, condition,
                    [&](std::uint32_t cell) { return valueIn(program.cells, state, cell); });
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

Phase phaseOf(int minutes, int length) {
  length = std::max(1, length);
  int thirds = 0;
  for (int third = 1; third <= 3; ++third) thirds += minutes * 3 >= length * third ? 1 : 0;
  return static_cast<Phase>(thirds);
}

Phase phaseOf(const CallState& state) {
  return phaseOf(state.minutes, state.length);
}

}  // namespace sparring
