// A call as text: what was said, what each turn earned and cost, and what it came to.
#pragma once

#include <iosfwd>

#include "session/practice_session.h"

namespace sparring::cli {

void printBuyer(std::ostream& out, const Scenario& scenario, const Step& step);
void printSeller(std::ostream& out, const Method& method, const Exchange& exchange);
void printGrade(std::ostream& out, const PracticeSession& session);
void printWhole(std::ostream& out, const PracticeSession& session);

}  // namespace sparring::cli
