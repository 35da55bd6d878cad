// Grades as JSON: the lines of “grade --jsonl” and of its call grades.
#pragma once

#include <string>

#include "base/json.h"
#include "grading/method.h"
#include "record/call_grade.h"
#include "record/seller_turn.h"
#include "record/turn_grade.h"

namespace sparring::cli {

// {"id","call","rules","perhaps","concepts","ratio","stage"}.
Json turnGradeJson(const std::string& id, const std::string& call, const SellerTurn& turn,
                   const TurnGrade& grade);

// {"score","rules","ratio","order","stages","concepts", …}; turns are counted from 1.
Json callGradeJson(const CallGrade& grade);

}  // namespace sparring::cli
