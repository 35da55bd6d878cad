#include "language/figure_tokens.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sparring {
namespace {

constexpr std::array<std::string_view, 3> moneySigns = {"$", "£", "€"};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// The digits from `at` on, with their commas and point.
FigureToken digitsAt(std::string_view text, std::size_t at) {
  FigureToken token;
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
  const std::string_view rest = text.substr(end);
  token.clock = !token.grouped && token.digits < 24 && rest.size() >= 3 && rest[0] == ':' &&
                rest[1] < '6' && isDigit(rest[1]) && isDigit(rest[2]) &&
                (rest.size() == 3 || !isDigit(rest[3]));
  if (token.clock) {
    constexpr double minutes = 60.0;
    token.digits += (10 * (rest[1] - '0') + (rest[2] - '0')) / minutes;
    end += 3;
  }
  token.place = {at, end};
  token.percent = text.substr(end).starts_with('%') || text.substr(end).starts_with(" %");
  const std::string_view before = text.substr(0, at);
  for (const std::string_view sign : moneySigns) {
    if (before.ends_with(sign)) token.money = true;
  }
  return token;
}

// Bytes of a sign of money at the beginning of a text; wordSpans takes some for letters.
std::size_t moneySign(std::string_view text) {
  for (const std::string_view sign : moneySigns) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

}  // namespace

std::vector<FigureToken> figureTokens(std::string_view text) {
  std::vector<FigureToken> out;
  std::size_t end = 0;  // Of the last token.
  for (const Span& span : wordSpans(text)) {
    std::size_t begin = std::max(span.begin, end);
    while (begin < span.end) {
      if (const std::size_t sign = moneySign(text.substr(begin)); sign > 0) {
        begin += sign;
        continue;
      }
      FigureToken token;
      if (isDigit(text[begin])) {
        token = digitsAt(text, begin);
      } else {
        token.word = toLower(text.substr(begin, span.end - begin));
        token.place = {begin, span.end};
      }
      const std::string_view gap = text.substr(end, begin - end);
      token.ends = gap.find_first_of(".,;:?!") != std::string_view::npos || gap.contains("—");
      begin = end = token.place.end;
      out.push_back(std::move(token));
    }
  }
  return out;
}

}  // namespace sparring
