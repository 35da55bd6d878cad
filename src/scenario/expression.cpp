#include "scenario/expression.h"

#include <charconv>
#include <utility>

#include "scenario/expression_tokens.h"

namespace sparring {
namespace {

constexpr std::size_t maxLength = 1000;
constexpr int maxDepth = 32;
constexpr int largestNumber = 1000;

using Token = ExpressionToken;

std::string shown(const Token& token) {
  return token.kind == Token::Kind::end ? "the end" : "'" + std::string(token.text) + "'";
}

std::optional<int> phaseOf(Word word) {
  if (word < Word::early || word > Word::overtime) return std::nullopt;
  return static_cast<int>(word) - static_cast<int>(Word::early);
}

// What a name after `visited`, `asked` or `said` refers to.
std::optional<Reference::Kind> kindAfter(Word word) {
  switch (word) {
    case Word::visited:
      return Reference::Kind::visited;
    case Word::asked:
      return Reference::Kind::asked;
    case Word::said:
      return Reference::Kind::said;
    default:
      return std::nullopt;
  }
}

std::optional<Comparison> comparisonOf(Word word) {
  switch (word) {
    case Word::less:
      return Comparison::less;
    case Word::lessOrEqual:
      return Comparison::lessOrEqual;
    case Word::equal:
      return Comparison::equal;
    case Word::notEqual:
      return Comparison::notEqual;
    case Word::greaterOrEqual:
      return Comparison::greaterOrEqual;
    case Word::greater:
      return Comparison::greater;
    default:
      return std::nullopt;
  }
}

// Each rule reads into `out` and gives false where it comes to a fault.
class Parser {
 public:
  explicit Parser(std::string_view text) : m_tokens(text) {}

  bool wholeCondition(Condition& out) {
    if (!disjunction(0, out)) return false;
    return isAtEnd("'and', 'or' or the end");
  }

  bool wholeEffect(Effect& out) {
    const Token name = m_tokens.take();
    if (name.kind != Token::Kind::name || isReserved(name.word)) {
      return refuse(name, "An effect starts with a variable, but found " + shown(name) + ".");
    }
    out.variable = name.text;
    const Token symbol = m_tokens.take();
    if (symbol.word != Word::set && symbol.word != Word::add && symbol.word != Word::subtract) {
      return refuse(symbol, "Expected '=', '+=' or '-=', but found " + shown(symbol) + ".");
    }
    out.kind = symbol.word == Word::set ? Effect::Kind::set : Effect::Kind::add;
    const Token start = m_tokens.peek();
    if (!value(out.amount)) return false;
    if (m_valueIsPhase) return refuse(start, "A phase of the meeting cannot be set.");
    if (symbol.word == Word::subtract) out.amount = -out.amount;
    if (m_tokens.takeIf(Word::ifWord)) return wholeCondition(out.when);
    return isAtEnd("'if' or the end");
  }

  ExpressionFault& fault() { return m_fault; }

 private:
  using Rule = bool (Parser::*)(int, Condition&);

  bool refuse(const Token& token, std::string message) {
    m_fault = {token.offset, std::move(message)};
    return false;
  }

  bool isAtEnd(std::string_view expected) {
    const Token& next = m_tokens.peek();
    if (next.kind == Token::Kind::end) return true;
    return refuse(next, "Expected " + std::string(expected) + ", but found " + shown(next) + ".");
  }

  bool joined(int depth, Word word, Condition::Kind kind, Rule part, Condition& out) {
    if (!(this->*part)(depth, out)) return false;
    if (m_tokens.peek().word != word) return true;
    Condition first = std::exchange(out, Condition());
    out.kind = kind;
    out.parts.reserve(2);
    out.parts.push_back(std::move(first));
    while (m_tokens.takeIf(word)) {
      if (!(this->*part)(depth, out.parts.emplace_back())) return false;
    }
    return true;
  }

  bool disjunction(int depth, Condition& out) {
    return joined(depth, Word::orWord, Condition::Kind::disjunction, &Parser::conjunction, out);
  }
  bool conjunction(int depth, Condition& out) {
    return joined(depth, Word::andWord, Condition::Kind::conjunction, &Parser::term, out);
  }

  bool term(int depth, Condition& out) {
    if (depth >= maxDepth) {
      return refuse(m_tokens.peek(), "More than 32 brackets or negations inside each other.");
    }
    if (m_tokens.takeIf(Word::notWord)) {
      out.kind = Condition::Kind::negation;
      return term(depth + 1, out.parts.emplace_back());
    }
    if (m_tokens.takeIf(Word::open)) {
      if (!disjunction(depth + 1, out)) return false;
      if (m_tokens.takeIf(Word::close)) return true;
      return refuse(m_tokens.peek(), "Expected ')', but found " + shown(m_tokens.peek()) + ".");
    }
    return comparison(out);
  }

