#include "session/library.h"

#include <algorithm>

#include "base/file.h"
#include "scenario/placeholders.h"
#include "scenario/read.h"
#include "scenario/write.h"

namespace sparring {
namespace {

constexpr std::size_t largestMethod = 4 * 1024 * 1024;

// `data` holds all but the scenarios.
std::optional<DataFolders> foldersIn(const std::filesystem::path& scenarios,
                                     const std::filesystem::path& data,
                                     const std::filesystem::path& explanations,
                                     const std::filesystem::path& model) {
  DataFolders folders{.scenarios = scenarios,
                      .method = data / "method",
                      .templates = data / "templates",
                      .archetypes = data / "archetypes",
                      .reading = model / "reading.bin",
                      .explanations = explanations};
  std::error_code failed;
  if (std::filesystem::exists(model / "encoder.bin", failed)) {
    folders.encoder = model / "encoder.bin";
  }
  for (const auto& each : {folders.scenarios, folders.method, folders.archetypes}) {
    if (!std::filesystem::is_directory(each, failed)) return std::nullopt;
  }
  return folders;
}

// None where the folder cannot be read.
std::vector<std::filesystem::path> jsonFilesIn(const std::filesystem::path& folder) {
  return filesIn(folder, ".json").value_or(std::vector<std::filesystem::path>());
}

// The first error as a failure.
Result<void> withoutErrors(const std::filesystem::path& path,
                           const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& each : diagnostics) {
    if (each.severity == Severity::error) return fail(formatDiagnostic(path.string(), each));
  }
  return {};
}

}  // namespace

std::optional<DataFolders> findDataFolders(const std::filesystem::path& programFolder) {
  const std::filesystem::path installed = programFolder / ".." / "share" / "sparring";
  if (auto folders = foldersIn(installed / "scenarios", installed, installed / "diagnostics",
                               installed / "model")) {
    return folders;
  }
  std::filesystem::path folder = programFolder;
  while (!folder.empty()) {
    if (auto folders = foldersIn(folder / "scenarios", folder / "data",
                                 folder / "docs" / "diagnostics", programFolder / "model")) {
      return folders;
    }
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return std::nullopt;
}

Vocabulary vocabularyOf(const Method& method, std::span<const Archetype> archetypes) {
  Vocabulary vocabulary;
  for (const ActDefinition& act : method.acts) vocabulary.acts.insert(act.id.value);
  for (const Rule& rule : method.rules) vocabulary.rules.insert(rule.id.value);
  for (const Stage& stage : method.stages) vocabulary.stages.insert(stage.id.value);
  for (const Archetype& each : archetypes) vocabulary.archetypes.insert(each.id);
  return vocabulary;
}

ScenarioFile openScenario(const std::filesystem::path& path, const Method* method,
                          std::span<const Archetype> archetypes) {
  ScenarioFile file;
  file.path = path;
  Result<ScenarioReading> reading = loadScenario(path);
  if (!reading) {
    file.error = reading.error();
    return file;
  }
  addMeaning(*reading, method != nullptr ? vocabularyOf(*method, archetypes) : Vocabulary{});
  file.diagnostics = std::move(reading->diagnostics);
  reading->lines = {};  // As large as the file, and no longer needed.
  if (reading->scenario) {
    file.loaded.bytes = writeScenario(*reading->scenario);
    file.loaded.scenario = std::make_shared<const Scenario>(std::move(*reading->scenario));
  }
  return file;
}

std::vector<ScenarioFile> openScenarios(const std::filesystem::path& folder, const Method* method,
                                        std::span<const Archetype> archetypes) {
  std::vector<ScenarioFile> files;
  for (const std::filesystem::path& path : jsonFilesIn(folder)) {
    files.push_back(openScenario(path, method, archetypes));
  }
  return files;
}

Result<LoadedMethod> openMethod(const std::filesystem::path& path) {
  Result<std::string> bytes = readFile(path, largestMethod);
  if (!bytes) return std::unexpected(bytes.error());
  MethodReading reading = readMethod(*bytes);
  if (const Result<void> sound = withoutErrors(path, reading.diagnostics); !sound) {
    return std::unexpected(sound.error());
  }
  if (!reading.method) return fail("This file holds no method.", path.string());
  return LoadedMethod{std::make_shared<const Method>(std::move(*reading.method)),
                      std::move(*bytes)};
}

Result<std::vector<Archetype>> openArchetypes(const std::filesystem::path& folder,
                                              const Method& method) {
  std::vector<Archetype> archetypes;
  if (folder.empty()) return archetypes;
  for (const std::filesystem::path& path : jsonFilesIn(folder)) {
    const Result<std::string> bytes = readFile(path, maxArchetypeBytes);
    if (!bytes) return std::unexpected(bytes.error());
    ArchetypeReading reading = readArchetype(*bytes, vocabularyOf(method));
    if (const Result<void> sound = withoutErrors(path, reading.diagnostics); !sound) {
      return std::unexpected(sound.error());
    }
    if (reading.archetype) archetypes.push_back(std::move(*reading.archetype));
  }
  return archetypes;
}

LoadedScenario readyToPlay(LoadedScenario written, std::span<const Archetype> archetypes) {
  if (!written.scenario) return written;
  const auto isKnown = [&](const Persona& persona) {
    return std::ranges::find(archetypes, persona.archetype, &Archetype::id) != archetypes.end();
  };
  const bool reacts = std::ranges::any_of(written.scenario->personas, isKnown);
  if (!reacts && !hasPlaceholders(*written.scenario)) return written;
  Scenario played = withPersonaNames(withReactions(*written.scenario, archetypes));
  LoadedScenario out;
  out.bytes = writeScenario(played);
  out.scenario = std::make_shared<const Scenario>(std::move(played));
  return out;
}

}  // namespace sparring
