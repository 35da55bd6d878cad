// Any bytes as an archetype: never a crash, and what is read can be merged into a scenario, which
// is then read again as it was written.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenario/archetype.h"
#include "scenario/placeholders.h"
#include "scenario/read.h"
#include "scenario/write.h"

using namespace sparring;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ArchetypeReading reading =
      readArchetype({reinterpret_cast<const char*>(data), size}, {{"concede"}, {}, {}});
  if (!reading.archetype && reading.diagnostics.empty()) std::abort();
  if (!reading.archetype || !reading.diagnostics.empty()) return 0;
  Scenario scenario;
  scenario.personas.resize(1);
  scenario.personas.front().id.value = "ceo";
  scenario.personas.front().archetype = reading.archetype->id;
  scenario.variables = {{VariableId("trust"), false, 0, 10, 5, "", PersonaId("ceo")},
                        {VariableId("gives"), false, 0, 5, 0, ""}};
  const Scenario merged =
      withPersonaNames(withReactions(scenario, std::span(&*reading.archetype, 1)));
  if (readScenario(writeScenario(merged)).scenario != merged) std::abort();
  return 0;
}
