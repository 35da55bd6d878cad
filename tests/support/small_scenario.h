// A scenario small enough to reason about by hand, and the shipped method.
#pragma once

#include <memory>

#include "base/clock.h"
#include "base/id.h"
#include "session/library.h"

namespace sparring::testing {

// Three nodes: "hello" (moves cite, pitch, stay; topic price), "deep" (moves ask, prescribe, end)
// and "late", where an interruption leads once the meeting is over; outcomes "won" and "lost".
Scenario smallScenario();

LoadedScenario loaded(Scenario scenario);

// data/method/customer-focused.json.
LoadedMethod shippedMethod();

// Ids 1, 2, 3 … and a clock that moves on a second with each look.
IdSource countingIds();
Clock tickingClock();

}  // namespace sparring::testing
