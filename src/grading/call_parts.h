// The parts of a call's grade that are shown and not scored. Private to the grading room.
#pragma once

#include <span>

#include "grading/grade.h"

namespace sparring {

// Whether what a turn broke was made good in the next one: then it counts as kept.
bool isRedeemed(const ConceptMark& mark, std::span<const GradedTurn> turns, std::size_t turn);

CallFigures figuresOf(const Method& method, std::span<const GradedTurn> turns);

// Fills in the turns most worth doing again, each with its reason, and the best one.
void pickTurns(const Method& method, std::span<const GradedTurn> turns, CallGrade& grade);

}  // namespace sparring
