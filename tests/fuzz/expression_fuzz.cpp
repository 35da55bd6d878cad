// Any text read as a condition and as an effect: no crash, faults lie within the text, and white
// space around the text changes nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "scenario/expression.h"

using namespace sparring;

namespace {

template <class Tree>
void expectSound(std::string_view text,
                 std::expected<Tree, ExpressionFault> (*parse)(std::string_view)) {
  constexpr std::size_t longest = 900;  // White space counts towards the limit of 1,000 bytes.
  const auto tree = parse(text);
  if (!tree && (tree.error().offset > text.size() || tree.error().message.empty())) std::abort();
  if (text.size() > longest) return;
  const auto padded = parse(" \t" + std::string(text) + "  ");
  if (tree.has_value() != padded.has_value()) std::abort();
  if (tree && *tree != *padded) std::abort();
}

void expectNamesFrom(std::string_view text, const Condition& condition) {
  forEachReference(condition, [&](const Reference& reference) {
    if (text.find(reference.name) == std::string_view::npos) std::abort();
    const bool isPhase = reference.kind == Reference::Kind::phase;
    if (reference.name.empty() != isPhase) std::abort();
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  expectSound<Condition>(text, parseCondition);
  expectSound<Effect>(text, parseEffect);
  if (const auto condition = parseCondition(text)) expectNamesFrom(text, *condition);
  if (const auto effect = parseEffect(text)) {
    if (effect->variable.empty()) std::abort();
    expectNamesFrom(text, effect->when);
  }
  return 0;
}
