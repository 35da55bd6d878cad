#include "learn/json_lines.h"

#include <algorithm>

#include "base/file.h"
#include "base/text.h"

namespace sparring {
namespace {

constexpr std::size_t largestFile = 256UL * 1024 * 1024;

Result<void> eachLineOf(const std::filesystem::path& path, std::vector<Diagnostic>& diagnostics,
                        const TakeLine& take) {
  const Result<std::string> bytes = readFile(path, largestFile);
  if (!bytes) return std::unexpected(bytes.error());
  int number = 0;
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    ++number;
    if (trim(line).empty()) continue;
    const JsonDocument document = parseJson(line);
    const bool isSound = document.isWhole && document.faults.empty();
    const std::optional<std::string> fault =
        isSound ? take(document.root, path.stem().string()) : "It is not JSON.";
    if (fault) {
      diagnostics.push_back(
          {"CO001", Severity::error, {}, number, *fault, "The line is left out."});
    }
  }
  return {};
}

}  // namespace

std::string textIn(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value != nullptr && value->kind == Json::Kind::string ? value->string : std::string();
}

const std::vector<Json>& listIn(const Json& object, std::string_view key) {
  static const std::vector<Json> none;
  const Json* value = object.find(key);
  return value != nullptr && value->kind == Json::Kind::array ? value->items : none;
}

Result<void> eachLabelledLine(const std::filesystem::path& path,
                              std::vector<Diagnostic>& diagnostics, const TakeLine& take) {
  if (!std::filesystem::is_directory(path)) return eachLineOf(path, diagnostics, take);
  const auto paths = filesIn(path, ".jsonl");
  if (!paths) return std::unexpected(paths.error());
  for (const std::filesystem::path& each : *paths) {
    if (const Result<void> read = eachLineOf(each, diagnostics, take); !read) return read;
  }
  return {};
}

}  // namespace sparring
