#include "dialogue/machine.h"

#include <algorithm>

namespace sparring {
namespace {

// Exits that lead in a circle are a fault of the scenario; the call stops following them here.
constexpr int maxHops = 64;

// Carries one step of a call: changes the state and notes what is said and what happens.
class Stepper {
 public:
  Stepper(const Program& program, CallState state)
      : m_program(program), m_scenario(*program.scenario) {
    m_step.state = std::move(state);
    listen(m_step.state.node);
  }

  void apply(const std::vector<CompiledEffect>& effects) {
    for (const CompiledEffect& effect : effects) {
      if (!holds(m_program, effect.when, m_step.state)) continue;
      const auto position = static_cast<std::size_t>(effect.variable);
      std::int16_t& value = m_step.state.variables[position];
      const int wanted = effect.kind == Effect::Kind::set ? effect.amount : value + effect.amount;
      value = bounded(m_scenario.variables[position], wanted);
    }
  }

  static std::int16_t bounded(const Variable& variable, int value) {
    return static_cast<std::int16_t>(std::max(variable.least, std::min(variable.most, value)));
  }

  // The first line that holds, and what follows it. `speaker` says what names nobody.
  void sayFirst(const std::vector<CompiledLine>& lines, int speaker) {
    const auto first = std::ranges::find_if(
        lines, [&](const CompiledLine& each) { return holds(m_program, each.when, m_step.state); });
    if (first == lines.end()) return;
    sayLine(*first, speaker);
    for (const CompiledLine& each : first->then) {
      if (holds(m_program, each.when, m_step.state)) sayLine(each, speaker);
    }
  }

  void sayLine(const CompiledLine& line, int speaker) {
    say(line.speaker >= 0 ? line.speaker : speaker, line.line->id, line.line->text);
  }

  void say(int speaker, LineId line, std::string text) {
    m_step.said.push_back({speaker, std::move(line), std::move(text)});
  }

  void go(Target target) {
    for (int hops = 0; hops < maxHops; ++hops) {
      if (target.kind == Target::Kind::stay) return;
      if (target.kind == Target::Kind::outcome) {
        end(target.position);
        return;
      }
      target = enter(target.position);
    }
  }

  // The first interruption that holds and has not happened yet.
  std::optional<Target> interruption() {
    for (std::size_t i = 0; i < m_program.interruptions.size(); ++i) {
      const CompiledExit& each = m_program.interruptions[i];
      if (m_step.state.interrupted[i] || !holds(m_program, each.when, m_step.state)) continue;
      m_step.state.interrupted[i] = 1;
      note(CallEvent::Kind::interrupted, static_cast<int>(i));
      return each.target;
    }
    return std::nullopt;
  }

  // The speaker of the node; past a junction, of the node before it.
  int listener() const { return m_listener; }

  // Whether the call goes on with other people than those of `before`, and from where on.
  void noteHandover(const std::vector<int>& before) {
    const std::vector<int> now = roomOf(m_program, m_step.state);
    if (m_step.state.outcome || before.empty() || now.empty()) return;
    const auto wasThere = [&](int person) {
      return std::ranges::find(before, person) != before.end();
    };
    if (std::ranges::any_of(now, wasThere)) return;
    const auto last =
        std::ranges::find_if(m_step.said.rbegin(), m_step.said.rend(),
                             [&](const Utterance& each) { return wasThere(each.speaker); });
    m_step.events.push_back(
        {CallEvent::Kind::handedOver, now.front(), static_cast<int>(m_step.said.rend() - last)});
  }

  CallState& state() { return m_step.state; }
  Step finish() { return std::move(m_step); }

 private:
  void listen(int node) {
    if (node < 0) return;
    const int speaker = m_program.nodes[static_cast<std::size_t>(node)].speaker;
    if (speaker >= 0) m_listener = speaker;
  }

  void note(CallEvent::Kind kind, int position) {
    m_step.events.push_back({kind, position, static_cast<int>(m_step.said.size())});
  }

