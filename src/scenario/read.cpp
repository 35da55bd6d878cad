#include "scenario/read.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string>
#include <utility>

#include "base/file.h"
#include "base/json.h"
#include "scenario/read_form.h"
#include "scenario/read_parts.h"

namespace sparring {
namespace {

// One step of a JSON pointer as the key that it stands for.
std::string keyOf(std::string_view step) {
  std::string key;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool isEscaped = step[i] == '~' && i + 1 < step.size();
    key += !isEscaped ? step[i] : step[++i] == '1' ? '/' : '~';
  }
  return key;
}

// Where the member or element of a step stands; what it holds is put into `value`. Nothing where
// there is none.
std::optional<int> follow(const Json*& value, std::string_view step) {
  constexpr std::size_t mostMembers = 1'000;  // So that a hostile file cannot make it slow.
  std::size_t index = 0;
  const auto number = std::from_chars(step.data(), step.data() + step.size(), index);
  if (value->kind == Json::Kind::array) {
    if (number.ec != std::errc() || index >= value->items.size()) return std::nullopt;
    value = &value->items[index];
    return value->line;
  }
  const auto members =
      std::span(value->members).first(std::min(mostMembers, value->members.size()));
  const auto found = std::ranges::find(members, keyOf(step), &Json::Member::key);
  if (found == members.end()) return std::nullopt;
  value = &found->value;
  return found->line;
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

Scenario readRoot(Json& root, FormReading& reading) {
  Scenario scenario;
  if (root.kind != Json::Kind::object) {
    reading.findings.add(
        Code::wrongType, "",
        "A scenario must be an object, not " + std::string(nameOf(root.kind)) + ".",
        remedyFor(Code::notJson));
    return scenario;
  }
  ObjectReader reader(root, {}, "scenario", reading);
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

int LineIndex::lineOf(std::string_view pointer) const {
  const Json* value = &m_root;
  int line = m_root.line;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::optional<int> next = follow(value, pointer.substr(1, end - 1));
    if (!next) break;
    line = *next;
    pointer.remove_prefix(end);
  }
  return line;
}

ScenarioReading readScenario(std::string_view bytes) {
  ScenarioReading out;
  JsonDocument document = parseJson(bytes);
  for (const JsonFault& fault : document.faults) {
    out.diagnostics.push_back(diagnosticOf(fault, document));
  }
  if (!document.isJson) return out;
  out.isWhole = document.isWhole && document.root.kind == Json::Kind::object;
  out.lines = LineIndex(std::move(document.root));
  Findings findings(out.lines);
  FormReading reading{findings, out.isWhole};
  out.scenario = readRoot(out.lines.root(), reading);
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
