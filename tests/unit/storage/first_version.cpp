#include "first_version.h"

namespace sparring {

namespace {

constexpr const char* tables = R"sql(
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

constexpr const char* marks =
    "PRAGMA application_id = 1399873906; PRAGMA user_version = 1; PRAGMA journal_mode = WAL;";

}  // namespace

std::string emptyFirstVersion() {
  return std::string(marks) + tables;
}

}  // namespace sparring
