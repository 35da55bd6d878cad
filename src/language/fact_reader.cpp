#include "language/fact_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "language/quantities.h"
#include "language/sentences.h"
#include "language/turn_features.h"

namespace sparring {
namespace {

constexpr std::size_t stemLength = 5;   // Letters by which words are compared.
constexpr std::size_t leastWord = 4;    // Letters of a word that carries something.
constexpr std::size_t leastShared = 3;  // Words that tell of a fact where no key does.

template <std::size_t size>
using WordList = std::array<std::string_view, size>;

template <std::size_t size>
bool isOneOf(const WordList<size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

constexpr WordList<22> questionWords = {
    "what", "how", "who",  "when", "where", "which", "why",   "do",   "does", "did",   "is",
    "are",  "was", "have", "has",  "can",   "could", "would", "will", "tell", "whose", "may"};
// Questions that ask for a fact hold one of these, or "how" and a measure, or "what" and a form of
// being or a measure; the others build on it.
constexpr WordList<11> asking = {"who",   "who's", "when", "when's", "where",  "where's",
                                 "which", "whose", "whom", "what's", "what're"};
constexpr WordList<11> measures = {"much", "many",  "big",  "large", "long", "old",
                                   "high", "often", "fast", "far",   "low"};
constexpr WordList<12> told = {"is",     "are",  "was",    "were", "have", "number",
                               "figure", "year", "target", "size", "kind", "sort"};
constexpr WordList<5> shares = {"share", "proportion", "percentage", "percent", "rate"};
// Sentences that suppose something ask for no fact and state none of this customer.
constexpr WordList<5> supposing = {"would", "could", "should", "might", "suppose"};
// Names that many facts share.
constexpr WordList<12> months = {"january",   "february", "march",    "april",
                                 "may",       "june",     "july",     "august",
                                 "september", "october",  "november", "december"};
constexpr WordList<4> ours = {"we", "our", "us", "ours"};
constexpr WordList<5> theirs = {"you", "your", "you're", "you've", "yours"};
// Words that only say what a figure is of.
constexpr WordList<21> units = {"percent",  "per",     "cent",    "years",  "year",  "million",
                                "thousand", "billion", "hundred", "pounds", "euros", "dollars",
                                "weeks",    "week",    "months",  "month",  "days",  "day",
                                "hours",    "minutes", "point"};

std::string stemOf(const std::string& word) {
  return word.substr(0, stemLength);
}

bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

// A word that begins with a capital letter where no sentence does, with the one before it.
struct Name {
  std::string before;  // Both in lower case.
  std::string name;
};

// A stretch of a turn, or a fact's text.
struct Words {
  std::vector<std::string> all;  // In lower case.
  std::set<std::string> stems;   // Of those that carry something; none of figures.
  std::vector<Quantity> figures;
  std::vector<Name> names;
  bool supposes = false;

  explicit Words(std::string_view text) : figures(quantitiesIn(text)) {
    std::size_t end = 0;  // Of the word before.
    for (const Span& span : wordSpans(text)) {
      const std::string word = toLower(text.substr(span.begin, span.end - span.begin));
      const bool begins =
          all.empty() || text.substr(end, span.begin - end).find_first_of(".?!") != text.npos;
      if (!begins && isUpper(text[span.begin]) && word.size() > 2 && !isOneOf(months, word)) {
        names.push_back({all.back(), word});
      }
      end = span.end;
      if (word == "i" && !all.empty() && all.back() == "if") m_remembers = true;
      all.push_back(word);
      const bool isFigure = std::ranges::any_of(figures, [&](const Quantity& each) {
        return each.words.begin <= span.begin && span.begin < each.words.end;
      });
      if (!isFigure && word.size() >= leastWord && !isOneOf(units, word)) {
        stems.insert(stemOf(word));
      }
    }
    // "If I remember rightly" supposes nothing.
    supposes = hasAny(supposing) || (!m_remembers && std::ranges::find(all, "if") != all.end());
  }
  template <std::size_t size>
  [[nodiscard]] bool hasAny(const WordList<size>& list) const {
    return std::ranges::any_of(all, [&](const std::string& each) { return isOneOf(list, each); });
  }
  [[nodiscard]] bool has(std::string_view word) const {
    return std::ranges::find(all, word) != all.end();
  }

 private:
  bool m_remembers = false;
};

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](const std::string& each) { return b.contains(each); }));
}

// By its mark; where it ends with none, by how it begins.
bool isQuestion(std::string_view unit, const Words& said) {
  if (unit.find('?') != std::string_view::npos) return true;
  if (unit.ends_with('.') || unit.ends_with('!') || said.all.empty()) return false;
  return isOneOf(questionWords, said.all.front());
}

// Whether a question wants to be told what the fact tells.
bool asksFor(const Words& said, const Words& known) {
  if (said.supposes) return false;
  const auto knows = [&](auto&& is) { return std::ranges::any_of(known.figures, is); };
  for (std::size_t i = 0; i < said.all.size(); ++i) {
    const std::string& word = said.all[i];
    const auto ahead = [&](std::size_t steps) {
      return i + steps < said.all.size() ? said.all[i + steps] : std::string();
    };
    const std::string next = ahead(1);
    if ((word == "what" || word == "which") && isOneOf(shares, next)) {
      return knows([](const Quantity& each) { return each.kind == Quantity::Kind::percent; });
    }
    if (word == "how" && next == "many") {
      Quantity asked;
      asked.counted = {ahead(2)};
      return knows([&](const Quantity& each) { return sameKind(each, asked); }) ||
             known.stems.contains(stemOf(asked.counted.front()));
    }
    if (isOneOf(asking, word) || (word == "how" && isOneOf(measures, next)) ||
        (word == "what" && isOneOf(told, next)) || (word == "tell" && next == "me")) {
      return true;
    }
  }
  return false;
}

