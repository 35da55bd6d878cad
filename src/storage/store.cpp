#include "storage/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

#include "base/hash.h"
#include "storage/log_entry_json.h"
#include "storage/migrations.h"
#include "storage/open_database.h"
#include "storage/store_error.h"

namespace sparring {

namespace {

constexpr std::size_t mostBytes = 256 * 1024 * 1024;  // Of one document or one log entry.

void bind(SQLite::Statement& statement, int index, const Uuid& id) {
  statement.bind(index, id.bytes.data(), static_cast<int>(id.bytes.size()));
}

Uuid readUuid(const SQLite::Column& column) {
  Uuid id;
  if (column.getBytes() != static_cast<int>(id.bytes.size())) {
    throw SQLite::Exception("an id of another length", SQLITE_CORRUPT);
  }
  std::copy_n(static_cast<const std::uint8_t*>(column.getBlob()), id.bytes.size(),
              id.bytes.begin());
  return id;
}

// The columns of a header, in the order in which readHeader and bindHeader take them.
constexpr const char* headerColumns =
    "sessions.id, person, started_at, seed, scenario_id, scenario_title, scenario_hash, "
    "method_hash";
constexpr int headerColumnCount = 8;

SessionHeader readHeader(const SQLite::Statement& row) {
  return {.id = readUuid(row.getColumn(0)),
          .person = readUuid(row.getColumn(1)),
          .startedAt = {row.getColumn(2).getInt64()},
          .seed = std::bit_cast<std::uint64_t>(row.getColumn(3).getInt64()),
          .scenarioId = row.getColumn(4).getString(),
          .scenarioTitle = row.getColumn(5).getString(),
          .scenarioHash = row.getColumn(6).getString(),
          .methodHash = row.getColumn(7).getString()};
}

void bindHeader(SQLite::Statement& row, const SessionHeader& header) {
  bind(row, 1, header.id);
  bind(row, 2, header.person);
  row.bind(3, header.startedAt.milliseconds);
  row.bind(4, std::bit_cast<std::int64_t>(header.seed));
  row.bind(5, header.scenarioId);
  row.bind(6, header.scenarioTitle);
  row.bind(7, header.scenarioHash);
  row.bind(8, header.methodHash);
}

SessionSummary readSummary(const SQLite::Statement& row, int first) {
  return {.turns = row.getColumn(first).getInt(),
          .rewinds = row.getColumn(first + 1).getInt(),
          .over = row.getColumn(first + 2).getInt() != 0,
          .outcomeTitle = row.getColumn(first + 3).getString(),
          .score = row.getColumn(first + 4).getInt()};
}

std::optional<SessionHeader> findHeader(const SQLite::Database& database, const Uuid& session) {
  SQLite::Statement find(database,
                         std::string("SELECT ") + headerColumns + " FROM sessions WHERE id = ?");
  bind(find, 1, session);
  if (!find.executeStep()) return std::nullopt;
  return readHeader(find);
}

bool hasPerson(const SQLite::Database& database, const Uuid& person) {
  SQLite::Statement find(database, "SELECT 1 FROM people WHERE id = ?");
  bind(find, 1, person);
  return find.executeStep();
}

bool hasDocument(const SQLite::Database& database, const std::string& hash) {
  SQLite::Statement find(database, "SELECT 1 FROM documents WHERE hash = ?");
  find.bind(1, hash);
  return find.executeStep();
}

LogRow readLogRow(const SQLite::Statement& row, int first) {
  return {row.getColumn(first).getString(),
          {row.getColumn(first + 1).getInt64()},
          row.getColumn(first + 2).getString()};
}

std::optional<LogRow> findLogRow(const SQLite::Database& database, const Uuid& session,
                                 int position) {
  SQLite::Statement find(database,
                         "SELECT kind, at, body FROM log WHERE session = ? AND position = ?");
  bind(find, 1, session);
  find.bind(2, position);
  if (!find.executeStep()) return std::nullopt;
  return readLogRow(find, 0);
}

int countEntries(const SQLite::Database& database, const Uuid& session) {
  SQLite::Statement count(database,
                          "SELECT ifnull(max(position), -1) + 1 FROM log WHERE session = ?");
  bind(count, 1, session);
  count.executeStep();
  return count.getColumn(0).getInt();
}

void addLogRow(SQLite::Database& database, const Uuid& session, int position, const LogRow& row) {
  SQLite::Statement add(database, "INSERT INTO log VALUES (?, ?, ?, ?, ?)");
  bind(add, 1, session);
  add.bind(2, position);
  add.bind(3, row.kind);
  add.bind(4, row.at.milliseconds);
  add.bind(5, row.body);
  add.exec();
}

void keepSummary(SQLite::Database& database, const Uuid& session, const SessionSummary& summary) {
  SQLite::Statement keep(database,
                         "UPDATE sessions SET turns = ?, rewinds = ?, over = ?, "
                         "outcome_title = ?, score = ? WHERE id = ?");
  keep.bind(1, summary.turns);
  keep.bind(2, summary.rewinds);
  keep.bind(3, summary.over ? 1 : 0);
  keep.bind(4, summary.outcomeTitle);
  keep.bind(5, summary.score);
  bind(keep, 6, session);
  keep.exec();
}

std::string nameEntry(const Uuid& session, int position) {
  return "entry " + std::to_string(position) + " of session " + session.toString();
}

}  // namespace

struct Store::Database {
  std::filesystem::path file;  // Empty for a database in memory.
  SQLite::Database connection;

