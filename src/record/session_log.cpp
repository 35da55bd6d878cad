#include "record/session_log.h"

#include <algorithm>

namespace sparring {

std::vector<SellerTurn> currentBranch(const std::vector<LogEntry>& entries) {
  std::vector<SellerTurn> turns;
  for (const LogEntry& entry : entries) {
    if (const auto* turn = std::get_if<SellerTurn>(&entry)) {
      turns.push_back(*turn);
    } else if (const auto* rewind = std::get_if<Rewind>(&entry)) {
      const auto kept = static_cast<std::size_t>(std::max(0, rewind->keptTurns));
      if (kept < turns.size())
        turns.erase(turns.begin() + static_cast<std::ptrdiff_t>(kept), turns.end());
    }
  }
  return turns;
}

}  // namespace sparring
