// By what own words are understood: the sentence encoder, the matcher of moves and the reader of
// turns, each as far as it is at hand. A call goes on with what there is.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "language/meaning_matcher.h"
#include "language/turn_reader.h"
#include "session/library.h"

namespace sparring {

// As it is made: moves are matched by spelling and turns are not read. May be replaced as a whole
// between two turns, as when the model has been loaded meanwhile. For one thread at a time.
struct Understanding {
  std::unique_ptr<const SentenceEncoder> encoder = {};  // Null: words are matched by spelling.
  std::unique_ptr<const TurnReader> reader = {};  // Null: own words take the tags of their move.
  MeaningMatcher matcher = {};
  std::optional<Error> lacks = {};  // What is not at hand, what that means, and why.
};

// What is at hand in the folders; the rest is named in `lacks`. Takes some tenths of a second.
Understanding openUnderstanding(const DataFolders& folders);

// What the words of a turn do, about whom they are and which facts of the brief they use; nothing
// where there is no reader. `heard` is the buyer's line that they answer.
std::optional<TurnMeaning> readTurn(const Understanding* understanding, std::string_view text,
                                    std::string_view heard, const Brief& brief);

}  // namespace sparring
