#include "language/fact_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "language/turn_features.h"

namespace sparring {
namespace {

constexpr std::size_t longestText = 4000;  // Bytes that are read.
constexpr std::size_t stemLength = 5;      // Letters by which words are compared.
constexpr std::size_t leastWord = 4;       // Letters of a word that carries something.
constexpr std::size_t leastShared = 3;     // Words that tell of a fact where no key does.

constexpr std::array<std::string_view, 22> questionWords = {
    "what", "how", "who",  "when", "where", "which", "why",   "do",   "does", "did",   "is",
    "are",  "was", "have", "has",  "can",   "could", "would", "will", "tell", "whose", "may"};

constexpr std::array<std::string_view, 33> numberWords = {
    "two",     "three",     "four",     "five",     "six",      "seven",    "eight",
    "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty",   "thirty",   "forty",
    "fifty",   "sixty",     "seventy",  "eighty",   "ninety",   "hundred",  "thousand",
    "million", "billion",   "half",     "third",    "quarter"};

// Questions that suppose something ask for no fact.
constexpr std::array<std::string_view, 5> supposing = {"would", "could", "should", "might", "if"};

std::string wordAt(std::string_view text, const Span& span) {
  return toLower(text.substr(span.begin, span.end - span.begin));
}

struct Words {
  std::set<std::string> stems;
  std::set<std::string> figures;
  std::set<std::string> counted;  // Stems of what figures are of: "years", "percent".
  std::string first;
  bool supposes = false;
};

bool isFigure(const std::string& word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }) ||
         std::ranges::find(numberWords, word) != numberWords.end();
}

Words wordsOf(std::string_view text) {
  Words out;
  std::size_t figureEnd = 0;  // Of the figure just before; 0 where there is none.
  for (const Span& span : wordSpans(text)) {
    const std::string word = wordAt(text, span);
    if (out.first.empty()) out.first = word;
    if (std::ranges::find(supposing, word) != supposing.end()) out.supposes = true;
    if (isFigure(word)) {
      out.figures.insert(word);
      figureEnd = span.end;
      if (text.substr(span.end).starts_with('%')) out.counted.insert("perce");
      continue;
    }
    if (figureEnd > 0 && trim(text.substr(figureEnd, span.begin - figureEnd)).empty()) {
      out.counted.insert(word.substr(0, stemLength));
    }
    figureEnd = 0;
    if (word.size() >= leastWord) out.stems.insert(word.substr(0, stemLength));
  }
  return out;
}

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](const std::string& each) { return b.contains(each); }));
}

// By its mark; where it ends with none, by how it begins.
bool isQuestion(std::string_view unit, const Words& words) {
  if (unit.find('?') != std::string_view::npos) return true;
  if (unit.ends_with('.') || unit.ends_with('!')) return false;
  return std::ranges::find(questionWords, words.first) != questionWords.end();
}

// Other figures of the same things.
bool contradicts(const Words& said, const Words& known) {
  return shared(known.figures, said.figures) == 0 && shared(known.counted, said.counted) > 0;
}

std::optional<FactUse> useIn(std::string_view unit, const Fact& fact, const Words& known) {
  const bool hasKey = std::ranges::any_of(fact.keys, [&](const std::string& key) {
    const Span found = findWords(unit, key);
    return found.end > found.begin;
  });
  const Words said = wordsOf(unit);
  const std::size_t common = shared(known.stems, said.stems);
  const bool tellsMuch = common >= leastShared && 2 * common >= known.stems.size();
  if (!hasKey && !tellsMuch) return std::nullopt;
  if (isQuestion(unit, said) && !tellsMuch) {
    const bool asks = fact.isPublic && said.figures.empty() && !said.supposes;
    if (asks) return FactUse::asked;
    if (shared(known.figures, said.figures) == 0) return std::nullopt;
  }
  return contradicts(said, known) ? FactUse::wrong : FactUse::cited;
}

}  // namespace

std::vector<FactReading> readFacts(std::string_view text, std::span<const Fact> facts) {
  std::vector<FactReading> out;
  const std::vector<Span> units = unitSpans(text.substr(0, longestText));
  for (const Fact& fact : facts) {
    const Words known = wordsOf(fact.text);
    std::optional<FactReading> best;
    for (const Span& unit : units) {
      const auto use = useIn(text.substr(unit.begin, unit.end - unit.begin), fact, known);
      // What is stated counts before what is asked.
      if (use && (!best || (best->use == FactUse::asked && *use != FactUse::asked))) {
        best = FactReading{fact.id, *use, unit};
      }
    }
    if (best) out.push_back(*best);
  }
  return out;
}

}  // namespace sparring
