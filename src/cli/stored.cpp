#include "cli/stored.h"

#include <limits>
#include <ostream>

#include "storage/restore.h"

namespace sparring::cli {
namespace {

// What the program itself has of what calls are held on.
std::vector<std::string> shippedDocuments(const Surroundings& around) {
  std::vector<std::string> all;
  const Result<LoadedMethod> method = shippedMethod(around);
  if (!method) return all;
  all.push_back(method->bytes);
  for (ScenarioFile& each : openScenarios(around.folders->scenarios, method->method.get())) {
    all.push_back(std::move(each.loaded.bytes));
  }
  return all;
}

std::filesystem::path fileOf(const std::string& database, const Surroundings& around) {
  return database.empty() ? around.defaultDatabase : std::filesystem::path(database);
}

}  // namespace

Result<Store> openPracticeFile(const std::string& database, const Surroundings& around) {
  const StoreOptions options{.now = around.now(), .isOwnPlace = database.empty()};
  Result<OpenedStore> opened =
      openOrRestore(fileOf(database, around), options, [&] { return shippedDocuments(around); });
  if (!opened) return std::unexpected(opened.error());
  if (opened->restoration) around.err << "sparring-cli: " << sentence(*opened->restoration) << '\n';
  return std::move(opened->store);
}

Result<Store> openStore(const std::string& database, const Surroundings& around) {
  const std::filesystem::path path = fileOf(database, around);
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) {
    return fail("There is no database here yet.", path.string(),
                "Practise once, or name another file with --db.");
  }
  return openPracticeFile(database, around);
}

Result<Uuid> findSession(const Store& store, const std::string& id) {
  const Result<std::vector<SessionRow>> rows =
      store.sessions({.most = std::numeric_limits<int>::max()});
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

}  // namespace sparring::cli
