// What the parts of Store share: the connection behind it, writing all or nothing, and ids in rows.
// Private to the store's own source files.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <string>
#include <utility>

#include "storage/open_database.h"
#include "storage/rows.h"
#include "storage/store.h"
#include "storage/store_error.h"

namespace sparring {

inline constexpr std::size_t mostBytes = 256 * 1024 * 1024;  // Of one document or one log entry.

inline bool hasPerson(const SQLite::Database& database, const Uuid& person) {
  SQLite::Statement find(database, "SELECT 1 FROM people WHERE id = ?");
  bind(find, 1, person);
  return find.executeStep();
}

inline bool hasDocument(const SQLite::Database& database, const std::string& hash) {
  SQLite::Statement find(database, "SELECT 1 FROM documents WHERE hash = ?");
  find.bind(1, hash);
  return find.executeStep();
}

struct Store::Database {
  std::filesystem::path file;  // Empty for a database in memory.
  StoreOptions options;
  SQLite::Database connection;

  Database(std::filesystem::path place, StoreOptions how, SQLite::Database opened)
      : file(std::move(place)), options(how), connection(std::move(opened)) {}
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Does the work, a call that gives a Result. Where the file proves to be damaged, it is left as
  // after a crash, so that it is checked, and restored, when it is opened next.
  template <class Work>
  std::invoke_result_t<Work> read(Work&& work) const {
    auto result = guarded(file, std::forward<Work>(work));
    if (!result && result.error() == damagedFileError(file)) leaveOpen(connection);
    return result;
  }

  // Does the work, a call that gives Result<void>, durably or not at all, in the file at its place:
  // where the file is gone from there, it is made anew with all that it held.
  template <class Work>
  Result<void> write(Work&& work) {
    return read([&]() -> Result<void> {
      if (Result<void> back = putBack(); !back) return back;
      SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
      if (Result<void> done = work(); !done) return done;
      transaction.commit();
      return keepHold();
    });
  }

  // Whether the file is no longer at its place: what is written to it then would be lost.
  bool isGone() const;
  // Where nothing stands at the place of a file that is gone, makes it anew: what it held can be
  // read for as long as the connection is open. Fails where something else stands there.
  Result<void> putBack();
  // Makes sure that what was just committed is in a file at its place.
  Result<void> keepHold();

  std::unexpected<Error> refuse(std::string what, std::string hint = {}) const {
    return fail(std::move(what), file.string(), std::move(hint));
  }
};

}  // namespace sparring
