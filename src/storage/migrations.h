// The shapes that the database has had, oldest first. Opening brings a file from whichever it has
// to the last one. A migration that has shipped never changes: a new shape is a new migration.
#pragma once

#include <SQLiteCpp/Database.h>

namespace sparring {

// "Spar": marks a SQLite file as ours (PRAGMA application_id).
inline constexpr int storeApplicationId = 0x53706172;

// The version (PRAGMA user_version) that this program reads and writes.
int latestStoreVersion();

// Takes every migration that is still owed, each in a transaction of its own, and so also finds out
// whether the file can be written to. False, with nothing changed, where the database is newer than
// this program. Throws SQLite::Exception.
bool migrate(SQLite::Database& database);

}  // namespace sparring
