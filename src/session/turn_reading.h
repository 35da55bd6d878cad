// What a turn is taken to mean once its move is known: the author's tags, laid over the words that
// were really said.
#pragma once

#include <string>

#include "language/matcher.h"
#include "record/seller_turn.h"

namespace sparring {

// Fills acts, focus and facts of `turn` from `move`. The wording of a guided option carries the
// author's focus words as they stand. Own words, where nothing can read them, take the order and
// share of the option's focus, sentence by sentence, and its acts rest on the sentence that is most
// like the option.
void layTags(const Move& move, const MoveMatcher* matcher, SellerTurn& turn);

}  // namespace sparring
