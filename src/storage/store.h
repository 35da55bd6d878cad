// The one file that keeps people, sessions and the scenarios and methods they were played on.
// SQLite in WAL mode with synchronous=FULL: what a call returned success for survives a crash and
// a power cut. One Store a thread; no other room touches SQLite.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "record/annotation.h"
#include "record/session_log.h"

namespace sparring {

// A row of the list of sessions.
struct SessionRow {
  SessionHeader header;
  std::string personName;
  SessionSummary summary;
  int annotations = 0;  // How many comments, agreements and disagreements stand.
  bool operator==(const SessionRow&) const = default;
};

struct SessionFilter {
  std::optional<Uuid> person = {};  // Only the sessions of this person.
  int most = 1000;                  // As many of the newest.
};

struct StoreOptions {
  int busyMilliseconds = 2000;  // How long a call waits for another program that holds the file.
  std::optional<Timestamp> now = {};  // Names the copies that are kept of a file.
  // Whether the file stands where only this program keeps one: what is no practice file there is a
  // damaged one.
  bool isOwnPlace = false;
  // False: until the store is closed and its file flushed, a power cut may take everything.
  bool flushesEachTurn = true;
};

class Store {
 public:
  // Opens or creates the database, with its folder, and brings it to this program's version; a copy
  // of an earlier version's file is kept beside it first. Fails, leaving the file untouched, where
  // it is newer than this program, not ours, damaged (see restore.h), locked or not writable, or
  // where no copy can be kept.
  static Result<Store> open(const std::filesystem::path& path, StoreOptions options = {});
  // A database that lives as long as this object: for tests and for playing without a trace.
  static Result<Store> inMemory();

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Adding the same person or the same session again is success, as for append. Names say
  // something, in at most 200 bytes, and no two people have the same one (ignoring case and white
  // space around it).
  Result<void> addPerson(const Person& person);
  Result<void> renamePerson(const Person& person);  // Gives the person with this id this name.
  Result<std::vector<Person>> people() const;       // In the order they were added.

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
  Result<std::vector<SessionRow>> sessions(const SessionFilter& filter = {}) const;

  // Adding the same annotation again is success. Refused where its session, turn, author or what it
  // takes back is not there (or not the author's to take back), where its words are no stretch of
  // the turn's text, and where there is too little or too much to say: a comment and a disagreement
  // need words, at most 20,000 bytes of them.
  Result<void> addAnnotation(const Annotation& annotation);
  // Everything that was ever said about the session, in the order it was added, each with its
  // author's present name; see standing().
  Result<std::vector<SignedAnnotation>> annotations(const Uuid& session) const;

 private:
  struct Database;
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> m_database;
};

}  // namespace sparring