  // Says the node's line and gives where its exits lead.
  Target enter(int position) {
    const auto index = static_cast<std::size_t>(position);
    const CompiledNode& node = m_program.nodes[index];
    m_step.state.node = position;
    listen(position);
    note(CallEvent::Kind::nodeEntered, position);
    sayFirst(node.lines, node.speaker);
    m_step.state.visited[index] = 1;
    for (const CompiledExit& each : node.exits) {
      if (holds(m_program, each.when, m_step.state)) return each.target;
    }
    return {};
  }

  void end(int position) {
    m_step.state.outcome = position;
    note(CallEvent::Kind::ended, position);
    const Outcome& outcome = m_scenario.outcomes[static_cast<std::size_t>(position)];
    if (outcome.verdict.empty()) return;
    const int speaker = m_program.verdictSpeakers[static_cast<std::size_t>(position)];
    say(speaker >= 0 ? speaker : listener(), LineId(outcome.id.value), outcome.verdict);
  }

  const Program& m_program;
  const Scenario& m_scenario;
  Step m_step;
  int m_listener = -1;
};

}  // namespace

Step startCall(const Program& program, std::uint64_t seed) {
  const Scenario& scenario = *program.scenario;
  CallState state;
  for (const Variable& variable : scenario.variables) {
    state.variables.push_back(Stepper::bounded(variable, variable.initial));
  }
  state.visited.assign(program.nodes.size(), 0);
  state.said.assign(program.moves.size(), 0);
  state.interrupted.assign(program.interruptions.size(), 0);
  Stepper stepper(program, std::move(state));
  if (!program.variants.empty()) {
    const auto variant = static_cast<std::size_t>(seed % program.variants.size());
    stepper.state().variant = static_cast<int>(variant);
    stepper.apply(program.variants[variant]);
  }
  if (program.start >= 0) stepper.go({Target::Kind::node, program.start});
  return stepper.finish();
}

std::vector<int> offeredMoves(const Program& program, const CallState& state) {
  std::vector<int> out;
  if (state.outcome || state.node < 0) return out;
  const CompiledNode& node = program.nodes[static_cast<std::size_t>(state.node)];
  const auto offer = [&](const std::vector<int>& moves) {
    for (const int move : moves) {
      if (holds(program, program.moves[static_cast<std::size_t>(move)].when, state)) {
        out.push_back(move);
      }
    }
  };
  offer(node.moves);
  for (const int person : roomOf(program, state)) {
    offer(program.topics[static_cast<std::size_t>(person)]);
  }
  return out;
}

Step playMove(const Program& program, const CallState& state, std::optional<int> move,
              int minutes) {
  Stepper stepper(program, state);
  const std::vector<int> room = roomOf(program, state);
  CallState& next = stepper.state();
  ++next.turns;
  next.minutes += minutes;
  if (!move) {
    const int listener = stepper.listener();
    if (listener >= 0) {
      const auto& unclear = program.scenario->personas[static_cast<std::size_t>(listener)].unclear;
      if (!unclear.empty()) {
        stepper.say(listener, {},
                    unclear[static_cast<std::size_t>(next.turns - 1) % unclear.size()]);
      }
    }
    if (const auto target = stepper.interruption()) stepper.go(*target);
    stepper.noteHandover(room);
    return stepper.finish();
  }
  const CompiledMove& played = program.moves[static_cast<std::size_t>(*move)];
  next.said[static_cast<std::size_t>(*move)] = 1;
  stepper.apply(played.effects);
  stepper.sayFirst(played.replies, played.persona >= 0 ? played.persona : stepper.listener());
  const auto interruption = stepper.interruption();
  // What ends the call on its own account is not interrupted.
  stepper.go(interruption && played.target.kind != Target::Kind::outcome ? *interruption
                                                                         : played.target);
  stepper.noteHandover(room);
  return stepper.finish();
}

std::optional<int> offeredMove(const Program& program, const CallState& state, const MoveId& id) {
  const auto found = program.moveById.find(id.value);
  if (found == program.moveById.end()) return std::nullopt;
  const std::vector<int> offered = offeredMoves(program, state);
  if (std::ranges::find(offered, found->second) == offered.end()) return std::nullopt;
  return found->second;
}

}  // namespace sparring
