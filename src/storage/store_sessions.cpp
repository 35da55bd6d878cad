// Recorded sessions: their headers, their logs, the list of them.
#include <bit>
#include <optional>

#include "storage/rows.h"
#include "storage/store_database.h"

namespace sparring {

namespace {

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

std::optional<SessionHeader> findHeader(const SQLite::Database& database, const Uuid& session) {
  SQLite::Statement find(database,
                         std::string("SELECT ") + headerColumns + " FROM sessions WHERE id = ?");
  bind(find, 1, session);
  if (!find.executeStep()) return std::nullopt;
  return readHeader(find, 0);
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
  return m_database->read([&]() -> Result<SessionLog> {
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

Result<std::vector<SessionRow>> Store::sessions(const SessionFilter& filter) const {
  return m_database->read([&]() -> Result<std::vector<SessionRow>> {
    std::vector<SessionRow> all;
    SQLite::Statement row(
        m_database->connection,
        std::string("SELECT ") + headerColumns + ", " + summaryColumns +
            ", people.name, annotations FROM sessions JOIN people ON people.id = person " +
            (filter.person ? "WHERE person = ?2 " : "") +
            "ORDER BY started_at DESC, sessions.added DESC LIMIT ?1");
    row.bind(1, std::max(0, filter.most));
    if (filter.person) bind(row, 2, *filter.person);
    while (row.executeStep()) {
      all.push_back({readHeader(row, 0),
                     row.getColumn(headerColumnCount + summaryColumnCount).getString(),
                     readSummary(row, headerColumnCount),
                     row.getColumn(headerColumnCount + summaryColumnCount + 1).getInt()});
    }
    return all;
  });
}

}  // namespace sparring
