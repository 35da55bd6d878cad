#include "storage/migrations.h"

#include <SQLiteCpp/Transaction.h>

#include <array>
#include <string>

namespace sparring {

namespace {

// `added` numbers rows in the order they came. The log is only ever added to: the triggers hold
// against every program that opens the file, also where a row would be replaced (which fires no
// trigger for the deletion). It is a table with a rowid because its bodies are long.
constexpr const char* firstVersion = R"sql(
CREATE TABLE people (
  added INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  hash TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE sessions (
  added INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  person BLOB NOT NULL REFERENCES people (id),
  started_at INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  scenario_id TEXT NOT NULL,
  scenario_title TEXT NOT NULL,
  scenario_hash TEXT NOT NULL REFERENCES documents (hash),
  method_hash TEXT NOT NULL REFERENCES documents (hash),
  turns INTEGER NOT NULL DEFAULT 0,
  rewinds INTEGER NOT NULL DEFAULT 0,
  over INTEGER NOT NULL DEFAULT 0,
  outcome_title TEXT NOT NULL DEFAULT '',
  score INTEGER NOT NULL DEFAULT -1
) STRICT;
CREATE INDEX sessions_by_start ON sessions (started_at);

CREATE TABLE log (
  session BLOB NOT NULL REFERENCES sessions (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session, position)
) STRICT;
CREATE TRIGGER log_has_no_gap BEFORE INSERT ON log
WHEN NEW.position IS NOT (SELECT ifnull(max(position), -1) + 1 FROM log WHERE session = NEW.session)
BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;
CREATE TRIGGER log_keeps_words BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_keeps_entries BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
)sql";

// What people say about turns. Only ever added to, as the log is: the first trigger also holds
// where a row would be replaced. `text` stands last so that counting reads no more than the head of
// a row.
constexpr const char* secondVersion = R"sql(
CREATE TABLE annotations (
  added INTEGER PRIMARY KEY CHECK (added > 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  session BLOB NOT NULL REFERENCES sessions (id),
  turn BLOB NOT NULL CHECK (length(turn) = 16),
  author BLOB NOT NULL REFERENCES people (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('comment', 'agree', 'disagree', 'withdrawn')),
  about TEXT NOT NULL,
  withdrawn BLOB REFERENCES annotations (id),
  words_begin INTEGER NOT NULL,
  words_end INTEGER NOT NULL,
  text TEXT NOT NULL,
  CHECK ((kind = 'withdrawn') = (withdrawn IS NOT NULL))
) STRICT;
CREATE INDEX annotations_of_session ON annotations (session);
CREATE TRIGGER annotations_are_new BEFORE INSERT ON annotations
WHEN EXISTS (SELECT 1 FROM annotations WHERE id = NEW.id OR added = NEW.added)
BEGIN SELECT RAISE(ABORT, 'annotations are only added to'); END;
CREATE TRIGGER annotations_keep_words BEFORE UPDATE ON annotations
BEGIN SELECT RAISE(ABORT, 'annotations are only added to'); END;
CREATE TRIGGER annotations_keep_rows BEFORE DELETE ON annotations
BEGIN SELECT RAISE(ABORT, 'annotations are only added to'); END;

ALTER TABLE sessions ADD COLUMN annotations INTEGER NOT NULL DEFAULT 0;
CREATE INDEX sessions_of_person ON sessions (person, started_at);
)sql";

constexpr std::array migrations{firstVersion, secondVersion};

}  // namespace

int latestStoreVersion() {
  return static_cast<int>(migrations.size());
}

Result<bool> migrate(SQLite::Database& database, const std::function<Result<void>()>& keepBackup) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (version < 0 || version > latestStoreVersion()) return false;
  if (version == latestStoreVersion()) return true;
  if (version > 0) {
    if (Result<void> kept = keepBackup(); !kept) return std::unexpected(kept.error());
  }
  for (int owed = version; owed < latestStoreVersion(); ++owed) {
    database.exec(migrations.at(static_cast<std::size_t>(owed)));
  }
  database.exec("PRAGMA user_version = " + std::to_string(latestStoreVersion()));
  transaction.commit();
  return true;
}

}  // namespace sparring
