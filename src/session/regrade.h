// A recorded call graded anew, by its own method or by another one.
#pragma once

#include <vector>

#include "session/practice_session.h"

namespace sparring {

struct SessionGrade {
  std::vector<TurnGrade> turns;  // Of the current branch.
  CallGrade call;
};

SessionGrade gradedBy(const PracticeSession& session, const Method& method);

}  // namespace sparring
