// Opens the file behind a Store. Looks before it touches: what is newer than this program, not ours
// or damaged at its head is refused from its first hundred bytes, before SQLite writes a single
// one. A file that was not closed, after a crash, is checked page by page before anything else.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "base/result.h"
#include "storage/store.h"

namespace sparring {

// REQUIRES: an absolute path, so that it can mean nothing but a file to SQLite.
// Throws SQLite::Exception.
Result<SQLite::Database> openDatabase(const std::filesystem::path& file,
                                      const StoreOptions& options);

// Makes the folder that the file is to be in, where there is none.
Result<void> makeFolder(const std::filesystem::path& file);

// Leaves the file and what stands beside it as they are when the connection closes.
void leaveOpen(const SQLite::Database& database);

// Sets up a connection for our use: foreign keys, durable commits, no trust in the file's own SQL.
// Throws SQLite::Exception.
void prepareConnection(SQLite::Database& database);

}  // namespace sparring
