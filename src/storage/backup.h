// Copies of the practice file: kept beside it before its shape changes, so that an earlier version
// of the program, or a person, can go back; or put where it was deleted.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace sparring {

// Copies the database, with what still stands in its write-ahead log, to
// "<file>.before-version-<version>.<now, in UTC>", without the time where none is given and with a
// number behind it where that file exists. What stands under the name is whole: a copy that was
// broken off has another.
Result<void> keepBackup(const std::filesystem::path& file, int version,
                        std::optional<Timestamp> now);

// The files beside it whose names are its own and go on with the mark, the last name first.
std::vector<std::filesystem::path> filesBeside(const std::filesystem::path& file,
                                               std::string_view mark);

// The copies that keepBackup() kept, of the latest version first.
std::vector<std::filesystem::path> backupsOf(const std::filesystem::path& file);

// Copies all that the connection reads to a file; what stands under its name is whole.
Result<void> copyTo(SQLite::Database& from, const std::filesystem::path& file);

// The name, with a number behind it where there is such a file.
std::filesystem::path freeName(const std::string& wanted);

}  // namespace sparring
