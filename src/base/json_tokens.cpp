#include "base/json_tokens.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <locale>
#include <sstream>

namespace sparring {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// Whether a character stands for itself in a text.
bool isPlain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

// A number so near to 0 that only a rounded one can stand for it. Nothing where it is too large.
std::optional<double> roundedToZero(std::string_view digits) {
  std::istringstream in{std::string(digits)};
  in.imbue(std::locale::classic());
  double value = 0;
  in >> value;
  return std::abs(value) < 1 ? std::optional(value) : std::nullopt;
}

bool areFourSpaces(std::string_view bytes) {
  std::uint32_t four = 0;
  if (bytes.size() >= sizeof four) std::memcpy(&four, bytes.data(), sizeof four);
  return four == 0x20202020;
}

// Whether all of eight characters stand for themselves. See "Bit Twiddling Hacks" by Sean Eron
// Anderson, "Determine if a word has a zero byte" and "a byte less than n".
bool areEightPlain(const char* characters) {
  constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
  std::uint64_t eight = 0;
  std::memcpy(&eight, characters, sizeof eight);
  const auto hasZero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes; };
  const std::uint64_t special =
      hasZero(eight ^ ones * '"') | hasZero(eight ^ ones * '\\') | ((eight - ones * 0x20) & ~eight);
  return (special & ones * 0x80) == 0;
}

void appendUtf8(std::uint32_t code, std::string& out) {
  const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  const auto addTail = [&](std::uint32_t shift) { add(0x80U | (code >> shift & 0x3FU)); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0U | code >> 6U);
    addTail(0);
  } else if (code < 0x10000) {
    add(0xE0U | code >> 12U);
    addTail(6);
    addTail(0);
  } else {
    add(0xF0U | code >> 18U);
    addTail(12);
    addTail(6);
    addTail(0);
  }
}

}  // namespace

JsonTokens::JsonTokens(std::string_view bytes) : m_bytes(bytes) {
  constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byteOrderMark)) m_at = byteOrderMark.size();
}

char JsonTokens::peek() {
  while (true) {
    const char c = at(m_at);
    if (c == '\n') {
      ++m_line;
      ++m_at;
      while (areFourSpaces(m_bytes.substr(m_at))) m_at += 4;
    } else if (c == ' ' || c == '\t' || c == '\r') {
      ++m_at;
    } else {
      m_begin = m_at;
      return c;
    }
  }
}

JsonTokens::Token JsonTokens::pass() {
  switch (const char first = at(m_at)) {
    case '"':
      return passText();
    case 't':
      return passWord("true");
    case 'f':
      return passWord("false");
    case 'n':
      return passWord("null");
    default:
      return first == '-' || isDigit(first) ? passNumber() : brokenHere();
  }
}

JsonTokens::Token JsonTokens::passWord(std::string_view word) {
  for (const char c : word) {
    if (at(m_at) != c) return brokenHere();
    ++m_at;
  }
  return Token::whole;
}

bool JsonTokens::passDigits() {
  const std::size_t begin = m_at;
  while (isDigit(at(m_at))) ++m_at;
  return m_at > begin;
}

JsonTokens::Token JsonTokens::passNumber() {
  if (at(m_at) == '-') ++m_at;
  if (at(m_at) == '0') {
    ++m_at;
  } else if (!passDigits()) {
    return brokenHere();
  }
  if (at(m_at) == '.') {
    ++m_at;
    if (!passDigits()) return brokenHere();
  }
  if (at(m_at) == 'e' || at(m_at) == 'E') {
    ++m_at;
    if (at(m_at) == '+' || at(m_at) == '-') ++m_at;
    if (!passDigits()) return brokenHere();
  }
  return Token::whole;
}

bool JsonTokens::number(Json& out) const {
  const std::string_view digits = written();
  const char* const end = digits.data() + digits.size();
  const auto whole = std::from_chars(digits.data(), end, out.integer);
  if (whole.ec == std::errc() && whole.ptr == end) {
    out.kind = Json::Kind::integer;
    return true;
  }
  out.integer = 0;
  const auto real = std::from_chars(digits.data(), end, out.real);
  if (real.ec != std::errc()) {
    const std::optional<double> rounded = roundedToZero(digits);
    if (!rounded) return false;
    out.real = *rounded;
  }
  out.kind = Json::Kind::real;
  return true;
}

JsonTokens::Token JsonTokens::passText() {
  const std::size_t begin = ++m_at;
  passPlain();
  if (at(m_at) != '"') return passEscaped(begin);
  m_text = m_bytes.substr(begin, m_at - begin);
  ++m_at;
  return Token::whole;
}

// A text of which all that stands for itself has been passed.
JsonTokens::Token JsonTokens::passEscaped(std::size_t begin) {
  m_unescaped.clear();
  while (true) {
    m_unescaped += m_bytes.substr(begin, m_at - begin);
    if (at(m_at) == '"') break;
    if (at(m_at) != '\\') return brokenHere();
    ++m_at;
    if (const Token token = passEscape(); token != Token::whole) return token;
    begin = m_at;
    passPlain();
  }
  ++m_at;
  m_text = m_unescaped;
  return Token::whole;
}

void JsonTokens::passPlain() {
  while (m_bytes.size() - m_at >= 8 && areEightPlain(m_bytes.data() + m_at)) m_at += 8;
  while (m_at < m_bytes.size() && isPlain(m_bytes[m_at])) ++m_at;
}

// What follows a backslash.
JsonTokens::Token JsonTokens::passEscape() {
  static constexpr std::string_view letters = "\"\\/bfnrt";
  static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
  if (m_at == m_bytes.size()) return Token::unended;
  const char letter = m_bytes[m_at];
  if (const std::size_t known = letters.find(letter); known != std::string_view::npos) {
    m_unescaped += meanings[known];
    ++m_at;
    return Token::whole;
  }
  if (letter != 'u') return Token::broken;
  ++m_at;
  std::optional<std::uint32_t> code = passHex();
  if (!code) return brokenHere();
  constexpr std::uint32_t firstHigh = 0xD800, firstLow = 0xDC00, lastLow = 0xDFFF;
  if (*code >= firstLow && *code <= lastLow) return brokenBefore();
  if (*code >= firstHigh && *code < firstLow) {
    if (passWord("\\u") != Token::whole) return brokenHere();
    const std::optional<std::uint32_t> low = passHex();
    if (!low) return brokenHere();
    if (*low < firstLow || *low > lastLow) return brokenBefore();
    code = 0x10000 + ((*code - firstHigh) << 10U) + (*low - firstLow);
  }
  appendUtf8(*code, m_unescaped);
  return Token::whole;
}

std::optional<std::uint32_t> JsonTokens::passHex() {
  constexpr int digits = 4;
  std::uint32_t code = 0;
  for (int i = 0; i < digits; ++i, ++m_at) {
    const char c = at(m_at);
    const char lowered = static_cast<char>(c | 0x20);
    if (isDigit(c)) {
      code = code << 4U | static_cast<std::uint32_t>(c - '0');
    } else if (lowered >= 'a' && lowered <= 'f') {
      code = code << 4U | static_cast<std::uint32_t>(lowered - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return code;
}

}  // namespace sparring
