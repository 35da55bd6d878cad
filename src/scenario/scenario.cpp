#include "scenario/scenario.h"

namespace sparring {

std::string nameOf(const Variable& variable) {
  return variable.of.empty() ? variable.id.value : variable.of.value + "." + variable.id.value;
}

bool isJunction(const Node& node) {
  return node.lines.empty() && node.moves.empty() && !node.exits.empty() &&
         node.exits.back().when.empty();
}

}  // namespace sparring
