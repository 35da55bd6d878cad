#include "language/quantities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

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
constexpr std::array<Named, 7> largeNumbers = {{{"hundred", 1e2},
                                                {"dozen", 12},
                                                {"thousand", 1e3},
                                                {"million", 1e6},
                                                {"billion", 1e9},
                                                {"m", 1e6},
                                                {"bn", 1e9}}};
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
constexpr double largest = 1e12;  // Nothing larger is multiplied any further.
// Between a figure and what is counted.
constexpr std::array<std::string_view, 6> between = {"of", "the", "your", "our", "more", "new"};

template <std::size_t size>
std::optional<double> named(const std::array<Named, size>& names, std::string_view word) {
  const auto found = std::ranges::find(names, word, &Named::first);
  return found != names.end() ? std::optional(found->second) : std::nullopt;
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// A word or a figure in digits, with what stands right beside it.
struct Token {
  std::string word;      // In lower case; empty for digits.
  double digits = 0;     // Where there is no word.
  bool grouped = false;  // "9,000", "6.4": no year.
  bool money = false;    // A sign of money before it.
  bool percent = false;  // The sign after it.
  bool ends = false;     // A sentence or clause ends before it.
  Span place;
};

// The digits from `at` on, with their commas and point.
Token digitsAt(std::string_view text, std::size_t at) {
  Token token;
  std::string plain;
  std::size_t end = at;
  while (end < text.size()) {
    if (isDigit(text[end])) {
      plain += text[end++];
      continue;
    }
    const bool before = end + 1 < text.size() && isDigit(text[end + 1]);
    const bool comma = text[end] == ',' && end + 3 < text.size() && isDigit(text[end + 2]) &&
                       isDigit(text[end + 3]);
    if (!before || (text[end] != '.' && !comma)) break;
    if (text[end] == '.') plain += '.';
    token.grouped = true;
    ++end;
  }
  std::from_chars(plain.data(), plain.data() + plain.size(), token.digits);
  token.place = {at, end};
  token.percent = text.substr(end).starts_with('%') || text.substr(end).starts_with(" %");
  const std::string_view before = text.substr(0, at);
  for (const std::string_view sign : {"$", "£", "€"}) {
    if (before.ends_with(sign)) token.money = true;
  }
  return token;
}

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
         static_cast<unsigned char>(c) >= 0xC3U;
}

