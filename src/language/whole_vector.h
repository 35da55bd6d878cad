// The vector of a text of several units, made of theirs: half the work of reading the text both
// whole and in parts, and the parts are at hand when another text holds them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "language/encoder.h"

namespace sparring {

// The mean of the units' vectors, each counted by its words (at least one), brought to length 1;
// of one unit its own. REQUIRES: a vector for each unit, and at least one.
SentenceVector wholeVector(std::string_view text, std::span<const Span> units,
                           std::span<const SentenceVector> vectors);

// The same of several texts, whose units are embedded together. A text of no unit has zeros.
std::vector<SentenceVector> wholeVectors(std::span<const std::string_view> texts,
                                         const SentenceEncoder& encoder);

}  // namespace sparring
