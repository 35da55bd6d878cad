// A graded call as text for people: each turn with its marks, then what the call came to.
#pragma once

#include <iosfwd>

#include "grading/method.h"
#include "record/call_grade.h"
#include "record/seller_turn.h"
#include "record/turn_grade.h"

namespace sparring::cli {

void printTurnGrade(std::ostream& out, const Method& method, int number, const SellerTurn& turn,
                    const TurnGrade& grade);
void printCallGrade(std::ostream& out, const Method& method, const CallGrade& grade);

}  // namespace sparring::cli
