// UTF-8 text: checking, mending, trimming, words. No locale, no Unicode tables beyond what is here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sparring {

// A stretch of a text in bytes: [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Span&) const = default;
};

// The offset of the first byte that is not valid UTF-8, or npos.
std::size_t firstInvalidUtf8(std::string_view text);

// The text with every invalid byte replaced by U+FFFD; valid text comes back unchanged.
std::string mendUtf8(std::string_view text);

// Mended, without control characters other than line feed and tab (a carriage return ends a line),
// at most maxBytes long (cut at a character boundary). What a person typed or pasted goes through
// here before anything else.
std::string cleanInput(std::string_view text, std::size_t maxBytes);

std::string_view trim(std::string_view text);

// ASCII and Latin-1 letters in lower case; other characters unchanged.
std::string toLower(std::string_view text);

// The words of a text: runs of letters, digits and apostrophes within. Non-ASCII characters count
// as letters, except spaces, quotation marks, dashes and other punctuation.
std::vector<Span> wordSpans(std::string_view text);
int countWords(std::string_view text);

// Where `words` stand in `text`, ignoring case, white space and the kind of quotation marks and
// dashes; an empty span where they do not. Whole words are preferred to parts of words. Linear.
Span findWords(std::string_view text, std::string_view words);

}  // namespace sparring
