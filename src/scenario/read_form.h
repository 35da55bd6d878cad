// What readers of scenarios and of archetypes share: faults of JSON as
// diagnostics. Private to this folder.
#pragma once

#include "base/diagnostic.h"
#include "base/json.h"
#include "scenario/read.h"

namespace sparring {

Diagnostic diagnosticOf(const JsonFault& fault, const JsonDocument& document);

}  // namespace sparring
