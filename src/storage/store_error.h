// What can go wrong with the practice file, in the words of a person who sells and does not
// program. Exceptions of SQLite end here: guarded() is the edge that none of them crosses.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <exception>
#include <filesystem>
#include <string>
#include <type_traits>

#include "base/result.h"

namespace sparring {

Error storeError(const SQLite::Exception& exception, const std::filesystem::path& file);
Error storeError(const std::exception& exception, const std::filesystem::path& file);

// Whether it is the disk that fails or is full, and not something about what was to be kept.
bool isDiskFault(const Error& error);

Error diskError(const std::filesystem::path& file);
Error fullError(const std::filesystem::path& file);
Error busyFileError(const std::filesystem::path& file);
Error foreignFileError(const std::filesystem::path& file);
Error newerFileError(const std::filesystem::path& file);
Error damagedFileError(const std::filesystem::path& file);
Error readOnlyFileError(const std::filesystem::path& file);
Error movedFileError(const std::filesystem::path& file);

// Does the work, a call that gives a Result, and turns what it throws into an error about the file.
template <class Work>
std::invoke_result_t<Work> guarded(const std::filesystem::path& file, Work&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    return std::unexpected(storeError(exception, file));
  } catch (const std::exception& exception) {
    return std::unexpected(storeError(exception, file));
  }
}

}  // namespace sparring
