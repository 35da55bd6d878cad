// What can be practised: the scenarios of a folder and the method they are graded by, each together
// with the bytes that are kept with every session played on it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "grading/method.h"
#include "scenario/archetype.h"
#include "scenario/check.h"
#include "scenario/scenario.h"

namespace sparring {

struct LoadedScenario {
  std::shared_ptr<const Scenario> scenario;
  std::string bytes;  // In the written form (scenario/write.h).
};

struct LoadedMethod {
  std::shared_ptr<const Method> method;
  std::string bytes;
};

// Where the program's own files are.
struct DataFolders {
  std::filesystem::path scenarios;
  std::filesystem::path method;
  std::filesystem::path templates = {};     // Scenarios to begin new ones from.
  std::filesystem::path archetypes = {};    // How kinds of buyers react; empty: none do.
  std::filesystem::path reading = {};       // The file by which turns are read.
  std::filesystem::path explanations = {};  // A page a code of what can be wrong with a scenario.
  std::filesystem::path encoder = {};       // The sentence encoder's model; empty: not at hand.
};

// Looks beside the program for an installed copy (../share/sparring) and upwards for a source tree.
// The encoder's model of a source tree is beside the program (model/encoder.bin), where it was
// made.
std::optional<DataFolders> findDataFolders(const std::filesystem::path& programFolder);

struct ScenarioFile {
  std::filesystem::path path;
  LoadedScenario loaded;  // scenario is null where the file could not be read as one.
  std::vector<Diagnostic> diagnostics;
  std::optional<Error> error;  // Where the file itself could not be read.
};

// Any file: form and meaning judged, errors included. Never fails; the fault is in the result.
// Without a method no name from outside is judged; without archetypes no kind of buyer is.
ScenarioFile openScenario(const std::filesystem::path& path, const Method* method,
                          std::span<const Archetype> archetypes = {});

// All *.json files of a folder by file name.
std::vector<ScenarioFile> openScenarios(const std::filesystem::path& folder, const Method* method,
                                        std::span<const Archetype> archetypes = {});

// Fails where the file cannot be read or has errors; names the first.
Result<LoadedMethod> openMethod(const std::filesystem::path& path);

// All *.json files of a folder by file name; none where the folder's name is empty. Fails where a
// file cannot be read or has errors; names the first.
Result<std::vector<Archetype>> openArchetypes(const std::filesystem::path& folder,
                                              const Method& method);

// A scenario as it is played and kept with its sessions, from the one that an author wrote: with
// the reactions of its personas' archetypes and with their names filled in. So a session is whole
// from its own stored document, whatever becomes of the archetypes.
LoadedScenario readyToPlay(LoadedScenario written, std::span<const Archetype> archetypes);

Vocabulary vocabularyOf(const Method& method, std::span<const Archetype> archetypes = {});

}  // namespace sparring
