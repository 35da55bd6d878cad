// Giving a thing another id without breaking what refers to it.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "edit/edit.h"

namespace sparring {

// Why a thing cannot have an id.
enum class NotRenamed {
  noId,       // The pointer names no id.
  malformed,  // See base/id.h.
  reserved,   // It has a meaning of its own in conditions.
  taken,      // By another thing of the same kind: their references could not be told apart again.
};

// Sets the id at `pointer` ("/nodes/3/id") and everything that names it: targets, speakers, the
// start, facts of moves, and the words of conditions and effects, which keep their wording
// otherwise. A reference is left alone where another thing of the same kind has the old id as
// well. An empty group where the id is the new one already.
std::expected<Edit, NotRenamed> renameId(const Scenario& scenario, std::string_view pointer,
                                         const std::string& newId);

// An id that nothing in the scenario has yet and that is no word of conditions: the stem, or the
// stem with the first free number from 2 on, as in "price_2". REQUIRES: the stem is a well-formed
// id of at most 50 characters.
std::string freshId(const Scenario& scenario, std::string_view stem);

}  // namespace sparring
