#include "storage/store_error.h"

#include <sqlite3.h>

namespace sparring {

namespace {

constexpr const char* restoreHint =
    "Close Sparring and start it again: what can be read is then put into a new file, and this one "
    "is kept.";

Error cannotOpenError(const std::filesystem::path& file) {
  return {"The practice file cannot be opened for writing.", file.string(),
          "Check that you may make and change files in its folder, or choose another folder."};
}

}  // namespace

Error diskError(const std::filesystem::path& file) {
  return {"The disk did not read or write the practice file as it should.", file.string(),
          "Check that the disk is connected and has free space, then try again."};
}

Error busyFileError(const std::filesystem::path& file) {
  return {"Another program is using the practice file.", file.string(),
          "Close other windows of Sparring, and programs that back up or synchronise the file, "
          "then try again."};
}

Error fullError(const std::filesystem::path& file) {
  return {"The disk is full, so nothing more can be saved.", file.string(),
          "Free some space and try again; what was saved before is safe."};
}

bool isDiskFault(const Error& error) {
  return error == diskError(error.where) || error == fullError(error.where);
}

Error storeError(const SQLite::Exception& exception, const std::filesystem::path& file) {
  switch (exception.getErrorCode() & 0xff) {  // The low byte is the primary code.
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return busyFileError(file);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return readOnlyFileError(file);
    case SQLITE_CANTOPEN:
      return cannotOpenError(file);
    case SQLITE_FULL:
      return fullError(file);
    case SQLITE_IOERR:
      return diskError(file);
    case SQLITE_NOTADB:
      return foreignFileError(file);
    case SQLITE_CORRUPT:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR:       // Our own statements are sound: a table or column must be missing.
    case SQLITE_CONSTRAINT:  // What a caller can get wrong is refused before SQLite sees it.
      return damagedFileError(file);
    case SQLITE_TOOBIG:
      return {"This is too long to be kept.", file.string(), "Keep a shorter text."};
    case SQLITE_NOMEM:
      return {"There is not enough memory to go on.", file.string(),
              "Close other programs and try again."};
    default:
      return {
          "The practice file cannot be used (SQLite says: " + std::string(exception.what()) + ").",
          file.string(), "Try again; if it goes on, start with a new file."};
  }
}

Error storeError(const std::exception& exception, const std::filesystem::path& file) {
  return {"The practice file cannot be used (" + std::string(exception.what()) + ").",
          file.string(), "Try again; if it goes on, start with a new file."};
}

Error foreignFileError(const std::filesystem::path& file) {
  return {"This is not a practice file of Sparring.", file.string(),
          "Choose another file; this one was left as it is."};
}

Error newerFileError(const std::filesystem::path& file) {
  return {"This practice file was made by a newer version of Sparring.", file.string(),
          "Update Sparring to open it; the file was left as it is."};
}

Error damagedFileError(const std::filesystem::path& file) {
  return {"The practice file is damaged.", file.string(), restoreHint};
}

Error readOnlyFileError(const std::filesystem::path& file) {
  return {"The practice file can be read but not changed.", file.string(),
          "Allow changes to the file and its folder, or choose another folder."};
}

Error movedFileError(const std::filesystem::path& file) {
  return {"The practice file was moved, replaced or deleted while it was open.", file.string(),
          "Put it back or start Sparring again."};
}

}  // namespace sparring
