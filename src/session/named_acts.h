// Which of the acts that were read in a turn are named to a person.
#pragma once

#include <vector>

#include "record/seller_turn.h"

namespace sparring {

// Those that the words count as performing, else the likeliest, where it is likely enough for a
// "perhaps".
std::vector<ActReading> namedActs(const TurnMeaning& meaning);

}  // namespace sparring