std::vector<Token> tokensOf(std::string_view text) {
  std::vector<Token> out;
  bool ends = false;
  for (std::size_t at = 0; at < text.size();) {
    Token token;
    if (isDigit(text[at])) {
      token = digitsAt(text, at);
    } else if (isLetter(text[at])) {
      std::size_t end = at;
      while (end < text.size() &&
             (isLetter(text[end]) || (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)) {
        ++end;
      }
      token.word = toLower(text.substr(at, end - at));
      token.place = {at, end};
    } else {
      ends = ends || std::string_view(".,;:?!").contains(text[at]);
      ++at;
      continue;
    }
    at = token.place.end;
    token.ends = std::exchange(ends, false);
    out.push_back(std::move(token));
  }
  return out;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : m_tokens(tokensOf(text)) {}

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
  [[nodiscard]] const Token* next(std::size_t ahead = 0) const {
    return m_at + ahead < m_tokens.size() ? &m_tokens[m_at + ahead] : nullptr;
  }
  // The next word, unless a clause ends before it.
  [[nodiscard]] std::string_view word(std::size_t ahead = 0) const {
    const Token* token = next(ahead);
    return token != nullptr && !token->ends ? std::string_view(token->word) : std::string_view();
  }
  void take() { m_end = m_tokens[m_at++].place.end; }

  std::optional<Quantity> quantity() {
    const Token& first = *next();
    const bool article = first.word == "a" || first.word == "one";
    Quantity out;
    out.kind = first.money ? Quantity::Kind::money : Quantity::Kind::count;
    const bool year = first.word.empty() && !first.grouped && !first.money &&
                      first.digits >= 1900 && first.digits < 2100;
    if (first.word.empty()) {
      out.value = first.digits;
      take();
      large(out.value);
    } else if (article) {
      out.value = 1;
      take();
      if (!large(out.value) && !part(out)) return std::nullopt;
      if (out.kind == Quantity::Kind::percent) return out;
    } else if (first.word == "half") {
      out.value = 1;
      if (!part(out)) return std::nullopt;
      return out;
    } else if (!inWords(out.value)) {
      return std::nullopt;
    }
    if (part(out)) return out;
    unit(out, first.percent, year);
    return out;
  }

  // "two hundred and ten thousand", "two point nine", "twenty-two".
  bool inWords(double& value) {
    if (!named(smallNumbers, next()->word)) return false;
    value = 0;
    bool begins = true;
    while (next() != nullptr) {
      const std::string_view now = begins ? std::string_view(next()->word) : word();
      const auto small = named(smallNumbers, now);
      if (small && (begins || follows(value, *small))) {
        value += *small;
        take();
      } else if (now == "and" && !begins && value >= 100 && named(smallNumbers, word(1))) {
        ++m_at;
      } else if (now == "point" && named(smallNumbers, word(1))) {
        ++m_at;
        double scale = 0.1;
        while (const auto digit = named(smallNumbers, word())) {
          if (*digit > 9) break;
          value += scale * *digit;
          scale /= 10;
          take();
        }
      } else if (!large(value)) {
        break;
      }
      begins = false;
    }
    return true;
  }

  // Whether a small number may stand after what was read: "twenty" "two", "hundred" "ten".
  static bool follows(double value, double small) {
    const double last = std::fmod(value, 100.0);
    return value >= 20 && (last == 0 || (small < 10 && last >= 20 && std::fmod(last, 10.0) == 0));
  }

  bool large(double& value) {
    const auto found = named(largeNumbers, word());
    if (!found || value > largest) return false;
    // "two hundred thousand" is 200 times a thousand; "a million two hundred" is not read so.
    value *= *found;
    take();
    return true;
  }

  // "two thirds", "a fifth", "half": a share of a whole.
  bool part(Quantity& out) {
    const std::string_view now = next() != nullptr ? std::string_view(next()->word) : "";
    const auto found = named(parts, now);
    if (!found || (next()->ends && now != "half")) return false;
    const bool mayCount = now != "half" && !now.ends_with('s');  // "The third call" is no share.
    if (mayCount && std::ranges::find(afterShares, word(1)) == afterShares.end()) return false;
    out.value = 100.0 * out.value / *found;
    out.kind = Quantity::Kind::percent;
    take();
    return true;
  }

  void unit(Quantity& out, bool percentSign, bool year) {
    if (percentSign || word() == "percent" || (word() == "per" && word(1) == "cent")) {
      out.kind = Quantity::Kind::percent;
    } else if (std::ranges::find(currencies, word()) != currencies.end()) {
      out.kind = Quantity::Kind::money;
    } else if (year) {
      out.kind = Quantity::Kind::year;
    } else if (out.kind == Quantity::Kind::count) {
      std::size_t ahead = 0;
      while (std::ranges::find(between, word(ahead)) != between.end()) ++ahead;
      out.counted = word(ahead);
    }
  }

  std::vector<Token> m_tokens;
  std::size_t m_at = 0;
  std::size_t m_end = 0;
};

}  // namespace

std::vector<Quantity> quantitiesIn(std::string_view text) {
  return Reader(text).read();
}

bool sameKind(const Quantity& a, const Quantity& b) {
  constexpr std::size_t stem = 5;  // Letters: "shop" and "shops".
  const auto root = [](const std::string& word) {
    std::string out = word.substr(0, stem);
    if (out.size() > 3 && out.ends_with('s')) out.pop_back();
    return out;
  };
  // "Six million" may be pounds.
  const auto bare = [](const Quantity& each) {
    return each.kind == Quantity::Kind::count && each.counted.empty();
  };
  if (a.kind == Quantity::Kind::money) return b.kind == Quantity::Kind::money || bare(b);
  if (b.kind == Quantity::Kind::money) return bare(a);
  return a.kind == b.kind && root(a.counted) == root(b.counted);
}

bool sameAmount(const Quantity& a, const Quantity& b) {
  if (a.kind == Quantity::Kind::year) return a.value == b.value;
  const auto isThird = [](double value) { return std::fmod(3.0 * value, 100.0) == 0; };
  const bool third = a.kind == Quantity::Kind::percent && (isThird(a.value) != isThird(b.value));
  const double most = std::max(std::fabs(a.value), std::fabs(b.value));
  return std::fabs(a.value - b.value) <= (third ? 0.7 : 0.005 * most);
}

}  // namespace sparring
