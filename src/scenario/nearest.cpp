#include "scenario/nearest.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/text.h"

namespace sparring {

std::string inQuotes(std::string_view name) {
  constexpr std::size_t longest = 64;
  std::string shown = cleanInput(name, longest);
  if (shown.size() < name.size()) shown += "…";
  return "“" + shown + "”";
}

std::string inQuotes(std::string_view title, std::string_view id) {
  const std::string_view shown = trim(title);
  if (shown.empty() || shown == id) return inQuotes(id);
  return inQuotes(shown) + " (" + cleanInput(id, 64) + ")";
}

int editDistance(std::string_view from, std::string_view to, int most) {
  constexpr std::size_t longest = 64;
  const auto difference = static_cast<int>(from.size()) - static_cast<int>(to.size());
  if (from.size() > longest || to.size() > longest || std::abs(difference) > most) return most + 1;
  std::vector<int> before(to.size() + 1), row(to.size() + 1), next(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= from.size(); ++i) {
    next[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const int replaced = row[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      next[j] = std::min({replaced, row[j] + 1, next[j - 1] + 1});
      const bool isSwap = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (isSwap) next[j] = std::min(next[j], before[j - 2] + 1);
    }
    std::swap(before, row);
    std::swap(row, next);
    if (std::ranges::min(row) > most) return most + 1;
  }
  return std::min(row.back(), most + 1);
}

}  // namespace sparring
