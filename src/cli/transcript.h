// A call as text: what was said, what each turn earned and cost, and what it came to.
#pragma once

#include <iosfwd>

#include "session/practice_session.h"

namespace sparring::cli {

void printBuyer(std::ostream& out, const Scenario& scenario, const Step& step);
// With what own words were taken to mean and what they do, as far as they were read.
void printSeller(std::ostream& out, const PracticeSession& session, const Exchange& exchange);
void printGrade(std::ostream& out, const PracticeSession& session);
// What is said about one turn, of all that stands.
void printAnnotations(std::ostream& out, const Method& method, const SellerTurn& turn,
                      const std::vector<SignedAnnotation>& standing);
// The call and its grade with what is said about its turns; last what is said about `rewound` ones.
void printWhole(std::ostream& out, const PracticeSession& session,
                const std::vector<SignedAnnotation>& standing,
                const std::vector<SellerTurn>& rewound);

}  // namespace sparring::cli
