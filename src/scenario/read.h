// Scenario files in. Reading never gives up on a broken file: it gives what could be read and says
// what could not, where. Only bytes that are no JSON at all give no scenario. Judges form alone;
// what the scenario means is judged by scenario/check.h.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "scenario/scenario.h"

namespace sparring {

// Where each value of a file stands: line by JSON pointer; "" is the whole file.
using LineIndex = std::unordered_map<std::string, int>;

struct ScenarioReading {
  std::optional<Scenario> scenario;     // Nothing only where the bytes are not JSON.
  std::vector<Diagnostic> diagnostics;  // Of form: keys, types, syntax. Sorted by line.
  LineIndex lines;
  bool isWhole = false;  // False where the rest of the file is unknown: then nothing is missing.
};

constexpr std::size_t maxScenarioBytes = 32 * 1024 * 1024;
constexpr std::size_t maxMoves = 200'000;  // With topics and reactions.

// Reads at most 20,000 nodes, 200,000 moves (with topics and reactions), 1,000 elements of any
// other list and 20,000 bytes of a text; a diagnostic says where there is more.
ScenarioReading readScenario(std::string_view bytes);

// readScenario of a file. Fails where it cannot be read as a file at all or is larger than
// maxScenarioBytes.
Result<ScenarioReading> loadScenario(const std::filesystem::path& path);

}  // namespace sparring
