// Our JSON reader and another one agree on what is JSON and what it says.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json.h"

namespace sparring {
namespace {

using Other = nlohmann::ordered_json;

// Pieces that make JSON as often as not.
std::string anyPiece(int depth) {
  const auto rest = [&] { return depth > 0 ? anyPiece(depth - 1) : std::string("1"); };
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
      return "[" + rest() + ", " + rest() + "]";
    case 1:
      return R"({"k": )" + rest() + R"(, "\u006c":)" + rest() + "}";
    case 2:
      return "[\n" + rest() + "\t]";
    default:
      return *rc::gen::element<std::string>(
          "{}", "[]", "0", "-7", "2.5", "1e3", "-0.5E-2", "9223372036854775807",
          "9223372036854775808", "true", "false", "null", R"("")", R"("a b")",
          R"("\"\\\/\b\f\n\r\t")", R"("\u00e4\ud83d\ude00")", "\"ä€😀\"");
  }
}

std::string anyText() {
  std::string text = anyPiece(3);
  const int faults = *rc::gen::inRange(0, 3);
  for (int i = 0; i < faults; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    const auto piece = *rc::gen::element<std::string>("", ",", ":", "]", "}", "{", "\"", "0", "-",
                                                      ".", "e", "\\", "t", "\n", "x", "[");
    text.replace(at, *rc::gen::inRange<std::size_t>(0, 2), piece);
  }
  return text;
}

void expectSameReading(const std::string& text) {
  const JsonDocument document = parseJson(text);
  const auto repeats = [](const JsonFault& each) {
    return each.kind == JsonFault::Kind::repeatedKey;
  };
  const bool isJson = document.isWhole && std::ranges::all_of(document.faults, repeats);
  RC_ASSERT(isJson == Other::accept(text));
  if (isJson && document.faults.empty()) {
    RC_ASSERT(Other::parse(writeJsonLine(document.root)) == Other::parse(text));
    RC_ASSERT(Other::parse(writeJson(document.root)) == Other::parse(text));
  }
}

RC_GTEST_PROP(AnyJson, isReadAsAnotherReaderReadsIt, ()) {
  constexpr int texts = 100;  // Most faults are rare.
  for (int i = 0; i < texts; ++i) expectSameReading(anyText());
}

}  // namespace
}  // namespace sparring
