// Whole files in and out, with errors as sentences.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sparring {

// The bytes of a regular file of at most maxBytes.
Result<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes);

// Writes beside the file, flushes to the disk, then renames over it: after a crash the file holds
// either the old bytes or the new ones.
Result<void> writeFile(const std::filesystem::path& path, std::string_view bytes);

// Makes sure that a file's bytes, or a folder's names, are on the disk. False where the system does
// not say so; some cannot for folders.
bool flushToDisk(const std::filesystem::path& path);

}  // namespace sparring
