// Stored calls as JSON, for other programs.
#pragma once

#include "base/json.h"
#include "session/practice_session.h"

namespace sparring::cli {

Json rowJson(const SessionRow& row);
Json sessionJson(const PracticeSession& session);

}  // namespace sparring::cli
