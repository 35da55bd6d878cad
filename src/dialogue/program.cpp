#include "dialogue/program.h"

#include <algorithm>
#include <array>

namespace sparring {
namespace {

using Positions = std::unordered_map<std::string_view, int>;

template <class Things>
Positions positionsOf(const Things& things) {
  Positions positions;
  for (std::size_t i = 0; i < things.size(); ++i) {
    positions.emplace(things[i].id.value, static_cast<int>(i));  // The first of a name counts.
  }
  return positions;
}

std::vector<std::string> variableNamesOf(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const Variable& variable : scenario.variables) names.push_back(nameOf(variable));
  return names;
}

std::optional<int> find(const Positions& positions, std::string_view name) {
  const auto found = positions.find(name);
  if (found == positions.end()) return std::nullopt;
  return found->second;
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
      m_variables.emplace(m_variableNames[i], static_cast<int>(i));
    }
  }

  void run() {
    collectMoves();
    for (std::size_t i = 0; i < m_scenario.nodes.size(); ++i) compileNode(i);
    for (CompiledMove& move : m_program.moves) compileMove(move);
    for (const Persona& persona : m_scenario.personas) {
      m_program.present.push_back(persona.present.empty() ? CompiledCondition{Instruction{}}
                                                          : compileCondition(persona.present));
    }
    for (const Exit& each : m_scenario.interruptions) {
      m_program.interruptions.push_back(compileExit(each));
    }
    for (const Outcome& outcome : m_scenario.outcomes) {
      m_program.verdictSpeakers.push_back(find(m_personas, outcome.speaker.value).value_or(-1));
    }
    for (const Variant& variant : m_scenario.variants) {
      m_program.variants.push_back(compileEffects(variant.effects));
    }
    m_program.start = find(m_nodes, m_scenario.start).value_or(m_scenario.nodes.empty() ? -1 : 0);
  }

 private:
  int addMove(const Move& move, int persona) {
    const int position = static_cast<int>(m_program.moves.size());
    CompiledMove compiled;
    compiled.move = &move;
    compiled.persona = persona;
    m_program.moves.push_back(std::move(compiled));
    m_program.moveById.emplace(move.id.value, position);
    return position;
  }

  // All positions must be known before any condition is compiled.
  void collectMoves() {
    m_program.nodes.resize(m_scenario.nodes.size());
    for (std::size_t i = 0; i < m_scenario.nodes.size(); ++i) {
      for (const Move& move : m_scenario.nodes[i].moves) {
        m_program.nodes[i].moves.push_back(addMove(move, -1));
      }
    }
    m_program.topics.resize(m_scenario.personas.size());
    m_program.reactions.resize(m_scenario.personas.size());
    for (std::size_t i = 0; i < m_scenario.personas.size(); ++i) {
      for (const Move& topic : m_scenario.personas[i].topics) {
        m_program.topics[i].push_back(addMove(topic, static_cast<int>(i)));
      }
    }
    for (std::size_t i = 0; i < m_scenario.personas.size(); ++i) {
      for (const Move& reaction : m_scenario.personas[i].reactions) {
        m_program.reactions[i].push_back(addMove(reaction, static_cast<int>(i)));
      }
    }
  }

  void compileNode(std::size_t position) {
    const Node& node = m_scenario.nodes[position];
    CompiledNode& compiled = m_program.nodes[position];
    const bool needsNobody = isJunction(node) || m_scenario.personas.empty();
    compiled.speaker = find(m_personas, node.speaker.value).value_or(needsNobody ? -1 : 0);
    compiled.lines = compileLines(node.lines);
    for (const Exit& each : node.exits) compiled.exits.push_back(compileExit(each));
  }

  void compileMove(CompiledMove& compiled) {
    const Move& move = *compiled.move;
    compiled.when = compileCondition(move.when);
    compiled.effects = compileEffects(move.effects);
    compiled.replies = compileLines(move.replies);
    compiled.target = resolve(move.target);
  }

  std::vector<CompiledLine> compileLines(const std::vector<Line>& lines) {
    std::vector<CompiledLine> out;
    for (const Line& line : lines) {
      out.push_back({.line = &line,
                     .speaker = find(m_personas, line.speaker.value).value_or(-1),
                     .when = compileCondition(line.when),
                     .then = compileLines(line.then)});
    }
    return out;
  }

  CompiledExit compileExit(const Exit& each) {
    return {compileCondition(each.when), resolve(each.target)};
  }

  std::vector<CompiledEffect> compileEffects(const std::vector<std::string>& effects) {
    std::vector<CompiledEffect> out;
    for (const std::string& text : effects) {
      const auto effect = parseEffect(text);
      if (!effect) continue;
      const auto variable = find(m_variables, effect->variable);
      if (!variable) continue;
      out.push_back({*variable, effect->kind, effect->amount, compileParsed(effect->when)});
    }
    return out;
  }

  Target resolve(std::string_view name) const {
    if (const auto node = find(m_nodes, name)) return {Target::Kind::node, *node};
    if (const auto outcome = find(m_outcomes, name)) return {Target::Kind::outcome, *outcome};
    return {};
  }

  CompiledCondition compileCondition(std::string_view text) {
    const auto condition = parseCondition(text);
    return condition ? compileParsed(*condition) : CompiledCondition{Instruction{}};
  }

  CompiledCondition compileParsed(const Condition& condition) {
    CompiledCondition out;
    emit(condition, out);
    return out;
  }

  void emit(const Condition& condition, CompiledCondition& out) {
    using Kind = Condition::Kind;
    if (condition.kind == Kind::compare) out.push_back(comparison(condition));
    if (condition.kind == Kind::never) out.push_back(Instruction{});
    if (condition.kind == Kind::always) out.push_back({.op = Instruction::Op::always});
    for (std::size_t i = 0; i < condition.parts.size(); ++i) {
      emit(condition.parts[i], out);
      Instruction joint;
      if (condition.kind == Kind::negation) {
        joint.op = Instruction::Op::negate;
      } else if (i == 0) {
        continue;
      } else {
        joint.op =
            condition.kind == Kind::conjunction ? Instruction::Op::both : Instruction::Op::either;
      }
      out.push_back(joint);
    }
  }

  Instruction comparison(const Condition& condition) const {
    Instruction out;
    out.comparison = condition.comparison;
    out.right = static_cast<std::int16_t>(condition.right);
    std::optional<int> position;
    switch (condition.left.kind) {
      case Reference::Kind::variable:
        out.op = Instruction::Op::variable;
        position = find(m_variables, condition.left.name);
        break;
      case Reference::Kind::visited:
        out.op = Instruction::Op::visited;
        position = find(m_nodes, condition.left.name);
        break;
      case Reference::Kind::asked:
      case Reference::Kind::said:
        out.op = Instruction::Op::said;
        position = find(m_program.moveById, condition.left.name);
        break;
      case Reference::Kind::phase:
        out.op = Instruction::Op::phase;
        position = 0;
        break;
    }
    if (!position) return {};  // An unknown name: never holds.
    out.position = *position;
    return out;
  }

  const Scenario& m_scenario;
  Program& m_program;
  Positions m_nodes, m_outcomes, m_personas;
  std::vector<std::string> m_variableNames;
  Positions m_variables;  // Views into the names.
};

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

