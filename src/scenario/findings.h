// Where reading and checking put the faults they find. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/codes.h"
#include "scenario/nearest.h"
#include "scenario/read.h"

namespace sparring {

class Findings {
 public:
  // REQUIRES: `lines` outlives the findings.
  explicit Findings(const LineIndex& lines) : m_lines(lines) {}

  // A pointer that the file does not have gets the line of what would hold it.
  void add(Code code, std::string_view pointer, std::string message, std::string hint = {});

  // Whether so many faults were found that no more are kept.
  [[nodiscard]] bool isFull() const;

  // "Did you mean “x”?" for the nearest of the known names; empty where none is near. Looks only
  // for the first hundred faults, so that a hostile file cannot make it slow.
  template <class Names>
  std::string didYouMean(std::string_view name, const Names& known);

  // Everything found, sorted by line, then pointer.
  [[nodiscard]] std::vector<Diagnostic> take();

 private:
  const LineIndex& m_lines;
  std::vector<Diagnostic> m_found;
  bool m_dropped = false;
};

void sortByPlace(std::vector<Diagnostic>& diagnostics);

template <class Names>
std::string Findings::didYouMean(std::string_view name, const Names& known) {
  constexpr std::size_t enough = 100;
  if (m_found.size() > enough) return {};
  const std::string_view best = nearestName(name, known);
  return best.empty() ? std::string() : "Did you mean " + inQuotes(best) + "?";
}

}  // namespace sparring
