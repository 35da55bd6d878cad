// What a turn came to, as a short name for all of it: equal digests are equal answers and grades.
#pragma once

#include <string>

#include "dialogue/machine.h"
#include "record/turn_grade.h"

namespace sparring {

// 16 lower-case hex digits, the first of a SHA-256 over a text that no platform changes.
std::string digestOf(const Scenario& scenario, const Step& answer);

// The same for a grade as a version of the grading knows it: version 1 has no more than 16 digits
// and knows no concepts; later ones begin with their number, as in "2:0123456789abcdef".
std::string digestOf(const TurnGrade& grade, int version);
// The version that made a digest; 0 where it names none that can be.
int versionOf(const std::string& gradeDigest);

}  // namespace sparring
