// How much of a text is read, and where its sentences stand.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.h"

namespace sparring {

// What is read of a text of any length: its first 4,000 bytes after white space, cut between two
// words or, in a word that goes on and on, between two characters.
std::string_view partRead(std::string_view text);

// The sentences in order, without the white space between them; a text without punctuation is one.
std::vector<Span> sentenceSpans(std::string_view text);

}  // namespace sparring
