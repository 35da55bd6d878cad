// Stored calls as JSON, for other programs.
#pragma once

#include "base/json.h"
#include "session/practice_session.h"

namespace sparring::cli {

Json rowJson(const SessionRow& row);
// Each turn with what stands of what people said about it; likewise the `rewound` turns, of which
// only what was said is left.
Json sessionJson(const PracticeSession& session, const std::vector<SignedAnnotation>& standing,
                 const std::vector<SellerTurn>& rewound);

}  // namespace sparring::cli
