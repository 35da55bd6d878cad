#include "storage/open_database.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

#include "storage/backup.h"
#include "storage/migrations.h"
#include "storage/store_error.h"

namespace sparring {

namespace {

// The head of a SQLite file: https://www.sqlite.org/fileformat.html#the_database_header
constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t headSize = 100;
constexpr std::size_t versionOffset = 60;
constexpr std::size_t applicationOffset = 68;

std::int32_t bigEndian(std::string_view head, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = offset; i < offset + 4; ++i) {
    value = value << 8 | static_cast<std::uint8_t>(head[i]);
  }
  return static_cast<std::int32_t>(value);
}

std::optional<Error> faultInHead(std::string_view head, const std::filesystem::path& file) {
  if (head.empty()) return std::nullopt;  // A new file.
  if (!head.starts_with(magic)) return foreignFileError(file);
  if (head.size() < headSize) return damagedFileError(file);
  if (bigEndian(head, applicationOffset) != storeApplicationId) return foreignFileError(file);
  const std::int32_t version = bigEndian(head, versionOffset);
  if (version < 0 || version > latestStoreVersion()) return newerFileError(file);
  return std::nullopt;
}

// Whether a practice file must have stood here: turns are left in a write-ahead log, or a copy of
// an earlier version.
bool hasTraces(const std::filesystem::path& file) {
  std::error_code none;
  const std::uintmax_t size = std::filesystem::file_size(file.string() + "-wal", none);
  return (!none && size > 0) || !backupsOf(file).empty();
}

// Whether a program that used the file was not able to close it, or still has it open.
bool isLeftOpen(const std::filesystem::path& file) {
  std::error_code none;
  return std::filesystem::exists(file.string() + "-wal", none) ||
         std::filesystem::exists(file.string() + "-shm", none);
}

// Checks all pages after a crash, and where that is done at once also without one. What takes long
// is checked without comparing the indexes with what they point at.
bool isSound(SQLite::Database& database, const std::filesystem::path& file, bool leftOpen) {
  constexpr std::uintmax_t checkedAtOnce = 8 * 1024 * 1024;  // Some 10 ms.
  constexpr std::uintmax_t checkedInFull = 128 * 1024 * 1024;
  const std::uintmax_t size = std::filesystem::file_size(file);
  if (!leftOpen && size > checkedAtOnce) return true;
  const bool inFull = leftOpen && size <= checkedInFull;
  const SQLite::Column found =
      database.execAndGet(inFull ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
  return found.getString() == "ok";
}

// Reads the file's head, changing nothing but a folder that was missing.
Result<void> inspect(const std::filesystem::path& file, bool isOwnPlace) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found) return makeFolder(file);
  if (status.type() == std::filesystem::file_type::directory) {
    return fail("This is a folder, not a practice file.", file.string(), "Name a file in it.");
  }
  if (status.type() == std::filesystem::file_type::none) {
    return fail("The practice file cannot be reached.", file.string(),
                "Check that you may open its folder, or choose another folder.");
  }
  if (status.type() != std::filesystem::file_type::regular) {
    return std::unexpected(foreignFileError(file));
  }
  std::ifstream in(file, std::ios::binary);
  std::array<char, headSize> head{};
  in.read(head.data(), head.size());
  if (!in.is_open() || in.bad()) {
    return fail("The practice file cannot be read.", file.string(),
                "Check that you may open it, or choose another file.");
  }
  const auto size = static_cast<std::size_t>(in.gcount());
  const std::optional<Error> fault = faultInHead({head.data(), size}, file);
  const bool isForeign = fault == foreignFileError(file);
  if ((isForeign && isOwnPlace) || ((isForeign || size == 0) && hasTraces(file))) {
    return std::unexpected(damagedFileError(file));
  }
  if (fault) return std::unexpected(*fault);
  return {};
}

// Marks an empty database as ours, before anything else is in it, so that a crash while it is being
// made leaves a file that we know again. False where somebody else got there first.
bool claim(SQLite::Database& database) {
  const auto application = [&] { return database.execAndGet("PRAGMA application_id").getInt(); };
  if (application() == storeApplicationId) return true;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (application() == storeApplicationId) return true;
  if (database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() != 0) return false;
  database.exec("PRAGMA application_id = " + std::to_string(storeApplicationId));
  transaction.commit();
  return true;
}

// Two programs that make the same file at once may find it busy here, where SQLite itself does not
// wait: the change of mode needs the file alone for a moment.
bool useWriteAheadLog(SQLite::Database& database, int busyMilliseconds) {
  constexpr int pause = 5;
  for (int waited = 0;; waited += pause) {
    try {
      return database.execAndGet("PRAGMA journal_mode = WAL").getString() == "wal";
    } catch (const SQLite::Exception& exception) {
      if ((exception.getErrorCode() & 0xff) != SQLITE_BUSY || waited >= busyMilliseconds) throw;
      sqlite3_sleep(pause);
    }
  }
}

// Closing the last connection would fold the write-ahead log into the file and change its bytes.
std::unexpected<Error> refuseUntouched(const SQLite::Database& database, Error error) {
  leaveOpen(database);
  return std::unexpected(std::move(error));
}

}  // namespace

Result<void> makeFolder(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  if (!error) return {};
  return fail("The folder for the practice file cannot be made.", file.parent_path().string(),
              "Check that you may make folders there, or choose another folder.");
}

void leaveOpen(const SQLite::Database& database) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void prepareConnection(SQLite::Database& database) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  database.exec("PRAGMA foreign_keys = ON");
  database.exec("PRAGMA synchronous = FULL");
}

Result<SQLite::Database> openDatabase(const std::filesystem::path& file,
                                      const StoreOptions& options) {
  const bool leftOpen = isLeftOpen(file);
  if (Result<void> seen = inspect(file, options.isOwnPlace); !seen)
    return std::unexpected(seen.error());
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                            options.busyMilliseconds);
  if (sqlite3_db_readonly(database.getHandle(), "main") == 1) {
    return std::unexpected(readOnlyFileError(file));
  }
  prepareConnection(database);
  if (!options.flushesEachTurn) database.exec("PRAGMA synchronous = OFF");
  if (database.execAndGet("PRAGMA user_version").getInt() > latestStoreVersion()) {
    // The head was older than what still stands in the write-ahead log of a program that crashed.
    return refuseUntouched(database, newerFileError(file));
  }
  if (!isSound(database, file, leftOpen)) return refuseUntouched(database, damagedFileError(file));
  if (!claim(database)) return std::unexpected(foreignFileError(file));
  if (!useWriteAheadLog(database, options.busyMilliseconds)) {
    return fail("The practice file cannot be kept safely on this disk.", file.string(),
                "Choose a folder on a disk of this computer.");
  }
  const Result<bool> migrated =
      migrate(database, [&] { return keepBackup(file, latestStoreVersion(), options.now); });
  if (!migrated) return std::unexpected(migrated.error());
  if (*migrated) return database;
  return refuseUntouched(database, newerFileError(file));
}

}  // namespace sparring
