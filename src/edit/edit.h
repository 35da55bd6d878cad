// Edits of a scenario as values. Applying one gives its inverse, so that undo and redo are the same
// operation: an edit followed by its inverse gives the same scenario, byte for byte. Places are
// JSON pointers into the written form, the same that diagnostics name. Knows nothing of whether the
// result makes sense; scenario/check.h judges that.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scenario/scenario.h"

namespace sparring {

// One value that a form shows: a text, an id or a word ("+", "customer"); a flag; a whole number; a
// number that may be left out (a move's minutes); a list of texts or ids. Each element of such a
// list is a text of its own too, as in "/nodes/3/moves/0/phrasings/1".
using FieldValue =
    std::variant<std::string, bool, int, std::optional<int>, std::vector<std::string>>;

// One element of a list of the scenario.
using Part = std::variant<Fact, Persona, Variable, Variant, Exit, Node, Move, Line, Mark,
                          FocusWords, Outcome>;

struct Edit;

struct SetField {
  std::string pointer;  // As in "/nodes/3/title".
  FieldValue value;     // Of the kind that the field holds.
  bool operator==(const SetField&) const = default;
};

struct InsertPart {
  std::string list;       // As in "/nodes/3/moves".
  std::size_t index = 0;  // Where it will stand; at most the list's size.
  Part part;              // Of the kind that the list holds.
  bool operator==(const InsertPart&) const = default;
};

struct RemovePart {
  std::string list;
  std::size_t index = 0;
  bool operator==(const RemovePart&) const = default;
};

struct ReorderPart {
  std::string list;
  std::size_t from = 0;
  std::size_t to = 0;  // Where it will stand.
  bool operator==(const ReorderPart&) const = default;
};

// Several edits as one, in order.
struct EditGroup {
  std::vector<Edit> edits;
  bool operator==(const EditGroup&) const;
};

struct Edit {
  std::variant<SetField, InsertPart, RemovePart, ReorderPart, EditGroup> what;
  bool operator==(const Edit&) const = default;
};

inline bool EditGroup::operator==(const EditGroup&) const = default;

// Applies the edit and gives its inverse. Nothing, with the scenario unchanged, where a place does
// not exist or holds another kind of value, a word is none of the field's, or something would
// follow a line that itself follows one. Parts are moved: hand over an edit that is no longer
// needed.
std::optional<Edit> apply(Scenario& scenario, Edit edit);

// Nothing where there is no such field, or no such part.
std::optional<FieldValue> fieldAt(const Scenario& scenario, std::string_view pointer);
std::optional<Part> partAt(const Scenario& scenario, std::string_view pointer);
// How many elements a list has, of parts, texts or ids; nothing where there is no such list.
std::optional<std::size_t> sizeOf(const Scenario& scenario, std::string_view list);

}  // namespace sparring
