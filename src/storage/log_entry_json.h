// How an entry of a session's log stands in its row: what it is and when in columns, the rest as
// JSON on one line with its keys in a fixed order, so that equal entries are equal bytes.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "record/session_log.h"

namespace sparring {

struct LogRow {
  std::string kind;  // "turn" or "rewind".
  Timestamp at;
  std::string body;
  bool operator==(const LogRow&) const = default;
};

LogRow writeLogEntry(const LogEntry& entry);

// Nothing where the row is damaged: not JSON, a part missing, or a figure out of its bounds.
std::optional<LogEntry> readLogEntry(const LogRow& row);

}  // namespace sparring
