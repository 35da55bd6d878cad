// The faults of archetype files. A fault that a scenario can have too keeps its number, so that who
// knows SC038 knows AR038; see scenario/codes.h.
#pragma once

#include <array>

#include "scenario/codes.h"

namespace sparring {

inline constexpr std::array archetypeCodeTable = {
    CodeEntry{Code::notJson, "AR001", Severity::error, "not JSON"},
    CodeEntry{Code::syntax, "AR002", Severity::error, "a place that is not JSON"},
    CodeEntry{Code::truncated, "AR003", Severity::error, "the file ends too early"},
    CodeEntry{Code::notUtf8, "AR004", Severity::error, "not UTF-8"},
    CodeEntry{Code::tooMuch, "AR005", Severity::error, "more than is read"},
    CodeEntry{Code::repeatedKey, "AR006", Severity::error, "a key stands twice"},
    CodeEntry{Code::wrongType, "AR007", Severity::error, "the wrong kind of value"},
    CodeEntry{Code::unknownKey, "AR008", Severity::error, "an unknown key"},
    CodeEntry{Code::missingKey, "AR009", Severity::error, "a key is missing"},
    CodeEntry{Code::otherFormat, "AR010", Severity::error, "another format"},
    CodeEntry{Code::numberTooLarge, "AR011", Severity::error, "a number too large to be kept"},
    CodeEntry{Code::badId, "AR020", Severity::error, "a malformed id"},
    CodeEntry{Code::duplicateId, "AR021", Severity::error, "an id is used twice"},
    CodeEntry{Code::conditionalLines, "AR030", Severity::warning, "silence at times"},
    CodeEntry{Code::emptyText, "AR032", Severity::error, "an empty text"},
    CodeEntry{Code::badCondition, "AR038", Severity::error, "an unreadable condition"},
    CodeEntry{Code::badEffect, "AR039", Severity::error, "an unreadable effect"},
    CodeEntry{Code::unknownName, "AR040", Severity::error, "a name that it cannot know"},
    CodeEntry{Code::unknownAct, "AR045", Severity::error, "an unknown act"},
    CodeEntry{Code::badMinutes, "AR056", Severity::error, "too few minutes"},
    CodeEntry{Code::reactionWithoutActs, "AR057", Severity::error, "a reaction without acts"},
    CodeEntry{Code::unknownPlaceholder, "AR059", Severity::warning, "an unknown placeholder"},
};

}  // namespace sparring
