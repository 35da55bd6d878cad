// What the reader of turns looks at: for each unit of a turn (a sentence, or a clause of a long
// one) the words in it and around it as features with names that people can read. Meaning comes
// from the sentence encoder and is added where the features are weighed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace sparring {

// Sentences, long ones cut where a new clause begins, in order; together they hold all the words.
// Also for text without punctuation.
std::vector<Span> unitSpans(std::string_view text);

// One list of features a unit, without repetitions. `heard` is the buyer's line that the turn
// answers. Reads the first 4,000 bytes of each text.
//   "u:do you"   words within the unit; "<" and ">" are its ends, "#" stands for any figure
//   "t:price"    words anywhere in the turn
//   "h:why"      words of the buyer
//   "s:asks"     signs: how long, where in the turn, whether it takes up the buyer's words
std::vector<std::vector<std::string>> unitFeatures(std::string_view text, std::string_view heard,
                                                   const std::vector<Span>& units);

}  // namespace sparring
