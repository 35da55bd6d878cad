#include "storage/rows.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace sparring {

namespace {

constexpr std::array<std::pair<Annotation::Kind, const char*>, 4> kindNames{
    {{Annotation::Kind::comment, "comment"},
     {Annotation::Kind::agree, "agree"},
     {Annotation::Kind::disagree, "disagree"},
     {Annotation::Kind::withdrawn, "withdrawn"}}};

Annotation::Kind kindOf(const std::string& wanted) {
  for (const auto& [kind, name] : kindNames) {
    if (name == wanted) return kind;
  }
  throw SQLite::Exception("an annotation of an unknown kind", SQLITE_CORRUPT);
}

}  // namespace

Uuid readUuid(const SQLite::Column& column) {
  Uuid id;
  if (column.getBytes() != static_cast<int>(id.bytes.size())) {
    throw SQLite::Exception("an id of another length", SQLITE_CORRUPT);
  }
  std::copy_n(static_cast<const std::uint8_t*>(column.getBlob()), id.bytes.size(),
              id.bytes.begin());
  return id;
}

SessionHeader readHeader(const SQLite::Statement& row, int first) {
  return {.id = readUuid(row.getColumn(first)),
          .person = readUuid(row.getColumn(first + 1)),
          .startedAt = {row.getColumn(first + 2).getInt64()},
          .seed = std::bit_cast<std::uint64_t>(row.getColumn(first + 3).getInt64()),
          .scenarioId = row.getColumn(first + 4).getString(),
          .scenarioTitle = row.getColumn(first + 5).getString(),
          .scenarioHash = row.getColumn(first + 6).getString(),
          .methodHash = row.getColumn(first + 7).getString()};
}

SessionSummary readSummary(const SQLite::Statement& row, int first) {
  return {.turns = row.getColumn(first).getInt(),
          .rewinds = row.getColumn(first + 1).getInt(),
          .over = row.getColumn(first + 2).getInt() != 0,
          .outcomeTitle = row.getColumn(first + 3).getString(),
          .score = row.getColumn(first + 4).getInt()};
}

LogRow readLogRow(const SQLite::Statement& row, int first) {
  return {row.getColumn(first).getString(),
          {row.getColumn(first + 1).getInt64()},
          row.getColumn(first + 2).getString()};
}

Annotation readAnnotation(const SQLite::Statement& row, int first) {
  return {.id = readUuid(row.getColumn(first)),
          .session = readUuid(row.getColumn(first + 1)),
          .turn = readUuid(row.getColumn(first + 2)),
          .author = readUuid(row.getColumn(first + 3)),
          .at = {row.getColumn(first + 4).getInt64()},
          .kind = kindOf(row.getColumn(first + 5).getString()),
          .about = row.getColumn(first + 6).getString(),
          .withdrawn = row.isColumnNull(first + 7) ? Uuid{} : readUuid(row.getColumn(first + 7)),
          .words = {static_cast<std::size_t>(row.getColumn(first + 8).getInt64()),
                    static_cast<std::size_t>(row.getColumn(first + 9).getInt64())},
          .text = row.getColumn(first + 10).getString()};
}

std::string kindName(Annotation::Kind wanted) {
  for (const auto& [kind, name] : kindNames) {
    if (kind == wanted) return name;
  }
  return {};
}

}  // namespace sparring
