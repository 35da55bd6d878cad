// What a trainer does with parts as wholes: adding, duplicating, removing and moving them, each as
// one step to undo. New parts get ids that nothing has yet and are blank, so that the problems say
// what to write.
#pragma once

#include <string>

#include "author/list_row.h"
#include "bridge/scenario_document.h"

namespace sparring::ui {

// A blank part for a list such as "/nodes" or "/nodes/3/moves". REQUIRES: a list of parts.
Part blankPart(const Scenario& scenario, const std::string& list);

// A copy of a part with ids of its own, for itself and for what it holds.
Part copyOf(const Scenario& scenario, Part part);

// Each gives the pointer of what to show then, empty where nothing was done.
std::string addPart(ScenarioDocument& document, const std::string& list, std::size_t index,
                    Part part);
std::string actOnPart(ScenarioDocument& document, const std::string& pointer, ListAction action);

}  // namespace sparring::ui
