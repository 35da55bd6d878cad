#include "dialogue/why.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "scenario/expression.h"

namespace sparring {
namespace {

constexpr std::array phaseWords = {"early", "middle", "late", "overtime"};
constexpr std::array comparisonSigns = {"<", "<=", "==", "!=", ">=", ">"};

template <class Things>
std::optional<std::size_t> positionOf(const Things& things, const auto& matches) {
  const auto found = std::ranges::find_if(things, matches);
  if (found == things.end()) return std::nullopt;
  return static_cast<std::size_t>(found - things.begin());
}

std::string quoted(std::string_view text) {
  return "“" + std::string(text) + "”";
}

// One comparison of a condition with its names looked up, read as it would have to be.
class Question {
 public:
  Question(const Program& program, const Condition& asked, bool wanted)
      : m_scenario(*program.scenario),
        m_reference(asked.left),
        m_comparison(wanted ? asked.comparison : opposite(asked.comparison)),
        m_right(asked.right) {
    const std::string& name = m_reference.name;
    const auto isIt = [&](const auto& each) { return each.id.value == name; };
    if (m_reference.kind == Reference::Kind::variable) {
      m_position = positionOf(m_scenario.variables,
                              [&](const Variable& each) { return nameOf(each) == name; });
    } else if (m_reference.kind == Reference::Kind::visited) {
      m_position = positionOf(m_scenario.nodes, isIt);
      if (m_position) m_title = titleOf(m_scenario.nodes[*m_position]);
    } else if (m_reference.kind != Reference::Kind::phase) {
      const auto found = program.moveById.find(name);
      if (found == program.moveById.end()) return;
      m_position = static_cast<std::size_t>(found->second);
      const Move& move = *program.moves[*m_position].move;
      m_title = move.phrasings.empty() ? name : move.phrasings.front();
    }
  }

  // Nothing where the scenario has no such thing.
  std::optional<int> valueIn(const CallState& state) const {
    if (m_reference.kind == Reference::Kind::phase) return static_cast<int>(phaseOf(state));
    if (!m_position) return std::nullopt;
    switch (m_reference.kind) {
      case Reference::Kind::variable:
        return state.variables[*m_position];
      case Reference::Kind::visited:
        return state.visited[*m_position];
      default:
        return state.said[*m_position];
    }
  }

  bool holds(const CallState& state) const {
    const std::optional<int> value = valueIn(state);
    return value && compare(*value, m_comparison, m_right);
  }

  UnmetPart unmet(CallHistory history) const {
    UnmetPart part{written(), sentence(*history.back()), 0, 0};
    const auto failed = [&](std::size_t i) { return !holds(*history[i]); };
    std::size_t since = history.size() - 1;
    while (since > 0 && failed(since - 1)) --since;
    part.since = static_cast<int>(since);
    for (std::size_t i = history.size() - 1; i > since && part.setBack == 0; --i) {
      if (distance(*history[i]) > distance(*history[i - 1])) part.setBack = static_cast<int>(i);
    }
    return part;
  }

 private:
  static std::string titleOf(const Node& node) {
    return node.title.empty() ? node.id.value : node.title;
  }

  bool isFlag() const {
    if (m_reference.kind == Reference::Kind::phase) return false;
    if (m_reference.kind != Reference::Kind::variable) return true;
    return m_position && m_scenario.variables[*m_position].flag;
  }

  // For a thing that is either so or not: whether it would have to be so.
  bool wantsYes() const { return compare(1, m_comparison, m_right); }

  std::string written() const {
    constexpr std::array prefixes = {"", "visited ", "asked ", "said ", ""};
    const bool isPhase = m_reference.kind == Reference::Kind::phase;
    const std::string name =
        prefixes[static_cast<std::size_t>(m_reference.kind)] + m_reference.name;
    if (isFlag()) return (wantsYes() ? "" : "not ") + name;
    return (isPhase ? "phase" : name) + ' ' +
           comparisonSigns[static_cast<std::size_t>(m_comparison)] + ' ' + valueText(m_right);
  }

  std::string valueText(int value) const {
    if (m_reference.kind != Reference::Kind::phase) return std::to_string(value);
    return phaseWords[static_cast<std::size_t>(std::clamp(value, 0, 3))];
  }

  std::string wantedText() const {
    const bool isPhase = m_reference.kind == Reference::Kind::phase;
    const std::string right = valueText(m_right);
    switch (m_comparison) {
      case Comparison::less:
        return isPhase ? "earlier than " + right : "less than " + right;
      case Comparison::lessOrEqual:
        return isPhase ? right + " at the latest" : "at most " + right;
      case Comparison::equal:
        return right;
      case Comparison::notEqual:
        return "anything but " + right;
      case Comparison::greaterOrEqual:
        return isPhase ? right + " or later" : "at least " + right;
      case Comparison::greater:
        break;
    }
    return isPhase ? "later than " + right : "more than " + right;
  }

  std::string sentence(const CallState& state) const {
    const std::optional<int> value = valueIn(state);
    if (!value) return "Nothing in this scenario is called '" + m_reference.name + "'.";
    const bool yes = wantsYes();
    switch (m_reference.kind) {
      case Reference::Kind::phase:
        return "The meeting's part is " + valueText(*value) + "; it would have to be " +
               wantedText() + ".";
      case Reference::Kind::visited:
        return "The call has " + std::string(yes ? "not yet" : "already") + " been at " +
               quoted(m_title) + ".";
      case Reference::Kind::asked:
      case Reference::Kind::said:
        return quoted(m_title) + " has " + (yes ? "not yet" : "already") + " been said.";
      case Reference::Kind::variable:
        break;
    }
    if (isFlag()) {
      return "'" + m_reference.name + "' is " + (*value != 0 ? "yes" : "no") +
             "; it would have to be " + (yes ? "yes." : "no.");
    }
    return "'" + m_reference.name + "' is " + std::to_string(*value) + "; it would have to be " +
           wantedText() + ".";
  }

