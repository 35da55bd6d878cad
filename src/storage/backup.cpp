#include "storage/backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>
#include <ranges>
#include <string>

#include "base/file.h"
#include "storage/store_error.h"

namespace sparring {

namespace {

constexpr const char* backupMark = ".before-version-";

void copyDatabase(SQLite::Database& source, const std::filesystem::path& to) {
  SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  copy.exec("PRAGMA synchronous = FULL");
  SQLite::Backup backup(copy, source);
  if (const int code = backup.executeStep(); code != SQLITE_DONE) {
    throw SQLite::Exception("the copy was not finished", code);
  }
}

}  // namespace

std::filesystem::path freeName(const std::string& wanted) {
  std::filesystem::path name = wanted;
  for (int number = 2; std::filesystem::exists(name); ++number) {
    name = wanted + "." + std::to_string(number);
  }
  return name;
}

std::vector<std::filesystem::path> filesBeside(const std::filesystem::path& file,
                                               std::string_view mark) {
  std::vector<std::filesystem::path> found;
  const std::string beginning = file.filename().string() + std::string(mark);
  const auto all = filesIn(file.parent_path(), "");
  if (!all) return found;
  for (const std::filesystem::path& each : *all | std::views::reverse) {
    if (each.filename().string().starts_with(beginning)) found.push_back(each);
  }
  return found;
}

std::vector<std::filesystem::path> backupsOf(const std::filesystem::path& file) {
  std::vector<std::filesystem::path> found = filesBeside(file, backupMark);
  std::erase_if(found, [](const std::filesystem::path& each) {
    const std::string name = each.string();
    return name.ends_with(".unfinished") || name.ends_with("-wal") || name.ends_with("-shm");
  });
  return found;
}

Result<void> copyTo(SQLite::Database& from, const std::filesystem::path& file) {
  const std::filesystem::path unfinished = file.string() + ".unfinished";
  const Result<void> copied = guarded(unfinished, [&]() -> Result<void> {
    std::filesystem::remove(unfinished);
    copyDatabase(from, unfinished);
    std::filesystem::rename(unfinished, file);
    return {};
  });
  std::error_code ignored;
  if (!copied) std::filesystem::remove(unfinished, ignored);
  return copied;
}

Result<void> keepBackup(const std::filesystem::path& file, int version,
                        std::optional<Timestamp> now) {
  const std::string name = file.string() + backupMark + std::to_string(version) +
                           (now ? "." + formatForFileName(*now) : std::string());
  const Result<void> kept = guarded(file, [&]() -> Result<void> {
    SQLite::Database source(file.string(), SQLite::OPEN_READONLY);
    return copyTo(source, freeName(name));
  });
  if (kept) return {};
  return fail(
      "This practice file is from an earlier version of Sparring. It was left as it is, because no "
      "copy of it could be kept before bringing it up to date. " +
          kept.error().what,
      file.string(),
      "Free some space, check that you may make files in its folder, and start Sparring again.");
}

}  // namespace sparring
