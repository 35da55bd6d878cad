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

Result<void> makeFolder(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  if (!error) return {};
  return fail("The folder for the practice file cannot be made.", file.parent_path().string(),
              "Check that you may make folders there, or choose another folder.");
}

// Reads the file's head, changing nothing but a folder that was missing.
Result<void> inspect(const std::filesystem::path& file) {
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
  if (auto fault = faultInHead({head.data(), size}, file)) return std::unexpected(*fault);
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
Error refuseUntouched(SQLite::Database& database, const std::filesystem::path& file) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return newerFileError(file);
}

}  // namespace

void prepareConnection(SQLite::Database& database) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  database.exec("PRAGMA foreign_keys = ON");
  database.exec("PRAGMA synchronous = FULL");
}

Result<SQLite::Database> openDatabase(const std::filesystem::path& file,
                                      const StoreOptions& options) {
  if (Result<void> seen = inspect(file); !seen) return std::unexpected(seen.error());
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                            options.busyMilliseconds);
  if (sqlite3_db_readonly(database.getHandle(), "main") == 1) {
    return std::unexpected(readOnlyFileError(file));
  }
  prepareConnection(database);
  if (!claim(database)) return std::unexpected(foreignFileError(file));
  if (!useWriteAheadLog(database, options.busyMilliseconds)) {
    return fail("The practice file cannot be kept safely on this disk.", file.string(),
                "Choose a folder on a disk of this computer.");
  }
  const Result<bool> migrated =
      migrate(database, [&] { return keepBackup(file, latestStoreVersion(), options.now); });
  if (!migrated) return std::unexpected(migrated.error());
  if (*migrated) return database;
  // The head was older than what still stands in the write-ahead log of a program that crashed.
  return std::unexpected(refuseUntouched(database, file));
}

}  // namespace sparring
