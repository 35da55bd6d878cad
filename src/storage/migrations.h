// The shapes that the database has had, oldest first. Opening brings a file from whichever it has
// to the last one. A migration that has shipped never changes: a new shape is a new migration.
#pragma once

#include <SQLiteCpp/Database.h>

#include <functional>

#include "base/result.h"

namespace sparring {

// "Spar": marks a SQLite file as ours (PRAGMA application_id).
inline constexpr int storeApplicationId = 0x53706172;

// The version (PRAGMA user_version) that this program reads and writes.
int latestStoreVersion();

// Takes all migrations that are still owed, in one transaction, and so also finds out whether the
// file can be written to. Before an existing database changes, `keepBackup` is called while nobody
// else can write; where it fails nothing changes and its error is given. False, with nothing
// changed, where the database is newer than this program. Throws SQLite::Exception.
Result<bool> migrate(SQLite::Database& database, const std::function<Result<void>()>& keepBackup);

}  // namespace sparring
