#include "language/turn_features.h"

#include <algorithm>
#include <array>
#include <set>

#include "language/sentences.h"

namespace sparring {
namespace {

constexpr std::size_t longUnit = 14;     // Words from which on a sentence may be cut.
constexpr std::size_t shortestPart = 5;  // Words on both sides of a cut.
constexpr std::size_t longestUnit = 28;  // Words from which on it is cut without a comma too.

// Words that begin a clause where a comma or the like stands before them, and, in text that runs on
// without punctuation, without one.
constexpr std::array<std::string_view, 15> clauseWords = {
    "and",  "but",     "so",     "because", "which", "while", "if", "when",
    "then", "whereas", "though", "or",      "what",  "how",   "who"};

// Words that say little about what a turn takes up.
constexpr std::array<std::string_view, 40> smallWords = {
    "the",  "a",   "an",  "to",   "and",  "of",   "is",   "it", "you",   "i",
    "that", "we",  "in",  "for",  "on",   "your", "our",  "my", "me",    "be",
    "are",  "was", "do",  "does", "have", "has",  "with", "at", "this",  "they",
    "so",   "but", "not", "what", "how",  "if",   "as",   "or", "there", "it's"};

template <class List>
bool isOneOf(std::string_view word, const List& list) {
  return std::ranges::find(list, word) != list.end();
}

bool endsClause(char c) {
  return c == ',' || c == ';' || c == ':' || c == '-';
}

// Where within one sentence a new unit begins: positions of words, in order.
std::vector<std::size_t> cutsOf(std::string_view text, const std::vector<Span>& words) {
  std::vector<std::size_t> cuts;
  if (words.size() < longUnit) return cuts;
  std::size_t last = 0;
  for (std::size_t i = shortestPart; i + shortestPart <= words.size(); ++i) {
    if (i - last < shortestPart) continue;
    const std::string word = toLower(text.substr(words[i].begin, words[i].end - words[i].begin));
    const std::string_view between =
        text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
    const bool pause = std::ranges::any_of(between, endsClause);
    const bool runsOn = i - last >= longestUnit / 2 && words.size() >= longestUnit;
    if ((pause && isOneOf(word, clauseWords)) || between.find(';') != std::string_view::npos ||
        (runsOn && isOneOf(word, clauseWords))) {
      cuts.push_back(i);
      last = i;
    }
  }
  return cuts;
}

// Lower-case words, figures as "#", and the marks that say something, in order.
std::vector<std::string> tokensOf(std::string_view text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  const auto marks = [&](std::size_t end) {
    for (; at < end; ++at) {
      if (text[at] == '?' || text[at] == '!' || text[at] == '%') out.emplace_back(1, text[at]);
    }
  };
  for (const Span& span : wordSpans(text)) {
    marks(span.begin);
    std::string word = toLower(text.substr(span.begin, span.end - span.begin));
    const bool figure = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
    out.push_back(figure ? "#" : std::move(word));
    at = span.end;
  }
  marks(text.size());
  return out;
}

using Tokens = std::vector<std::string>;
using Features = std::vector<std::string>;  // On their way: in any order, some of them twice.

// The first eight letters as a number that is in the same order.
std::uint64_t beginningOf(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < sizeof out; ++i) {
    out = out << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return out;
}

// Each once. Most are told apart by how they begin, and numbers are quicker to sort than texts.
Features sorted(Features features) {
  struct Place {
    std::uint64_t beginning;
    std::size_t feature;
  };
  std::vector<Place> places;
  for (const std::string& each : features) places.push_back({beginningOf(each), places.size()});
  std::ranges::sort(places, [&](const Place& a, const Place& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning
                                      : features[a.feature] < features[b.feature];
  });
  Features out;
  out.reserve(features.size());
  for (const Place& each : places) {
    std::string& next = features[each.feature];
    if (out.empty() || out.back() != next) out.push_back(std::move(next));
  }
  return out;
}

// The first letters of each word, which its other forms share.
Tokens rootsOf(Tokens tokens, std::size_t longest) {
  for (std::string& each : tokens) {
    std::size_t end = std::min(each.size(), longest);
    while (end < each.size() && (static_cast<unsigned char>(each[end]) & 0xC0U) == 0x80U) ++end;
    each.resize(end);
  }
  return tokens;
}

// Runs of one to `longest` tokens between "<" and ">".
void addGrams(const Tokens& tokens, std::string_view kind, std::size_t longest, Features& out) {
  std::vector<std::string_view> all;
  all.reserve(tokens.size() + 2);
  all.emplace_back("<");
  all.insert(all.end(), tokens.begin(), tokens.end());
  all.emplace_back(">");
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string gram(kind);
    for (std::size_t n = 0; n < longest && i + n < all.size(); ++n) {
      if (n > 0) gram += ' ';
      gram += all[i + n];
      if (n > 0 || (all[i] != "<" && all[i] != ">")) out.push_back(gram);
    }
  }
}

// Two tokens with one or two others between them.
void addPairs(const Tokens& tokens, std::string_view kind, Features& out) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    for (std::size_t k = i + 2; k < std::min(i + 4, tokens.size()); ++k) {
      out.push_back(std::string(kind) + tokens[i] + ' ' + tokens[k]);
    }
  }
}

