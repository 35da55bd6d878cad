// A fault in content: where it is, what is wrong, what to do. Diagnostics are data; reading content
// always gives the content and its diagnostics, so that a broken file still opens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sparring {

enum class Severity { error, warning };

struct Diagnostic {
  std::string code;  // Stable: "SC" for scenarios, "ME" for methods, and three digits.
  Severity severity = Severity::error;
  std::string pointer;  // JSON pointer (RFC 6901) of the faulty value; "" is the whole file.
  int line = 0;         // 1-based line in the file; 0 where there is no file.
  std::string message;  // A plain sentence.
  std::string hint;     // What to do, a plain sentence; may be empty.

  bool operator==(const Diagnostic&) const = default;
};

bool hasErrors(const std::vector<Diagnostic>& diagnostics);

// "file:line: error SC012: message hint", the form that editors and compilers share.
std::string formatDiagnostic(std::string_view file, const Diagnostic& diagnostic);

}  // namespace sparring
