#include "language/sentences.h"

#include <array>

namespace sparring {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool endsSentence(char c) {
  return c == '.' || c == '?' || c == '!';
}

// "Mr." and the like end no sentence.
bool isAbbreviation(std::string_view text, std::size_t dot) {
  static constexpr std::array<std::string_view, 6> known = {"Mr", "Mrs", "Ms", "Dr", "Prof", "St"};
  for (const std::string_view word : known) {
    if (dot < word.size() || text.substr(dot - word.size(), word.size()) != word) continue;
    if (dot == word.size() || isSpace(text[dot - word.size() - 1])) return true;
  }
  return false;
}

}  // namespace

std::string_view partRead(std::string_view text) {
  constexpr std::size_t most = 4000;
  constexpr std::size_t longestWord = 200;  // Bytes.
  std::size_t begin = 0;
  while (begin < text.size() && isSpace(text[begin])) ++begin;
  if (text.size() - begin <= most) return text;
  std::size_t end = begin + most;
  for (std::size_t space = end; space > end - longestWord; --space) {
    if (isSpace(text[space])) return text.substr(0, space);
  }
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

std::vector<Span> sentenceSpans(std::string_view text) {
  std::vector<Span> spans;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    while (begin < end && isSpace(text[begin])) ++begin;
    std::size_t last = end;
    while (last > begin && isSpace(text[last - 1])) --last;
    if (last > begin) spans.push_back({begin, last});
    begin = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      close(at + 1);
      continue;
    }
    if (!endsSentence(text[at])) continue;
    std::size_t end = at + 1;
    while (end < text.size() && (endsSentence(text[end]) || text[end] == '"' || text[end] == ')')) {
      ++end;
    }
    const bool boundary = end == text.size() || isSpace(text[end]);
    if (boundary && text[at] == '.' && isAbbreviation(text, at)) continue;
    if (boundary) close(end);
    at = end - 1;
  }
  close(text.size());
  return spans;
}

}  // namespace sparring
