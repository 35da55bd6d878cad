#include "session/practice_session.h"

#include <algorithm>
#include <cassert>
#include <ranges>

#include "base/hash.h"
#include "base/text.h"
#include "dialogue/reactions.h"
#include "scenario/placeholders.h"
#include "session/digest.h"
#include "session/offer.h"
#include "session/turn_reading.h"

namespace sparring {
namespace {

constexpr std::size_t longestTurn = 100'000;  // Bytes of one seller turn.

Result<std::string> nameOf(const Store& store, const Uuid& person) {
  const Result<std::vector<Person>> people = store.people();
  if (!people) return std::unexpected(people.error());
  const auto found = std::ranges::find(*people, person, &Person::id);
  return found == people->end() ? std::string() : found->name;
}

}  // namespace

PracticeSession::PracticeSession(LoadedScenario scenario, LoadedMethod method, SessionHeader header,
                                 std::string repName, SessionPorts ports)
    : m_source(std::move(scenario)),
      m_method(std::move(method)),
      m_program(compile(m_source.scenario)),
      m_header(std::move(header)),
      m_repName(std::move(repName)),
      m_ports(std::move(ports)),
      m_opening(startCall(m_program, m_header.seed)) {
  fillIn(m_opening);
}

PracticeSession PracticeSession::begin(LoadedScenario scenario, LoadedMethod method,
                                       const Person& person, std::uint64_t seed,
                                       SessionPorts ports) {
  SessionHeader header;
  header.id = ports.newId();
  header.person = person.id;
  header.startedAt = ports.now();
  header.seed = seed;
  header.scenarioId = scenario.scenario->id;
  header.scenarioTitle = scenario.scenario->title;
  header.scenarioHash = contentHash(scenario.bytes);
  header.methodHash = contentHash(method.bytes);
  return PracticeSession(std::move(scenario), std::move(method), std::move(header), person.name,
                         std::move(ports));
}

PracticeSession PracticeSession::branch(const PracticeSession& from, int keptTurns) {
  SessionHeader header = from.m_header;
  header.id = from.m_ports.newId();
  header.startedAt = from.m_ports.now();
  PracticeSession session(from.m_source, from.m_method, std::move(header), from.m_repName,
                          from.m_ports);
  for (int i = 0; i < keptTurns; ++i) {
    SellerTurn turn = from.m_exchanges[static_cast<std::size_t>(i)].turn;
    turn.id = from.m_ports.newId();
    session.play(std::move(turn));
    // Written with the first new turn: going back and saying nothing leaves no trace.
    if (session.m_ports.store != nullptr) {
      session.m_pending.push_back({session.m_exchanges.back().turn, session.summary()});
    }
  }
  return session;
}

Result<PracticeSession> PracticeSession::open(const Uuid& id, SessionPorts ports) {
  StoredDocuments documents;
  return open(id, std::move(ports), documents);
}

Result<PracticeSession> PracticeSession::open(const Uuid& id, SessionPorts ports,
                                              StoredDocuments& documents) {
  assert(ports.store != nullptr);
  Result<SessionLog> log = ports.store->session(id);
  if (!log) return std::unexpected(log.error());
  Result<LoadedScenario> scenario = documents.scenario(*ports.store, log->header.scenarioHash);
  if (!scenario) return std::unexpected(scenario.error());
  Result<LoadedMethod> method = documents.method(*ports.store, log->header.methodHash);
  if (!method) return std::unexpected(method.error());

  Result<std::string> name = nameOf(*ports.store, log->header.person);
  if (!name) return std::unexpected(name.error());

  PracticeSession session(std::move(*scenario), std::move(*method), log->header, std::move(*name),
                          std::move(ports));
  session.m_headerSaved = true;
  session.m_saved = static_cast<int>(log->entries.size());
  for (LogEntry& entry : log->entries) {
    if (const auto* rewind = std::get_if<Rewind>(&entry)) {
      session.keepTurns(rewind->keptTurns);
      if (rewind->reason == Rewind::Reason::redo) ++session.m_redone;
      continue;
    }
    SellerTurn& turn = std::get<SellerTurn>(entry);
    if (session.over() ||
        (turn.move && !offeredMove(session.m_program, session.state(), *turn.move))) {
      return fail("This session does not replay: turn " +
                      std::to_string(session.m_exchanges.size() + 1) +
                      " says something that was not on offer there.",
                  log->header.scenarioTitle,
                  "Its words are still in the database; the other sessions are not touched.");
    }
    session.play(std::move(turn));
  }
  return session;
}

const CallState& PracticeSession::state() const {
  return m_exchanges.empty() ? m_opening.state : m_exchanges.back().answer.state;
}

const CallMemory& PracticeSession::memory() const {
  static const CallMemory begins;
  return m_exchanges.empty() ? begins : m_exchanges.back().memory;
}

std::vector<const Move*> PracticeSession::offeredOf(int persona) const {
  std::vector<const Move*> out;
  for (const int position : sparring::offeredMoves(m_program, state())) {
    const CompiledMove& each = m_program.moves[static_cast<std::size_t>(position)];
    if (each.persona == persona) out.push_back(each.move);
  }
  return out;
}

std::vector<const Move*> PracticeSession::offeredMoves() const {
  return offeredOf(-1);
}
std::vector<const Move*> PracticeSession::offeredTopics(int persona) const {
  return offeredOf(persona);
}
std::vector<const Move*> PracticeSession::offered() const {
  std::vector<const Move*> out;
  for (const int position : sparring::offeredMoves(m_program, state())) {
    out.push_back(m_program.moves[static_cast<std::size_t>(position)].move);
  }
  return out;
}

// The states from the opening to after `turns` turns.
std::vector<const CallState*> PracticeSession::history(int turns) const {
  std::vector<const CallState*> states = {&m_opening.state};
  for (int i = 0; i < turns; ++i) {
    states.push_back(&m_exchanges[static_cast<std::size_t>(i)].answer.state);
  }
  return states;
}

std::vector<HiddenMove> PracticeSession::hiddenAfter(int turns) const {
  return hiddenMoves(m_program, history(turns));
}

std::vector<UnsaidLine> PracticeSession::unsaidAfter(int turns) const {
  if (turns == 0) return unsaidLines(m_program, history(0), m_opening, std::nullopt);
  const Exchange& last = m_exchanges[static_cast<std::size_t>(turns - 1)];
  std::optional<int> move;
  if (last.turn.move) move = m_program.moveById.at(last.turn.move->value);
  return unsaidLines(m_program, history(turns), last.answer, move);
}

const Move* PracticeSession::moveOf(const MoveId& id) const {
  const auto found = m_program.moveById.find(id.value);
  if (found == m_program.moveById.end()) return nullptr;
  return m_program.moves[static_cast<std::size_t>(found->second)].move;
}

std::string PracticeSession::wordingOf(const Move& move) const {
  return move.phrasings.empty() ? move.id.value : filled(move.phrasings.front());
}

std::string PracticeSession::shortWordingOf(const Move& move) const {
  // As written before as spoken: what comes from speech recognition begins in lower case.
  const auto order = [](const std::string& text) {
    return std::pair(!text.empty() && text.front() >= 'a' && text.front() <= 'z', text.size());
  };
  const auto shortest = std::ranges::min_element(move.phrasings, {}, order);
  return shortest == move.phrasings.end() ? move.id.value : filled(*shortest);
}

std::string PracticeSession::filled(std::string text) const {
  return withRepName(std::move(text), m_repName);
}

void PracticeSession::fillIn(Step& step) const {
  for (Utterance& each : step.said) each.text = filled(std::move(each.text));
}

MoveReading PracticeSession::read(std::string_view text) const {
  if (m_ports.understanding == nullptr) return {};
  const std::string said = cleanInput(text, longestTurn);
  if (const SentenceEncoder* encoder = m_ports.understanding->encoder.get()) {
    embedTurn(said, heard(), *encoder);  // Reading the turn, next, finds it at hand.
  }
  return readAgainst(offerAt(m_program, state(), m_repName), m_ports.understanding->matcher, said,
                     heard());
}

void PracticeSession::readAhead() const {
  if (m_ports.understanding == nullptr || over()) return;
  if (const SentenceEncoder* encoder = m_ports.understanding->encoder.get()) {
    embedTurn({}, heard(), *encoder);
  }
  const Offer offer = offerAt(m_program, state(), m_repName);
  m_ports.understanding->matcher.prepare(candidatesOf(offer));
}

std::string PracticeSession::heard() const {
  for (const Exchange& each : std::views::reverse(m_exchanges)) {
    if (!each.answer.said.empty()) return each.answer.said.back().text;
  }
  return m_opening.said.empty() ? std::string() : m_opening.said.back().text;
}

const Exchange& PracticeSession::choose(const MoveId& move) {
  const std::optional<int> position = offeredMove(m_program, state(), move);
  assert(position);
  const Move& chosen = *m_program.moves[static_cast<std::size_t>(*position)].move;
  return say(chosen.phrasings.empty() ? std::string() : wordingOf(chosen), move,
             Understood::chosen);
}

const Exchange& PracticeSession::say(std::string_view text, const std::optional<MoveId>& move,
                                     Understood understood) {
  assert(!over());
  SellerTurn turn;
  turn.id = m_ports.newId();
  turn.saidAt = m_ports.now();
  turn.text = cleanInput(text, longestTurn);
  turn.understood = understood;
  turn.move = move;
  understand(turn);
  play(std::move(turn));
  record(m_exchanges.back().turn);
  return m_exchanges.back();
}

// What the turn does, about whom and with which facts: of a guided option as its author says, also
// where it is typed as it is written; of own words as they read. Only here: a turn of the log is
// never read anew.
void PracticeSession::understand(SellerTurn& turn) const {
  std::optional<TurnMeaning> read =
      readTurn(m_ports.understanding, turn.text, heard(), scenario().brief);
  if (read) turn.reader = m_ports.understanding->reader->name();
  const Move* meant = turn.move ? moveOf(*turn.move) : nullptr;
  const bool guided = turn.understood == Understood::chosen ||
                      (meant != nullptr && repeats(turn.text, withRepName(*meant, m_repName)));
  if (read && !guided) {
    turn.meaning = std::move(*read);
    return;
  }
  turn.beside = std::move(read);
  if (!turn.move) return;
  const std::optional<int> position = offeredMove(m_program, state(), *turn.move);
  assert(position);
  const MoveMatcher* matcher =
      m_ports.understanding != nullptr ? &m_ports.understanding->matcher : nullptr;
  layTags(withRepName(*m_program.moves[static_cast<std::size_t>(*position)].move, m_repName),
          matcher, turn);
}

std::optional<int> PracticeSession::playedBy(const SellerTurn& turn,
                                             const CallState& before) const {
  return turn.move ? offeredMove(m_program, before, *turn.move)
                   : reactionTo(m_program, before, performedActs(turn));
}

void PracticeSession::play(SellerTurn turn) {
  Exchange exchange;
  exchange.before = state();
  const std::vector<ActId> acts = performedActs(turn);
  const std::optional<int> position = playedBy(turn, exchange.before);
  const Move* move = position ? m_program.moves[static_cast<std::size_t>(*position)].move : nullptr;
  const int minutes = move != nullptr ? turnMinutes(method(), turn.move ? move->acts : acts,
                                                    move->minutes, countWords(turn.text))
                                      : method().unclearMinutes;
  exchange.answer = playMove(m_program, exchange.before, position, minutes);
  exchange.memory = memory();
  exchange.grade = gradeOf(turn, exchange.before, heard(), method(), exchange.memory);
  exchange.turn = std::move(turn);
  compare(exchange);
  // Only now: what a turn comes to is the same whatever its rep is called.
  fillIn(exchange.answer);
  fillIn(exchange.grade);
  m_exchanges.push_back(std::move(exchange));
}

// Keeps what came of the turn, or finds that it is not what was kept.
void PracticeSession::compare(Exchange& exchange) {
  const int turn = static_cast<int>(m_exchanges.size());
  const auto differs = [&](std::string why) {
    if (!m_difference) m_difference = ReplayDifference{turn, std::move(why)};
  };
  std::string& answer = exchange.turn.answerDigest;
  const std::string answered = digestOf(scenario(), exchange.answer);
  if (answer.empty()) answer = answered;
  if (answer != answered) differs("The buyer answers, or stands, otherwise than was recorded.");

  std::string& grade = exchange.turn.gradeDigest;
  if (grade.empty()) grade = digestOf(exchange.grade, gradingVersion);
  const int version = versionOf(grade);
  if (grade == digestOf(exchange.grade, version)) return;
  differs(version == gradingVersion
              ? "The turn is graded otherwise than was recorded."
              : "The turn was graded by version " + std::to_string(version) +
                    " of the grading; this program has version " + std::to_string(gradingVersion) +
                    " and grades it otherwise.");
}

void PracticeSession::keepTurns(int count) {
  const auto kept = static_cast<std::size_t>(std::max(0, count));
  if (kept < m_exchanges.size()) m_exchanges.resize(kept);
}

void PracticeSession::rewind(int keptTurns, Rewind::Reason reason) {
  assert(keptTurns >= 0 && static_cast<std::size_t>(keptTurns) <= m_exchanges.size());
  keepTurns(keptTurns);
  if (reason == Rewind::Reason::redo) ++m_redone;
  record(Rewind{keptTurns, reason, m_ports.now()});
}

void PracticeSession::record(LogEntry entry) {
  if (m_ports.store == nullptr) return;
  m_pending.push_back({std::move(entry), summary()});
  saveAgain();
}

void PracticeSession::saveAgain() {
  if (m_ports.store == nullptr) return;
  const Result<void> written = writePending();
  m_unsaved = written ? std::nullopt : std::optional(written.error());
}

Result<void> PracticeSession::writePending() {
  Store& store = *m_ports.store;
  if (!m_headerSaved && !m_pending.empty()) {
    for (const std::string* bytes : {&m_source.bytes, &m_method.bytes}) {
      const Result<std::string> kept = store.keepDocument(*bytes);
      if (!kept) return std::unexpected(kept.error());
    }
    const Result<void> added = store.addSession(m_header);
    if (!added) return added;
    m_headerSaved = true;
  }
  while (!m_pending.empty()) {
    const Pending& next = m_pending.front();
    const Result<void> appended = store.append(m_header.id, m_saved, next.entry, next.summary);
    if (!appended) return appended;
    ++m_saved;
    m_pending.erase(m_pending.begin());
  }
  return {};
}

CallGrade PracticeSession::grade() const {
  std::vector<GradedTurn> turns;
  for (const Exchange& each : m_exchanges) turns.push_back({&each.turn, &each.grade});
  const CallMemory heard = memoryWithAnswer();
  return gradeCall(method(), scenario(), turns, {state(), heard});
}

std::vector<bool> PracticeSession::stagesDone() const {
  return sparring::stagesDone(method(), scenario(), state(), memoryWithAnswer());
}

CallMemory PracticeSession::memoryWithAnswer() const {
  CallMemory out = memory();
  hearAnswer(method(), heard(), out);
  return out;
}

TurnGrade PracticeSession::gradeOf(const SellerTurn& turn, const CallState& before,
                                   std::string_view heard, const Method& method,
                                   CallMemory& memory) const {
  Heard answered{heard, {}};
  const std::vector<int> listening = roomOf(m_program, before);
  if (!listening.empty()) {
    answered.archetype = scenario().personas[static_cast<std::size_t>(listening.front())].archetype;
  }
  const std::optional<int> position = playedBy(turn, before);
  const Move* move = position ? m_program.moves[static_cast<std::size_t>(*position)].move : nullptr;
  return gradeTurn(method, scenario(), before, turn, move, answered, memory);
}

void PracticeSession::fillIn(TurnGrade& grade) const {
  for (GivenMark& each : grade.marks) each.better = filled(std::move(each.better));
}

SessionSummary PracticeSession::summary() const {
  const CallGrade call = grade();
  SessionSummary summary;
  summary.turns = call.turns;
  summary.rewinds = m_redone;
  summary.over = over();
  if (state().outcome) {
    summary.outcomeTitle = scenario().outcomes[static_cast<std::size_t>(*state().outcome)].title;
  }
  summary.score = call.score.value_or(-1);
  return summary;
}

}  // namespace sparring
