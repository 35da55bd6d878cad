#include "grading/pattern.h"

#include <algorithm>

namespace sparring {
namespace {

constexpr std::string_view gap = "...";
constexpr std::string_view blanks = " -\t\n";  // A hyphen parts words in a text, too.
constexpr std::size_t widestGap = 3;
constexpr std::string_view curlyApostrophe = "\xE2\x80\x99";

std::string plainWord(std::string_view word) {
  std::string out;
  const std::string low = toLower(word);
  for (std::size_t i = 0; i < low.size(); ++i) {
    if (low[i] == '\'') continue;
    if (std::string_view(low).substr(i).starts_with(curlyApostrophe)) {
      i += curlyApostrophe.size() - 1;
      continue;
    }
    out += low[i];
  }
  return out;
}

bool isPunctuation(char c) {
  return std::string_view(".,;:!?\"()").contains(c);
}

}  // namespace

WordPattern patternOf(std::string_view text) {
  WordPattern out;
  bool asks = false;  // For at least one word or number.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(blanks, at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
    std::string word = plainWord(text.substr(begin, end - begin));
    if (word != gap) std::erase_if(word, isPunctuation);
    at = end;
    if (word == gap && (out.empty() || out.back() == gap)) continue;
    asks = asks || (word != gap && word != "*");
    if (!word.empty()) out.push_back(std::move(word));
  }
  while (!out.empty() && out.back() == gap) out.pop_back();
  return asks ? out : WordPattern();
}

SaidWords saidWords(std::string_view text) {
  SaidWords out;
  for (const Span& span : wordSpans(text)) {
    out.words.push_back(plainWord(text.substr(span.begin, span.end - span.begin)));
    out.spans.push_back(span);
  }
  return out;
}

void PatternIndex::add(WordPattern pattern, int owner) {
  if (pattern.empty()) return;
  const std::string& first = pattern.front();
  auto& entries = first == "#"           ? m_numbers
                  : first == "*"         ? m_any
                  : first.ends_with('*') ? m_begun
                                         : m_plain;
  entries.push_back({std::move(pattern), owner, m_added++});
}

void PatternIndex::setNumberWords(std::vector<std::string> words) {
  m_numberWords = std::move(words);
  for (std::string& each : m_numberWords) each = plainWord(each);
  std::ranges::sort(m_numberWords);
}

void PatternIndex::build() {
  const auto firstWord = [](const Entry& each) { return each.words.front(); };
  std::ranges::stable_sort(m_plain, {}, firstWord);
  std::ranges::stable_sort(m_begun, {}, firstWord);
}

bool PatternIndex::isNumber(const std::string& said) const {
  return std::ranges::any_of(said, [](char c) { return c >= '0' && c <= '9'; }) ||
         std::ranges::binary_search(m_numberWords, said);
}

bool PatternIndex::fits(const std::string& word, const std::string& said) const {
  if (word == said) return true;
  if (word == "#") return isNumber(said);
  return word.ends_with('*') && said.starts_with(std::string_view(word).substr(0, word.size() - 1));
}

bool PatternIndex::fitsAt(std::span<const std::string> words, const SaidWords& said,
                          std::size_t from) const {
  if (from + words.size() > said.words.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!fits(words[i], said.words[from + i])) return false;
  }
  return true;
}

// From gap to gap, with all places where what comes before may end: a gap that is as short as can
// be leads to the first end.
std::size_t PatternIndex::endOf(const WordPattern& pattern, const SaidWords& said,
                                std::size_t from) const {
  std::vector<std::size_t> begins;  // Where the next part may stand, in order; at first `from`.
  for (auto part = pattern.begin();;) {
    const auto end = std::find(part, pattern.end(), gap);
    const std::span<const std::string> words(part, end);
    std::vector<std::size_t> ends;
    const auto look = [&](std::size_t begin) {
      if (fitsAt(words, said, begin)) ends.push_back(begin + words.size());
    };
    part == pattern.begin() ? look(from) : static_cast<void>(std::ranges::for_each(begins, look));
    if (ends.empty()) return 0;
    if (end == pattern.end()) return ends.front();
    begins.clear();
    for (const std::size_t each : ends) {
      for (std::size_t begin = each; begin <= each + widestGap; ++begin) {
        if (begins.empty() || begin > begins.back()) begins.push_back(begin);
      }
    }
    part = std::next(end);
  }
}

std::vector<PatternIndex::Found> PatternIndex::find(const SaidWords& said) const {
  std::vector<Found> out;
  for (std::size_t at = 0; at < said.words.size(); ++at) {
    const auto look = [&](const Entry& entry) {
      const std::size_t end = endOf(entry.words, said, at);
      if (end == 0) return;
      out.push_back({entry.owner, entry.pattern, {said.spans[at].begin, said.spans[end - 1].end}});
    };
    const std::string& word = said.words[at];
    if (word.empty()) continue;
    const auto letter = static_cast<unsigned char>(word.front());
    const auto firstWord = [](const Entry& each) -> const std::string& {
      return each.words.front();
    };
    const auto firstLetter = [](const Entry& each) {
      return static_cast<unsigned char>(each.words.front().front());
    };
    std::ranges::for_each(std::ranges::equal_range(m_plain, word, {}, firstWord), look);
    std::ranges::for_each(std::ranges::equal_range(m_begun, letter, {}, firstLetter), look);
    if (!m_numbers.empty() && isNumber(word)) std::ranges::for_each(m_numbers, look);
    std::ranges::for_each(m_any, look);
  }
  return out;
}

}  // namespace sparring
