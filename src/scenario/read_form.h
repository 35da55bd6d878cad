// What readers of scenarios and of archetypes share: where values stand, and faults of JSON as
// diagnostics. Private to this folder.
#pragma once

#include "base/diagnostic.h"
#include "base/json.h"
#include "scenario/read.h"

namespace sparring {

LineIndex linesOf(const Json& root);

Diagnostic diagnosticOf(const JsonFault& fault, const JsonDocument& document);

}  // namespace sparring
