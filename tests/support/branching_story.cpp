#include "support/branching_story.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sparring::testing {
namespace {

// The same order of draws as the reference generator, so that the same walk gives the same digest.
class Author {
 public:
  explicit Author(const StoryShape& shape) : m_shape(shape), m_state(shape.seed) {}

  Scenario write() {
    Scenario story;
    story.id = "branching-story";
    story.title = "A branching story";
    story.minutes = 1'000'000;
    story.ratioApplies = false;
    story.guidedOnly = true;
    for (const char* id : {"ceo", "delegatee", "committee"}) {
      Persona persona;
      persona.id = PersonaId(id);
      persona.name = id;
      story.personas.push_back(persona);
    }
    for (int i = 0; i < m_shape.nodes; ++i) story.nodes.push_back(writeNode(i, story));
    for (int i = 0; i < m_shape.variables; ++i) {
      Variable variable;
      variable.id = VariableId(variableName(i));
      variable.most = 15;
      variable.initial = below(16);
      variable.wraps = true;
      story.variables.push_back(variable);
    }
    story.start = "n0";
    story.outcomes = {{OutcomeId("end"), "", "The end", "Thank you.", 0}};
    return story;
  }

 private:
  double draw() {
    m_state += 0x6D2B79F5U;
    std::uint32_t t = (m_state ^ (m_state >> 15U)) * (1U | m_state);
    t = (t + (t ^ (t >> 7U)) * (61U | t)) ^ t;
    return static_cast<double>(t ^ (t >> 14U)) / 4294967296.0;
  }
  int below(int count) { return static_cast<int>(draw() * count); }

  static std::string variableName(int number) { return "v" + std::to_string(number); }

  std::string sentence(int words) {
    static constexpr std::array<std::string_view, 27> known = {
        "promise", "kitchen", "morning", "figure", "letter", "harbour", "winter",
        "answer",  "ladder",  "window",  "margin", "supper", "orchard", "signal",
        "bridge",  "garden",  "number",  "season", "ticket", "lantern", "corner",
        "market",  "silver",  "pocket",  "branch", "candle", "valley"};
    std::string out;
    for (int i = 0; i < words; ++i) {
      if (i > 0) out += ' ';
      out += known[static_cast<std::size_t>(below(static_cast<int>(known.size())))];
    }
    return out + '.';
  }

  Node writeNode(int number, const Scenario& story) {
    Node node;
    node.id = NodeId("n" + std::to_string(number));
    node.speaker = story.personas[static_cast<std::size_t>(below(3))].id;
    const std::string name = node.id.value;
    Line line;
    line.id = LineId(name + "_line");
    line.text = sentence(14);
    line.then = {{LineId(name + "_again"), {}, "visited " + name, sentence(6)}};
    node.lines = {line};
    if (number == m_shape.nodes - 1) {
      node.exits = {{"", "end"}};
      return node;
    }
    for (int i = 0; i < m_shape.choices; ++i) node.moves.push_back(writeChoice(number, i));
    return node;
  }

  Move writeChoice(int node, int number) {
    static constexpr std::array<std::string_view, 3> comparisons = {" >= ", " < ", " != "};
    Move move;
    move.id = MoveId("n" + std::to_string(node) + "_" + std::to_string(number));
    const bool last = number == m_shape.choices - 1;
    for (int i = 0; !last && i < m_shape.conditions; ++i) {
      const std::string variable = variableName(below(m_shape.variables));
      const std::string_view comparison = comparisons[static_cast<std::size_t>(below(3))];
      move.when += (i > 0 ? " and " : "") + variable;
      move.when += comparison;
      move.when += std::to_string(below(16));
    }
    const bool behind = !last && draw() < m_shape.back;
    const int target =
        behind ? below(node + 1) : std::min(m_shape.nodes - 1, node + 1 + below(m_shape.window));
    move.target = "n" + std::to_string(target);
    move.phrasings = {sentence(9)};
    const std::string variable = variableName(below(m_shape.variables));
    move.effects = {variable + " += " + std::to_string(1 + below(5))};
    move.minutes = 0;
    return move;
  }

  const StoryShape& m_shape;
  std::uint32_t m_state;
};

}  // namespace

Scenario branchingStory(const StoryShape& shape) {
  return Author(shape).write();
}

}  // namespace sparring::testing
