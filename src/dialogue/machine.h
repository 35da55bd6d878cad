// The call as a pure step machine: (program, state, seller's move) gives the next state, what the
// buyers say and what happened. No clock, no chance, no memory outside the state: the same moves
// from the same seed give the same call on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/program.h"
#include "record/call_state.h"

namespace sparring {

// What a buyer says; speaker and line are positions and ids in the program's scenario.
struct Utterance {
  int speaker = -1;
  LineId line;
  std::string text;
  bool operator==(const Utterance&) const = default;
};

struct CallEvent {
  enum class Kind {
    nodeEntered,
    interrupted,
    handedOver,  // Nobody who was in the room is in it any more: the call goes on with others.
    ended,
  };
  Kind kind = Kind::nodeEntered;
  int position = 0;  // Of the node, the interruption, the persona who listens now, or the outcome.
  int after = 0;     // How many utterances of the step came before it.
  bool operator==(const CallEvent&) const = default;
};

struct Step {
  CallState state;
  std::vector<Utterance> said;
  std::vector<CallEvent> events;
  bool operator==(const Step&) const = default;
};

// The call before the first seller turn. The variant is seed modulo the number of variants.
Step startCall(const Program& program, std::uint64_t seed);

// Positions in Program::moves of what can be said now: the node's moves, then the topics of
// everybody in the room, who listens first; none once the call is over.
std::vector<int> offeredMoves(const Program& program, const CallState& state);

// Plays one seller turn that takes `minutes` of the meeting. Nothing for `move` means that the turn
// was not understood: the buyer asks back and the call stays where it is. REQUIRES: the call is not
// over and the move is one of offeredMoves(), or what reactionTo() gives.
Step playMove(const Program& program, const CallState& state, std::optional<int> move, int minutes);

// The position of an offered move by its id; nothing where it is unknown or not on offer now.
std::optional<int> offeredMove(const Program& program, const CallState& state, const MoveId& id);

// The same call played in place, turn after turn, without copying state or text: for playing very
// many turns. What said(), events() and offered() give is valid until the next call of a method.
class CallRunner {
 public:
  // What a buyer says; the text belongs to the program.
  struct Spoken {
    int speaker = -1;
    const LineId* line = nullptr;  // Null where it is no line of the scenario's.
    std::string_view text;
  };

  // REQUIRES: the program outlives the runner.
  explicit CallRunner(const Program& program);

  void start(std::uint64_t seed);
  void goOnFrom(const CallState& state);
  // Has what a move leads to brought nearer to the processor, for when it is played soon after.
  // Changes nothing.
  void expect(int move) const;
  // REQUIRES: as for playMove().
  void play(std::optional<int> move, int minutes);

  [[nodiscard]] CallState state() const;
  int turns() const { return m_turns; }
  std::optional<int> outcome() const { return m_outcome; }
  const std::vector<Spoken>& said() const { return m_said; }
  const std::vector<CallEvent>& events() const { return m_events; }
  std::span<const int> offered();

 private:
  void begin();
  [[nodiscard]] bool holds(const CompiledCondition& condition) const;
  void offer(Range moves);
  void apply(Range effects);
  void change(const CompiledEffect& effect);
  void setMinutes(int minutes, int length);
  void playAuthored(int move);
  void playReaction(int reaction);
  void findReactionsTo(const CompiledMove& move);
  bool sayReplyOf(int reaction);
  bool sayFirst(Range lines, int speaker);
  void sayLine(const CompiledLine& line, int speaker);
  void sayUnclear();
  std::optional<Target> interruption();
  void go(Target target);
  Target enter(int position);
  void end(int position);
  void listen(int node);
  void note(CallEvent::Kind kind, int position);
  void noteWhoIsThere();
  void noteHandover();
  [[nodiscard]] bool wasThere(int person) const;
  [[nodiscard]] bool isThere(int person) const;

  const Program& m_program;
  const Scenario& m_scenario;
  std::vector<std::int16_t> m_initial;  // The cells before any variant.
  std::vector<std::int16_t> m_cells;    // As Program::cells lays them out.
  std::vector<std::uint8_t> m_interrupted;
  int m_variant = -1;
  int m_node = -1;
  int m_minutes = 0;
  int m_length = 0;
  int m_turns = 0;
  std::optional<int> m_outcome;
  std::vector<Spoken> m_said;
  std::vector<CallEvent> m_events;
  std::vector<int> m_offers;  // Room for all that can be on offer at once; the first are.
  std::size_t m_offerCount = 0;
  int m_wasListening = -1;               // Before the turn.
  std::vector<int> m_othersWereThere;    // Beside that person.
  std::vector<ReactionUse> m_reactions;  // To the move that is being played.
  int m_listener = -1;
};

}  // namespace sparring
