// The text of a condition or an effect as tokens. Knows nothing of how they may follow each other.
// Private to this folder; scenario/expression.h is the door.
#pragma once

#include <cstddef>
#include <string_view>

namespace sparring {

// A name or sign that has a meaning of its own. Those from andWord to overtime name nothing else.
enum class Word {
  none,
  // clang-format off
  andWord, orWord, notWord, ifWord, trueWord, falseWord,
  visited, asked, said,
  phase, early, middle, late, overtime,
  less, lessOrEqual, equal, notEqual, greaterOrEqual, greater,
  set, add, subtract, open, close, minus,
  // clang-format on
};

struct ExpressionToken {
  enum class Kind { end, name, number, symbol };
  Kind kind = Kind::end;
  Word word = Word::none;
  std::string_view text;
  std::size_t offset = 0;
};

class ExpressionTokens {
 public:
  // REQUIRES: the text outlives the tokens.
  explicit ExpressionTokens(std::string_view text) : m_text(text) { advance(); }

  [[nodiscard]] const ExpressionToken& peek() const { return m_token; }
  ExpressionToken take() {
    const ExpressionToken taken = m_token;
    advance();
    return taken;
  }
  bool takeIf(Word word) {
    if (m_token.word != word) return false;
    advance();
    return true;
  }

 private:
  void advance();
  void endToken(ExpressionToken::Kind kind);
  [[nodiscard]] char at(std::size_t offset) const {
    return offset < m_text.size() ? m_text[offset] : '\0';
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  ExpressionToken m_token;
};

bool isReserved(Word word);

}  // namespace sparring
