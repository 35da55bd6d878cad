// A method of made-up names, small enough to reason about by hand: what the grading does with it,
// it does with any.
#pragma once

#include <string>

#include "grading/method.h"

namespace sparring::testing {

// Acts ask, tell, give, take; signals soon ("by # o'clock"), theirs (one word of the buyer's own).
// Rule "care" is earned by ask (sure 900), cost by tell; firm from 850, perhaps from 300; scorer
// "warmth". Stage "known" is done by two asks, each answered in two words; telling before is the
// breach "early". Concept "fair" is broken by give without take, made good by take in the next
// turn.
std::string smallMethodBytes();

Method smallMethod();

}  // namespace sparring::testing
