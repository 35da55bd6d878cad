#include "language/turn_features.h"

#include <algorithm>
#include <array>
#include <set>

#include "language/sentences.h"

namespace sparring {
namespace {

constexpr std::size_t longestText = 4000;  // Bytes that are read of one text.
constexpr std::size_t longUnit = 14;       // Words from which on a sentence may be cut.
constexpr std::size_t shortestPart = 5;    // Words on both sides of a cut.
constexpr std::size_t longestUnit = 28;    // Words from which on it is cut without a comma too.

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

// Runs of one to `longest` tokens between "<" and ">".
void addGrams(const std::vector<std::string>& tokens, std::string_view prefix, std::size_t longest,
              std::set<std::string>& out) {
  std::vector<std::string_view> all = {"<"};
  all.insert(all.end(), tokens.begin(), tokens.end());
  all.emplace_back(">");
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string gram(prefix);
    for (std::size_t n = 0; n < longest && i + n < all.size(); ++n) {
      if (n > 0) gram += ' ';
      gram += all[i + n];
      if (n > 0 || (all[i] != "<" && all[i] != ">")) out.insert(gram);
    }
  }
}

std::string sizeSign(std::string_view name, std::size_t size) {
  constexpr std::array<std::size_t, 6> steps = {3, 6, 10, 16, 25, 40};
  const auto step = std::ranges::upper_bound(steps, size) - steps.begin();
  return "s:" + std::string(name) + ' ' + std::to_string(step);
}

// Of ten words that carry something, how many the buyer has just used.
std::size_t echoOf(const std::vector<std::string>& tokens, const std::set<std::string>& heard) {
  std::size_t carrying = 0;
  std::size_t taken = 0;
  for (const std::string& each : tokens) {
    if (isOneOf(each, smallWords) || each.size() < 2) continue;
    ++carrying;
    if (heard.contains(each)) ++taken;
  }
  return carrying == 0 ? 0 : 10 * taken / carrying;
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

std::vector<std::vector<std::string>> unitFeatures(std::string_view text, std::string_view heard,
                                                   const std::vector<Span>& units) {
  std::set<std::string> around;
  const std::vector<std::string> turnTokens = tokensOf(text.substr(0, longestText));
  const std::vector<std::string> heardTokens = tokensOf(heard.substr(0, longestText));
  addGrams(turnTokens, "t:", 2, around);
  addGrams(heardTokens, "h:", 2, around);
  around.insert(sizeSign("turn words", turnTokens.size()));
  around.insert(sizeSign("heard words", heardTokens.size()));
  if (heard.find('?') != std::string_view::npos) around.insert("s:was asked");
  const std::set<std::string> heardWords(heardTokens.begin(), heardTokens.end());

  std::vector<std::vector<std::string>> out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    std::set<std::string> features = around;
    const std::size_t begin = std::min(units[i].begin, longestText);
    const std::size_t end = std::min(units[i].end, longestText);
    const std::vector<std::string> tokens = tokensOf(text.substr(begin, end - begin));
    addGrams(tokens, "u:", 3, features);
    features.insert(sizeSign("words", tokens.size()));
    features.insert("s:takes up " + std::to_string(echoOf(tokens, heardWords) / 2));
    if (i == 0) features.insert("s:first");
    if (i + 1 == units.size()) features.insert("s:last");
    if (units.size() == 1) features.insert("s:alone");
    out.emplace_back(features.begin(), features.end());
  }
  return out;
}

}  // namespace sparring
