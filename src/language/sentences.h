// Where the sentences of a text stand.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.h"

namespace sparring {

// The sentences in order, without the white space between them; a text without punctuation is one.
std::vector<Span> sentenceSpans(std::string_view text);

}  // namespace sparring
