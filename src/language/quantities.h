// Figures in a text, whether in digits or in words, as what they are worth: "9,000", "nine
// thousand", "€12m", "twelve million euros", "two point nine percent", "a fifth", "in 1978".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace sparring {

struct Quantity {
  enum class Kind { count, percent, money, year };
  Kind kind = Kind::count;
  double value = 0;     // Shares of a whole, too, are in percent.
  std::string counted;  // Of a count: the word after it, in lower case; may be empty.
  Span words;           // Of the figure itself.
};

// In order. English; "one" and "a" alone are no figures.
std::vector<Quantity> quantitiesIn(std::string_view text);

// Whether both are of the same: counts of the same things, percentages, money, years.
bool sameKind(const Quantity& a, const Quantity& b);
// Whether they say as much. Half a part in a hundred may be lost by rounding; a third is 33
// percent.
bool sameAmount(const Quantity& a, const Quantity& b);

}  // namespace sparring
