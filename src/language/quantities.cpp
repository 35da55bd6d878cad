#include "language/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "language/figure_tokens.h"

namespace sparring {
namespace {

using Named = std::pair<std::string_view, double>;

constexpr std::array<Named, 28> smallNumbers = {
    {{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
     {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
     {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
     {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
     {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
     {"seventy", 70}, {"eighty", 80},  {"ninety", 90}}};
constexpr std::array<Named, 5> largeNumbers = {
    {{"hundred", 1e2}, {"dozen", 12}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}}};
// After digits alone.
constexpr std::array<Named, 3> shortNumbers = {{{"k", 1e3}, {"m", 1e6}, {"bn", 1e9}}};
constexpr std::array<Named, 9> parts = {{{"half", 2},
                                         {"third", 3},
                                         {"thirds", 3},
                                         {"quarter", 4},
                                         {"quarters", 4},
                                         {"fifth", 5},
                                         {"fifths", 5},
                                         {"tenth", 10},
                                         {"tenths", 10}}};
constexpr std::array<std::string_view, 12> currencies = {"pound",  "pounds",  "euro",  "euros",
                                                         "dollar", "dollars", "franc", "francs",
                                                         "pence",  "gbp",     "eur",   "usd"};
// After a share of a whole.
constexpr std::array<std::string_view, 9> afterShares = {"of",  "will", "have", "are", "is",
                                                         "was", "were", "less", "more"};
constexpr std::array<std::string_view, 6> determiners = {"the",   "your", "our",
                                                         "their", "its",  "my"};
constexpr std::array<std::string_view, 8> beforeYears = {"in",   "since",  "by",    "until",
                                                         "from", "before", "after", "during"};
constexpr double largest = 1e12;  // Nothing larger is multiplied any further.
// Between a figure and what is counted.
constexpr std::array<std::string_view, 6> between = {"of", "the", "your", "our", "more", "new"};
// What is counted ends before one of these.
constexpr std::array<std::string_view, 43> afterCounted = {
    "in",  "on",   "at",   "to",   "and",   "or",   "by",   "for",  "from", "with", "a",
    "an",  "is",   "are",  "was",  "were",  "will", "have", "has",  "had",  "that", "which",
    "who", "it",   "you",  "we",   "i",     "they", "as",   "but",  "if",   "so",   "than",
    "per", "last", "this", "next", "every", "each", "now",  "then", "when", "while"};
constexpr std::size_t mostCounted = 3;
constexpr std::array<std::string_view, 12> hedges = {
    "about", "around", "roughly", "nearly", "almost", "over",
    "under", "above",  "below",   "than",   "circa",  "approximately"};
constexpr std::array<std::string_view, 6> people = {"people",  "employees", "staff",
                                                    "workers", "heads",     "colleagues"};
constexpr std::array<std::string_view, 7> spans = {"seconds", "minutes", "hours", "days",
                                                   "weeks",   "months",  "years"};

template <std::size_t size>
bool isOneOf(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

template <std::size_t size>
std::optional<double> named(const std::array<Named, size>& names, std::string_view word) {
  const auto found = std::ranges::find(names, word, &Named::first);
  return found != names.end() ? std::optional(found->second) : std::nullopt;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : m_tokens(figureTokens(text)) {}

  std::vector<Quantity> read() {
    std::vector<Quantity> out;
    while (m_at < m_tokens.size()) {
      const std::size_t begin = m_at;
      if (std::optional<Quantity> found = quantity()) {
        found->words = {m_tokens[begin].place.begin, m_end};
        out.push_back(std::move(*found));
      } else {
        m_at = begin + 1;
      }
    }
    return out;
  }

 private:
  [[nodiscard]] const FigureToken* next(std::size_t ahead = 0) const {
    return m_at + ahead < m_tokens.size() ? &m_tokens[m_at + ahead] : nullptr;
  }
  // The next word, unless a clause ends before it.
  [[nodiscard]] std::string_view word(std::size_t ahead = 0) const {
    const FigureToken* token = next(ahead);
    return token != nullptr && !token->ends ? std::string_view(token->word) : std::string_view();
  }
  void take() { m_end = m_tokens[m_at++].place.end; }
  void takeAll(std::size_t count) {
    m_at += count - 1;
    take();
  }

  std::optional<Quantity> quantity() {
    const FigureToken& first = *next();
    const std::string_view before =
        m_at > 0 && !first.ends ? std::string_view(m_tokens[m_at - 1].word) : std::string_view();
    Quantity out;
    out.isRough = isOneOf(hedges, before);
    if (timeInWords(out)) return out;
    if (first.word == "half") return half(out, before) ? std::optional(out) : std::nullopt;
    if (yearInWords(out)) return out;
    if (first.word.empty()) {
      if (first.money) out.kind = Quantity::Kind::money;
      if (first.clock) out.kind = Quantity::Kind::time;
      out.value = first.digits;
      take();
      if (first.clock) return out;
      while (large(out.value, largeNumbers) || large(out.value, shortNumbers)) {
      }
    } else if (!inWords(out.value)) {
      out.value = 1;  // "A third", "one fifth".
      const bool article = first.word == "a" || first.word == "one";
      if (article) take();
      const bool isShare = article && (part(out) || (first.word == "one" && outOf(out)));
      return isShare ? std::optional(out) : std::nullopt;
    }
    if (word() == "and" && word(1) == "a" && word(2) == "half") {
      out.value += 0.5;
      takeAll(3);
      while (large(out.value, largeNumbers)) {
      }
    }
    if (!part(out) && !outOf(out)) unit(out, first, before);
    return out;
  }

  // "three in forty", "fifteen out of a hundred"; not "three in forty days".
  bool outOf(Quantity& out) {
    const std::size_t at = m_at;
    const std::size_t end = m_end;
    if (word() == "out" && word(1) == "of") ++m_at;
    const bool isIn = word() == "in";
    if (out.kind == Quantity::Kind::count && (isIn || word() == "of")) {
      ++m_at;
      if (word() == "every") ++m_at;
      double whole = 0;
      const FigureToken* next = this->next();
      const bool isFound = next != nullptr && !next->ends && number(whole);
      if (isFound && whole > out.value && whole <= 1000 && !isOneOf(spans, word())) {
        out.value *= 100.0 / whole;
        out.kind = Quantity::Kind::percent;
        return true;
      }
    }
    m_at = at;
    m_end = end;
    return false;
  }

  // In digits or in words.
  bool number(double& value) {
    if (!next()->word.empty()) return inWords(value);
    value = next()->digits;
    take();
    return true;
  }

  // "half past seven", "quarter to five".
  bool timeInWords(Quantity& out) {
    const std::string_view beside = word(1);
    const auto hour = named(smallNumbers, word(2));
    const auto part = named(parts, next()->word);
    if (!part || !hour || *hour > 12 || (beside != "past" && beside != "to")) return false;
    out.value = beside == "past" ? *hour + 1.0 / *part : *hour - 1.0 / *part;
    out.kind = Quantity::Kind::time;
    takeAll(3);
    return true;
  }

  // "half a million", "half of it"; not "half an hour", "an hour and a half".
  bool half(Quantity& out, std::string_view before) {
    const auto scale = named(largeNumbers, word(2));
    const bool alone = before != "a" && (next(1) == nullptr || next(1)->ends);
    if (word(1) == "a" && scale) {
      out.value = 0.5 * *scale;
      takeAll(3);
      unit(out, {}, {});
    } else if (alone || isOneOf(afterShares, word(1)) || isOneOf(determiners, word(1))) {
      out.value = 50;
      out.kind = Quantity::Kind::percent;
      take();
    } else {
      return false;
    }
    return true;
  }

  // "nineteen seventy-eight", "twenty twenty".
  bool yearInWords(Quantity& out) {
    const std::string_view century = next()->word;
    const auto year = named(smallNumbers, word(1));
    if ((century != "nineteen" && century != "twenty") || !year || *year < 10) return false;
    out.kind = Quantity::Kind::year;
    out.value = (century == "nineteen" ? 1900 : 2000) + *year;
    takeAll(2);
    const auto rest = named(smallNumbers, word());
    if (rest && *year >= 20 && *rest < 10) {
      out.value += *rest;
      take();
    }
    return true;
  }

  // "two hundred and ten thousand", "nine thousand two hundred", "two point nine", "twenty-two".
  bool inWords(double& value) {
    const std::string_view first = next()->word;
    const bool scaled = named(largeNumbers, word(1)).has_value();
    if (first == "a" || first == "one" ? !scaled && !(first == "one" && isPoint(1))
                                       : !named(smallNumbers, first)) {
      return false;
    }
    double whole = 0;  // What comes before the part below the last thousand, million …
    double below = first == "a" ? 1 : *named(smallNumbers, first);
    bool isBegun = true;  // That part.
    take();
    while (next() != nullptr) {
      const auto small = named(smallNumbers, word());
      const auto scale = named(largeNumbers, word());
      if (small && (isBegun ? follows(below, *small) : *small > 0)) {
        below = isBegun ? below + *small : *small;
        isBegun = true;
        take();
      } else if (word() == "and" && goesOn(whole, isBegun ? below : 0)) {
        ++m_at;
      } else if (isBegun && isPoint(0)) {
        decimals(below);
      } else if (scale && *scale < 1000 && isBegun && below < 100) {
        below *= *scale;
        take();
      } else if (scale && *scale >= 1000 && std::max(whole, below) < largest) {
        // "Two million nine thousand", but "two thousand million".
        const bool isSmaller = isBegun && whole > *scale;
        whole = isSmaller ? whole + below * *scale : (whole + below) * *scale;
        below = 0;
        isBegun = false;
        take();
      } else {
        break;
      }
    }
    value = whole + below;
    return true;
  }

  // Whether a small number may stand after what was read: "twenty" "two", "hundred" "ten".
  static bool follows(double value, double small) {
    const double last = std::fmod(value, 100.0);
    return value >= 20 && small > 0 &&
           (last == 0 || (small < 10 && last >= 20 && std::fmod(last, 10.0) == 0));
  }

  // Whether "and" goes on with the number: "two hundred and ten", not "one hundred and two
  // hundred".
  [[nodiscard]] bool goesOn(double whole, double below) const {
    const auto small = named(smallNumbers, word(1));
    const std::string_view after = named(smallNumbers, word(2)) ? word(3) : word(2);
    if (!small || after == "hundred") return false;
    return below > 0 ? below >= 100 && follows(below, *small) : whole > 0;
  }

  [[nodiscard]] bool isPoint(std::size_t ahead) const {
    return word(ahead) == "point" && named(smallNumbers, word(ahead + 1));
  }

  void decimals(double& value) {
    ++m_at;
    double scale = 0.1;
    while (const auto digit = named(smallNumbers, word())) {
      if (*digit > 9) break;
      value += scale * *digit;
      scale /= 10;
      take();
    }
  }

  template <std::size_t size>
  bool large(double& value, const std::array<Named, size>& names) {
    const auto found = named(names, word());
    if (!found || value > largest) return false;
    value *= *found;
    take();
    return true;
  }

  // "two thirds", "a fifth": a share of a whole. "Three quarters of an hour" is none.
  bool part(Quantity& out) {
    const auto found = named(parts, word());
    const bool mayCount = !word().ends_with('s');  // "The third call" is no share.
    if (!found || (mayCount && !isOneOf(afterShares, word(1)))) return false;
    if (word(1) == "of" && (word(2) == "a" || word(2) == "an")) return false;
    out.value = 100.0 * out.value / *found;
    out.kind = Quantity::Kind::percent;
    take();
    return true;
  }

  // What the figure is of. `first` is its first token, `before` the word before it.
  void unit(Quantity& out, const FigureToken& first, std::string_view before) {
    std::size_t ahead = 0;
    while (isOneOf(between, word(ahead))) ++ahead;
    std::vector<std::string> counted;
    while (counted.size() < mostCounted && !word(ahead).empty() &&
           !isOneOf(afterCounted, word(ahead))) {
      counted.emplace_back(word(ahead++));
    }
    if (first.percent || word() == "percent" || (word() == "per" && word(1) == "cent")) {
      out.kind = Quantity::Kind::percent;
    } else if (isOneOf(currencies, word())) {
      out.kind = Quantity::Kind::money;
    } else if (out.kind == Quantity::Kind::count &&
               isYear(first, out.value, before, counted.empty() ? "" : counted.front())) {
      out.kind = Quantity::Kind::year;
    } else if (out.kind == Quantity::Kind::count) {
      out.counted = std::move(counted);
    }
  }

  // "in 1978", "your 2019 figures", "in two thousand and nineteen"; not "2000 people".
  static bool isYear(const FigureToken& first, double value, std::string_view before,
                     std::string_view counted) {
    const bool isRound = std::fmod(value, 100.0) == 0;
    const bool isDated = isOneOf(beforeYears, before);
    const bool isPlain =
        first.word.empty() ? !first.grouped && value == first.digits : isDated && !isRound;
    if (!isPlain || value < 1900 || value >= 2100) return false;
    const bool mayCount = counted == "people" || (counted.size() > 3 && counted.ends_with('s'));
    return !mayCount || isDated || (!isRound && isOneOf(determiners, before));
  }

  std::vector<FigureToken> m_tokens;
  std::size_t m_at = 0;
  std::size_t m_end = 0;
};

}  // namespace

std::vector<Quantity> quantitiesIn(std::string_view text) {
  return Reader(text).read();
}

bool sameKind(const Quantity& a, const Quantity& b) {
  constexpr std::size_t stem = 5;  // Letters: "shop" and "shops".
  constexpr double muchMoney = 1000;
  const auto root = [](const std::string& word) {
    if (isOneOf(people, word)) return std::string(people.front());
    std::string out = word.substr(0, stem);
    if (out.size() > 3 && out.ends_with('s')) out.pop_back();
    return out;
  };
  // "Six million" may be pounds, and "seven" an hour.
  const auto bare = [](const Quantity& each) {
    return each.kind == Quantity::Kind::count && each.counted.empty() && each.value >= muchMoney;
  };
  if (a.kind == Quantity::Kind::money) return b.kind == Quantity::Kind::money || bare(b);
  if (b.kind == Quantity::Kind::money) return bare(a);
  const auto hour = [](const Quantity& each) {
    return each.kind == Quantity::Kind::time ||
           (each.kind == Quantity::Kind::count && each.counted.empty() && each.value <= 24);
  };
  if (a.kind == Quantity::Kind::time || b.kind == Quantity::Kind::time) return hour(a) && hour(b);
  if (a.kind != b.kind) return false;
  const auto isShared = [&](const std::string& word) {
    return std::ranges::find(b.counted, root(word), root) != b.counted.end();
  };
  return (a.counted.empty() && b.counted.empty()) || std::ranges::any_of(a.counted, isShared);
}

bool sameAmount(const Quantity& a, const Quantity& b) {
  if (a.kind == Quantity::Kind::year) return a.value == b.value;
  if (a.kind == Quantity::Kind::time || b.kind == Quantity::Kind::time) {
    constexpr double minute = 1.0 / 60.0;
    constexpr double halfDay = 12.0;
    return std::fabs(std::fmod(a.value, halfDay) - std::fmod(b.value, halfDay)) < minute;
  }
  const auto isThird = [](double value) { return std::fmod(3.0 * value, 100.0) == 0; };
  const bool third = a.kind == Quantity::Kind::percent && (isThird(a.value) != isThird(b.value));
  const double most = std::max(std::fabs(a.value), std::fabs(b.value));
  const double near = a.isRough || b.isRough ? 0.125 * most : 0.005 * most;
  return std::fabs(a.value - b.value) <= (third ? std::max(0.7, near) : near);
}

}  // namespace sparring
