// The one file that keeps people, sessions and the scenarios and methods they were played on.
// SQLite in WAL mode with synchronous=FULL: what a call returned success for survives a crash and
// a power cut. One Store a thread; no other room touches SQLite.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/session_log.h"

namespace sparring {

// A row of the list of sessions.
struct SessionRow {
  SessionHeader header;
  std::string personName;
  SessionSummary summary;
  bool operator==(const SessionRow&) const = default;
};

struct StoreOptions {
  int busyMilliseconds = 2000;  // How long a call waits for another program that holds the file.
};

class Store {
 public:
  // Opens or creates the database, with its folder, and brings it to this program's version. Fails,
  // leaving the file untouched, where it is newer than this program, not ours, damaged, locked or
  // not writable.
  static Result<Store> open(const std::filesystem::path& path, StoreOptions options = {});
  // A database that lives as long as this object: for tests and for playing without a trace.
  static Result<Store> inMemory();

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Adding the same person or the same session again is success, as for append.
  Result<void> addPerson(const Person& person);
  Result<std::vector<Person>> people() const;  // In the order they were added.

  // Keeps bytes under their content hash and gives the hash; keeping the same bytes again is free.
  Result<std::string> keepDocument(std::string_view bytes);
  Result<std::string> document(std::string_view hash) const;

  // REQUIRES: the person and the two documents of the header are in the store.
  Result<void> addSession(const SessionHeader& header);
  // Adds the entry at `position` (0-based: how many entries the log had) together with the summary
  // it leads to, durably, or not at all. Adding the entry that already stands there is success, so
  // that a caller who did not hear the answer may ask again; the summary then stays as it is.
  Result<void> append(const Uuid& session, int position, const LogEntry& entry,
                      const SessionSummary& summary);

  Result<SessionLog> session(const Uuid& id) const;
  // Newest first.
  Result<std::vector<SessionRow>> sessions(int most = 1000) const;

 private:
  struct Database;
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> m_database;
};

}  // namespace sparring
