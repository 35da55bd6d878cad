// Any bytes read as JSON: no crash, every value has a line of the text, and what was read is
// written and read again the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/json.h"

using namespace sparring;

namespace {

void expectLines(const Json& value, int last) {
  if (value.line < 1 || value.line > last) std::abort();
  for (const Json& item : value.items) expectLines(item, last);
  for (const Json::Member& member : value.members) {
    if (member.line < 1 || member.line > member.value.line) std::abort();
    expectLines(member.value, last);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const JsonDocument document = parseJson(bytes);
  const int lines = static_cast<int>(std::ranges::count(bytes, '\n')) + 1;
  if (document.isJson) expectLines(document.root, lines);
  if (!document.isWhole && document.faults.empty()) std::abort();
  for (const JsonFault& fault : document.faults) {
    if (fault.line < 1 || fault.line > lines || fault.message.empty()) std::abort();
  }
  const std::string written = writeJson(document.root);
  const JsonDocument again = parseJson(written);
  if (!again.faults.empty() || writeJson(again.root) != written) std::abort();
  if (writeJson(parseJson(writeJsonLine(document.root)).root) != written) std::abort();
  return 0;
}
