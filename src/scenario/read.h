// Scenario files in. Reading never gives up on a broken file: it gives what could be read and says
// what could not, where. Only bytes that are no JSON at all give no scenario.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "scenario/scenario.h"

namespace sparring {

// Where each value of a file stands: line by JSON pointer.
using LineIndex = std::unordered_map<std::string, int>;

struct ScenarioReading {
  std::optional<Scenario> scenario;  // Nothing only where the bytes are not JSON.
  std::vector<Diagnostic> diagnostics;  // Of form: keys, types, syntax. Sorted by line.
  LineIndex lines;
};

ScenarioReading readScenario(std::string_view bytes);

// Form (readScenario) and meaning (checkScenario) of one file together. Fails where the file
// cannot be read as a file at all; scenarios are at most 32 MB.
Result<ScenarioReading> loadScenario(const std::filesystem::path& path);

}  // namespace sparring
