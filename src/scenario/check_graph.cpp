// Where the call can go: targets that exist, nodes that are reached and left, exits that do not go
// round in a circle. Conditions are ignored; explore/ proves what depends on them.
#include <algorithm>
#include <unordered_map>
#include <vector>

#include "scenario/check_parts.h"
#include "scenario/possible.h"

namespace sparring {
namespace {

using NodeIndex = std::unordered_map<std::string_view, std::size_t>;

NodeIndex indexOf(const std::vector<Node>& nodes) {
  NodeIndex index;
  for (std::size_t i = 0; i < nodes.size(); ++i) index.emplace(nodes[i].id.value, i);
  return index;
}

void judgeTarget(const Checking& checking, const std::string& target, const std::string& thing,
                 std::string_view noun) {
  if (checking.names.targets.contains(target)) return;
  if (target.empty()) {
    checking.findings.add(Code::unknownTarget, thing + "/target",
                          "This " + std::string(noun) + " leads nowhere.",
                          "Choose the node or the outcome that it leads to.");
    return;
  }
  checking.unknown(Code::unknownTarget, thing + "/target", target, checking.names.targets,
                   inQuotes(target) + " is neither a node nor an outcome.");
}

// Which nodes and outcomes a call can come to, by following every way as if its condition held.
class Reach {
 public:
  explicit Reach(const Scenario& scenario)
      : m_scenario(scenario), m_index(indexOf(scenario.nodes)) {
    for (const Persona& persona : scenario.personas) m_personas.emplace(persona.id.value, &persona);
  }

  void from(std::string_view target) {
    m_open.push_back(target);
    while (!m_open.empty()) {
      const std::string_view next = m_open.back();
      m_open.pop_back();
      if (!m_reached.insert(next).second) continue;
      const auto found = m_index.find(next);
      if (found != m_index.end()) leave(m_scenario.nodes[found->second]);
    }
  }

  [[nodiscard]] bool includes(std::string_view target) const { return m_reached.contains(target); }

 private:
  void leave(const Node& node) {
    follow(node.exits);
    follow(node.moves);
    listen(node.speaker.value);
    for (const Line& line : node.lines) listen(line.speaker.value);
    for (const Persona& persona : m_scenario.personas) {
      if (!persona.present.empty()) listen(persona.id.value);
    }
  }

  // Whoever speaks can be asked about topics, and reacts. Once is enough.
  void listen(std::string_view speaker) {
    const auto found = m_personas.find(speaker);
    if (found == m_personas.end()) return;
    follow(found->second->topics);
    follow(found->second->reactions);
    m_personas.erase(found);
  }

  template <class Way>
  void follow(const std::vector<Way>& ways) {
    for (const Way& way : ways) {
      if (!way.target.empty()) m_open.push_back(way.target);
    }
  }

  const Scenario& m_scenario;
  NodeIndex m_index;
  std::unordered_map<std::string_view, const Persona*> m_personas;  // Not yet listened to.
  NameSet m_reached;
  std::vector<std::string_view> m_open;
};

bool hasTarget(const Move& move) {
  return !move.target.empty();
}

// The personas with a topic or reaction that leads somewhere.
NameSet personasThatLead(const Scenario& scenario) {
  NameSet out;
  for (const Persona& persona : scenario.personas) {
    if (std::ranges::any_of(persona.topics, hasTarget) ||
        std::ranges::any_of(persona.reactions, hasTarget)) {
      out.insert(persona.id.value);
    }
  }
  return out;
}

void judgeWays(const Checking& checking, const Node& node, const std::string& pointer,
               bool speakerLeads) {
  const auto name = [&] { return "the node " + inQuotes(node.title, node.id.value); };
  const auto leads = [&](const Move& move) {
    return hasTarget(move) && move.target != node.id.value;
  };
  const auto isConditional = [](const auto& way) { return !way.when.empty(); };
  if (node.moves.empty() && node.exits.empty() && !speakerLeads) {
    checking.findings.add(
        Code::deadEnd, pointer,
        "There are no moves and no exits in " + name() + ": the call is stuck there.",
        "Add a move, or an exit to an outcome.");
  } else if (node.exits.empty() && !speakerLeads && std::ranges::none_of(node.moves, leads) &&
             checking.scenario.interruptions.empty()) {
    checking.findings.add(Code::deadEnd, pointer,
                          "No move leads out of " + name() + ": the call never ends there.",
                          "Give one of its moves a target, or add an interruption.");
  } else if (!(node.moves.empty() && node.exits.empty()) &&
             std::ranges::all_of(node.moves, isConditional) &&
             std::ranges::all_of(node.exits, isConditional) &&
             checking.possible.mayAllFail(checking.possible.inside(node), node.moves) &&
             (!node.moves.empty() ||
              checking.possible.mayAllFail(checking.possible.inside(node), node.exits))) {
    checking.findings.add(Code::conditionalDeadEnd, pointer,
                          "Every move and exit of " + name() +
                              " has a condition: where none holds, the call is stuck there.",
                          "Leave one of them without a condition.");
  }
}

// Follows exits depth first, without recursion: a hostile chain of them may be long.
class ExitCycles {
 public:
  explicit ExitCycles(const Checking& checking)
      : m_checking(checking),
        m_nodes(checking.scenario.nodes),
        m_index(indexOf(m_nodes)),
        m_marks(m_nodes.size(), Mark::unseen) {}

