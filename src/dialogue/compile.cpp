// From a scenario's names and texts to positions in rows.
#include <algorithm>
#include <limits>
#include <optional>
#include <ranges>
#include <utility>

#include "dialogue/program.h"
#include "dialogue/reactions.h"

namespace sparring {
namespace {

using Positions = std::unordered_map<std::string_view, std::int32_t>;

template <class Things>
Positions positionsOf(const Things& things) {
  Positions positions;
  for (std::size_t i = 0; i < things.size(); ++i) {
    // The first of a name counts.
    positions.emplace(things[i].id.value, static_cast<std::int32_t>(i));
  }
  return positions;
}

std::vector<std::string> variableNamesOf(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const Variable& variable : scenario.variables) names.push_back(nameOf(variable));
  return names;
}

std::optional<std::int32_t> find(const Positions& positions, std::string_view name) {
  const auto found = positions.find(name);
  if (found == positions.end()) return std::nullopt;
  return found->second;
}

template <class T>
Range append(std::vector<T>& row, const std::vector<T>& more) {
  const Range range{static_cast<std::uint32_t>(row.size()),
                    static_cast<std::uint32_t>(more.size())};
  row.insert(row.end(), more.begin(), more.end());
  return range;
}

class Compiler {
 public:
  Compiler(const Scenario& scenario, Program& program)
      : m_scenario(scenario),
        m_program(program),
        m_nodes(positionsOf(scenario.nodes)),
        m_outcomes(positionsOf(scenario.outcomes)),
        m_personas(positionsOf(scenario.personas)),
        m_variableNames(variableNamesOf(scenario)) {
    for (std::size_t i = 0; i < m_variableNames.size(); ++i) {
      m_variables.emplace(m_variableNames[i], static_cast<std::int32_t>(i));
    }
  }

  void run() {
    for (const Variable& variable : m_scenario.variables) {
      m_program.variables.push_back(compileVariable(variable));
    }
    collectMoves();
    layCells();
    // The conditions of what is on offer together lie together.
    for (CompiledMove& move : m_program.moves) move.when = compileCondition(move.move->when);
    for (std::size_t i = 0; i < m_scenario.nodes.size(); ++i) compileNode(i);
    for (CompiledMove& move : m_program.moves) compileMove(move);
    expandReactions(m_program);
    for (std::size_t i = 0; i < m_scenario.personas.size(); ++i) compilePresence(i);
    m_program.interruptions = compileExits(m_scenario.interruptions);
    for (const Outcome& outcome : m_scenario.outcomes) {
      m_program.verdictSpeaker.push_back(find(m_personas, outcome.speaker.value).value_or(-1));
    }
    for (const Variant& variant : m_scenario.variants) {
      m_program.variants.push_back(compileEffects(variant.effects));
    }
    m_program.start = find(m_nodes, m_scenario.start).value_or(m_scenario.nodes.empty() ? -1 : 0);
    gatherText();
  }

 private:
  // All positions must be known before any condition is compiled.
  void collectMoves() {
    m_program.nodes.resize(m_scenario.nodes.size());
    for (std::size_t i = 0; i < m_scenario.nodes.size(); ++i) {
      m_program.nodes[i].moves = addMoves(m_scenario.nodes[i].moves, -1);
    }
    const std::vector<Persona>& personas = m_scenario.personas;
    for (std::size_t i = 0; i < personas.size(); ++i) {
      m_program.topics.push_back(addMoves(personas[i].topics, static_cast<std::int32_t>(i)));
    }
    for (std::size_t i = 0; i < personas.size(); ++i) {
      m_program.reactions.push_back(addMoves(personas[i].reactions, static_cast<std::int32_t>(i)));
    }
  }

  void layCells() {
    CellLayout& cells = m_program.cells;
    const auto count = [](const auto& row) { return static_cast<std::uint32_t>(row.size()); };
    cells.visited = CellLayout::variables + count(m_program.variables);
    cells.said = cells.visited + count(m_program.nodes);
    cells.size = cells.said + count(m_program.moves);
  }

