// The fields of a scenario, one line each: which key of the file goes where. Private to this
// folder.
#pragma once

#include "scenario/read_object.h"
#include "scenario/scenario.h"

namespace sparring {

void readLine(ObjectReader& in, Line& out);

// Keys in the order of docs/scenario-format.md.
void readScenarioFields(ObjectReader& in, Scenario& out);

}  // namespace sparring
