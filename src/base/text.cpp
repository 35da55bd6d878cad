#include "base/text.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace sparring {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

unsigned byteAt(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

// The length of the well-formed character at an offset; 0 where the byte is invalid. Follows table
// 3-7 of the Unicode Standard: no overlong forms, no surrogates, nothing above U+10FFFF.
std::size_t characterLength(std::string_view text, std::size_t offset) {
  const unsigned lead = byteAt(text, offset);
  if (lead < 0x80) return 1;
  const std::size_t length = lead < 0xC2   ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || text.size() - offset < length) return 0;
  const unsigned second = byteAt(text, offset + 1);
  const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < least || second > most) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byteAt(text, offset + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

struct Character {
  std::uint32_t code = 0;  // U+FFFD for an invalid byte.
  std::size_t length = 1;
};

Character characterAt(std::string_view text, std::size_t offset) {
  const std::size_t length = characterLength(text, offset);
  if (length == 0) return {0xFFFD, 1};
  std::uint32_t code = byteAt(text, offset);
  if (length > 1) code &= 0x7FU >> length;
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (byteAt(text, offset + i) & 0x3F);
  return {code, length};
}

constexpr bool isSpace(std::uint32_t code) {
  return (code >= 0x09 && code <= 0x0D) || code == ' ' || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
         code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

bool isControl(std::uint32_t code) {
  return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
}

constexpr bool isDash(std::uint32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

bool isApostrophe(std::uint32_t code) {
  return code == '\'' || code == 0x2019;
}

constexpr bool isQuote(std::uint32_t code) {
  return code == '\'' || code == '"' || code == '`' || code == 0xAB || code == 0xB4 ||
         code == 0xBB || (code >= 0x2018 && code <= 0x201F) || code == 0x2039 || code == 0x203A;
}

constexpr std::uint32_t lowered(std::uint32_t code) {
  const bool isUpper =
      (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7);
  return isUpper ? code + 0x20 : code;
}

bool isLetterOrDigit(std::uint32_t code) {
  if (code < 0x80) {
    return (code >= '0' && code <= '9') || (lowered(code) >= 'a' && lowered(code) <= 'z');
  }
  const bool isPunctuation = isSpace(code) || isControl(code) || isQuote(code) || isDash(code) ||
                             code == 0xA1 || code == 0xB7 || code == 0xBF ||
                             (code >= 0x2000 && code <= 0x206F) ||
                             (code >= 0x3001 && code <= 0x3003);
  return !isPunctuation;
}

// One step of a text made comparable: a character without its case, a run of white space, any
// quotation mark, any dash.
struct Unit {
  std::uint32_t code = 0;
  Span place;
};

// What a character is compared as.
constexpr std::uint32_t comparable(std::uint32_t code) {
  return isSpace(code) ? ' ' : isQuote(code) ? '\'' : isDash(code) ? '-' : lowered(code);
}

// ASCII is looked up: most of any text.
constexpr std::array<std::uint32_t, 128> comparableAscii = [] {
  std::array<std::uint32_t, 128> out{};
  for (std::uint32_t code = 0; code < out.size(); ++code) out[code] = comparable(code);
  return out;
}();

std::vector<Unit> comparableUnits(std::string_view text) {
  std::vector<Unit> units;
  units.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const unsigned byte = byteAt(text, i);
    const bool isAscii = byte < 0x80;
    const auto [code, length] = isAscii ? Character{byte, 1} : characterAt(text, i);
    const std::uint32_t unit = isAscii ? comparableAscii[byte] : comparable(code);
    if (unit == ' ' && !units.empty() && units.back().code == ' ') {
      units.back().place.end = i + length;
    } else {
      units.push_back({unit, {i, i + length}});
    }
    i += length;
  }
  return units;
}

// For each prefix of a pattern, the length of its longest border (Knuth, Morris, Pratt).
std::vector<std::size_t> borders(const std::vector<Unit>& pattern) {
  std::vector<std::size_t> out(pattern.size(), 0);
  std::size_t matched = 0;
  for (std::size_t i = 1; i < pattern.size(); ++i) {
    while (matched > 0 && pattern[i].code != pattern[matched].code) matched = out[matched - 1];
    if (pattern[i].code == pattern[matched].code) ++matched;
    out[i] = matched;
  }
  return out;
}

// Whether a match does not begin or end inside a word.
bool isWhole(const std::vector<Unit>& text, std::size_t begin, std::size_t end) {
  const auto splits = [&](std::size_t at) {
    return at > 0 && at < text.size() && isLetterOrDigit(text[at - 1].code) &&
           isLetterOrDigit(text[at].code);
  };
  return !splits(begin) && !splits(end);
}

}  // namespace

std::size_t firstInvalidUtf8(std::string_view text) {
  constexpr std::uint64_t beyondAscii = 0x8080'8080'8080'8080;
  for (std::size_t i = 0; i < text.size();) {
    std::uint64_t next = beyondAscii;
    if (text.size() - i >= sizeof next) std::memcpy(&next, text.data() + i, sizeof next);
    if ((next & beyondAscii) == 0) {
      i += sizeof next;
      continue;
    }
    const std::size_t length = characterLength(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

std::string mendUtf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t invalid = firstInvalidUtf8(text);
    out += text.substr(0, invalid);
    if (invalid == std::string_view::npos) break;
    out += replacement;
    text.remove_prefix(invalid + 1);
  }
  return out;
}

std::string cleanInput(std::string_view text, std::size_t maxBytes) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto [code, length] = characterAt(text, i);
    const bool endsLine = code == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    const bool isInvalid = code == 0xFFFD;
    const std::string_view piece = endsLine          ? "\n"
                                   : isControl(code) ? ""
                                   : isInvalid       ? replacement
                                                     : text.substr(i, length);
    if (out.size() + piece.size() > maxBytes) break;
    out += piece;
    i += length;
  }
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const auto [code, length] = characterAt(text, 0);
    if (!isSpace(code)) break;
    text.remove_prefix(length);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && text.size() - last < 4 && (byteAt(text, last) & 0xC0) == 0x80) --last;
    const auto [code, length] = characterAt(text, last);
    if (!isSpace(code) || last + length != text.size()) break;
    text.remove_suffix(length);
  }
  return text;
}

