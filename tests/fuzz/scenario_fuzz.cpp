// Any bytes read as a scenario: no crash, and what was read is written, read and written again the
// same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenario/check.h"
#include "scenario/read.h"
#include "scenario/write.h"

using namespace sparring;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ScenarioReading reading = readScenario({reinterpret_cast<const char*>(data), size});
  if (!reading.scenario && reading.diagnostics.empty()) std::abort();
  addMeaning(reading, {{"ask_goal"}, {"accountable"}, {"goal"}});
  if (!reading.scenario) return 0;
  checkScenario(*reading.scenario, {});
  const std::string written = writeScenario(*reading.scenario);
  const ScenarioReading again = readScenario(written);
  if (again.scenario != reading.scenario || !again.isWhole) std::abort();
  if (writeScenario(*again.scenario) != written) std::abort();
  return 0;
}
