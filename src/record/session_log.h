// A recorded session: who played what, and the log of everything that happened, in order. The log
// is only ever added to; rewinding adds an entry. From it and the stored scenario and method a
// session replays to the same states and grades.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "record/seller_turn.h"

namespace sparring {

struct Person {
  Uuid id;
  std::string name;
  bool operator==(const Person&) const = default;
};

struct SessionHeader {
  Uuid id;
  Uuid person;
  Timestamp startedAt;
  std::uint64_t seed = 0;
  std::string scenarioId;
  std::string scenarioTitle;
  std::string scenarioHash;  // Content hash of the written scenario.
  std::string methodHash;    // Content hash of the method's file.
  bool operator==(const SessionHeader&) const = default;
};

// The call goes on from after an earlier turn of the current branch; later turns stay in the log.
struct Rewind {
  enum class Reason {
    redo,     // To say something better.
    misread,  // The last turn was not meant as it was understood; it does not count.
  };
  int keptTurns = 0;  // How many turns of the current branch stay.
  Reason reason = Reason::redo;
  Timestamp at;
  bool operator==(const Rewind&) const = default;
};

using LogEntry = std::variant<SellerTurn, Rewind>;

struct SessionLog {
  SessionHeader header;
  std::vector<LogEntry> entries;
  bool operator==(const SessionLog&) const = default;
};

// Figures of a session for lists, derived from its log whenever an entry is added.
struct SessionSummary {
  int turns = 0;    // On the current branch.
  int rewinds = 0;  // To say something better.
  bool over = false;
  std::string outcomeTitle;  // Empty while the call goes on.
  int score = -1;            // 0 to 100; -1 where there is not enough to say.
  bool operator==(const SessionSummary&) const = default;
};

// The turns of the current branch: entries with rewinds applied.
std::vector<SellerTurn> currentBranch(const std::vector<LogEntry>& entries);

}  // namespace sparring
