// Figures in a text, whether in digits or in words, as what they are worth: "9,000", "nine
// thousand", "€12m", "twelve million euros", "two point nine percent", "a fifth", "three in forty",
// "in 1978", "half past seven".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace sparring {

struct Quantity {
  enum class Kind { count, percent, money, year, time };
  Kind kind = Kind::count;
  double value = 0;                  // Shares of a whole are in percent, times of a day in hours.
  std::vector<std::string> counted;  // Of a count: up to three words after it, in lower case.
  bool isRough = false;              // "about", "more than", "nearly".
  Span words;                        // Of the figure itself.
};

// In order. English; "one" and "a" alone are no figures.
std::vector<Quantity> quantitiesIn(std::string_view text);

// Whether both are of the same: counts of the same things, percentages, money, years.
bool sameKind(const Quantity& a, const Quantity& b);
// Whether they say as much. Half a part in a hundred may be lost by rounding; a third is 33
// percent; a rough figure may be off by an eighth.
bool sameAmount(const Quantity& a, const Quantity& b);

}  // namespace sparring
