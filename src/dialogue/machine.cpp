#include "dialogue/machine.h"

#include <algorithm>
#include <utility>

#include "dialogue/reactions.h"

namespace sparring {
namespace {

// Exits that lead in a circle are a fault of the scenario; the call stops following them here.
constexpr int maxHops = 64;

constexpr int longestMeeting = 1000;  // Minutes.

std::vector<std::int16_t> initialCells(const Program& program) {
  std::vector<std::int16_t> cells(program.cells.size, 0);
  auto at = cells.begin() + CellLayout::variables;
  for (const CompiledVariable& each : program.variables) *at++ = each.bounded(each.initial);
  return cells;
}

// How many moves and topics can be on offer at once.
std::size_t mostOffers(const Program& program) {
  std::size_t most = 0;
  for (const CompiledNode& node : program.nodes) {
    most = std::max<std::size_t>(most, node.moves.size);
  }
  for (const Range topics : program.topics) most += topics.size;
  return most;
}

// Asks for a stretch of memory, or its beginning where it is long. A hint, which may be ignored.
void bringNearer(const void* begin, std::size_t size) {
  constexpr std::size_t line = 64;  // Bytes that come together on most processors.
  constexpr std::size_t enough = 8 * line;
  const char* const at = static_cast<const char*>(begin);
  for (std::size_t i = 0; i < std::min(size, enough); i += line) __builtin_prefetch(at + i);
}

Step stepOf(CallRunner& runner) {
  Step step;
  for (const CallRunner::Spoken& each : runner.said()) {
    step.said.push_back(
        {each.speaker, each.line != nullptr ? *each.line : LineId(), std::string(each.text)});
  }
  step.events = runner.events();
  step.state = runner.state();
  return step;
}

}  // namespace

inline bool CallRunner::holds(const CompiledCondition& condition) const {
  return holdsWhere(m_program, condition,
                    [cells = m_cells.data()](std::uint32_t cell) { return cells[cell]; });
}

CallRunner::CallRunner(const Program& program)
    : m_program(program), m_scenario(*program.scenario), m_offers(mostOffers(program)) {}

void CallRunner::begin() {
  m_said.clear();
  m_events.clear();
  m_listener = -1;
}

void CallRunner::start(std::uint64_t seed) {
  begin();
  if (m_initial.empty()) m_initial = initialCells(m_program);
  m_cells = m_initial;
  m_interrupted.assign(m_program.interruptions.size, 0);
  m_variant = -1;
  m_node = -1;
  m_turns = 0;
  m_outcome = {};
  setMinutes(0, m_scenario.minutes);
  if (!m_program.variants.empty()) {
    const auto variant = static_cast<std::size_t>(seed % m_program.variants.size());
    m_variant = static_cast<int>(variant);
    apply(m_program.variants[variant]);
  }
  if (m_program.start >= 0) go({Target::Kind::node, m_program.start});
}

void CallRunner::goOnFrom(const CallState& state) {
  begin();
  m_cells.resize(CellLayout::variables);
  m_cells.insert(m_cells.end(), state.variables.begin(), state.variables.end());
  m_cells.insert(m_cells.end(), state.visited.begin(), state.visited.end());
  m_cells.insert(m_cells.end(), state.said.begin(), state.said.end());
  m_interrupted = state.interrupted;
  m_variant = state.variant;
  m_node = state.node;
  m_turns = state.turns;
  m_outcome = state.outcome;
  setMinutes(state.minutes, state.length);
  listen(m_node);
}

CallState CallRunner::state() const {
  const auto visited = m_cells.begin() + m_program.cells.visited;
  const auto said = m_cells.begin() + m_program.cells.said;
  return {.variant = m_variant,
          .node = m_node,
          .minutes = m_minutes,
          .length = m_length,
          .turns = m_turns,
          .outcome = m_outcome,
          .variables = {m_cells.begin() + CellLayout::variables, visited},
          .visited = {visited, said},
          .said = {said, m_cells.end()},
          .interrupted = m_interrupted};
}

void CallRunner::expect(int move) const {
  const CompiledMove& expected = m_program.moves[static_cast<std::size_t>(move)];
  bringNearer(m_program.effects.data() + expected.effects.begin,
              expected.effects.size * sizeof(CompiledEffect));
  const Target target = expected.target;
  if (target.kind != Target::Kind::node) return;
  const CompiledNode& node = m_program.nodes[static_cast<std::size_t>(target.position)];
  bringNearer(m_program.lines.data() + node.lines.begin, node.lines.size * sizeof(CompiledLine));
  bringNearer(m_program.moves.data() + node.moves.begin, node.moves.size * sizeof(CompiledMove));
  bringNearer(m_program.text.get() + node.text.begin, node.text.size);
}

void CallRunner::play(std::optional<int> move, int minutes) {
  m_said.clear();
  m_events.clear();
  noteWhoIsThere();
  ++m_turns;
  if (minutes != 0) setMinutes(m_minutes + minutes, m_length);
  Target target;
  if (move) {
    isReaction(m_program, *move) ? playReaction(*move) : playAuthored(*move);
    target = m_program.moves[static_cast<std::size_t>(*move)].target;
  } else {
    sayUnclear();
  }
  if (m_program.interruptions.size > 0) {
    // What ends the call on its own account is not interrupted.
    const std::optional<Target> instead = interruption();
    if (instead && target.kind != Target::Kind::outcome) target = *instead;
  }
  go(target);
  noteHandover();
}

inline void CallRunner::playAuthored(int move) {
  const CompiledMove& played = m_program.moves[static_cast<std::size_t>(move)];
  m_cells[m_program.cells.said + static_cast<std::size_t>(move)] = 1;
  findReactionsTo(played);
  for (const ReactionUse& each : m_reactions) apply(each.effects);
  apply(played.effects);
  if (sayFirst(played.replies, played.persona >= 0 ? played.persona : m_listener)) return;
  if (played.target.kind != Target::Kind::stay) return;  // The answer is in what it leads to.
  for (const ReactionUse& each : m_reactions) {
    if (sayReplyOf(each.reaction)) return;
  }
}

void CallRunner::playReaction(int reaction) {
  const CompiledMove& played = m_program.moves[static_cast<std::size_t>(reaction)];
  apply(played.effects);
  if (!sayReplyOf(reaction) && played.target.kind == Target::Kind::stay) sayUnclear();
}

// Judged as the call stood when the turn was said, before anything changes.
inline void CallRunner::findReactionsTo(const CompiledMove& move) {
  m_reactions.clear();
  for (const ReactionUse& each : in(m_program.reactionUses, move.reactions)) {
    const auto reaction = static_cast<std::size_t>(each.reaction);
    if (holds(m_program.moves[reaction].when)) m_reactions.push_back(each);
  }
}

// Counts as said only afterwards: so its replies can tell the first time from the next.
bool CallRunner::sayReplyOf(int reaction) {
  const auto position = static_cast<std::size_t>(reaction);
  const CompiledMove& played = m_program.moves[position];
  const bool spoke = sayFirst(played.replies, played.persona);
  m_cells[m_program.cells.said + position] = 1;
  return spoke;
}

std::span<const int> CallRunner::offered() {
  m_offerCount = 0;
  if (m_outcome || m_node < 0) return {};
  const CompiledNode& node = m_program.nodes[static_cast<std::size_t>(m_node)];
  offer(node.moves);
  if (node.speaker >= 0) offer(m_program.topics[static_cast<std::size_t>(node.speaker)]);
  for (const int person : m_program.mayBePresent) {
    if (person != node.speaker && isThere(person)) {
      offer(m_program.topics[static_cast<std::size_t>(person)]);
    }
  }
  return std::span(m_offers).first(m_offerCount);
}

// Writes every move and keeps those that hold: no guess to be wrong.
inline void CallRunner::offer(Range moves) {
  int* next = m_offers.data() + m_offerCount;
  auto position = static_cast<int>(moves.begin);
  for (const CompiledMove& move : in(m_program.moves, moves)) {
    *next = position++;
    next += holds(move.when) ? 1 : 0;
  }
  m_offerCount = static_cast<std::size_t>(next - m_offers.data());
}

inline void CallRunner::apply(Range effects) {
  for (const CompiledEffect& effect : in(m_program.effects, effects)) {
    if (holds(effect.when)) change(effect);
  }
}

inline void CallRunner::change(const CompiledEffect& effect) {
  const bool sets = effect.kind == Effect::Kind::set;
  if (effect.variable == meetingLength) {
    const int length = sets ? effect.amount : m_length + effect.amount;
    setMinutes(m_minutes, std::clamp(length, 1, longestMeeting));
    return;
  }
  const auto position = static_cast<std::size_t>(effect.variable);
  std::int16_t& value = m_cells[CellLayout::variables + position];
  value = m_program.variables[position].bounded(sets ? effect.amount : value + effect.amount);
}

inline void CallRunner::setMinutes(int minutes, int length) {
  m_minutes = minutes;
  m_length = length;
  m_cells[CellLayout::phase] = static_cast<std::int16_t>(phaseOf(minutes, length));
}

// The first line that holds, and what follows it; false where none does. `speaker` says what names
// nobody.
inline bool CallRunner::sayFirst(Range lines, int speaker) {
  for (const CompiledLine& line : in(m_program.lines, lines)) {
    if (!holds(line.when)) continue;
    sayLine(line, speaker);
    for (const CompiledLine& next : in(m_program.lines, line.then)) {
      if (holds(next.when)) sayLine(next, speaker);
    }
    return true;
  }
  return false;
}

inline void CallRunner::sayLine(const CompiledLine& line, int speaker) {
  m_said.push_back({line.speaker >= 0 ? line.speaker : speaker, &line.line->id, line.text});
}

void CallRunner::sayUnclear() {
  if (m_listener < 0) return;
  const auto& unclear = m_scenario.personas[static_cast<std::size_t>(m_listener)].unclear;
  if (unclear.empty()) return;
  const auto turn = static_cast<std::size_t>(m_turns - 1);
  m_said.push_back({m_listener, nullptr, unclear[turn % unclear.size()]});
}

// The first interruption that holds and has not happened yet.
std::optional<Target> CallRunner::interruption() {
  const auto interruptions = in(m_program.exits, m_program.interruptions);
  for (std::size_t i = 0; i < interruptions.size(); ++i) {
    if (m_interrupted[i] || !holds(interruptions[i].when)) continue;
    m_interrupted[i] = 1;
    note(CallEvent::Kind::interrupted, static_cast<int>(i));
    return interruptions[i].target;
  }
  return std::nullopt;
}

inline void CallRunner::go(Target target) {
  for (int hops = 0; hops < maxHops; ++hops) {
    if (target.kind == Target::Kind::stay) return;
    if (target.kind == Target::Kind::outcome) {
      end(target.position);
      return;
    }
    target = enter(target.position);
  }
}

// Says the node's line and gives where its exits lead.
inline Target CallRunner::enter(int position) {
  const auto index = static_cast<std::size_t>(position);
  const CompiledNode& node = m_program.nodes[index];
  m_node = position;
  listen(position);
  note(CallEvent::Kind::nodeEntered, position);
  sayFirst(node.lines, node.speaker);
  m_cells[m_program.cells.visited + index] = 1;
  for (const CompiledExit& each : in(m_program.exits, node.exits)) {
    if (holds(each.when)) return each.target;
  }
  return {};
}

void CallRunner::end(int position) {
  m_outcome = position;
  note(CallEvent::Kind::ended, position);
  const auto index = static_cast<std::size_t>(position);
  const Outcome& outcome = m_scenario.outcomes[index];
  if (outcome.verdict.empty()) return;
  const int speaker = m_program.verdictSpeaker[index];
  m_said.push_back({speaker >= 0 ? speaker : m_listener, nullptr, outcome.verdict});
}

// The speaker of the node listens; past a junction, that of the node before it.
inline void CallRunner::listen(int node) {
  if (node < 0) return;
  const int speaker = m_program.nodes[static_cast<std::size_t>(node)].speaker;
  if (speaker >= 0) m_listener = speaker;
}

inline void CallRunner::note(CallEvent::Kind kind, int position) {
  m_events.push_back({kind, position, static_cast<int>(m_said.size())});
}

inline bool CallRunner::isThere(int person) const {
  return holds(m_program.present[static_cast<std::size_t>(person)]);
}

inline void CallRunner::noteWhoIsThere() {
  m_wasListening = m_listener;
  m_othersWereThere.clear();
  for (const int person : m_program.mayBePresent) {
    if (person != m_listener && isThere(person)) m_othersWereThere.push_back(person);
  }
}

inline bool CallRunner::wasThere(int person) const {
  return (person == m_wasListening && person >= 0) ||
         std::ranges::find(m_othersWereThere, person) != m_othersWereThere.end();
}

// Whether the call goes on with other people than before the turn, and from where on.
void CallRunner::noteHandover() {
  const bool wasNobodyThere = m_wasListening < 0 && m_othersWereThere.empty();
  if (m_outcome || wasNobodyThere || m_listener < 0 || wasThere(m_listener)) return;
  for (const int person : m_program.mayBePresent) {
    if (isThere(person) && wasThere(person)) return;
  }
  const auto last = std::find_if(m_said.rbegin(), m_said.rend(),
                                 [&](const Spoken& each) { return wasThere(each.speaker); });
  m_events.push_back(
      {CallEvent::Kind::handedOver, m_listener, static_cast<int>(m_said.rend() - last)});
}

Step startCall(const Program& program, std::uint64_t seed) {
  CallRunner runner(program);
  runner.start(seed);
  return stepOf(runner);
}

std::vector<int> offeredMoves(const Program& program, const CallState& state) {
  CallRunner runner(program);
  runner.goOnFrom(state);
  const std::span<const int> offered = runner.offered();
  return {offered.begin(), offered.end()};
}

Step playMove(const Program& program, const CallState& state, std::optional<int> move,
              int minutes) {
  CallRunner runner(program);
  runner.goOnFrom(state);
  runner.play(move, minutes);
  return stepOf(runner);
}

std::optional<int> offeredMove(const Program& program, const CallState& state, const MoveId& id) {
  const auto found = program.moveById.find(id.value);
  if (found == program.moveById.end()) return std::nullopt;
  const std::vector<int> offered = offeredMoves(program, state);
  if (std::ranges::find(offered, found->second) == offered.end()) return std::nullopt;
  return found->second;
}

}  // namespace sparring