bool saysAlike(const Words& said, const Quantity& known) {
  return std::ranges::any_of(said.figures, [&](const Quantity& each) {
    return sameKind(each, known) && sameAmount(each, known);
  });
}

bool saysAnyOf(const Words& said, const Words& known) {
  return std::ranges::any_of(known.figures,
                             [&](const Quantity& each) { return saysAlike(said, each); });
}

// A year says when something was, not how much.
bool isAmount(const Quantity& figure) {
  return figure.kind != Quantity::Kind::year;
}

bool saysAmountOf(const Words& said, const Words& known) {
  return std::ranges::any_of(
      known.figures, [&](const Quantity& each) { return isAmount(each) && saysAlike(said, each); });
}

// Another name in the place of one of the fact's: "in Hungary" where it is in Poland.
bool namesAnother(const Words& said, const Words& known) {
  if (std::ranges::any_of(known.names, [&](const Name& each) { return said.has(each.name); })) {
    return false;
  }
  return std::ranges::any_of(said.names, [&](const Name& each) {
    return std::ranges::find(known.names, each.before, &Name::before) != known.names.end() &&
           !known.has(each.name);
  });
}

// Another figure of the same things and none of the fact's own of them, or another name. A figure
// that another fact tells is of that one.
bool contradicts(const Words& said, const Words& known, std::span<const Words> others) {
  if (namesAnother(said, known)) return true;
  return std::ranges::any_of(said.figures, [&](const Quantity& each) {
    const auto isOfThese = [&](const Quantity& fact) { return sameKind(each, fact); };
    const auto tells = [&](const Quantity& fact) {
      return isOfThese(fact) && sameAmount(each, fact);
    };
    const bool isOfAnother = std::ranges::any_of(
        others, [&](const Words& other) { return std::ranges::any_of(other.figures, tells); });
    return !isOfAnother && std::ranges::any_of(known.figures, isOfThese) &&
           std::ranges::none_of(known.figures, [&](const Quantity& fact) {
             return isOfThese(fact) && saysAlike(said, fact);
           });
  });
}

// What a stretch has of a fact's keys.
struct Keys {
  bool topic = false;   // A word of the language.
  bool phrase = false;  // Several of them.
  bool name = false;
};

// A key that is a figure alone is none: figures are compared by what they are worth.
Keys keysIn(std::string_view unit, const Fact& fact) {
  Keys out;
  for (const std::string& key : fact.keys) {
    const Words words(key);
    if (findWords(unit, key) == Span{} || (!words.figures.empty() && words.stems.empty())) continue;
    const bool isName = words.figures.empty() && isUpper(key.front());
    (isName ? out.name : words.all.size() > 1 ? out.phrase : out.topic) = true;
  }
  return out;
}

// `all` are the words of every fact.
std::optional<FactUse> useIn(std::string_view unit, const Fact& fact, const Words& known,
                             std::span<const Words> all) {
  const Words said(unit);
  const std::size_t common = shared(known.stems, said.stems);
  const Keys keys = keysIn(unit, fact);
  const bool tellsMuch = common >= leastShared && 2 * common >= known.stems.size();
  const bool touches = keys.topic || keys.phrase || keys.name || common >= 2;
  if (!touches && !(common > 0 && saysAnyOf(said, known))) return std::nullopt;
  const bool wrong = contradicts(said, known, all);
  const bool question = isQuestion(unit, said);
  if (question && !wrong && !saysAmountOf(said, known)) {
    const bool isOpen = std::ranges::none_of(said.figures, isAmount);
    if (isOpen && fact.isPublic && asksFor(said, known)) return FactUse::asked;
    if (!tellsMuch) return std::nullopt;
  }
  // What might be, or the seller's own doing, is not about this fact.
  const bool isExact = saysAnyOf(said, known) && (keys.phrase || keys.name);
  if ((said.supposes && !isExact) || (said.hasAny(ours) && !said.hasAny(theirs))) {
    return std::nullopt;
  }
  if (wrong) return FactUse::wrong;
  const bool states = saysAnyOf(said, known) || keys.phrase || tellsMuch ||
                      (keys.name && (common > 1 || said.hasAny(theirs))) ||
                      (keys.topic && known.figures.empty());
  return states ? std::optional(FactUse::cited) : std::nullopt;
}

}  // namespace

std::vector<FactReading> readFacts(std::string_view text, std::span<const Fact> facts) {
  std::vector<FactReading> out;
  const std::vector<Span> parts = unitSpans(partRead(text));
  std::vector<Words> known;
  for (const Fact& fact : facts) known.emplace_back(fact.text);
  for (std::size_t at = 0; at < facts.size(); ++at) {
    const Fact& fact = facts[at];
    std::optional<FactReading> best;
    const auto look = [&](const Span& words) {
      const std::string_view stretch = text.substr(words.begin, words.end - words.begin);
      const auto use = useIn(stretch, fact, known[at], known);
      // What is stated counts before what is asked.
      if (use && (!best || (best->use == FactUse::asked && *use != FactUse::asked))) {
        best = FactReading{fact.id, *use, words};
      }
    };
    for (const Span& part : parts) look(part);
    // A figure may stand in the sentence before or after what it is of.
    for (std::size_t i = 0; i + 1 < parts.size() && !best; ++i) {
      look({parts[i].begin, parts[i + 1].end});
    }
    if (best) out.push_back(*best);
  }
  return out;
}

}  // namespace sparring
