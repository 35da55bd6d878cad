#include "cli/stored.h"

#include <limits>

namespace sparring::cli {

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
