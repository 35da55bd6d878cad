// Places in a scenario, for people: which part of it a JSON pointer belongs to and what that is
// called. A part is what has a page of its own in the editor.
#pragma once

#include <QString>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.h"

namespace sparring::ui {

// "/nodes/3/moves/2/marks/0/words" is in the part "/nodes/3/moves/2"; "/start" in the overview,
// whose pointer is "".
std::string partOf(std::string_view pointer);

// The nearest place to a part that exists: itself, one of its former neighbours, or what held it.
std::string nearestPart(const Scenario& scenario, std::string_view pointer);

// "Node “Hello”, move 2, mark 1".
QString placeText(const Scenario& scenario, std::string_view pointer);
// Its name alone, for a list: "Hello"; the id or a few words where it has no title.
QString partTitle(const Scenario& scenario, std::string_view part);

// Where a move, a topic or a reaction stands, and a line of a node or of one of them: the very
// object, not one that is equal to it. Empty where it is not of this scenario.
std::string pointerOf(const Scenario& scenario, const Move& move);
std::string pointerOf(const Scenario& scenario, const Line& line);

// One step of a pointer after another, and the last as a position; -1 where it is none.
std::vector<std::string_view> stepsOf(std::string_view pointer);
int positionIn(std::string_view step);
// Of "/nodes/3": "/nodes" and 3.
struct ListPlace {
  std::string list;
  int index = -1;
};
ListPlace listPlaceOf(std::string_view pointer);

}  // namespace sparring::ui
