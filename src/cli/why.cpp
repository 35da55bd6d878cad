// sparring-cli why: what could not be said at a moment of a recorded call, what was not answered,
// and for what reason.
#include <ostream>

#include "base/json.h"
#include "cli/commands.h"
#include "cli/stored.h"
#include "session/practice_session.h"

namespace sparring::cli {
namespace {

std::string wordingOf(const Move& move) {
  return move.phrasings.empty() ? move.id.value : move.phrasings.front();
}

// When it came to be so, as a sentence that follows the reason.
std::string sinceText(const UnmetPart& part) {
  if (part.since > 0) return " So since turn " + std::to_string(part.since) + ".";
  if (part.setBack > 0) {
    return " Turn " + std::to_string(part.setBack) + " took it further off.";
  }
  return {};
}

class Report {
 public:
  Report(const PracticeSession& session, int turns) : m_session(session), m_turns(turns) {}

  void print(std::ostream& out) const {
    out << "After turn " << m_turns << " of " << m_session.exchanges().size() << '\n';
    const auto hidden = m_session.hiddenAfter(m_turns);
    out << "\nCannot be said (" << hidden.size() << ")\n";
    for (const HiddenMove& each : hidden) {
      const CompiledMove& move = moveAt(each.move);
      out << "  " << move.move->id.value << ": " << wordingOf(*move.move) << '\n';
      if (each.absent) out << "    " << absence(move) << '\n';
      print(each.unmet, out);
    }
    const auto unsaid = m_session.unsaidAfter(m_turns);
    out << "\nNot answered (" << unsaid.size() << ")\n";
    for (const UnsaidLine& each : unsaid) {
      out << "  " << each.line->id.value << ": " << each.line->text << '\n';
      if (each.said != nullptr) {
        out << "    '" << each.said->id.value << "' stands before it and was said.\n";
      }
      print(each.unmet, out);
    }
  }

  Json json() const {
    Json out = Json::object();
    out.add("turn", Json::of(m_turns));
    Json hidden = Json::array();
    for (const HiddenMove& each : m_session.hiddenAfter(m_turns)) {
      const CompiledMove& move = moveAt(each.move);
      Json entry = Json::object();
      entry.add("move", Json::of(move.move->id.value));
      entry.add("words", Json::of(wordingOf(*move.move)));
      if (each.absent) entry.add("absent", Json::of(personaOf(move).id.value));
      entry.add("because", json(each.unmet));
      hidden.push(std::move(entry));
    }
    out.add("hidden", std::move(hidden));
    Json unsaid = Json::array();
    for (const UnsaidLine& each : m_session.unsaidAfter(m_turns)) {
      Json entry = Json::object();
      entry.add("line", Json::of(each.line->id.value));
      entry.add("words", Json::of(each.line->text));
      if (each.said != nullptr) entry.add("said_instead", Json::of(each.said->id.value));
      entry.add("because", json(each.unmet));
      unsaid.push(std::move(entry));
    }
    out.add("unsaid", std::move(unsaid));
    return out;
  }

 private:
  const CompiledMove& moveAt(int position) const {
    return m_session.program().moves[static_cast<std::size_t>(position)];
  }
  const Persona& personaOf(const CompiledMove& move) const {
    return m_session.scenario().personas[static_cast<std::size_t>(move.persona)];
  }
  std::string absence(const CompiledMove& move) const {
    return personaOf(move).name + " is not in the room.";
  }

  static void print(const std::vector<UnmetPart>& parts, std::ostream& out) {
    for (const UnmetPart& each : parts) {
      out << "    " << each.written << ": " << each.sentence << sinceText(each) << '\n';
    }
  }

  static Json json(const std::vector<UnmetPart>& parts) {
    Json out = Json::array();
    for (const UnmetPart& each : parts) {
      Json entry = Json::object();
      entry.add("part", Json::of(each.written));
      entry.add("sentence", Json::of(each.sentence));
      entry.add("since_turn", Json::of(each.since));
      entry.add("set_back_by_turn", Json::of(each.setBack));
      out.push(std::move(entry));
    }
    return out;
  }

  const PracticeSession& m_session;
  int m_turns;
};

}  // namespace

int why(const WhyRequest& request, const Surroundings& around) {
  Result<Store> store = openStore(request.database, around);
  if (!store) return refuse(store.error(), around);
  const Result<Uuid> id = findSession(*store, request.id);
  if (!id) return refuse(id.error(), around);
  const Result<PracticeSession> session =
      PracticeSession::open(*id, {&*store, nullptr, around.now, around.newId});
  if (!session) return refuse(session.error(), around);
  const int turns = static_cast<int>(session->exchanges().size());
  const int turn = request.turn.value_or(turns);
  if (turn < 0 || turn > turns) {
    return refuse({"This call has no turn " + std::to_string(turn) + ".",
                   {},
                   "Its turns go from 1 to " + std::to_string(turns) + "; 0 is the opening."},
                  around);
  }
  const Report report(*session, turn);
  if (request.asJson) {
    around.out << writeJson(report.json());
  } else {
    report.print(around.out);
  }
  return 0;
}

}  // namespace sparring::cli
