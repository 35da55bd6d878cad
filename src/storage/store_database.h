// What the parts of Store share: the connection behind it, writing all or nothing, and ids in rows.
// Private to the store's own source files.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <utility>

#include "storage/store.h"
#include "storage/store_error.h"

namespace sparring {

inline constexpr std::size_t mostBytes = 256 * 1024 * 1024;  // Of one document or one log entry.

inline void bind(SQLite::Statement& statement, int index, const Uuid& id) {
  statement.bind(index, id.bytes.data(), static_cast<int>(id.bytes.size()));
}

inline Uuid readUuid(const SQLite::Column& column) {
  Uuid id;
  if (column.getBytes() != static_cast<int>(id.bytes.size())) {
    throw SQLite::Exception("an id of another length", SQLITE_CORRUPT);
  }
  std::copy_n(static_cast<const std::uint8_t*>(column.getBlob()), id.bytes.size(),
              id.bytes.begin());
  return id;
}

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
  SQLite::Database connection;

  // Does the work, a call that gives Result<void>, durably or not at all.
  template <class Work>
  Result<void> write(Work&& work) {
    return guarded(file, [&]() -> Result<void> {
      if (isGone()) return std::unexpected(movedFileError(file));
      SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
      if (Result<void> done = work(); !done) return done;
      transaction.commit();
      return {};
    });
  }

  // Whether the file is no longer at its place: what is written to it then would be lost.
  bool isGone() const {
    int moved = 0;
    sqlite3_file_control(connection.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
  }

  std::unexpected<Error> refuse(std::string what, std::string hint = {}) const {
    return fail(std::move(what), file.string(), std::move(hint));
  }
};

}  // namespace sparring
