// A copy of the practice file, kept beside it before its shape changes, so that an earlier version
// of the program, or a person, can go back.
#pragma once

#include <filesystem>
#include <optional>

#include "base/clock.h"
#include "base/result.h"

namespace sparring {

// Copies the database, with what still stands in its write-ahead log, to
// "<file>.before-version-<version>.<now, in UTC>", without the time where none is given and with a
// number behind it where that file exists. What stands under the name is whole: a copy that was
// broken off has another.
Result<void> keepBackup(const std::filesystem::path& file, int version,
                        std::optional<Timestamp> now);

}  // namespace sparring
