// sparring-cli check and format: what is wrong with scenario files, and their canonical form.
#include <ostream>

#include "base/file.h"
#include "base/json.h"
#include "cli/commands.h"

namespace sparring::cli {
namespace {

Json asJsonValue(const std::string& file, const Diagnostic& diagnostic) {
  Json out = Json::object();
  out.add("file", Json::of(file));
  out.add("line", Json::of(diagnostic.line));
  out.add("pointer", Json::of(diagnostic.pointer));
  out.add("severity", Json::of(diagnostic.severity == Severity::error ? "error" : "warning"));
  out.add("code", Json::of(diagnostic.code));
  out.add("message", Json::of(diagnostic.message));
  out.add("hint", Json::of(diagnostic.hint));
  return out;
}

}  // namespace

int check(const std::vector<std::string>& files, bool asJson, const Surroundings& around) {
  const Result<LoadedMethod> method = shippedMethod(around);
  if (!method) return refuse(method.error(), around);
  Json found = Json::array();
  int errors = 0;
  int warnings = 0;
  int unreadable = 0;
  for (const std::string& name : files) {
    const ScenarioFile file = openScenario(name, method->method.get());
    if (file.error) {
      around.err << sentence(*file.error) << '\n';
      ++unreadable;
      continue;
    }
    for (const Diagnostic& each : file.diagnostics) {
      ++(each.severity == Severity::error ? errors : warnings);
      if (asJson) {
        found.push(asJsonValue(name, each));
      } else {
        around.out << formatDiagnostic(name, each) << '\n';
      }
    }
  }
  if (asJson) {
    around.out << writeJson(found);
  } else {
    around.out << files.size() - static_cast<std::size_t>(unreadable) << " checked, " << errors
               << " errors, " << warnings << " warnings\n";
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
      if (each.severity == Severity::error || each.code < "SC020") {
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