std::string toLower(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool isLatin1 = i > 0 && byteAt(text, i - 1) == 0xC3;
    const unsigned byte = byteAt(text, i);
    const bool isUpper =
        (byte >= 'A' && byte <= 'Z') || (isLatin1 && byte >= 0x80 && byte <= 0x9E && byte != 0x97);
    if (isUpper) out[i] = static_cast<char>(byte + 0x20);
  }
  return out;
}

std::vector<Span> wordSpans(std::string_view text) {
  std::vector<Span> words;
  bool isOpen = false;  // Whether the last word still goes on, apostrophes allowed.
  for (std::size_t i = 0; i < text.size();) {
    const auto [code, length] = characterAt(text, i);
    if (isLetterOrDigit(code)) {
      if (!isOpen) words.push_back({i, i});
      words.back().end = i + length;
      isOpen = true;
    } else if (!isApostrophe(code)) {
      isOpen = false;
    }
    i += length;
  }
  return words;
}

int countWords(std::string_view text) {
  return static_cast<int>(wordSpans(text).size());
}

Span findWords(std::string_view text, std::string_view words) {
  const std::vector<Unit> pattern = comparableUnits(trim(words));
  if (pattern.empty()) return {};
  const std::vector<Unit> units = comparableUnits(text);
  const std::vector<std::size_t> border = borders(pattern);
  Span inside;  // The first match that begins or ends inside a word; second best.
  std::size_t matched = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    while (matched > 0 && units[i].code != pattern[matched].code) matched = border[matched - 1];
    if (units[i].code == pattern[matched].code) ++matched;
    if (matched < pattern.size()) continue;
    const std::size_t begin = i + 1 - pattern.size();
    const Span found{units[begin].place.begin, units[i].place.end};
    if (isWhole(units, begin, i + 1)) return found;
    if (inside == Span{}) inside = found;
    matched = border[matched - 1];
  }
  return inside;
}

}  // namespace sparring
