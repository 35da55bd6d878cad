// Pours what can still be read of damaged practice files into a sound one, row by row, past what
// cannot be read. Nothing gets in that the store would not take: no call without its scenario, no
// turn behind a gap.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "storage/store.h"

namespace sparring {

class Salvage {
 public:
  // The store outlives this object.
  explicit Salvage(Store& into) : m_into(into) {}

  // Whether the first page of the file says where its tables are.
  static bool canFindTables(const std::filesystem::path& file);

  // Adds a scenario or a method that the calls may have been held on.
  Result<void> keepDocument(const std::string& bytes);
  // Adds everything of the files that is not here yet; what one file has not, the next may have.
  // Fails only where the store cannot be written to.
  Result<void> pour(const std::vector<std::filesystem::path>& from);

  struct Count {
    int whole = 0;      // Calls that are here with all their turns,
    int shortened = 0;  // without their last ones,
    int lost = 0;       // or known of, and not here.
  };
  Count count() const;

 private:
  struct Call {
    bool isHere = false;
    SessionSummary known;  // As the damaged file has it.
    SessionSummary now;    // Of the entries that are here; the score only where all are.
    int entries = 0;
  };

  // Takes note where it is the disk that refuses.
  void take(const Result<void>& added);
  void pourPeople(SQLite::Database& source);
  void pourDocuments(SQLite::Database& source);
  void pourCalls(SQLite::Database& source);
  void addPerson(const Uuid& id, const std::string& name);
  void addCall(const SessionHeader& header, const SessionSummary& summary);
  void addEntry(const Uuid& session, int position, const LogEntry& entry);

  Store& m_into;
  std::map<Uuid, Call> m_calls;
  std::optional<Error> m_diskFault;
};

}  // namespace sparring