  // How far the value is from one for which it holds; what has no order is as far as can be.
  int distance(const CallState& state) const {
    const std::optional<int> value = valueIn(state);
    if (!value || compare(*value, m_comparison, m_right)) return 0;
    return std::abs(*value - m_right) + 1;
  }

  const Scenario& m_scenario;
  Reference m_reference;
  Comparison m_comparison;
  int m_right;
  std::optional<std::size_t> m_position;
  std::string m_title;
};

bool isSo(const Program& program, const Condition& condition, const CallState& state) {
  const auto part = [&](const Condition& each) { return isSo(program, each, state); };
  switch (condition.kind) {
    case Condition::Kind::always:
      return true;
    case Condition::Kind::never:
      return false;
    case Condition::Kind::compare:
      return Question(program, condition, true).holds(state);
    case Condition::Kind::negation:
      return !part(condition.parts.front());
    case Condition::Kind::conjunction:
      return std::ranges::all_of(condition.parts, part);
    case Condition::Kind::disjunction:
      break;
  }
  return std::ranges::any_of(condition.parts, part);
}

// Adds the parts on account of which the condition is not as wanted.
void collect(const Program& program, const Condition& condition, bool wanted, CallHistory history,
             std::vector<UnmetPart>& out) {
  if (isSo(program, condition, *history.back()) == wanted) return;
  if (condition.kind == Condition::Kind::compare) {
    out.push_back(Question(program, condition, wanted).unmet(history));
    return;
  }
  if (condition.parts.empty()) {
    out.push_back({wanted ? "false" : "true", "The condition says so at any time.", 0, 0});
    return;
  }
  const bool negated = condition.kind == Condition::Kind::negation;
  for (const Condition& each : condition.parts) {
    collect(program, each, wanted != negated, history, out);
  }
}

// Says of each line of a list why it was not said, given the state in which it was looked at.
void collectUnsaid(const Program& program, const std::vector<Line>& lines, CallHistory history,
                   std::vector<UnsaidLine>& out) {
  const Line* said = nullptr;
  for (const Line& each : lines) {
    if (said != nullptr) {
      out.push_back({&each, said, {}});
      continue;
    }
    std::vector<UnmetPart> unmet = unmetParts(program, each.when, history);
    if (!unmet.empty()) {
      out.push_back({&each, nullptr, std::move(unmet)});
      continue;
    }
    said = &each;
    for (const Line& next : each.then) {
      std::vector<UnmetPart> missing = unmetParts(program, next.when, history);
      if (!missing.empty()) out.push_back({&next, nullptr, std::move(missing)});
    }
  }
}

}  // namespace

std::vector<UnmetPart> unmetParts(const Program& program, std::string_view condition,
                                  CallHistory history) {
  const auto parsed = parseCondition(condition);
  if (!parsed) {
    return {{std::string(condition), "The condition cannot be read, so it never holds.", 0, 0}};
  }
  std::vector<UnmetPart> out;
  collect(program, *parsed, true, history, out);
  return out;
}

std::vector<HiddenMove> hiddenMoves(const Program& program, CallHistory history) {
  const CallState& now = *history.back();
  std::vector<HiddenMove> out;
  if (now.outcome || now.node < 0) return out;
  const auto add = [&](Range moves, const auto& reason) {
    for (std::uint32_t i = moves.begin; i < moves.begin + moves.size; ++i) {
      HiddenMove hidden = reason(program.moves[i]);
      hidden.move = static_cast<int>(i);
      if (hidden.absent || !hidden.unmet.empty()) out.push_back(std::move(hidden));
    }
  };
  const auto byCondition = [&](const CompiledMove& each) {
    return HiddenMove{0, false, unmetParts(program, each.move->when, history)};
  };
  add(program.nodes[static_cast<std::size_t>(now.node)].moves, byCondition);
  const std::vector<int> room = roomOf(program, now);
  for (std::size_t person = 0; person < program.topics.size(); ++person) {
    if (std::ranges::find(room, static_cast<int>(person)) != room.end()) {
      add(program.topics[person], byCondition);
      continue;
    }
    const std::string& present = program.scenario->personas[person].present;
    std::vector<UnmetPart> unmet;
    if (!present.empty()) unmet = unmetParts(program, present, history);
    add(program.topics[person], [&](const CompiledMove&) { return HiddenMove{0, true, unmet}; });
  }
  return out;
}

std::vector<UnsaidLine> unsaidLines(const Program& program, CallHistory history, const Step& step,
                                    std::optional<int> move) {
  // Of the state only what has been visited changes between one line and the next.
  CallState then = *history.back();
  then.visited = history.size() > 1 ? history[history.size() - 2]->visited
                                    : std::vector<std::uint8_t>(then.visited.size(), 0);
  std::vector<const CallState*> states(history.begin(), history.end());
  states.back() = &then;
  std::vector<UnsaidLine> out;
  if (move) {
    collectUnsaid(program, program.moves[static_cast<std::size_t>(*move)].move->replies, states,
                  out);
  }
  for (const CallEvent& event : step.events) {
    if (event.kind != CallEvent::Kind::nodeEntered) continue;
    const auto position = static_cast<std::size_t>(event.position);
    collectUnsaid(program, program.scenario->nodes[position].lines, states, out);
    then.visited[position] = 1;
  }
  return out;
}

}  // namespace sparring