// How a unit begins, up to three tokens, and how it ends, up to two.
void addEnds(const Tokens& tokens, Features& out) {
  std::string opening = "o:";
  for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 3); ++i) {
    if (i > 0) opening += ' ';
    opening += tokens[i];
    out.push_back(opening);
  }
  std::string ending;
  for (std::size_t n = 1; n <= std::min<std::size_t>(tokens.size(), 2); ++n) {
    ending = tokens[tokens.size() - n] + (n > 1 ? " " + ending : "");
    out.push_back("e:" + ending);
  }
}

void addWords(const Tokens& tokens, std::string_view kind, Features& out) {
  for (const std::string& each : tokens) out.push_back(std::string(kind) + each);
}

std::vector<Tokens> tokensOfUnits(std::string_view text, const std::vector<Span>& units) {
  std::vector<Tokens> out;
  for (const Span& unit : units) {
    const std::size_t begin = std::min(unit.begin, text.size());
    out.push_back(tokensOf(text.substr(begin, unit.end - begin)));
  }
  return out;
}

std::string sizeSign(std::string_view name, std::size_t size) {
  constexpr std::array<std::size_t, 6> steps = {3, 6, 10, 16, 25, 40};
  const auto step = std::ranges::upper_bound(steps, size) - steps.begin();
  return "s:" + std::string(name) + ' ' + std::to_string(step);
}

// Of five words that carry something, how many the buyer has just used.
std::string echoSign(const Tokens& tokens, const Tokens& heard) {
  const std::set<std::string_view> known(heard.begin(), heard.end());
  std::size_t carrying = 0;
  std::size_t taken = 0;
  for (const std::string& each : tokens) {
    if (isOneOf(each, smallWords) || each.size() < 2) continue;
    ++carrying;
    if (known.contains(each)) ++taken;
  }
  return "s:takes up " + std::to_string(carrying == 0 ? 0 : 5 * taken / carrying);
}

}  // namespace

std::vector<Span> unitSpans(std::string_view text) {
  std::vector<Span> out;
  for (const Span& sentence : sentenceSpans(text)) {
    const std::string_view said = text.substr(sentence.begin, sentence.end - sentence.begin);
    const std::vector<Span> words = wordSpans(said);
    if (words.empty() && !out.empty()) {
      out.back().end = sentence.end;  // Marks alone belong to what stands before them.
      continue;
    }
    std::size_t begin = sentence.begin;
    for (const std::size_t cut : cutsOf(said, words)) {
      const std::size_t next = sentence.begin + words[cut].begin;
      std::size_t end = next;
      while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
      out.push_back({begin, end});
      begin = next;
    }
    out.push_back({begin, sentence.end});
  }
  return out;
}

std::vector<std::string> turnFeatures(std::string_view text, std::string_view heard,
                                      const std::vector<Span>& units) {
  text = partRead(text);
  heard = partRead(heard);
  const Tokens said = tokensOf(text);
  const Tokens saidRoots = rootsOf(said, 5);
  const Tokens answered = tokensOf(heard);
  const std::vector<Tokens> parts = tokensOfUnits(text, units);

  Features turn;
  addGrams(said, "t:", 2, turn);
  addGrams(saidRoots, "r:", 3, turn);
  addPairs(saidRoots, "g:", turn);
  addGrams(rootsOf(answered, 5), "h:", 2, turn);
  for (const Tokens& each : parts) addEnds(each, turn);
  if (!parts.empty()) {
    addWords(parts.front(), "f:", turn);
    addWords(parts.back(), "l:", turn);
  }
  turn.push_back(sizeSign("words", said.size()));
  turn.push_back(sizeSign("heard words", answered.size()));
  turn.push_back("s:units " + std::to_string(std::min<std::size_t>(parts.size(), 5)));
  turn.push_back(echoSign(said, answered));
  if (heard.find('?') != std::string_view::npos) turn.push_back("s:was asked");
  if (trim(heard).ends_with('?')) turn.push_back("s:was asked last");
  return sorted(std::move(turn));
}

UnitFeatures unitFeatures(std::string_view text, std::string_view heard,
                          const std::vector<Span>& units) {
  text = partRead(text);
  const std::vector<Tokens> parts = tokensOfUnits(text, units);
  UnitFeatures out;
  addGrams(tokensOf(text), "a:", 2, out.around);
  addGrams(tokensOf(partRead(heard)), "p:", 2, out.around);
  out.around = sorted(std::move(out.around));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Features unit;
    addGrams(parts[i], "u:", 3, unit);
    addGrams(rootsOf(parts[i], 4), "v:", 2, unit);
    if (i > 0) addGrams(parts[i - 1], "b:", 2, unit);
    if (i + 1 < parts.size()) addGrams(parts[i + 1], "n:", 2, unit);
    unit.push_back(sizeSign("unit words", parts[i].size()));
    if (i == 0) unit.push_back("s:first");
    if (i + 1 == parts.size()) unit.push_back("s:last");
    if (parts.size() == 1) unit.push_back("s:alone");
    out.own.push_back(sorted(std::move(unit)));
  }
  return out;
}

}  // namespace sparring
