// Names that people mistype: which known one they may have meant, and how messages show a name.
#pragma once

#include <string>
#include <string_view>

namespace sparring {

// A name as messages show it: in quotation marks, cut where it is very long.
std::string inQuotes(std::string_view name);

// A thing that has a title besides its id: the title, and the id behind it; the id alone where
// there is no title.
std::string inQuotes(std::string_view title, std::string_view id);

// Insertions, removals, replacements and swaps of neighbours that lead from one name to another;
// anything above `most` counts as `most` + 1. In bytes.
int editDistance(std::string_view from, std::string_view to, int most);

// The nearest of the known names, of several the first in the order of the alphabet; empty where
// none is near. The answer lives as long as the names do.
template <class Names>
std::string_view nearestName(std::string_view name, const Names& known) {
  if (name.empty()) return {};
  int nearest = name.size() < 4 ? 1 : name.size() < 9 ? 2 : 3;
  std::string_view best;
  for (const std::string_view candidate : known) {
    const int distance = editDistance(name, candidate, nearest);
    const bool isBeaten = distance == nearest && !best.empty() && best <= candidate;
    if (distance > nearest || isBeaten) continue;
    nearest = distance;
    best = candidate;
  }
  return best;
}

}  // namespace sparring
