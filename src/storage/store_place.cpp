// The practice file at its place: what is written to a file that was deleted or moved away while it
// is open would be lost, though SQLite says nothing of it.
#include "storage/backup.h"
#include "storage/open_database.h"
#include "storage/store_database.h"

namespace sparring {

namespace {

std::unexpected<Error> cannotPutBack(const std::filesystem::path& file, const Error& why) {
  return fail(
      "The practice file is gone from its place and cannot be made there again. " + why.what,
      file.string(), "Put its folder or its disk back.");
}

}  // namespace

Store::Database::~Database() {
  // Closing would remove the write-ahead log by name: of another file, if one stands there now.
  if (isGone()) leaveOpen(connection);
}

bool Store::Database::isGone() const {
  int moved = 0;
  sqlite3_file_control(connection.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

Result<void> Store::Database::putBack() {
  if (!isGone()) return {};
  std::error_code error;
  if (std::filesystem::exists(file, error)) return std::unexpected(movedFileError(file));
  if (Result<void> made = makeFolder(file); !made) return cannotPutBack(file, made.error());
  if (Result<void> copied = copyTo(connection, file); !copied) {
    return cannotPutBack(file, copied.error());
  }
  Result<SQLite::Database> anew = openDatabase(file, options);
  if (!anew) return std::unexpected(anew.error());
  leaveOpen(connection);
  connection = std::move(*anew);
  return {};
}

Result<void> Store::Database::keepHold() {
  if (file.empty()) return {};
  if (isGone()) return putBack();
  std::error_code error;
  if (std::filesystem::exists(file.string() + "-wal", error)) return {};
  // The write-ahead log was deleted, so the file itself must have what stood in it.
  if (connection.execAndGet("PRAGMA wal_checkpoint(FULL)").getInt() == 0) return {};
  return std::unexpected(movedFileError(file));
}

}  // namespace sparring
