// What a buyer says who is not sure what the rep meant: never that the input is invalid, but a
// question about what could have been meant.
#pragma once

#include <string>
#include <vector>

#include "language/matcher.h"
#include "session/practice_session.h"

namespace sparring {

struct AskingBack {
  int speaker = -1;              // Position of the persona who listens; -1: nobody in particular.
  std::string text;              // In the buyer's mouth, with the likeliest readings in short.
  std::vector<MoveId> readings;  // What could have been meant, at most three, the likeliest first.
};

// `reading` is one of what is on offer in the session now. What is asked leaves out `besides`, the
// reading that the rep has just turned down. No readings and no words where
// nothing else is on offer.
AskingBack askBack(const PracticeSession& session, const MoveReading& reading,
                   const std::optional<MoveId>& besides = std::nullopt);

}  // namespace sparring