  // Does the work, a call that gives Result<void>, durably or not at all.
  template <class Work>
  Result<void> write(Work&& work) {
    return guarded(file, [&]() -> Result<void> {
      if (isGone()) return std::unexpected(movedFileError(file));
      SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
      if (Result<void> done = work(); !done) return done;
      transaction.commit();
      return {};
    });
  }

  // Whether the file is no longer at its place: what is written to it then would be lost.
  bool isGone() const {
    int moved = 0;
    sqlite3_file_control(connection.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
  }

  std::unexpected<Error> refuse(std::string what, std::string hint = {}) const {
    return fail(std::move(what), file.string(), std::move(hint));
  }
};

Store::Store(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& path, StoreOptions options) {
  return guarded(path, [&]() -> Result<Store> {
    if (path.empty()) return fail("No practice file is named.", {}, "Name a file.");
    const std::filesystem::path file = std::filesystem::absolute(path);
    Result<SQLite::Database> database = openDatabase(file, options.busyMilliseconds);
    if (!database) return std::unexpected(database.error());
    return Store(std::make_unique<Database>(file, std::move(*database)));
  });
}

Result<Store> Store::inMemory() {
  return guarded({}, []() -> Result<Store> {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    prepareConnection(database);
    migrate(database);
    return Store(std::make_unique<Database>(std::filesystem::path{}, std::move(database)));
  });
}

Result<void> Store::addPerson(const Person& person) {
  return m_database->write([&]() -> Result<void> {
    SQLite::Statement find(m_database->connection, "SELECT name FROM people WHERE id = ?");
    bind(find, 1, person.id);
    if (find.executeStep()) {
      if (find.getColumn(0).getString() == person.name) return {};
      return m_database->refuse("Another person with the same id is already in this file.");
    }
    SQLite::Statement add(m_database->connection, "INSERT INTO people (id, name) VALUES (?, ?)");
    bind(add, 1, person.id);
    add.bind(2, person.name);
    add.exec();
    return {};
  });
}

Result<std::vector<Person>> Store::people() const {
  return guarded(m_database->file, [&]() -> Result<std::vector<Person>> {
    std::vector<Person> all;
    SQLite::Statement row(m_database->connection, "SELECT id, name FROM people ORDER BY added");
    while (row.executeStep()) {
      all.push_back({readUuid(row.getColumn(0)), row.getColumn(1).getString()});
    }
    return all;
  });
}

Result<std::string> Store::keepDocument(std::string_view bytes) {
  std::string hash = contentHash(bytes);
  const Result<void> kept = m_database->write([&]() -> Result<void> {
    if (bytes.size() > mostBytes) return m_database->refuse("This is too long to be kept.");
    if (hasDocument(m_database->connection, hash)) return {};
    SQLite::Statement add(m_database->connection, "INSERT INTO documents VALUES (?, ?)");
    add.bind(1, hash);
    add.bind(2, bytes.empty() ? "" : bytes.data(), static_cast<int>(bytes.size()));
    add.exec();
    return {};
  });
  if (!kept) return std::unexpected(kept.error());
  return hash;
}

Result<std::string> Store::document(std::string_view hash) const {
  return guarded(m_database->file, [&]() -> Result<std::string> {
    SQLite::Statement find(m_database->connection, "SELECT bytes FROM documents WHERE hash = ?");
    find.bind(1, std::string(hash));
    if (!find.executeStep()) {
      return m_database->refuse("This file does not hold the scenario or method " +
                                std::string(hash) + ".");
    }
    std::string bytes = find.getColumn(0).getString();
    if (contentHash(bytes) == hash) return bytes;
    return m_database->refuse("The scenario or method " + std::string(hash) + " is damaged.",
                              "Put back a copy of the practice file from a backup.");
  });
}

Result<void> Store::addSession(const SessionHeader& header) {
  return m_database->write([&]() -> Result<void> {
    SQLite::Database& connection = m_database->connection;
    if (const std::optional<SessionHeader> known = findHeader(connection, header.id)) {
      if (*known == header) return {};
      return m_database->refuse("Another session with the same id is already in this file.");
    }
    if (!hasPerson(connection, header.person)) {
      return m_database->refuse("The person who plays this session is not in this file.");
    }
    if (!hasDocument(connection, header.scenarioHash) ||
        !hasDocument(connection, header.methodHash)) {
      return m_database->refuse("The scenario or method of this session is not in this file.");
    }
    SQLite::Statement add(connection,
                          "INSERT INTO sessions (id, person, started_at, seed, scenario_id, "
                          "scenario_title, scenario_hash, method_hash) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    bindHeader(add, header);
    add.exec();
    return {};
  });
}

Result<void> Store::append(const Uuid& session, int position, const LogEntry& entry,
                           const SessionSummary& summary) {
  return m_database->write([&]() -> Result<void> {
    SQLite::Database& connection = m_database->connection;
    const LogRow row = writeLogEntry(entry);
    if (row.body.size() > mostBytes || readLogEntry(row) != entry) {
      return m_database->refuse("This turn cannot be kept: " + nameEntry(session, position) +
                                " could not be read again.");
    }
    if (!findHeader(connection, session)) {
      return m_database->refuse("Session " + session.toString() + " is not in this file.");
    }
    if (const std::optional<LogRow> known = findLogRow(connection, session, position)) {
      if (*known == row) return {};
      return m_database->refuse(
          "Something else is already kept as " + nameEntry(session, position) + ".",
          "Open the session again: it may be open in another window.");
    }
    if (const int kept = countEntries(connection, session); position != kept) {
      return m_database->refuse("There would be a gap before " + nameEntry(session, position) +
                                    ": " + std::to_string(kept) + " entries are kept.",
                                "Save the earlier turns first.");
    }
    addLogRow(connection, session, position, row);
    keepSummary(connection, session, summary);
    return {};
  });
}

Result<SessionLog> Store::session(const Uuid& id) const {
  return guarded(m_database->file, [&]() -> Result<SessionLog> {
    std::optional<SessionHeader> header = findHeader(m_database->connection, id);
    if (!header) return m_database->refuse("Session " + id.toString() + " is not in this file.");
    SessionLog log{std::move(*header), {}};
    SQLite::Statement row(m_database->connection,
                          "SELECT position, kind, at, body FROM log WHERE session = ? "
                          "ORDER BY position");
    bind(row, 1, id);
    for (int position = 0; row.executeStep(); ++position) {
      std::optional<LogEntry> entry = readLogEntry(readLogRow(row, 1));
      if (!entry || row.getColumn(0).getInt() != position) {
        return m_database->refuse(
            "The practice file is damaged at " + nameEntry(id, position) + ".",
            "Other sessions can still be opened; this one is whole only in "
            "a copy from a backup.");
      }
      log.entries.push_back(std::move(*entry));
    }
    return log;
  });
}

Result<std::vector<SessionRow>> Store::sessions(int most) const {
  return guarded(m_database->file, [&]() -> Result<std::vector<SessionRow>> {
    std::vector<SessionRow> all;
    SQLite::Statement row(m_database->connection,
                          std::string("SELECT ") + headerColumns +
                              ", turns, rewinds, over, outcome_title, score, people.name "
                              "FROM sessions JOIN people ON people.id = person "
                              "ORDER BY started_at DESC, sessions.added DESC LIMIT ?");
    row.bind(1, std::max(0, most));
    while (row.executeStep()) {
      all.push_back({readHeader(row), row.getColumn(headerColumnCount + 5).getString(),
                     readSummary(row, headerColumnCount)});
    }
    return all;
  });
}

}  // namespace sparring
