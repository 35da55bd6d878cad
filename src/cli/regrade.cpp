// sparring-cli regrade: what recorded calls come to when they are graded anew.
#include <algorithm>
#include <limits>
#include <ostream>

#include "cli/commands.h"
#include "cli/grade_json.h"
#include "cli/stored.h"
#include "session/practice_session.h"

namespace sparring::cli {
namespace {

Result<std::vector<Uuid>> wantedOf(const Store& store, const std::vector<std::string>& ids) {
  std::vector<Uuid> wanted;
  for (const std::string& id : ids) {
    const Result<Uuid> found = findSession(store, id);
    if (!found) return std::unexpected(found.error());
    wanted.push_back(*found);
  }
  return wanted;
}

}  // namespace

int regrade(const ReplayRequest& request, const Surroundings& around) {
  Result<Store> store = openStore(request.database, around);
  if (!store) return refuse(store.error(), around);
  const Result<std::vector<Uuid>> wanted = wantedOf(*store, request.ids);
  if (!wanted) return refuse(wanted.error(), around);
  const Result<std::vector<SessionRow>> rows =
      store->sessions({.most = std::numeric_limits<int>::max()});
  if (!rows) return refuse(rows.error(), around);
  StoredDocuments documents;
  int code = 0;
  for (const SessionRow& row : *rows) {
    const Uuid& id = row.header.id;
    if (!wanted->empty() && std::ranges::find(*wanted, id) == wanted->end()) continue;
    const Result<PracticeSession> session =
        PracticeSession::open(id, {&*store, nullptr, around.now, around.newId}, documents);
    if (!session) {
      around.err << "sparring-cli: " << id.toString() << ": " << sentence(session.error()) << '\n';
      code = 1;
      continue;
    }
    const CallGrade grade = session->grade();
    if (request.asJson) {
      Json out = Json::object();
      out.add("call", Json::of(id.toString()));
      out.add("call_grade", callGradeJson(grade));
      around.out << writeJsonLine(out) << '\n';
      continue;
    }
    around.out << id.toString().substr(0, 12) << "  " << row.header.scenarioTitle << ": ";
    if (grade.score) {
      around.out << *grade.score << " of 100\n";
    } else {
      around.out << "not enough to say\n";
    }
  }
  return code;
}

}  // namespace sparring::cli
