// sparring-cli replay: the proof that recorded calls come to the same again.
#include <algorithm>
#include <limits>
#include <ostream>

#include "base/json.h"
#include "cli/commands.h"
#include "cli/stored.h"
#include "session/practice_session.h"

namespace sparring::cli {
namespace {

struct Verdict {
  std::string id;
  std::string scenario;
  int turns = 0;
  std::optional<int> turn;  // The first that differs, from 1.
  std::string why;          // Empty where it is identical.
};

Verdict verify(Store& store, const SessionRow& row, StoredDocuments& documents,
               const Surroundings& around) {
  Verdict out{row.header.id.toString(), row.header.scenarioTitle, row.summary.turns, {}, {}};
  const Result<PracticeSession> session =
      PracticeSession::open(row.header.id, {&store, nullptr, around.now, around.newId}, documents);
  if (!session) {
    out.why = sentence(session.error());
  } else if (const auto& difference = session->difference()) {
    out.turn = difference->turn + 1;
    out.why = difference->why;
  } else if (session->summary() != row.summary) {
    out.why = "The turns are the same, but the call as a whole comes to something else.";
  }
  return out;
}

Json toJson(const Verdict& verdict) {
  Json out = Json::object();
  out.add("session", Json::of(verdict.id));
  out.add("scenario", Json::of(verdict.scenario));
  out.add("turns", Json::of(verdict.turns));
  out.add("identical", Json::of(verdict.why.empty()));
  if (verdict.turn) out.add("turn", Json::of(*verdict.turn));
  if (!verdict.why.empty()) out.add("why", Json::of(verdict.why));
  return out;
}

void print(const Verdict& verdict, std::ostream& out) {
  out << verdict.id.substr(0, 12) << "  " << verdict.scenario << ", " << verdict.turns
      << " turns: ";
  if (verdict.why.empty()) {
    out << "identical\n";
  } else if (verdict.turn) {
    out << "differs at turn " << *verdict.turn << ". " << verdict.why << '\n';
  } else {
    out << verdict.why << '\n';
  }
}

}  // namespace

int replay(const ReplayRequest& request, const Surroundings& around) {
  Result<Store> store = openStore(request.database, around);
  if (!store) return refuse(store.error(), around);
  std::vector<Uuid> wanted;
  for (const std::string& id : request.ids) {
    const Result<Uuid> found = findSession(*store, id);
    if (!found) return refuse(found.error(), around);
    wanted.push_back(*found);
  }
  const Result<std::vector<SessionRow>> rows =
      store->sessions({.most = std::numeric_limits<int>::max()});
  if (!rows) return refuse(rows.error(), around);
  StoredDocuments documents;
  int checked = 0;
  int differing = 0;
  Json all = Json::array();
  for (const SessionRow& row : *rows) {
    if (!wanted.empty() && std::ranges::find(wanted, row.header.id) == wanted.end()) continue;
    const Verdict verdict = verify(*store, row, documents, around);
    ++checked;
    if (!verdict.why.empty()) ++differing;
    if (request.asJson) {
      all.push(toJson(verdict));
    } else {
      print(verdict, around.out);
    }
  }
  if (request.asJson) {
    around.out << writeJson(all);
  } else {
    around.out << checked << " checked, " << differing << " differ\n";
  }
  return differing > 0 ? 1 : 0;
}

}  // namespace sparring::cli
