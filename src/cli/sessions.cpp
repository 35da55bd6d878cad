// sparring-cli sessions: the stored calls, listed and shown.
#include <iomanip>
#include <ostream>

#include "base/json.h"
#include "cli/commands.h"
#include "cli/session_json.h"
#include "cli/transcript.h"
#include "language/ngram_matcher.h"
#include "session/practice_session.h"

namespace sparring::cli {
namespace {

Result<Store> openStore(const std::string& database, const Surroundings& around) {
  const std::filesystem::path path =
      database.empty() ? around.defaultDatabase : std::filesystem::path(database);
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) {
    return fail("There is no database here yet.", path.string(),
                "Practise once, or name another file with --db.");
  }
  return Store::open(path, {.now = around.now()});
}

Result<Uuid> findSession(const Store& store, const std::string& id) {
  const Result<std::vector<SessionRow>> rows = store.sessions();
  if (!rows) return std::unexpected(rows.error());
  std::vector<Uuid> found;
  for (const SessionRow& row : *rows) {
    if (row.header.id.toString().starts_with(id)) found.push_back(row.header.id);
  }
  if (found.size() == 1) return found.front();
  return fail(found.empty() ? "There is no session '" + id + "'."
                            : "More than one session begins with '" + id + "'.",
              {}, "'sparring-cli sessions list' shows them all.");
}

}  // namespace

int listSessions(const std::string& database, bool asJson, const Surroundings& around) {
  const Result<Store> store = openStore(database, around);
  if (!store) return refuse(store.error(), around);
  const Result<std::vector<SessionRow>> rows = store->sessions();
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
               << row.summary.turns << " turns, " << row.personName << '\n';
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
  const NgramMatcher matcher;
  const Result<PracticeSession> session =
      PracticeSession::open(*uuid, {&*store, &matcher, around.now, around.newId});
  if (!session) return refuse(session.error(), around);
  if (asJson) {
    around.out << writeJson(sessionJson(*session));
    return 0;
  }
  around.out << session->header().scenarioTitle << ", "
             << formatMinute(session->header().startedAt, around.utcOffsetMinutes) << "\n\n";
  printWhole(around.out, *session);
  return 0;
}

}  // namespace sparring::cli