  Range addMoves(const std::vector<Move>& moves, std::int32_t persona) {
    const Range range{static_cast<std::uint32_t>(m_program.moves.size()),
                      static_cast<std::uint32_t>(moves.size())};
    for (const Move& move : moves) {
      m_program.moveById.emplace(move.id.value, static_cast<std::int32_t>(m_program.moves.size()));
      CompiledMove compiled;
      compiled.move = &move;
      compiled.persona = persona;
      if (!move.phrasings.empty()) compiled.wording = move.phrasings.front();
      m_program.moves.push_back(compiled);
    }
    return range;
  }

  void compileNode(std::size_t position) {
    const Node& node = m_scenario.nodes[position];
    CompiledNode& compiled = m_program.nodes[position];
    const bool needsNobody = isJunction(node) || m_scenario.personas.empty();
    compiled.speaker = find(m_personas, node.speaker.value).value_or(needsNobody ? -1 : 0);
    compiled.lines = compileLines(node.lines);
    compiled.exits = compileExits(node.exits);
  }

  void compileMove(CompiledMove& compiled) {
    const Move& move = *compiled.move;
    compiled.effects = compileEffects(move.effects);
    compiled.replies = compileLines(move.replies);
    compiled.target = resolve(move.target);
  }

  void compilePresence(std::size_t position) {
    const Persona& persona = m_scenario.personas[position];
    // Nobody is there without a condition that says so.
    m_program.present.push_back(
        compileCondition(persona.present.empty() ? "false" : persona.present));
    if (!persona.present.empty()) {
      m_program.mayBePresent.push_back(static_cast<std::int32_t>(position));
    }
  }

  Range compileLines(const std::vector<Line>& lines) {
    std::vector<CompiledLine> compiled;
    compiled.reserve(lines.size());
    for (const Line& line : lines) {
      compiled.push_back({.line = &line,
                          .text = line.text,
                          .speaker = find(m_personas, line.speaker.value).value_or(-1),
                          .when = compileCondition(line.when),
                          .then = compileLines(line.then)});
    }
    return append(m_program.lines, compiled);
  }

  Range compileExits(const std::vector<Exit>& exits) {
    std::vector<CompiledExit> compiled;
    for (const Exit& each : exits) {
      compiled.push_back({compileCondition(each.when), resolve(each.target)});
    }
    return append(m_program.exits, compiled);
  }

  Range compileEffects(const std::vector<std::string>& effects) {
    std::vector<CompiledEffect> compiled;
    for (const std::string& text : effects) {
      const auto [place, isNew] = m_effects.try_emplace(text);
      if (isNew) place->second = parseEffect(text);
      const auto& effect = place->second;
      if (!effect) continue;
      const auto variable = effect->variable == meetingWord ? std::optional(meetingLength)
                                                            : find(m_variables, effect->variable);
      if (!variable) continue;
      compiled.push_back({*variable, static_cast<std::int16_t>(effect->amount), effect->kind,
                          compileParsed(effect->when)});
    }
    return append(m_program.effects, compiled);
  }

  // Bounds the wrong way round leave one value.
  static CompiledVariable compileVariable(const Variable& variable) {
    const auto fit = [](int value) {
      constexpr int lowest = std::numeric_limits<std::int16_t>::min();
      constexpr int highest = std::numeric_limits<std::int16_t>::max();
      return static_cast<std::int16_t>(std::clamp(value, lowest, highest));
    };
    return {.least = fit(variable.least),
            .most = fit(std::max(variable.least, variable.most)),
            .initial = fit(variable.initial),
            .wraps = variable.wraps};
  }

