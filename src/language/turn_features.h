// What the reader of turns looks at: the words of a turn and of each of its units (a sentence, or a
// clause of a long one) as features with names that people can read. Meaning comes from the
// sentence encoder and is added where the features are weighed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace sparring {

// Sentences, long ones cut where a new clause begins, in order; together they hold all the words.
// Also for text without punctuation.
std::vector<Span> unitSpans(std::string_view text);

// Lists without repetitions, in order. `heard` is the buyer's line that the turn answers. Both read
// the first 4,000 bytes of each text. "<" and ">" are the ends of a text, "#" stands for any
// figure.

// Of the turn:
//   "t:do you"     its words and pairs of them; "r:" the same by the first five letters, up to
//   three "g:what want"  two words with one or two others between them, by their first five letters
//   "o:do you"     how a unit begins; "e:" how it ends; "f:" and "l:" words of the first and last
//   "h:why"        words of the buyer, by their first five letters
//   "s:was asked"  signs: how long, of how many units, how much of the buyer's words it takes up
std::vector<std::string> turnFeatures(std::string_view text, std::string_view heard,
                                      const std::vector<Span>& units);

struct UnitFeatures {
  // Of all units alike:
  //   "a:", "p:"   words of the turn around them and of the buyer, and pairs of them
  std::vector<std::string> around;
  // Of each unit:
  //   "u:do you"   its words, up to three; "v:" by the first four letters
  //   "b:", "n:"   words of the units before and after
  //   "s:first"    signs: how long, where in the turn
  std::vector<std::vector<std::string>> own;
};

UnitFeatures unitFeatures(std::string_view text, std::string_view heard,
                          const std::vector<Span>& units);

}  // namespace sparring
