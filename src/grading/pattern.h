// Phrases as data, and where they stand in what was said. A pattern is words with blanks between:
// "deliver*" is any word that begins so, "*" any one word, "#" a number (in digits or, where the
// method says which words are numbers, spelled out), "..." up to three words. Case and apostrophes
// do not count, punctuation neither.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace sparring {

using WordPattern = std::vector<std::string>;

// The pattern's words; empty where the text has none or asks for nothing ("*", "...").
WordPattern patternOf(std::string_view text);

// A text as patterns see it.
struct SaidWords {
  std::vector<std::string> words;
  std::vector<Span> spans;
};
SaidWords saidWords(std::string_view text);

// Many patterns, each of which belongs to something that the caller numbers.
class PatternIndex {
 public:
  void add(WordPattern pattern, int owner);
  void setNumberWords(std::vector<std::string> words);  // "two", "forty" …
  // REQUIRES: called after the last add().
  void build();

  struct Found {
    int owner = 0;
    int pattern = 0;  // Which, in the order of adding.
    Span words;
  };
  // Every pattern at every place where it stands, in the order of the text.
  [[nodiscard]] std::vector<Found> find(const SaidWords& said) const;

  bool operator==(const PatternIndex&) const = default;

 private:
  struct Entry {
    WordPattern words;
    int owner = 0;
    int pattern = 0;
    bool operator==(const Entry&) const = default;
  };
  // Where a pattern that begins at the text's word `from` ends first; 0 where it does not stand
  // there.
  [[nodiscard]] std::size_t endOf(const WordPattern& pattern, const SaidWords& said,
                                  std::size_t from) const;
  [[nodiscard]] bool fitsAt(std::span<const std::string> words, const SaidWords& said,
                            std::size_t from) const;
  [[nodiscard]] bool isNumber(const std::string& said) const;
  [[nodiscard]] bool fits(const std::string& word, const std::string& said) const;

  std::vector<Entry> m_plain;    // By first word, which is to be said as it stands.
  std::vector<Entry> m_begun;    // By the first letter of a first word that goes on anyhow.
  std::vector<Entry> m_numbers;  // Those that begin with a number,
  std::vector<Entry> m_any;      // and with any word.
  std::vector<std::string> m_numberWords;  // Sorted.
  int m_added = 0;
};

}  // namespace sparring
