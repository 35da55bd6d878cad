#include "scenario/expression_tokens.h"

#include <array>
#include <utility>

namespace sparring {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
// A '-' or '.' belongs to a name only between name characters, so that `trust -= 1` still parses.
bool isNamePart(char c) {
  return isNameStart(c) || isDigit(c) || c == '_';
}

Word reservedWord(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Word>, 14> words = {{
      {"and", Word::andWord},
      {"or", Word::orWord},
      {"not", Word::notWord},
      {"if", Word::ifWord},
      {"true", Word::trueWord},
      {"false", Word::falseWord},
      {"visited", Word::visited},
      {"asked", Word::asked},
      {"said", Word::said},
      {"phase", Word::phase},
      {"early", Word::early},
      {"middle", Word::middle},
      {"late", Word::late},
      {"overtime", Word::overtime},
  }};
  for (const auto& [text, word] : words) {
    if (text.front() == name.front() && text == name) return word;
  }
  return Word::none;
}

// Of a sign that may have a '=' after it.
Word signWord(char sign, bool hasEqual) {
  switch (sign) {
    case '<':
      return hasEqual ? Word::lessOrEqual : Word::less;
    case '>':
      return hasEqual ? Word::greaterOrEqual : Word::greater;
    case '=':
      return hasEqual ? Word::equal : Word::set;
    case '!':
      return hasEqual ? Word::notEqual : Word::none;
    case '+':
      return hasEqual ? Word::add : Word::none;
    case '-':
      return hasEqual ? Word::subtract : Word::minus;
    case '(':
      return Word::open;
    case ')':
      return Word::close;
    default:
      return Word::none;
  }
}

}  // namespace

void ExpressionTokens::advance() {
  while (isSpace(at(m_at))) ++m_at;
  m_token = {ExpressionToken::Kind::end, Word::none, {}, m_at};
  if (m_at == m_text.size()) return;
  const char first = at(m_at);
  if (isNameStart(first)) {
    while (isNamePart(at(m_at)) ||
           ((at(m_at) == '-' || at(m_at) == '.') && isNamePart(at(m_at + 1)))) {
      ++m_at;
    }
    endToken(ExpressionToken::Kind::name);
    m_token.word = reservedWord(m_token.text);
  } else if (isDigit(first)) {
    while (isDigit(at(m_at))) ++m_at;
    endToken(ExpressionToken::Kind::number);
  } else {
    constexpr std::string_view beforeEqual = "<>=!+-";
    const bool hasEqual = at(m_at + 1) == '=' && beforeEqual.find(first) != std::string_view::npos;
    m_at += hasEqual ? 2 : 1;
    endToken(ExpressionToken::Kind::symbol);
    m_token.word = signWord(first, hasEqual);
  }
}

void ExpressionTokens::endToken(ExpressionToken::Kind kind) {
  m_token.kind = kind;
  m_token.text = m_text.substr(m_token.offset, m_at - m_token.offset);
}

bool isReserved(Word word) {
  return word >= Word::andWord && word <= Word::overtime;
}

}  // namespace sparring
