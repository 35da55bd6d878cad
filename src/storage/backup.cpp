#include "storage/backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <string>

#include "storage/store_error.h"

namespace sparring {

namespace {

// A name that no file has yet.
std::filesystem::path freeName(const std::string& wanted) {
  std::filesystem::path name = wanted;
  for (int number = 2; std::filesystem::exists(name); ++number) {
    name = wanted + "." + std::to_string(number);
  }
  return name;
}

void copyDatabase(const std::filesystem::path& from, const std::filesystem::path& to) {
  SQLite::Database source(from.string(), SQLite::OPEN_READONLY);
  SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  copy.exec("PRAGMA synchronous = FULL");
  SQLite::Backup backup(copy, source);
  if (const int code = backup.executeStep(); code != SQLITE_DONE) {
    throw SQLite::Exception("the copy was not finished", code);
  }
}

}  // namespace

Result<void> keepBackup(const std::filesystem::path& file, int version,
                        std::optional<Timestamp> now) {
  const std::string name = file.string() + ".before-version-" + std::to_string(version) +
                           (now ? "." + formatForFileName(*now) : std::string());
  const std::filesystem::path unfinished = name + ".unfinished";
  const Result<void> kept = guarded(unfinished, [&]() -> Result<void> {
    std::filesystem::remove(unfinished);
    copyDatabase(file, unfinished);
    std::filesystem::rename(unfinished, freeName(name));
    return {};
  });
  if (kept) return {};
  std::error_code ignored;
  std::filesystem::remove(unfinished, ignored);
  return fail(
      "This practice file is from an earlier version of Sparring. It was left as it is, because no "
      "copy of it could be kept before bringing it up to date. " +
          kept.error().what,
      file.string(),
      "Free some space, check that you may make files in its folder, and start Sparring again.");
}

}  // namespace sparring