  // Copies the texts into one block: what one node says and offers lies together there.
  void gatherText() {
    std::vector<std::string_view*> texts;
    std::size_t size = 0;
    const auto add = [&](std::string_view& text) {
      texts.push_back(&text);
      size += text.size();
    };
    const auto addLines = [&](Range lines) {
      for (std::uint32_t i = lines.begin; i < lines.begin + lines.size; ++i) {
        add(m_program.lines[i].text);
        const Range then = m_program.lines[i].then;
        for (std::uint32_t j = then.begin; j < then.begin + then.size; ++j) {
          add(m_program.lines[j].text);
        }
      }
    };
    const auto addMoves = [&](Range moves) {
      for (std::uint32_t i = moves.begin; i < moves.begin + moves.size; ++i) {
        add(m_program.moves[i].wording);
      }
      for (std::uint32_t i = moves.begin; i < moves.begin + moves.size; ++i) {
        addLines(m_program.moves[i].replies);
      }
    };
    for (CompiledNode& node : m_program.nodes) {
      const std::size_t begin = size;
      addLines(node.lines);
      addMoves(node.moves);
      node.text = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size - begin)};
    }
    for (const Range topics : m_program.topics) addMoves(topics);
    for (const Range reactions : m_program.reactions) addMoves(reactions);

