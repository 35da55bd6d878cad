// Labelled data as files of JSON lines.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/json.h"
#include "base/result.h"

namespace sparring {

// The text at a key, empty where there is none; likewise the list.
std::string textIn(const Json& object, std::string_view key);
const std::vector<Json>& listIn(const Json& object, std::string_view key);

// Takes a line, and the name of its file without the ending; gives a sentence where it is unusable.
using TakeLine = std::function<std::optional<std::string>(const Json&, const std::string&)>;

// Hands on each line of one file, or of all *.jsonl files of a folder in the order of their names.
// Lines that could not be used become diagnostics.
Result<void> eachLabelledLine(const std::filesystem::path& path,
                              std::vector<Diagnostic>& diagnostics, const TakeLine& take);

}  // namespace sparring
