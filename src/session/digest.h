// What a turn came to, as a short name for all of it: equal digests are equal answers and grades.
#pragma once

#include <string>

#include "dialogue/machine.h"
#include "record/turn_grade.h"

namespace sparring {

// 16 lower-case hex digits, the first of a SHA-256 over a text that no platform changes.
std::string digestOf(const Scenario& scenario, const Step& answer);
std::string digestOf(const TurnGrade& grade);

}  // namespace sparring
