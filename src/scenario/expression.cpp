#include "scenario/expression.h"

#include <array>
#include <charconv>
#include <utility>

namespace sparring {
namespace {

constexpr std::size_t maxLength = 1000;
constexpr int maxDepth = 32;
constexpr int largestNumber = 1000;

template <class T>
using Parsed = std::expected<T, ExpressionFault>;

struct Token {
  enum class Kind { end, name, number, symbol };
  Kind kind = Kind::end;
  std::string_view text;
  std::size_t offset = 0;
};

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

class Lexer {
 public:
  explicit Lexer(std::string_view text) : m_text(text) { advance(); }

  [[nodiscard]] const Token& peek() const { return m_token; }
  Token take() {
    Token taken = m_token;
    advance();
    return taken;
  }
  bool takeIf(std::string_view text) {
    if (m_token.kind == Token::Kind::end || m_token.text != text) return false;
    advance();
    return true;
  }

 private:
  void advance() {
    while (m_at < m_text.size() && isSpace(m_text[m_at])) ++m_at;
    const std::size_t begin = m_at;
    if (m_at == m_text.size()) {
      m_token = {Token::Kind::end, {}, begin};
      return;
    }
    Token::Kind kind = Token::Kind::symbol;
    if (isNameStart(m_text[m_at])) {
      kind = Token::Kind::name;
      while (m_at < m_text.size() && (isNamePart(m_text[m_at]) ||
                                      ((m_text[m_at] == '-' || m_text[m_at] == '.') &&
                                       m_at + 1 < m_text.size() && isNamePart(m_text[m_at + 1])))) {
        ++m_at;
      }
    } else if (isDigit(m_text[m_at])) {
      kind = Token::Kind::number;
      while (m_at < m_text.size() && isDigit(m_text[m_at])) ++m_at;
    } else {
      m_at += symbolLength();
    }
    m_token = {kind, m_text.substr(begin, m_at - begin), begin};
  }

