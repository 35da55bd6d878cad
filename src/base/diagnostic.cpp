#include "base/diagnostic.h"

#include <algorithm>

namespace sparring {

bool hasErrors(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(
      diagnostics, [](const Diagnostic& each) { return each.severity == Severity::error; });
}

std::string formatDiagnostic(std::string_view file, const Diagnostic& diagnostic) {
  std::string out(file);
  if (diagnostic.line > 0) out += ":" + std::to_string(diagnostic.line);
  out += diagnostic.severity == Severity::error ? ": error " : ": warning ";
  out += diagnostic.code + ": " + diagnostic.message;
  if (!diagnostic.hint.empty()) out += " " + diagnostic.hint;
  return out;
}

}  // namespace sparring
