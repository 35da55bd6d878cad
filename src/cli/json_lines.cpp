#include "cli/json_lines.h"

#include <fstream>
#include <istream>
#include <ostream>

#include "base/text.h"

namespace sparring::cli {
namespace {

// Empty where the line can be used.
std::string faultOf(const JsonDocument& document) {
  if (!document.isWhole || !document.faults.empty()) {
    return document.faults.empty() ? "This is no JSON." : document.faults.front().message;
  }
  if (document.root.kind != Json::Kind::object) return "This is no JSON object.";
  for (const char* key : {"id", "text"}) {
    const Json* value = document.root.find(key);
    if (value == nullptr || value->kind != Json::Kind::string) {
      return "It has no text “" + std::string(key) + "”.";
    }
  }
  return {};
}

}  // namespace

int eachJsonLine(const std::string& file, const Surroundings& around,
                 const std::function<void(const Json&)>& use) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    if (!opened) return refuse({"This file cannot be read.", file, {}}, around);
  }
  std::istream& in = file == "-" ? around.in : opened;
  int code = 0;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (trim(line).empty()) continue;
    const JsonDocument document = parseJson(line);
    const std::string fault = faultOf(document);
    if (fault.empty()) {
      use(document.root);
      continue;
    }
    around.err << "sparring-cli: line " << number << ": " << fault << " It is left out.\n";
    code = 1;
  }
  return code;
}

}  // namespace sparring::cli