  [[nodiscard]] std::size_t symbolLength() const {
    static constexpr std::array<std::string_view, 6> pairs = {"<=", ">=", "==", "!=", "+=", "-="};
    const std::string_view two = m_text.substr(m_at, 2);
    for (const std::string_view pair : pairs) {
      if (two == pair) return 2;
    }
    return 1;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  Token m_token;
};

std::unexpected<ExpressionFault> faultAt(const Token& token, std::string message) {
  return std::unexpected(ExpressionFault{token.offset, std::move(message)});
}

std::string shown(const Token& token) {
  return token.kind == Token::Kind::end ? "the end" : "'" + std::string(token.text) + "'";
}

bool isReserved(std::string_view name) {
  static constexpr std::array<std::string_view, 14> words = {
      "and",   "or",   "not",   "if",    "true",   "false", "visited",
      "asked", "said", "phase", "early", "middle", "late",  "overtime"};
  for (const std::string_view word : words) {
    if (word == name) return true;
  }
  return false;
}

std::optional<int> phaseNamed(std::string_view name) {
  static constexpr std::array<std::string_view, 4> names = {"early", "middle", "late", "overtime"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<int>(i);
  }
  return std::nullopt;
}

// What a name after `visited`, `asked` or `said` refers to.
std::optional<Reference::Kind> kindAfter(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, Reference::Kind>, 3> kinds = {{
      {"visited", Reference::Kind::visited},
      {"asked", Reference::Kind::asked},
      {"said", Reference::Kind::said},
  }};
  for (const auto& [prefix, kind] : kinds) {
    if (prefix == word) return kind;
  }
  return std::nullopt;
}

std::optional<Comparison> comparisonNamed(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, Comparison>, 6> names = {{
      {"<", Comparison::less},
      {"<=", Comparison::lessOrEqual},
      {"==", Comparison::equal},
      {"!=", Comparison::notEqual},
      {">=", Comparison::greaterOrEqual},
      {">", Comparison::greater},
  }};
  for (const auto& [name, comparison] : names) {
    if (name == text) return comparison;
  }
  return std::nullopt;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : m_lexer(text) {}

  Parsed<Condition> wholeCondition() {
    Parsed<Condition> condition = disjunction(0);
    if (!condition) return condition;
    if (m_lexer.peek().kind != Token::Kind::end) {
      return faultAt(m_lexer.peek(),
                     "Expected 'and', 'or' or the end, but found " + shown(m_lexer.peek()) + ".");
    }
    return condition;
  }

  Parsed<Effect> wholeEffect() {
    const Token name = m_lexer.take();
    if (name.kind != Token::Kind::name || isReserved(name.text)) {
      return faultAt(name, "An effect starts with a variable, but found " + shown(name) + ".");
    }
    Effect effect;
    effect.variable = name.text;
    const Token symbol = m_lexer.take();
    if (symbol.text != "=" && symbol.text != "+=" && symbol.text != "-=") {
      return faultAt(symbol, "Expected '=', '+=' or '-=', but found " + shown(symbol) + ".");
    }
    effect.kind = symbol.text == "=" ? Effect::Kind::set : Effect::Kind::add;
    const Token start = m_lexer.peek();
    Parsed<int> amount = value();
    if (!amount) return std::unexpected(amount.error());
    if (m_valueIsPhase) return faultAt(start, "A phase of the meeting cannot be set.");
    effect.amount = symbol.text == "-=" ? -*amount : *amount;
    if (m_lexer.takeIf("if")) {
      Parsed<Condition> when = wholeCondition();
      if (!when) return std::unexpected(when.error());
      effect.when = std::move(*when);
    } else if (m_lexer.peek().kind != Token::Kind::end) {
      return faultAt(m_lexer.peek(),
                     "Expected 'if' or the end, but found " + shown(m_lexer.peek()) + ".");
    }
    return effect;
  }

 private:
  using Rule = Parsed<Condition> (Parser::*)(int);

  Parsed<Condition> joined(int depth, std::string_view word, Condition::Kind kind, Rule part) {
    Parsed<Condition> first = (this->*part)(depth);
    if (!first || m_lexer.peek().text != word) return first;
    Condition out;
    out.kind = kind;
    out.parts.push_back(std::move(*first));
    while (m_lexer.takeIf(word)) {
      Parsed<Condition> next = (this->*part)(depth);
      if (!next) return next;
      out.parts.push_back(std::move(*next));
    }
    return out;
  }

  Parsed<Condition> disjunction(int depth) {
    return joined(depth, "or", Condition::Kind::disjunction, &Parser::conjunction);
  }
  Parsed<Condition> conjunction(int depth) {
    return joined(depth, "and", Condition::Kind::conjunction, &Parser::term);
  }

  Parsed<Condition> term(int depth) {
    if (depth >= maxDepth) {
      return faultAt(m_lexer.peek(), "More than 32 brackets or negations inside each other.");
    }
    if (m_lexer.takeIf("not")) {
      Parsed<Condition> inner = term(depth + 1);
      if (!inner) return inner;
      Condition out;
      out.kind = Condition::Kind::negation;
      out.parts.push_back(std::move(*inner));
      return out;
    }
    if (m_lexer.takeIf("(")) {
      Parsed<Condition> inner = disjunction(depth + 1);
      if (!inner) return inner;
      if (!m_lexer.takeIf(")")) {
        return faultAt(m_lexer.peek(), "Expected ')', but found " + shown(m_lexer.peek()) + ".");
      }
      return inner;
    }
    return comparison();
  }

  Parsed<Condition> comparison() {
    Condition out;
    if (m_lexer.takeIf("true")) return out;
    if (m_lexer.takeIf("false")) {
      out.kind = Condition::Kind::never;
      return out;
    }
    out.kind = Condition::Kind::compare;
    Parsed<Reference> left = reference();
    if (!left) return std::unexpected(left.error());
    out.left = std::move(*left);
    const std::optional<Comparison> comparison = comparisonNamed(m_lexer.peek().text);
    const bool isPhase = out.left.kind == Reference::Kind::phase;
    if (!comparison) {
      if (isPhase) {
        return faultAt(m_lexer.peek(), "'phase' is compared, as in 'phase >= late'.");
      }
      return out;  // A bare name: is not 0.
    }
    m_lexer.take();
    out.comparison = *comparison;
    const Token start = m_lexer.peek();
    Parsed<int> right = value();
    if (!right) return std::unexpected(right.error());
    if (m_valueIsPhase != isPhase) {
      return faultAt(start, isPhase ? "'phase' is compared with early, middle, late or overtime."
                                    : "Only 'phase' is compared with early, middle, late or "
                                      "overtime.");
    }
    out.right = *right;
    return out;
  }

  Parsed<Reference> reference() {
    const Token token = m_lexer.take();
    if (token.kind != Token::Kind::name) {
      return faultAt(token, "Expected a name, but found " + shown(token) + ".");
    }
    if (token.text == "phase") return Reference{Reference::Kind::phase, {}};
    if (const auto kind = kindAfter(token.text)) {
      const Token name = m_lexer.take();
      if (name.kind != Token::Kind::name) {
        return faultAt(name, "Expected a name after '" + std::string(token.text) + "', but found " +
                                 shown(name) + ".");
      }
      return Reference{*kind, std::string(name.text)};
    }
    if (isReserved(token.text)) {
      return faultAt(token, "Expected a name, but found " + shown(token) + ".");
    }
    return Reference{Reference::Kind::variable, std::string(token.text)};
  }

  // A number, true, false or a phase; sets m_valueIsPhase.
  Parsed<int> value() {
    m_valueIsPhase = false;
    const bool negative = m_lexer.takeIf("-");
    const Token token = m_lexer.take();
    if (token.kind == Token::Kind::number) {
      int number = 0;
      const auto read =
          std::from_chars(token.text.data(), token.text.data() + token.text.size(), number);
      if (read.ec != std::errc() || number > largestNumber) {
        return faultAt(token, "Numbers go from -1000 to 1000.");
      }
      return negative ? -number : number;
    }
    if (!negative && token.text == "true") return 1;
    if (!negative && token.text == "false") return 0;
    if (const auto phase = phaseNamed(token.text); phase && !negative) {
      m_valueIsPhase = true;
      return *phase;
    }
    return faultAt(token, "Expected a number, but found " + shown(token) + ".");
  }

  Lexer m_lexer;
  bool m_valueIsPhase = false;
};

bool isBlank(std::string_view text) {
  for (const char c : text) {
    if (!isSpace(c)) return false;
  }
  return true;
}

}  // namespace

std::expected<Condition, ExpressionFault> parseCondition(std::string_view text) {
  if (text.size() > maxLength) {
    return std::unexpected(ExpressionFault{maxLength, "A condition has at most 1,000 characters."});
  }
  if (isBlank(text)) return Condition{};
  return Parser(text).wholeCondition();
}

std::expected<Effect, ExpressionFault> parseEffect(std::string_view text) {
  if (text.size() > maxLength) {
    return std::unexpected(ExpressionFault{maxLength, "An effect has at most 1,000 characters."});
  }
  return Parser(text).wholeEffect();
}

std::vector<NameInText> namesIn(std::string_view text) {
  std::vector<NameInText> names;
  Lexer lexer(text);
  while (lexer.peek().kind != Token::Kind::end) {
    const Token token = lexer.take();
    if (token.kind != Token::Kind::name) continue;
    if (const auto kind = kindAfter(token.text)) {
      if (lexer.peek().kind != Token::Kind::name) continue;
      const Token name = lexer.take();
      names.push_back({{*kind, std::string(name.text)}, name.offset});
    } else if (!isReserved(token.text)) {
      names.push_back({{Reference::Kind::variable, std::string(token.text)}, token.offset});
    }
  }
  return names;
}

}  // namespace sparring
