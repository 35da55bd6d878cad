// Values in rows of the database: their columns, and how they are read from them. What a row holds
// that cannot be is thrown as SQLite::Exception, as damage of the file.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include "record/annotation.h"
#include "record/session_log.h"
#include "storage/log_entry_json.h"

namespace sparring {

inline void bind(SQLite::Statement& statement, int index, const Uuid& id) {
  statement.bind(index, id.bytes.data(), static_cast<int>(id.bytes.size()));
}
Uuid readUuid(const SQLite::Column& column);

// Each reads columns of the row from `first` on, in the order in which they are named here.
inline constexpr const char* headerColumns =
    "sessions.id, person, started_at, seed, scenario_id, scenario_title, scenario_hash, "
    "method_hash";
inline constexpr int headerColumnCount = 8;
SessionHeader readHeader(const SQLite::Statement& row, int first);

inline constexpr const char* summaryColumns = "turns, rewinds, over, outcome_title, score";
inline constexpr int summaryColumnCount = 5;
SessionSummary readSummary(const SQLite::Statement& row, int first);

inline constexpr const char* logColumns = "kind, at, body";
LogRow readLogRow(const SQLite::Statement& row, int first);

inline constexpr const char* annotationColumns =
    "annotations.id, session, turn, author, at, kind, about, withdrawn, words_begin, words_end, "
    "text";
inline constexpr int annotationColumnCount = 11;
Annotation readAnnotation(const SQLite::Statement& row, int first);
std::string kindName(Annotation::Kind kind);

}  // namespace sparring
