// sparring-cli sessions: the stored calls, listed and shown.
#include <algorithm>
#include <iomanip>
#include <ostream>

#include "base/json.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/session_json.h"
#include "cli/stored.h"
#include "cli/transcript.h"
#include "session/practice_session.h"

namespace sparring::cli {
namespace {

// Whom a name means, ignoring case.
Result<Uuid> findPerson(const Store& store, const std::string& name) {
  const Result<std::vector<Person>> people = store.people();
  if (!people) return std::unexpected(people.error());
  std::string others;
  for (const Person& person : *people) {
    if (toLower(trim(person.name)) == toLower(trim(name))) return person.id;
    others += (others.empty() ? "" : ", ") + person.name;
  }
  return fail("There is nobody called '" + name + "' here.", {},
              others.empty() ? std::string() : "Those who are: " + others + ".");
}

// The turns that the rep went back before and that something is said about.
std::vector<SellerTurn> rewoundTurns(const SessionLog& log,
                                     const std::vector<SignedAnnotation>& standing) {
  const auto isDiscussed = [&](const Uuid& turn) {
    return std::ranges::any_of(
        standing, [&](const SignedAnnotation& each) { return each.annotation.turn == turn; });
  };
  const std::vector<SellerTurn> kept = currentBranch(log.entries);
  std::vector<SellerTurn> out;
  for (const LogEntry& entry : log.entries) {
    const auto* turn = std::get_if<SellerTurn>(&entry);
    if (turn && isDiscussed(turn->id) &&
        std::ranges::find(kept, turn->id, &SellerTurn::id) == kept.end()) {
      out.push_back(*turn);
    }
  }
  return out;
}

std::string annotationsText(int count) {
  if (count == 0) return {};
  return ", " + std::to_string(count) + (count == 1 ? " comment" : " comments");
}

}  // namespace

int listSessions(const std::string& database, const std::string& person, bool asJson,
                 const Surroundings& around) {
  const Result<Store> store = openStore(database, around);
  if (!store) return refuse(store.error(), around);
  SessionFilter filter;
  if (!person.empty()) {
    const Result<Uuid> wanted = findPerson(*store, person);
    if (!wanted) return refuse(wanted.error(), around);
    filter.person = *wanted;
  }
  const Result<std::vector<SessionRow>> rows = store->sessions(filter);
  if (!rows) return refuse(rows.error(), around);
  if (asJson) {
    Json list = Json::array();
    for (const SessionRow& row : *rows) list.push(rowJson(row));
    around.out << writeJson(list);
    return 0;
  }
  for (const SessionRow& row : *rows) {
    around.out << row.header.id.toString().substr(0, 12) << "  "
               << formatMinute(row.header.startedAt, around.utcOffsetMinutes) << "  "
               << std::setw(3)
               << (row.summary.score < 0 ? std::string("-") : std::to_string(row.summary.score))
               << "  " << row.header.scenarioTitle << ", "
               << (row.summary.over ? row.summary.outcomeTitle : std::string("not over")) << ", "
               << row.summary.turns << " turns, " << row.personName
               << annotationsText(row.annotations) << '\n';
  }
  if (rows->empty()) around.out << "No sessions yet.\n";
  return 0;
}

int showSession(const std::string& id, const std::string& database, bool asJson,
                const Surroundings& around) {
  Result<Store> store = openStore(database, around);
  if (!store) return refuse(store.error(), around);
  const Result<Uuid> uuid = findSession(*store, id);
  if (!uuid) return refuse(uuid.error(), around);
  const Result<PracticeSession> session =
      PracticeSession::open(*uuid, {&*store, nullptr, around.now, around.newId});
  if (!session) return refuse(session.error(), around);
  const Result<SessionLog> log = store->session(*uuid);
  if (!log) return refuse(log.error(), around);
  const Result<std::vector<SignedAnnotation>> said = store->annotations(*uuid);
  if (!said) return refuse(said.error(), around);
  const std::vector<SignedAnnotation> stands = standing(*said);
  const std::vector<SellerTurn> rewound = rewoundTurns(*log, stands);
  if (asJson) {
    around.out << writeJson(sessionJson(*session, stands, rewound));
    return 0;
  }
  around.out << session->header().scenarioTitle << ", "
             << formatMinute(session->header().startedAt, around.utcOffsetMinutes) << "\n\n";
  printWhole(around.out, *session, stands, rewound);
  return 0;
}

}  // namespace sparring::cli
