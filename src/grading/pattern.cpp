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

bool isOpen(const std::string& word) {
  return word == "#" || word.ends_with('*');
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
  auto& entries = isOpen(pattern.front()) ? m_open : m_plain;
  entries.push_back({std::move(pattern), owner, m_added++});
}

void PatternIndex::setNumberWords(std::vector<std::string> words) {
  m_numberWords = std::move(words);
  for (std::string& each : m_numberWords) each = plainWord(each);
  std::ranges::sort(m_numberWords);
}

void PatternIndex::build() {
  std::ranges::stable_sort(m_plain, {}, [](const Entry& each) { return each.words.front(); });
}

bool PatternIndex::fits(const std::string& word, const std::string& said) const {
  if (word == "#") {
    const bool hasDigit = std::ranges::any_of(said, [](char c) { return c >= '0' && c <= '9'; });
    return hasDigit || std::ranges::binary_search(m_numberWords, said);
  }
  if (word.ends_with('*'))
    return said.starts_with(std::string_view(word).substr(0, word.size() - 1));
  return word == said;
}

std::size_t PatternIndex::endOf(const WordPattern& pattern, std::size_t at, const SaidWords& said,
                                std::size_t from) const {
  while (at < pattern.size() && pattern[at] != gap) {
    if (from >= said.words.size() || !fits(pattern[at], said.words[from])) return 0;
    ++at;
    ++from;
  }
  if (at == pattern.size()) return from;
  for (std::size_t skipped = 0; skipped <= widestGap; ++skipped) {
    if (const std::size_t end = endOf(pattern, at + 1, said, from + skipped)) return end;
  }
  return 0;
}

std::vector<PatternIndex::Found> PatternIndex::find(const SaidWords& said) const {
  std::vector<Found> out;
  for (std::size_t at = 0; at < said.words.size(); ++at) {
    const auto look = [&](const Entry& entry) {
      const std::size_t end = endOf(entry.words, 0, said, at);
      if (end == 0) return;
      out.push_back({entry.owner, entry.pattern, {said.spans[at].begin, said.spans[end - 1].end}});
    };
    const auto same = std::ranges::equal_range(
        m_plain, said.words[at], {},
        [](const Entry& each) -> const std::string& { return each.words.front(); });
    std::ranges::for_each(same, look);
    std::ranges::for_each(m_open, look);
  }
  return out;
}

}  // namespace sparring