  void from(std::size_t start) {
    if (m_marks[start] != Mark::unseen) return;
    enter(start);
    while (!m_path.empty()) {
      Step& step = m_path.back();
      const std::vector<Exit>& exits = m_nodes[step.node].exits;
      if (step.nextExit == exits.size()) {
        m_marks[step.node] = Mark::done;
        m_path.pop_back();
        continue;
      }
      const std::size_t exit = step.nextExit++;
      const auto target = m_index.find(exits[exit].target);
      if (target == m_index.end()) continue;
      if (m_marks[target->second] == Mark::unseen) {
        enter(target->second);
      } else if (m_marks[target->second] == Mark::onPath) {
        report(target->second, exit);
      }
    }
  }

 private:
  enum class Mark { unseen, onPath, done };
  struct Step {
    std::size_t node = 0;
    std::size_t nextExit = 0;
  };

  void enter(std::size_t node) {
    m_marks[node] = Mark::onPath;
    m_path.push_back({node, 0});
  }

  // The last step of the path leads back to `first` by its exit number `exit`.
  void report(std::size_t first, std::size_t exit) {
    if (m_checking.findings.isFull()) return;
    constexpr std::ptrdiff_t mostNames = 6;
    const auto begin = std::ranges::find(m_path, first, &Step::node);
    std::string circle;
    for (auto step = begin; step != m_path.end(); ++step) {
      if (step - begin == mostNames) {
        circle += "… → ";
        break;
      }
      circle += m_nodes[step->node].id.value + " → ";
    }
    circle += m_nodes[first].id.value;
    const std::string node = pointerTo("/nodes", m_path.back().node);
    m_checking.findings.add(
        Code::exitCycle, pointerTo(node + "/exits", exit),
        "These exits go round in a circle in which the rep never speaks: " + circle + ".",
        "Let one of them lead elsewhere, or use a move instead.");
  }

  const Checking& m_checking;
  const std::vector<Node>& m_nodes;
  NodeIndex m_index;
  std::vector<Mark> m_marks;
  std::vector<Step> m_path;
};

}  // namespace

void checkTargets(const Checking& checking) {
  const Scenario& scenario = checking.scenario;
  forEachMove(scenario, [&](const Move& move, const std::string& pointer, MoveKind kind) {
    if (hasTarget(move)) judgeTarget(checking, move.target, pointer, nounOf(kind));
  });
  for (std::size_t i = 0; i < scenario.interruptions.size(); ++i) {
    judgeTarget(checking, scenario.interruptions[i].target, pointerTo("/interruptions", i),
                "interruption");
  }
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    const std::string list = pointerTo("/nodes", i) + "/exits";
    const std::vector<Exit>& exits = scenario.nodes[i].exits;
    for (std::size_t j = 0; j < exits.size(); ++j) {
      judgeTarget(checking, exits[j].target, pointerTo(list, j), "exit");
    }
  }
  if (checking.names.nodes.contains(scenario.start)) return;
  const std::string near = checking.findings.didYouMean(scenario.start, checking.names.nodes);
  checking.findings.add(
      Code::noStart, "/start",
      scenario.start.empty()
          ? "The scenario does not say where it begins."
          : "The call cannot begin in " + inQuotes(scenario.start) + ": there is no such node.",
      near.empty() ? "Choose the node in which the buyer speaks first." : near);
}

void checkWays(const Checking& checking) {
  const NameSet leading = personasThatLead(checking.scenario);
  const std::vector<Node>& nodes = checking.scenario.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    judgeWays(checking, nodes[i], pointerTo("/nodes", i), leading.contains(nodes[i].speaker.value));
  }
}

void checkReach(const Checking& checking) {
  const Scenario& scenario = checking.scenario;
  if (!checking.names.nodes.contains(scenario.start)) return;  // Said already; nothing is reached.
  Reach reach(scenario);
  reach.from(scenario.start);
  for (const Exit& each : scenario.interruptions) reach.from(each.target);
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    const std::string& id = scenario.nodes[i].id.value;
    if (reach.includes(id)) continue;
    checking.findings.add(
        Code::unreachableNode, pointerTo("/nodes", i),
        "No way leads from the start to the node " + inQuotes(scenario.nodes[i].title, id) + ".",
        "Let a move or an exit lead there, or remove it.");
  }
  for (std::size_t i = 0; i < scenario.outcomes.size(); ++i) {
    const std::string& id = scenario.outcomes[i].id.value;
    if (reach.includes(id)) continue;
    checking.findings.add(
        Code::unreachedOutcome, pointerTo("/outcomes", i),
        "No way leads to the outcome " + inQuotes(scenario.outcomes[i].title, id) + ".",
        "Let a move, an exit or an interruption lead there, or remove it.");
  }
}

void checkExitCycles(const Checking& checking) {
  ExitCycles cycles(checking);
  for (std::size_t i = 0; i < checking.scenario.nodes.size(); ++i) cycles.from(i);
}

}  // namespace sparring
