// Scenario files out: keys in a fixed order, defaults left out, so that write(read(file)) gives a
// written file back byte for byte and a small edit makes a small diff.
#pragma once

#include <string>

#include "scenario/scenario.h"

namespace sparring {

std::string writeScenario(const Scenario& scenario);

}  // namespace sparring
