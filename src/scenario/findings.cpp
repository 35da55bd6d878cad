#include "scenario/findings.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "base/text.h"

namespace sparring {
namespace {

constexpr std::size_t mostFindings = 1000;

}  // namespace

void Findings::add(Code code, std::string_view pointer, std::string message, std::string hint) {
  if (isFull()) {
    m_dropped = true;
    return;
  }
  const CodeEntry& entry = entryOf(code);
  m_found.push_back({std::string(entry.name), entry.severity, std::string(pointer),
                     m_lines.lineOf(pointer), std::move(message), std::move(hint)});
}

bool Findings::isFull() const {
  return m_found.size() >= mostFindings;
}

std::vector<Diagnostic> Findings::take() {
  sortByPlace(m_found);
  if (m_dropped) {
    const CodeEntry& entry = entryOf(Code::tooMuch);
    m_found.push_back({std::string(entry.name),
                       entry.severity,
                       {},
                       m_found.back().line,
                       "There are more faults than the 1,000 listed here.",
                       "Mend these first, then check again."});
  }
  return std::move(m_found);
}

void sortByPlace(std::vector<Diagnostic>& diagnostics) {
  const auto place = [](const Diagnostic& each) {
    return std::tie(each.line, each.pointer, each.code, each.message);
  };
  std::ranges::sort(diagnostics, [&](const Diagnostic& left, const Diagnostic& right) {
    return place(left) < place(right);
  });
}

std::string inQuotes(std::string_view name) {
  constexpr std::size_t longest = 64;
  std::string shown = cleanInput(name, longest);
  if (shown.size() < name.size()) shown += "…";
  return "“" + shown + "”";
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
