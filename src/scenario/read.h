// Scenario files in. Reading never gives up on a broken file: it gives what could be read and says
// what could not, where. Only bytes that are no JSON at all give no scenario. Judges form alone;
// what the scenario means is judged by scenario/check.h.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/json.h"
#include "base/result.h"
#include "scenario/scenario.h"

namespace sparring {

// Where each value of a file stands. By default of no file.
class LineIndex {
 public:
  LineIndex() = default;
  explicit LineIndex(Json root) : m_root(std::move(root)) {}

  // The file. Its texts may be moved out of it.
  Json& root() { return m_root; }

  // The line of a value by its JSON pointer; "" is the whole file. What the file does not have, and
  // what an object holds beyond its first 1,000 members, gets the line of what would hold it.
  // 0 where there is no file.
  [[nodiscard]] int lineOf(std::string_view pointer) const;

 private:
  Json m_root;
};

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
