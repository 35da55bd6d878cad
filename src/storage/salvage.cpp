#include "storage/salvage.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>
#include <limits>

#include "base/hash.h"
#include "storage/open_database.h"
#include "storage/rows.h"
#include "storage/store_error.h"

namespace sparring {

namespace {

// Hands over the rows that follow, each with its columns from 1 on, and keeps in `last` how far it
// came. False where a page cannot be read.
template <class Take>
bool takeRows(SQLite::Statement& row, std::int64_t& last, Take& take) {
  try {
    while (row.executeStep()) {
      last = std::max(last, row.getColumn(0).getInt64());
      try {
        take(row);
      } catch (const SQLite::Exception&) {
        continue;  // A row that holds what cannot be.
      }
    }
    return true;
  } catch (const SQLite::Exception&) {
    return false;
  }
}

// Hands over the rows of a table. Where pages cannot be read, it goes on behind them: row by row at
// first, then in wider and wider steps, over some ten thousand rows.
template <class Take>
void readRows(SQLite::Database& database, const std::string& table, const std::string& columns,
              Take take) {
  constexpr int mostSteps = 2000;
  constexpr std::int64_t lastOfAll = std::numeric_limits<std::int64_t>::max() / 2;
  try {
    SQLite::Statement row(database, "SELECT rowid, " + columns + " FROM " + table +
                                        " NOT INDEXED WHERE rowid > ? ORDER BY rowid");
    int steps = 0;
    for (std::int64_t last = 0; steps < mostSteps && last < lastOfAll; last += 1 + steps / 256) {
      row.bind(1, last);
      const std::int64_t before = last;
      if (takeRows(row, last, take)) return;
      row.tryReset();
      steps = last == before ? steps + 1 : 0;
    }
  } catch (const SQLite::Exception&) {
    return;  // There is no such table.
  }
}

// Reads past what SQLite would refuse a file for, such as that it ends too early.
SQLite::Database openDamaged(const std::filesystem::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  leaveOpen(database);
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  database.exec("PRAGMA writable_schema = ON");
  database.exec("PRAGMA query_only = ON");
  return database;
}

}  // namespace

bool Salvage::canFindTables(const std::filesystem::path& file) {
  const Result<void> found = guarded(file, [&]() -> Result<void> {
    SQLite::Database database = openDamaged(file);
    const SQLite::Statement all(database, "SELECT 1 FROM people, documents, sessions, log");
    return {};
  });
  return found.has_value();
}

void Salvage::take(const Result<void>& added) {
  if (!added && !m_diskFault && isDiskFault(added.error())) m_diskFault = added.error();
}

Result<void> Salvage::keepDocument(const std::string& bytes) {
  const Result<std::string> kept = m_into.keepDocument(bytes);
  if (!kept) return std::unexpected(kept.error());
  return {};
}

// Under a name that tells what happened where the file no longer says it.
void Salvage::addPerson(const Uuid& id, const std::string& name) {
  const Result<void> added = m_into.addPerson({id, name});
  if (added) return;
  take(added);
  const std::string restored = "Restored " + id.toString().substr(0, 6);
  if (name != restored) addPerson(id, restored);
}

void Salvage::addCall(const SessionHeader& header, const SessionSummary& summary) {
  Call& call = m_calls[header.id];
  if (call.isHere) return;
  call.known = summary;
  Result<void> added = m_into.addSession(header);
  const Result<std::vector<Person>> people = m_into.people();
  if (!added && people && std::ranges::find(*people, header.person, &Person::id) == people->end()) {
    addPerson(header.person, {});
    added = m_into.addSession(header);
  }
  take(added);
  call.isHere = added.has_value();
}

void Salvage::addEntry(const Uuid& session, int position, const LogEntry& entry) {
  Call& call = m_calls[session];
  if (!call.isHere || position != call.entries) return;
  SessionSummary next;
  next.turns = call.now.turns;
  next.rewinds = call.now.rewinds;
  if (const auto* rewind = std::get_if<Rewind>(&entry)) {
    next.turns = std::min(next.turns, std::max(0, rewind->keptTurns));
    if (rewind->reason == Rewind::Reason::redo) ++next.rewinds;
  } else {
    ++next.turns;
  }
  const bool isWhole = next.turns == call.known.turns && next.rewinds == call.known.rewinds;
  if (isWhole) next = call.known;
  const Result<void> added = m_into.append(session, position, entry, next);
  take(added);
  if (!added) return;
  call.now = next;
  ++call.entries;
}

void Salvage::pourPeople(SQLite::Database& source) {
  readRows(source, "people", "id, name", [&](const SQLite::Statement& row) {
    addPerson(readUuid(row.getColumn(1)), row.getColumn(2).getString());
  });
}

void Salvage::pourDocuments(SQLite::Database& source) {
  readRows(source, "documents", "hash, bytes", [&](const SQLite::Statement& row) {
    const std::string bytes = row.getColumn(2).getString();
    if (contentHash(bytes) == row.getColumn(1).getString()) take(keepDocument(bytes));
  });
}

void Salvage::pourCalls(SQLite::Database& source) {
  readRows(source, "sessions", std::string(headerColumns) + ", " + summaryColumns,
           [&](const SQLite::Statement& row) {
             addCall(readHeader(row, 1), readSummary(row, 1 + headerColumnCount));
           });
  readRows(source, "log", std::string("session, position, ") + logColumns,
           [&](const SQLite::Statement& row) {
             const std::optional<LogEntry> entry = readLogEntry(readLogRow(row, 3));
             const Uuid session = readUuid(row.getColumn(1));
             if (entry) addEntry(session, row.getColumn(2).getInt(), *entry);
           });
  readRows(source, "annotations", annotationColumns, [&](const SQLite::Statement& row) {
    take(m_into.addAnnotation(readAnnotation(row, 1)));
  });
}

Result<void> Salvage::pour(const std::vector<std::filesystem::path>& from) {
  std::vector<SQLite::Database> sources;
  for (const std::filesystem::path& file : from) {
    const Result<void> opened = guarded(file, [&]() -> Result<void> {
      sources.push_back(openDamaged(file));
      return {};
    });
    static_cast<void>(opened);  // What cannot be read is missing from the count.
  }
  for (SQLite::Database& source : sources) pourPeople(source);
  for (SQLite::Database& source : sources) pourDocuments(source);
  for (SQLite::Database& source : sources) pourCalls(source);
  if (m_diskFault) return std::unexpected(*m_diskFault);
  return {};
}

Salvage::Count Salvage::count() const {
  Count count;
  for (const auto& [id, call] : m_calls) {
    if (!call.isHere) {
      ++count.lost;
    } else if (call.now.turns == call.known.turns && call.now.rewinds == call.known.rewinds) {
      ++count.whole;
    } else {
      ++count.shortened;
    }
  }
  return count;
}

}  // namespace sparring
