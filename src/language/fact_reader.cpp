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

constexpr std::array<std::string_view, 13> numberWords = {
    "two",  "three", "four",   "five",   "six",  "seven", "eight",
    "nine", "ten",   "twenty", "thirty", "half", "third"};

std::string wordAt(std::string_view text, const Span& span) {
  return toLower(text.substr(span.begin, span.end - span.begin));
}

struct Words {
  std::set<std::string> stems;
  std::set<std::string> figures;
  std::string first;
};

Words wordsOf(std::string_view text) {
  Words out;
  for (const Span& span : wordSpans(text)) {
    const std::string word = wordAt(text, span);
    if (out.first.empty()) out.first = word;
    const bool digits = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
    if (digits || std::ranges::find(numberWords, word) != numberWords.end()) {
      out.figures.insert(word);
    } else if (word.size() >= leastWord) {
      out.stems.insert(word.substr(0, stemLength));
    }
  }
  return out;
}

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](const std::string& each) { return b.contains(each); }));
}

bool isQuestion(std::string_view unit, const Words& words) {
  return unit.find('?') != std::string_view::npos ||
         std::ranges::find(questionWords, words.first) != questionWords.end();
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
  const bool sameFigure = shared(known.figures, said.figures) > 0;
  if (isQuestion(unit, said) && !tellsMuch && !sameFigure) {
    return fact.isPublic ? std::optional(FactUse::asked) : std::nullopt;
  }
  if (!known.figures.empty() && !said.figures.empty() && !sameFigure) return FactUse::wrong;
  return FactUse::cited;
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
