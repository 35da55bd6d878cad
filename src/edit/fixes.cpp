#include "edit/fixes.h"

#include <algorithm>
#include <utility>

#include "edit/fixing.h"

namespace sparring {
namespace {

constexpr std::pair<Code, Fixes (*)(const Fixing&)> remedies[] = {
    {Code::badId, fixId},
    {Code::duplicateId, fixId},
    {Code::unknownTarget, fixTarget},
    {Code::noStart, fixStart},
    {Code::deadEnd, addExit},
    {Code::unknownSpeaker, fixSpeaker},
    {Code::conditionalLines, freeLastLine},
    {Code::emptyText, removeEmpty},
    {Code::markWords, removeMark},
    {Code::repeatedMark, removeMark},
    {Code::focusWords, removeMark},
    {Code::noFocus, addNeutralFocus},
    {Code::unknownName, fixNameInExpression},
    {Code::amountOutOfRange, fixAmount},
    {Code::badBounds, fixBounds},
    {Code::initialOutOfRange, fixInitial},
    {Code::unusedVariable, removeVariable},
    {Code::unknownAct, fixAct},
    {Code::unknownRule, fixRule},
    {Code::unknownStage, fixStage},
    {Code::unknownFact, fixFact},
    {Code::unknownCategory, fixCategory},
    {Code::noOutcome, addOutcome},
    {Code::shareOutOfRange, fixShare},
    {Code::unreachedOutcome, removeOutcome},
    {Code::unusedPersona, removePersona},
    {Code::noUnclear, addUnclear},
    {Code::badMinutes, fixMinutes},
    {Code::unknownPower, fixPower},
    {Code::neverHolds, removeNeverHolding},
    {Code::hidden, moveUp},
    {Code::silence, freeLastLine},
    {Code::effectWithoutChange, removeEffect},
    {Code::unusableFact, removeFact},
    {Code::unknownArchetype, fixArchetype},
};

}  // namespace

std::string Fixing::text() const {
  const std::optional<FieldValue> value = fieldAt(scenario, pointer());
  const auto* const held = value ? std::get_if<std::string>(&*value) : nullptr;
  return held != nullptr ? *held : std::string();
}

std::string holderOf(std::string_view pointer) {
  return std::string(pointer.substr(0, std::min(pointer.rfind('/'), pointer.size())));
}

Element elementAt(std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  if (slash == std::string_view::npos) return {};
  const auto index = indexIn(pointer.substr(slash + 1));
  return index ? Element{std::string(pointer.substr(0, slash)), *index} : Element{};
}

Fix removal(const Element& element, const std::string& label) {
  return {label, {RemovePart{element.list, element.index}}};
}

Fix textRemoval(const Scenario& scenario, std::string_view pointer, const std::string& label) {
  const Element element = elementAt(pointer);
  auto texts = std::get<std::vector<std::string>>(*fieldAt(scenario, element.list));
  texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(element.index));
  return {label, {SetField{element.list, std::move(texts)}}};
}

std::vector<Fix> fixesFor(const Scenario& scenario, const Vocabulary& vocabulary,
                          const Diagnostic& diagnostic) {
  const auto entry = std::ranges::find(codeTable, diagnostic.code, &CodeEntry::name);
  const auto isThere = [](const auto&) { return true; };
  if (entry == codeTable.end() || !visitAt(scenario, diagnostic.pointer, isThere)) return {};
  for (const auto& [code, remedy] : remedies) {
    if (code == entry->code) return remedy({scenario, vocabulary, diagnostic});
  }
  return {};
}

}  // namespace sparring
