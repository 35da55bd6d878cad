#include "session/library.h"

#include <algorithm>

#include "base/file.h"
#include "scenario/read.h"
#include "scenario/write.h"

namespace sparring {
namespace {

constexpr std::size_t largestMethod = 4 * 1024 * 1024;

std::optional<DataFolders> foldersIn(const std::filesystem::path& scenarios,
                                     const std::filesystem::path& method,
                                     const std::filesystem::path& templates) {
  std::error_code failed;
  if (!std::filesystem::is_directory(scenarios, failed)) return std::nullopt;
  if (!std::filesystem::is_directory(method, failed)) return std::nullopt;
  return DataFolders{scenarios, method, templates};
}

}  // namespace

std::optional<DataFolders> findDataFolders(const std::filesystem::path& programFolder) {
  const std::filesystem::path installed = programFolder / ".." / "share" / "sparring";
  if (auto folders =
          foldersIn(installed / "scenarios", installed / "method", installed / "templates")) {
    return folders;
  }
  std::filesystem::path folder = programFolder;
  while (!folder.empty()) {
    const std::filesystem::path data = folder / "data";
    if (auto folders = foldersIn(folder / "scenarios", data / "method", data / "templates")) {
      return folders;
    }
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return std::nullopt;
}

Vocabulary vocabularyOf(const Method& method) {
  Vocabulary vocabulary;
  for (const ActDefinition& act : method.acts) vocabulary.acts.insert(act.id.value);
  for (const Rule& rule : method.rules) vocabulary.rules.insert(rule.id.value);
  for (const Stage& stage : method.stages) vocabulary.stages.insert(stage.id.value);
  return vocabulary;
}

ScenarioFile openScenario(const std::filesystem::path& path, const Method* method) {
  ScenarioFile file;
  file.path = path;
  Result<ScenarioReading> reading = loadScenario(path);
  if (!reading) {
    file.error = reading.error();
    return file;
  }
  addMeaning(*reading, method != nullptr ? vocabularyOf(*method) : Vocabulary{});
  file.diagnostics = std::move(reading->diagnostics);
  reading->lines = {};  // As large as the file, and no longer needed.
  if (reading->scenario) {
    file.loaded.bytes = writeScenario(*reading->scenario);
    file.loaded.scenario = std::make_shared<const Scenario>(std::move(*reading->scenario));
  }
  return file;
}

std::vector<ScenarioFile> openScenarios(const std::filesystem::path& folder, const Method* method) {
  std::vector<std::filesystem::path> paths;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<ScenarioFile> files;
  for (const std::filesystem::path& path : paths) files.push_back(openScenario(path, method));
  return files;
}

Result<LoadedMethod> openMethod(const std::filesystem::path& path) {
  Result<std::string> bytes = readFile(path, largestMethod);
  if (!bytes) return std::unexpected(bytes.error());
  MethodReading reading = readMethod(*bytes);
  for (const Diagnostic& each : reading.diagnostics) {
    if (each.severity != Severity::error) continue;
    return fail(formatDiagnostic(path.string(), each));
  }
  if (!reading.method) return fail("This file holds no method.", path.string());
  return LoadedMethod{std::make_shared<const Method>(std::move(*reading.method)),
                      std::move(*bytes)};
}

}  // namespace sparring
