// Every fault that reading and checking a scenario can find: its stable code, how bad it is and a
// short title. The one table behind SC001–SC019 (form) and SC020 and up (meaning). A code that has
// been released keeps its meaning for ever; one that is given up is not used again.
#pragma once

#include <array>
#include <string_view>

#include "base/diagnostic.h"

namespace sparring {

enum class Code {
  // Form: what reading finds.
  notJson,
  syntax,
  truncated,
  notUtf8,
  tooMuch,
  repeatedKey,
  wrongType,
  unknownKey,
  missingKey,
  otherFormat,
  numberTooLarge,
  unknownWord,
  // Meaning: what checking finds.
  badId,
  duplicateId,
  unknownTarget,
  noStart,
  unreachableNode,
  deadEnd,
  conditionalDeadEnd,
  exitCycle,
  unknownSpeaker,
  noLines,
  conditionalLines,
  noPhrasings,
  emptyText,
  markWords,
  noBetter,
  repeatedMark,
  focusWords,
  noFocus,
  badCondition,
  badEffect,
  unknownName,
  amountOutOfRange,
  badBounds,
  initialOutOfRange,
  unusedVariable,
  unknownAct,
  unknownRule,
  unknownStage,
  unknownFact,
  unknownCategory,
  noOutcome,
  noVerdict,
  shareOutOfRange,
  unreachedOutcome,
  unusedPersona,
  noUnclear,
  badMinutes,
  reactionWithoutActs,
  unknownPower,
  unknownPlaceholder,
  neverHolds,
  hidden,
  predictable,
  neverAddressed,
  silence,
  noteLeft,
  fewPhrasings,
  alikeMoves,
  effectWithoutChange,
  unusableFact,
  topicNeverAsked,
  unknownArchetype,
};

struct CodeEntry {
  Code code;
  std::string_view name;  // What a person sees and looks up.
  Severity severity;
  std::string_view title;
};

inline constexpr std::array codeTable = {
    CodeEntry{Code::notJson, "SC001", Severity::error, "not JSON"},
    CodeEntry{Code::syntax, "SC002", Severity::error, "a place that is not JSON"},
    CodeEntry{Code::truncated, "SC003", Severity::error, "the file ends too early"},
    CodeEntry{Code::notUtf8, "SC004", Severity::error, "not UTF-8"},
    CodeEntry{Code::tooMuch, "SC005", Severity::error, "more than is read"},
    CodeEntry{Code::repeatedKey, "SC006", Severity::error, "a key stands twice"},
    CodeEntry{Code::wrongType, "SC007", Severity::error, "the wrong kind of value"},
    CodeEntry{Code::unknownKey, "SC008", Severity::error, "an unknown key"},
    CodeEntry{Code::missingKey, "SC009", Severity::error, "a key is missing"},
    CodeEntry{Code::otherFormat, "SC010", Severity::error, "another format"},
    CodeEntry{Code::numberTooLarge, "SC011", Severity::error, "a number too large to be kept"},
    CodeEntry{Code::unknownWord, "SC012", Severity::error, "an unknown mark or focus"},
    CodeEntry{Code::badId, "SC020", Severity::error, "a malformed id"},
    CodeEntry{Code::duplicateId, "SC021", Severity::error, "an id is used twice"},
    CodeEntry{Code::unknownTarget, "SC022", Severity::error, "an unknown target"},
    CodeEntry{Code::noStart, "SC023", Severity::error, "no start"},
    CodeEntry{Code::unreachableNode, "SC024", Severity::warning, "a node is never reached"},
    CodeEntry{Code::deadEnd, "SC025", Severity::error, "a dead end"},
    CodeEntry{Code::conditionalDeadEnd, "SC026", Severity::warning, "a dead end at times"},
    CodeEntry{Code::exitCycle, "SC027", Severity::error, "exits go round in a circle"},
    CodeEntry{Code::unknownSpeaker, "SC028", Severity::error, "an unknown speaker"},
    CodeEntry{Code::noLines, "SC029", Severity::error, "a node without lines"},
    CodeEntry{Code::conditionalLines, "SC030", Severity::warning, "silence at times"},
    CodeEntry{Code::noPhrasings, "SC031", Severity::error, "a move without phrasings"},
    CodeEntry{Code::emptyText, "SC032", Severity::error, "an empty text"},
    CodeEntry{Code::markWords, "SC033", Severity::error, "a mark's words are not there"},
    CodeEntry{Code::noBetter, "SC034", Severity::warning, "a cost without a better way"},
    CodeEntry{Code::repeatedMark, "SC035", Severity::error, "two marks for one rule"},
    CodeEntry{Code::focusWords, "SC036", Severity::error, "focus words are not there"},
    CodeEntry{Code::noFocus, "SC037", Severity::warning, "a move without focus"},
    CodeEntry{Code::badCondition, "SC038", Severity::error, "an unreadable condition"},
    CodeEntry{Code::badEffect, "SC039", Severity::error, "an unreadable effect"},
    CodeEntry{Code::unknownName, "SC040", Severity::error, "an unknown name"},
    CodeEntry{Code::amountOutOfRange, "SC041", Severity::warning, "an amount out of range"},
    CodeEntry{Code::badBounds, "SC042", Severity::error, "bounds the wrong way round"},
    CodeEntry{Code::initialOutOfRange, "SC043", Severity::error, "an initial value out of range"},
    CodeEntry{Code::unusedVariable, "SC044", Severity::warning, "an unused variable"},
    CodeEntry{Code::unknownAct, "SC045", Severity::error, "an unknown act"},
    CodeEntry{Code::unknownRule, "SC046", Severity::error, "an unknown rule"},
    CodeEntry{Code::unknownStage, "SC047", Severity::error, "an unknown stage"},
    CodeEntry{Code::unknownFact, "SC048", Severity::error, "an unknown fact"},
    CodeEntry{Code::unknownCategory, "SC049", Severity::error, "an unknown category"},
    CodeEntry{Code::noOutcome, "SC050", Severity::error, "no outcome"},
    CodeEntry{Code::noVerdict, "SC051", Severity::error, "an outcome without verdict"},
    CodeEntry{Code::shareOutOfRange, "SC052", Severity::error, "a share out of range"},
    CodeEntry{Code::unreachedOutcome, "SC053", Severity::warning, "an outcome is never reached"},
    CodeEntry{Code::unusedPersona, "SC054", Severity::warning, "a persona never speaks"},
    CodeEntry{Code::noUnclear, "SC055", Severity::warning, "nothing to say when unclear"},
    CodeEntry{Code::badMinutes, "SC056", Severity::error, "too few minutes"},
    CodeEntry{Code::reactionWithoutActs, "SC057", Severity::error, "a reaction without acts"},
    CodeEntry{Code::unknownPower, "SC058", Severity::warning, "an unknown power"},
    CodeEntry{Code::unknownPlaceholder, "SC059", Severity::warning, "an unknown placeholder"},
    CodeEntry{Code::neverHolds, "SC060", Severity::warning, "a condition never holds"},
    CodeEntry{Code::hidden, "SC061", Severity::warning, "hidden behind what stands before it"},
    CodeEntry{Code::predictable, "SC062", Severity::warning, "the right answer shows"},
    CodeEntry{Code::neverAddressed, "SC063", Severity::warning, "nobody speaks with a persona"},
    CodeEntry{Code::silence, "SC064", Severity::warning, "no reply at times"},
    CodeEntry{Code::noteLeft, "SC065", Severity::warning, "a note to be written over"},
    CodeEntry{Code::fewPhrasings, "SC066", Severity::warning, "too few phrasings"},
    CodeEntry{Code::alikeMoves, "SC067", Severity::warning, "two moves alike"},
    CodeEntry{Code::effectWithoutChange, "SC068", Severity::warning, "an effect changes nothing"},
    CodeEntry{Code::unusableFact, "SC069", Severity::warning, "a fact that cannot be used"},
    CodeEntry{Code::topicNeverAsked, "SC070", Severity::warning, "topics nobody can ask about"},
    CodeEntry{Code::unknownArchetype, "SC071", Severity::warning, "an unknown kind of buyer"},
};

constexpr bool isCodeTableInOrder() {
  for (std::size_t i = 0; i < codeTable.size(); ++i) {
    if (static_cast<std::size_t>(codeTable[i].code) != i) return false;
  }
  return codeTable.size() == static_cast<std::size_t>(Code::unknownArchetype) + 1;
}
static_assert(isCodeTableInOrder());

constexpr const CodeEntry& entryOf(Code code) {
  return codeTable[static_cast<std::size_t>(code)];
}

}  // namespace sparring