    m_program.text = std::make_unique<char[]>(size);
    char* at = m_program.text.get();
    for (std::string_view* text : texts) {
      const std::string_view old = *text;
      at = std::ranges::copy(old, at).out;
      *text = std::string_view(at - old.size(), old.size());
    }
  }

  Target resolve(std::string_view name) const {
    if (const auto node = find(m_nodes, name)) return {Target::Kind::node, *node};
    if (const auto outcome = find(m_outcomes, name)) return {Target::Kind::outcome, *outcome};
    return {};
  }

  CompiledCondition compileCondition(std::string_view text) {
    const auto condition = parseCondition(text);
    if (condition) return compileParsed(*condition);
    Condition never;
    never.kind = Condition::Kind::never;
    return compileParsed(never);
  }

  CompiledCondition compileParsed(const Condition& condition) {
    CompiledCondition out;
    m_tests.clear();
    m_rest.clear();
    if (!split(condition, false)) {
      out.rest = Branch::no;
      return out;
    }
    for (const auto& [part, negated] : std::views::reverse(m_rest)) {
      out.rest = emit(*part, negated, out.rest, Branch::no);
    }
    for (; m_tests.size() > 2; m_tests.pop_back())
      out.rest = add({m_tests.back(), out.rest, Branch::no});
    m_tests.resize(2);
    out.first = m_tests.front();
    out.second = m_tests.back();
    return out;
  }

  // Notes the comparisons that must all hold, wherever they stand, and what must hold besides.
  // False where it cannot hold at all.
  bool split(const Condition& condition, bool negated) {
    using Kind = Condition::Kind;
    switch (condition.kind) {
      case Kind::always:
        return !negated;
      case Kind::never:
        return negated;
      case Kind::negation:
        return split(condition.parts.front(), !negated);
      case Kind::conjunction:
      case Kind::disjunction: {
        const bool needsAll = (condition.kind == Kind::conjunction) != negated;
        if (needsAll) {
          return std::ranges::all_of(condition.parts,
                                     [&](const Condition& part) { return split(part, negated); });
        }
        m_rest.emplace_back(&condition, negated);
        return true;
      }
      case Kind::compare:
        break;
    }
    const std::optional<CellTest> test = compileComparison(condition);
    if (test) m_tests.push_back(negated ? opposite(*test) : *test);
    return test || negated;  // A comparison of an unknown name never holds.
  }

  // Gives where to begin so that it leads to one of the two places. Last parts come first in
  // memory: where they begin is then known.
  std::int32_t emit(const Condition& condition, bool negated, std::int32_t ifTrue,
                    std::int32_t ifFalse) {
    using Kind = Condition::Kind;
    if (negated) std::swap(ifTrue, ifFalse);
    switch (condition.kind) {
      case Kind::always:
        return ifTrue;
      case Kind::never:
        return ifFalse;
      case Kind::negation:
        return emit(condition.parts.front(), true, ifTrue, ifFalse);
      case Kind::conjunction:
        for (const Condition& part : std::views::reverse(condition.parts)) {
          ifTrue = emit(part, false, ifTrue, ifFalse);
        }
        return ifTrue;
      case Kind::disjunction:
        for (const Condition& part : std::views::reverse(condition.parts)) {
          ifFalse = emit(part, false, ifTrue, ifFalse);
        }
        return ifFalse;
      case Kind::compare:
        break;
    }
    const std::optional<CellTest> test = compileComparison(condition);
    if (!test) return ifFalse;
    return add({*test, ifTrue, ifFalse});
  }

  std::int32_t add(const Branch& branch) {
    m_program.branches.push_back(branch);
    return static_cast<std::int32_t>(m_program.branches.size() - 1);
  }

  // Nothing where the name is unknown.
  std::optional<CellTest> compileComparison(const Condition& condition) const {
    const std::optional<std::uint32_t> cell = cellOf(condition.left);
    if (!cell) return std::nullopt;
    const int right = condition.right;
    constexpr int lowest = std::numeric_limits<std::int16_t>::min();
    constexpr int highest = std::numeric_limits<std::int16_t>::max();
    switch (condition.comparison) {
      case Comparison::less:
        return within(*cell, lowest, right - 1);
      case Comparison::lessOrEqual:
        return within(*cell, lowest, right);
      case Comparison::greaterOrEqual:
        return within(*cell, right, highest);
      case Comparison::greater:
        return within(*cell, right + 1, highest);
      case Comparison::equal:
        return within(*cell, right, right);
      case Comparison::notEqual:
        break;
    }
    return opposite(within(*cell, right, right));
  }

  std::optional<std::uint32_t> cellOf(const Reference& reference) const {
    const auto after = [](std::uint32_t first, std::optional<std::int32_t> position) {
      return position ? std::optional(first + static_cast<std::uint32_t>(*position)) : std::nullopt;
    };
    switch (reference.kind) {
      case Reference::Kind::variable:
        return after(CellLayout::variables, find(m_variables, reference.name));
      case Reference::Kind::visited:
        return after(m_program.cells.visited, find(m_nodes, reference.name));
      case Reference::Kind::asked:
      case Reference::Kind::said:
        return after(m_program.cells.said, find(m_program.moveById, reference.name));
      case Reference::Kind::phase:
        break;
    }
    return CellLayout::phase;
  }

  static CellTest within(std::uint32_t cell, int low, int high) {
    return {cell, static_cast<std::uint16_t>(low), static_cast<std::uint16_t>(high - low)};
  }

  // Holds where the test does not. REQUIRES: no test holds for all values.
  static CellTest opposite(const CellTest& test) {
    constexpr int allButOne = std::numeric_limits<std::uint16_t>::max() - 1;
    return {test.cell, static_cast<std::uint16_t>(test.low + test.span + 1),
            static_cast<std::uint16_t>(allButOne - test.span)};
  }

  const Scenario& m_scenario;
  Program& m_program;
  Positions m_nodes, m_outcomes, m_personas;
  std::vector<std::string> m_variableNames;
  Positions m_variables;                                  // Views into the names.
  std::vector<CellTest> m_tests;                          // Of the condition at hand.
  std::vector<std::pair<const Condition*, bool>> m_rest;  // Of the condition at hand; if negated.
  // By their texts: many effects stand in several places.
  std::unordered_map<std::string_view, std::expected<Effect, ExpressionFault>> m_effects;
};

}  // namespace

Program compile(std::shared_ptr<const Scenario> scenario) {
  Program program;
  program.scenario = std::move(scenario);
  Compiler(*program.scenario, program).run();
  return program;
}

}  // namespace sparring
