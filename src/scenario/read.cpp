#include "scenario/read.h"

#include <string>
#include <utility>

#include "base/file.h"
#include "base/json.h"
#include "scenario/read_form.h"
#include "scenario/read_parts.h"

namespace sparring {
namespace {

void indexLines(const Json& value, const std::string& pointer, LineIndex& lines) {
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const std::string place = pointerTo(pointer, i);
    lines.emplace(place, value.items[i].line);
    indexLines(value.items[i], place, lines);
  }
  for (const Json::Member& member : value.members) {
    const std::string place = pointerTo(pointer, member.key);
    lines.emplace(place, member.line);
    indexLines(member.value, place, lines);
  }
}

Code codeOf(JsonFault::Kind kind) {
  switch (kind) {
    case JsonFault::Kind::syntax:
      return Code::syntax;
    case JsonFault::Kind::truncated:
      return Code::truncated;
    case JsonFault::Kind::notUtf8:
      return Code::notUtf8;
    case JsonFault::Kind::tooLarge:
      return Code::tooMuch;
    case JsonFault::Kind::repeatedKey:
      return Code::repeatedKey;
  }
  return Code::syntax;
}

std::string remedyFor(Code code) {
  switch (code) {
    case Code::notJson:
      return "A scenario file begins with a {.";
    case Code::syntax:
      return "All before this place was read; mend it to get the rest.";
    case Code::truncated:
      return "All before this place was read; look for a whole copy of the file.";
    case Code::notUtf8:
      return "Save it again as UTF-8 in the editor that wrote it.";
    case Code::repeatedKey:
      return "Keep one of the two.";
    default:
      return {};
  }
}

Scenario readRoot(const Json& root, FormReading& reading) {
  Scenario scenario;
  if (root.kind != Json::Kind::object) {
    reading.findings.add(
        Code::wrongType, "",
        "A scenario must be an object, not " + std::string(nameOf(root.kind)) + ".",
        remedyFor(Code::notJson));
    return scenario;
  }
  ObjectReader reader(root, "", "scenario", reading);
  readScenarioFields(reader, scenario);
  reader.finish();
  return scenario;
}

}  // namespace

// A syntax fault knows its line better than the index does.
Diagnostic diagnosticOf(const JsonFault& fault, const JsonDocument& document) {
  const bool endsReading =
      fault.kind == JsonFault::Kind::syntax || fault.kind == JsonFault::Kind::truncated;
  const Code code = !document.isJson && endsReading ? Code::notJson : codeOf(fault.kind);
  const bool isAfterEnd = code == Code::syntax && document.isWhole;
  const CodeEntry& entry = entryOf(code);
  return {std::string(entry.name), entry.severity,
          fault.pointer,           fault.line,
          fault.message,           isAfterEnd ? "Remove it." : remedyFor(code)};
}

LineIndex linesOf(const Json& root) {
  LineIndex lines;
  lines.emplace("", root.line);
  indexLines(root, "", lines);
  return lines;
}

ScenarioReading readScenario(std::string_view bytes) {
  ScenarioReading out;
  const JsonDocument document = parseJson(bytes);
  for (const JsonFault& fault : document.faults) {
    out.diagnostics.push_back(diagnosticOf(fault, document));
  }
  if (!document.isJson) return out;
  out.lines = linesOf(document.root);
  Findings findings(out.lines);
  out.isWhole = document.isWhole && document.root.kind == Json::Kind::object;
  FormReading reading{findings, out.isWhole};
  out.scenario = readRoot(document.root, reading);
  for (Diagnostic& each : findings.take()) out.diagnostics.push_back(std::move(each));
  sortByPlace(out.diagnostics);
  return out;
}

Result<ScenarioReading> loadScenario(const std::filesystem::path& path) {
  const Result<std::string> bytes = readFile(path, maxScenarioBytes);
  if (!bytes) return std::unexpected(bytes.error());
  return readScenario(*bytes);
}

}  // namespace sparring
