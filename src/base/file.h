// Whole files in and out, with errors as sentences.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sparring {

// The bytes of a regular file of at most maxBytes.
Result<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes);

// Writes beside the file, flushes to the disk, then renames over it: after a crash the file holds
// either the old bytes or the new ones.
Result<void> writeFile(const std::filesystem::path& path, std::string_view bytes);

// What a folder holds whose names have this ending (".json"; "" for all), by name.
Result<std::vector<std::filesystem::path>> filesIn(const std::filesystem::path& folder,
                                                   std::string_view ending);

// Makes sure that a file's bytes, or a folder's names, are on the disk. False where the system does
// not say so; some cannot for folders.
bool flushToDisk(const std::filesystem::path& path);

// The bytes of a regular file where the system keeps them, without a copy of one's own. They are
// the file's as it was when opened as long as others replace it by renaming, as writeFile does.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    return *this;
  }
  ~MappedFile();

  // Begin at the start of a page of memory; valid while the object, or what it is moved to, lives.
  [[nodiscard]] std::string_view bytes() const { return m_bytes; }

 private:
  explicit MappedFile(std::string_view bytes) : m_bytes(bytes) {}

  std::string_view m_bytes;
};

}  // namespace sparring
