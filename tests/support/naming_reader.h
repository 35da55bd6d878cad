// A reader of turns that needs no training: a turn performs every act that it names
// ("feature_claim"), and a sentence is about the customer where it says "them", about the seller
// where it says "us".
#pragma once

#include <string_view>

#include "grading/method.h"
#include "session/understanding.h"

namespace sparring::testing {

// Matches by spelling and reads the acts of the method for certain, or those that `text` names so
// sure, but for rounding.
Understanding namingReader(const Method& method, int perMille = 1000, std::string_view text = {});

}  // namespace sparring::testing