  bool comparison(Condition& out) {
    if (m_tokens.takeIf(Word::trueWord)) return true;
    if (m_tokens.takeIf(Word::falseWord)) {
      out.kind = Condition::Kind::never;
      return true;
    }
    out.kind = Condition::Kind::compare;
    if (!reference(out.left)) return false;
    const std::optional<Comparison> comparison = comparisonOf(m_tokens.peek().word);
    const bool isPhase = out.left.kind == Reference::Kind::phase;
    if (!comparison) {
      // A bare name: is not 0.
      return !isPhase || refuse(m_tokens.peek(), "'phase' is compared, as in 'phase >= late'.");
    }
    m_tokens.take();
    out.comparison = *comparison;
    const Token start = m_tokens.peek();
    if (!value(out.right)) return false;
    if (m_valueIsPhase == isPhase) return true;
    return refuse(start, isPhase ? "'phase' is compared with early, middle, late or overtime."
                                 : "Only 'phase' is compared with early, middle, late or "
                                   "overtime.");
  }

  bool reference(Reference& out) {
    const Token token = m_tokens.take();
    if (const auto kind = kindAfter(token.word)) {
      const Token name = m_tokens.take();
      if (name.kind != Token::Kind::name) {
        return refuse(name, "Expected a name after '" + std::string(token.text) + "', but found " +
                                shown(name) + ".");
      }
      out.kind = *kind;
      out.name = name.text;
    } else if (token.word == Word::phase) {
      out.kind = Reference::Kind::phase;
    } else if (token.kind != Token::Kind::name || isReserved(token.word)) {
      return refuse(token, "Expected a name, but found " + shown(token) + ".");
    } else {
      out.name = token.text;
    }
    return true;
  }

  // A number, true, false or a phase; sets m_valueIsPhase.
  bool value(int& out) {
    m_valueIsPhase = false;
    const bool negative = m_tokens.takeIf(Word::minus);
    const Token token = m_tokens.take();
    const std::optional<int> phase = phaseOf(token.word);
    if (token.kind == Token::Kind::number) {
      const char* const end = token.text.data() + token.text.size();
      const auto read = std::from_chars(token.text.data(), end, out);
      if (read.ec != std::errc() || out > largestNumber) {
        return refuse(token, "Numbers go from -1000 to 1000.");
      }
      if (negative) out = -out;
    } else if (!negative && (token.word == Word::trueWord || token.word == Word::falseWord)) {
      out = token.word == Word::trueWord ? 1 : 0;
    } else if (!negative && phase) {
      m_valueIsPhase = true;
      out = *phase;
    } else {
      return refuse(token, "Expected a number, but found " + shown(token) + ".");
    }
    return true;
  }

  ExpressionTokens m_tokens;
  bool m_valueIsPhase = false;
  ExpressionFault m_fault;
};

bool isBlank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

}  // namespace

std::expected<Condition, ExpressionFault> parseCondition(std::string_view text) {
  if (text.size() > maxLength) {
    return std::unexpected(ExpressionFault{maxLength, "A condition has at most 1,000 characters."});
  }
  Condition condition;
  if (isBlank(text)) return condition;
  Parser parser(text);
  if (!parser.wholeCondition(condition)) return std::unexpected(std::move(parser.fault()));
  return condition;
}

std::expected<Effect, ExpressionFault> parseEffect(std::string_view text) {
  if (text.size() > maxLength) {
    return std::unexpected(ExpressionFault{maxLength, "An effect has at most 1,000 characters."});
  }
  Effect effect;
  Parser parser(text);
  if (!parser.wholeEffect(effect)) return std::unexpected(std::move(parser.fault()));
  return effect;
}

bool compare(int left, Comparison comparison, int right) {
  switch (comparison) {
    case Comparison::less:
      return left < right;
    case Comparison::lessOrEqual:
      return left <= right;
    case Comparison::equal:
      return left == right;
    case Comparison::notEqual:
      return left != right;
    case Comparison::greaterOrEqual:
      return left >= right;
    case Comparison::greater:
      break;
  }
  return left > right;
}

Comparison opposite(Comparison comparison) {
  switch (comparison) {
    case Comparison::less:
      return Comparison::greaterOrEqual;
    case Comparison::lessOrEqual:
      return Comparison::greater;
    case Comparison::equal:
      return Comparison::notEqual;
    case Comparison::notEqual:
      return Comparison::equal;
    case Comparison::greaterOrEqual:
      return Comparison::less;
    case Comparison::greater:
      break;
  }
  return Comparison::lessOrEqual;
}

bool isOneName(std::string_view text) {
  const ExpressionTokens tokens(text);
  return tokens.peek().kind == Token::Kind::name && tokens.peek().text == text;
}

std::vector<NameInText> namesIn(std::string_view text) {
  std::vector<NameInText> names;
  ExpressionTokens tokens(text);
  while (tokens.peek().kind != Token::Kind::end) {
    const Token token = tokens.take();
    if (token.kind != Token::Kind::name) continue;
    if (const auto kind = kindAfter(token.word)) {
      if (tokens.peek().kind != Token::Kind::name) continue;
      const Token name = tokens.take();
      names.push_back({{*kind, std::string(name.text)}, name.offset});
    } else if (!isReserved(token.word)) {
      names.push_back({{Reference::Kind::variable, std::string(token.text)}, token.offset});
    }
  }
  return names;
}

}  // namespace sparring
