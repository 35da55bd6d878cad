// A text as words and figures in digits, which quantities are read from (quantities.cpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace sparring {

// A word or a figure in digits, with what stands right beside it.
struct FigureToken {
  std::string word;      // In lower case; empty for digits.
  double digits = 0;     // Where there is no word.
  bool grouped = false;  // "9,000", "6.4": no year.
  bool clock = false;    // "4:45".
  bool money = false;    // A sign of money before it.
  bool percent = false;  // The sign after it.
  bool ends = false;     // A sentence or clause ends before it.
  Span place;
};

// In order. A figure that begins with a letter ("B2B") is a word.
std::vector<FigureToken> figureTokens(std::string_view text);

}  // namespace sparring
