// sparring-cli check and format: what is wrong with files of scenarios and archetypes, and the
// canonical form of scenarios.
#include <algorithm>
#include <ostream>

#include "base/file.h"
#include "base/json.h"
#include "cli/commands.h"
#include "edit/fixes.h"
#include "scenario/read.h"
#include "scenario/write.h"
#include "session/explanation.h"

namespace sparring::cli {
namespace {

constexpr std::string_view firstOfMeaning = "SC020";  // Below are the faults of form.

Json asJsonValue(const std::string& file, const Diagnostic& diagnostic,
                 const std::vector<Fix>& fixes) {
  Json out = Json::object();
  out.add("file", Json::of(file));
  out.add("line", Json::of(diagnostic.line));
  out.add("pointer", Json::of(diagnostic.pointer));
  out.add("severity", Json::of(diagnostic.severity == Severity::error ? "error" : "warning"));
  out.add("code", Json::of(diagnostic.code));
  out.add("message", Json::of(diagnostic.message));
  out.add("hint", Json::of(diagnostic.hint));
  Json labels = Json::array();
  for (const Fix& fix : fixes) labels.push(Json::of(fix.label));
  out.add("fixes", std::move(labels));
  return out;
}

// Prints the page of a code.
int explain(std::string code, const Surroundings& around) {
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (!around.folders) return refuse({"The program's own files are missing.", {}, {}}, around);
  const Result<std::string> page = readExplanation(*around.folders, code);
  if (!page) return refuse(page.error(), around);
  around.out << *page;
  return 0;
}

// Whether writing the file in its canonical form would lose something of it.
bool losesByWriting(const ScenarioFile& file) {
  return !file.loaded.scenario || std::ranges::any_of(file.diagnostics, [](const Diagnostic& each) {
    return each.code < firstOfMeaning;
  });
}

// The first fix that is beyond doubt, applied; says what it did.
bool mendOne(Scenario& scenario, const Vocabulary& vocabulary, const ScenarioFile& file,
             std::ostream& told) {
  for (const Diagnostic& each : file.diagnostics) {
    std::vector<Fix> fixes = fixesFor(scenario, vocabulary, each);
    const auto found = std::ranges::find(fixes, true, &Fix::isCertain);
    if (found == fixes.end() || !apply(scenario, std::move(found->edit))) continue;
    told << file.path.string() << ":" << each.line << ": mended " << each.code << ": "
         << each.message << " " << found->label << ".\n";
    return true;
  }
  return false;
}

// An archetype's faults, as those of a scenario that cannot be read as one; nothing where the file
// is meant as a scenario.
std::optional<ScenarioFile> openAsArchetype(const std::filesystem::path& path,
                                            const Vocabulary& vocabulary) {
  const Result<std::string> bytes = readFile(path, maxArchetypeBytes);
  if (!bytes || !isArchetype(*bytes)) return std::nullopt;
  return ScenarioFile{path, {}, readArchetype(*bytes, vocabulary).diagnostics, {}};
}

// Mends fault after fault, since one may be the other's cause, and writes the file where something
// was mended. What is left, and where it stands then, is in the result.
ScenarioFile mend(ScenarioFile file, const Vocabulary& vocabulary, std::ostream& told) {
  constexpr int mostMended = 1000;
  if (losesByWriting(file)) {
    told << file.path.string() << ": left as it is. Mend by hand what cannot be read.\n";
    return file;
  }
  Scenario scenario = *file.loaded.scenario;
  int mended = 0;
  while (mended < mostMended && mendOne(scenario, vocabulary, file, told)) {
    ++mended;
    ScenarioReading reading = readScenario(writeScenario(scenario));
    addMeaning(reading, vocabulary);
    file.diagnostics = std::move(reading.diagnostics);
  }
  if (mended == 0) return file;
  const Result<void> written = writeFile(file.path, writeScenario(scenario));
  if (!written) file.error = written.error();
  file.loaded.scenario = std::make_shared<const Scenario>(std::move(scenario));
  return file;
}

// What files are judged against.
struct Known {
  const Method& method;
  std::vector<Archetype> archetypes;
  Vocabulary vocabulary;
};

// Where one of the archetypes is broken, kinds of buyers are not judged: it may be the very file to
// check.
Known knownOf(const Method& method, const DataFolders& folders) {
  std::vector<Archetype> archetypes =
      openArchetypes(folders.archetypes, method).value_or(std::vector<Archetype>());
  Vocabulary vocabulary = vocabularyOf(method, archetypes);
  return {method, std::move(archetypes), std::move(vocabulary)};
}

// A file of either kind, judged, and mended where that is asked for.
ScenarioFile judge(const std::string& name, bool fixes, const Known& known, std::ostream& told) {
  if (auto archetype = openAsArchetype(name, known.vocabulary)) {
    if (fixes && !archetype->diagnostics.empty()) {
      told << name << ": left as it is. There are no fixes for archetypes; mend it by hand.\n";
    }
    return std::move(*archetype);
  }
  ScenarioFile file = openScenario(name, &known.method, known.archetypes);
  if (fixes && !file.error) file = mend(std::move(file), known.vocabulary, told);
  return file;
}

}  // namespace

int check(const CheckRequest& request, const Surroundings& around) {
  if (!request.explain.empty()) return explain(request.explain, around);
  const Result<LoadedMethod> method = shippedMethod(around);
  if (!method) return refuse(method.error(), around);
  if (request.files.empty()) return refuse({"Name at least one file.", {}, {}}, around);
  const Known known = knownOf(*method->method, *around.folders);
  std::ostream& told = request.asJson ? around.err : around.out;
  Json found = Json::array();
  int errors = 0;
  int warnings = 0;
  int unreadable = 0;
  for (const std::string& name : request.files) {
    const ScenarioFile file = judge(name, request.fixes, known, told);
    if (file.error) {
      around.err << sentence(*file.error) << '\n';
      ++unreadable;
      continue;
    }
    for (const Diagnostic& each : file.diagnostics) {
      ++(each.severity == Severity::error ? errors : warnings);
      if (request.asJson) {
        const bool isRead = file.loaded.scenario != nullptr;
        found.push(asJsonValue(
            name, each,
            isRead ? fixesFor(*file.loaded.scenario, known.vocabulary, each) : std::vector<Fix>()));
      } else {
        around.out << formatDiagnostic(name, each) << '\n';
      }
    }
  }
  if (request.asJson) {
    around.out << writeJson(found);
  } else {
    around.out << request.files.size() - static_cast<std::size_t>(unreadable) << " checked, "
               << errors << " errors, " << warnings << " warnings\n";
  }
  if (unreadable > 0) return 2;
  return errors > 0 ? 1 : 0;
}

int format(const std::vector<std::string>& files, const Surroundings& around) {
  for (const std::string& name : files) {
    const ScenarioFile file = openScenario(name, nullptr);
    if (file.error) return refuse(*file.error, around);
    for (const Diagnostic& each : file.diagnostics) {
      // A file that was not read whole would lose what was not read.
      if (each.severity == Severity::error || each.code < firstOfMeaning) {
        around.err << formatDiagnostic(name, each) << '\n'
                   << name << ": left as it is. Mend this first.\n";
        return 1;
      }
    }
    const Result<void> written = writeFile(name, file.loaded.bytes);
    if (!written) return refuse(written.error(), around);
  }
  return 0;
}

}  // namespace sparring::cli
