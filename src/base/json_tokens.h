// The bytes of a JSON file as tokens: where each begins, where it ends or breaks off, and what it
// says. Knows nothing of how tokens may follow each other. Private to base; base/json.h is the
// door.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"

namespace sparring {

class JsonTokens {
 public:
  enum class Token { whole, broken, unended };  // Unended: the file ends in the middle of it.

  // REQUIRES: valid UTF-8 that outlives the tokens.
  explicit JsonTokens(std::string_view bytes);

  // Passes white space to where the next token begins. Gives its first byte; 0 at the end, too.
  char peek();
  // Passes a bracket, a comma or a colon. REQUIRES: the token that was peeked at is one.
  void passMark() { ++m_at; }
  // Passes a text, a number or a word. A token of another kind is broken at its first byte.
  Token pass();

  // Of the token that was peeked at:
  [[nodiscard]] char first() const { return m_begin < m_bytes.size() ? m_bytes[m_begin] : '\0'; }
  [[nodiscard]] int line() const { return m_line; }  // 1-based.
  [[nodiscard]] std::string_view fromBegin() const { return m_bytes.substr(m_begin); }

  // Of the token that was passed:
  [[nodiscard]] std::string_view text() const { return m_text; }  // Until the next text is passed.
  // Gives `out` the number; false where it is too large.
  [[nodiscard]] bool number(Json& out) const;
  [[nodiscard]] std::string_view written() const { return m_bytes.substr(m_begin, m_at - m_begin); }
  // What follows it, or from where on it is broken.
  [[nodiscard]] std::string_view rest() const { return m_bytes.substr(m_at); }

 private:
  Token passText();
  Token passEscaped(std::size_t begin);
  void passPlain();
  Token passEscape();
  Token passWord(std::string_view word);
  Token passNumber();
  bool passDigits();
  std::optional<std::uint32_t> passHex();
  [[nodiscard]] char at(std::size_t offset) const {
    return offset < m_bytes.size() ? m_bytes[offset] : '\0';
  }
  [[nodiscard]] Token brokenHere() const {
    return m_at < m_bytes.size() ? Token::broken : Token::unended;
  }
  Token brokenBefore() {
    --m_at;
    return Token::broken;
  }

  std::string_view m_bytes;
  std::size_t m_begin = 0;
  std::size_t m_at = 0;
  int m_line = 1;
  std::string_view m_text;
  std::string m_unescaped;  // What m_text shows where a text has escapes.
};

}  // namespace sparring
