// One practice session: reads what the rep says, plays it, grades it, records it. The only place
// that knows language, dialogue, grading and storage together. Synchronous; one thread.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "dialogue/machine.h"
#include "dialogue/why.h"
#include "grading/grade.h"
#include "grading/method.h"
#include "record/session_log.h"
#include "session/library.h"
#include "session/stored_documents.h"
#include "session/understanding.h"
#include "storage/store.h"

namespace sparring {

// What a session needs from outside. All of it outlives the session.
struct SessionPorts {
  Store* store = nullptr;                        // Null: nothing is recorded.
  const Understanding* understanding = nullptr;  // Null: own words match nothing.
  Clock now;
  IdSource newId;
};

// One seller turn with everything that came of it.
struct Exchange {
  SellerTurn turn;
  CallState before;
  Step answer;
  TurnGrade grade;
  CallMemory memory = {};  // Of the turns up to this one.
};

// Where a replay comes to something else than was recorded.
struct ReplayDifference {
  int turn = 0;     // Position among all turns of its branch at that time.
  std::string why;  // A plain sentence.
};

class PracticeSession {
 public:
  // Begins a call. It is recorded from its first turn on. REQUIRES: the person is in the store.
  static PracticeSession begin(LoadedScenario scenario, LoadedMethod method, const Person& person,
                               std::uint64_t seed, SessionPorts ports);
  // A new session that takes over the first `keptTurns` turns of another one, which stays as it is:
  // to say something better without losing what was said. Recorded from its first new turn on.
  // REQUIRES: keptTurns <= its turns.
  static PracticeSession branch(const PracticeSession& from, int keptTurns);
  // Opens a recorded session from its own stored scenario and method, replaying its log.
  static Result<PracticeSession> open(const Uuid& id, SessionPorts ports);
  // The same, quicker for one of many. REQUIRES: documents that are used with this store alone.
  static Result<PracticeSession> open(const Uuid& id, SessionPorts ports,
                                      StoredDocuments& documents);

  const Scenario& scenario() const { return *m_program.scenario; }
  const Method& method() const { return *m_method.method; }
  const LoadedScenario& source() const { return m_source; }
  const SessionHeader& header() const { return m_header; }
  const Step& opening() const { return m_opening; }
  const std::vector<Exchange>& exchanges() const { return m_exchanges; }  // The current branch.
  const CallState& state() const;
  const CallMemory& memory() const;  // Of the turns so far.
  bool over() const { return state().outcome.has_value(); }

  // Who hears the rep, as positions of personas; who listens first.
  std::vector<int> room() const { return roomOf(m_program, state()); }
  // What can be said now: the node's moves, what a person in the room can be asked, and all of it.
  std::vector<const Move*> offeredMoves() const;
  std::vector<const Move*> offeredTopics(int persona) const;
  std::vector<const Move*> offered() const;
  // What could not be said after `turns` turns, and what the buyers could have said in answer to
  // the last of them and did not, each with the reason. REQUIRES: turns <= exchanges().size().
  std::vector<HiddenMove> hiddenAfter(int turns) const;
  std::vector<UnsaidLine> unsaidAfter(int turns) const;
  const Program& program() const { return m_program; }
  // A move, topic or reaction of the scenario by its id; null where there is none.
  const Move* moveOf(const MoveId& id) const;
  // What a move offers to say, the rep's name filled in; its id where it has no phrasing.
  std::string wordingOf(const Move& move) const;
  // The shortest of its phrasings, of those as people write if there are any.
  std::string shortWordingOf(const Move& move) const;
  // What the rep's own words mean here; changes nothing.
  MoveReading read(std::string_view text) const;
  // Looks at what is on offer and what was heard ahead of that, as while the rep is typing: words
  // are then understood sooner, and no differently.
  void readAhead() const;
  // What a buyer said last: what a turn answers.
  std::string heard() const;

  // REQUIRES for both: the call is not over and the move, where given, is on offer. The move
  // decides what the buyer does; to words that match nothing on offer the buyer may react by what
  // they do. What own words are worth goes by what was read in them, whatever their move.
  const Exchange& choose(const MoveId& move);
  const Exchange& say(std::string_view text, const std::optional<MoveId>& move,
                      Understood understood);

  // Goes back to after `keptTurns` turns. REQUIRES: keptTurns <= exchanges().size().
  void rewind(int keptTurns, Rewind::Reason reason);

  // The first turn, of all that the log holds, which did not replay to what was recorded.
  const std::optional<ReplayDifference>& difference() const { return m_difference; }

  CallGrade grade() const;
  // Which stages are done, the last answer heard.
  std::vector<bool> stagesDone() const;
  // What a turn said at `before`, in answer to the line `heard`, is worth by a method, which may be
  // another than the call's; the rep's name is filled in by fillIn(). `memory` is of the turns
  // before it and takes this one in.
  TurnGrade gradeOf(const SellerTurn& turn, const CallState& before, std::string_view heard,
                    const Method& method, CallMemory& memory) const;
  void fillIn(TurnGrade& grade) const;
  SessionSummary summary() const;

  // Whether the store has the call: from its first turn on.
  bool recorded() const { return m_headerSaved; }
  // Why the last turns are not on disk yet; they are kept in memory and written as soon as it goes.
  const std::optional<Error>& unsaved() const { return m_unsaved; }
  // Tries again to write what is not on disk yet.
  void saveAgain();

 private:
  PracticeSession(LoadedScenario scenario, LoadedMethod method, SessionHeader header,
                  std::string repName, SessionPorts ports);
  std::string filled(std::string text) const;
  void fillIn(Step& step) const;
  void understand(SellerTurn& turn) const;
  // Where in the program the turn's move is, or the reaction to its acts.
  std::optional<int> playedBy(const SellerTurn& turn, const CallState& before) const;
  CallMemory memoryWithAnswer() const;
  // Of one persona, or of the node where it is -1.
  std::vector<const Move*> offeredOf(int persona) const;
  std::vector<const CallState*> history(int turns) const;
  void play(SellerTurn turn);
  void compare(Exchange& exchange);
  void keepTurns(int count);
  void record(LogEntry entry);
  Result<void> writePending();

  LoadedScenario m_source;
  LoadedMethod m_method;
  Program m_program;
  SessionHeader m_header;
  std::string m_repName;  // May be empty.
  SessionPorts m_ports;
  Step m_opening;
  std::vector<Exchange> m_exchanges;
  struct Pending {
    LogEntry entry;
    SessionSummary summary;  // After the entry.
  };
  std::vector<Pending> m_pending;  // Not on disk yet, in order.
  int m_saved = 0;                 // Entries that are on disk.
  bool m_headerSaved = false;
  int m_redone = 0;
  std::optional<ReplayDifference> m_difference;
  std::optional<Error> m_unsaved;
};

}  // namespace sparring
