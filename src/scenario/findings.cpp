#include "scenario/findings.h"

#include <algorithm>
#include <tuple>

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

}  // namespace sparring