bool evaluate(const Program& program, const Instruction& instruction, const CallState& state) {
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
      left = static_cast<int>(phaseOf(*program.scenario, state.minutes));
      break;
    default:
      return false;
  }
  return compare(left, instruction.comparison, instruction.right);
}

}  // namespace

Program compile(std::shared_ptr<const Scenario> scenario) {
  Program program;
  program.scenario = std::move(scenario);
  Compiler(*program.scenario, program).run();
  return program;
}

bool holds(const Program& program, const CompiledCondition& condition, const CallState& state) {
  // A condition of at most 1,000 characters needs far fewer than 512 places.
  std::array<bool, 512> stack{};
  std::size_t top = 0;
  for (const Instruction& instruction : condition) {
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
        stack[top++] = evaluate(program, instruction, state);
        break;
    }
  }
  return top == 0 || stack[0];
}

std::vector<int> roomOf(const Program& program, const CallState& state) {
  std::vector<int> room;
  if (state.node < 0) return room;
  const int speaker = program.nodes[static_cast<std::size_t>(state.node)].speaker;
  if (speaker >= 0) room.push_back(speaker);
  for (std::size_t i = 0; i < program.present.size(); ++i) {
    if (static_cast<int>(i) != speaker && holds(program, program.present[i], state)) {
      room.push_back(static_cast<int>(i));
    }
  }
  return room;
}

Phase phaseOf(const Scenario& scenario, int minutes) {
  const int length = std::max(1, scenario.minutes);
  if (minutes >= length) return Phase::overtime;
  return static_cast<Phase>(std::clamp(minutes * 3 / length, 0, 2));
}

}  // namespace sparring
