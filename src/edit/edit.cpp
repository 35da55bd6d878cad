#include "edit/edit.h"

#include <algorithm>
#include <array>
#include <utility>

#include "edit/fields.h"

namespace sparring {
namespace {

// Undoing hands a removed part back, and lists grow around it, without copying texts.
static_assert(std::is_nothrow_move_constructible_v<Part>);

constexpr std::array<std::pair<std::string_view, Sign>, 2> wordsFor(Sign) {
  return {{{"+", Sign::earned}, {"-", Sign::cost}}};
}
constexpr std::array<std::pair<std::string_view, Focus>, 3> wordsFor(Focus) {
  return {{{"customer", Focus::customer}, {"seller", Focus::seller}, {"neutral", Focus::neutral}}};
}

template <class T>
concept Word = requires(T value) { wordsFor(value); };

template <class T>
  requires isOneOf<T, FieldValue>
FieldValue shown(const T& field) {
  return field;
}
template <class Tag>
FieldValue shown(const Id<Tag>& field) {
  return field.value;
}
template <class Tag>
FieldValue shown(const std::vector<Id<Tag>>& field) {
  std::vector<std::string> texts;
  texts.reserve(field.size());
  for (const Id<Tag>& each : field) texts.push_back(each.value);
  return texts;
}
template <Word T>
FieldValue shown(const T& field) {
  for (const auto& [word, meaning] : wordsFor(field)) {
    if (meaning == field) return std::string(word);
  }
  return std::string();
}

// False, with the field unchanged, where the value is of another kind or no word for it.
template <class T>
  requires isOneOf<T, FieldValue>
bool set(T& field, FieldValue& value) {
  T* const held = std::get_if<T>(&value);
  if (held == nullptr) return false;
  field = std::move(*held);
  return true;
}
template <class Tag>
bool set(Id<Tag>& field, FieldValue& value) {
  return set(field.value, value);
}
template <class Tag>
bool set(std::vector<Id<Tag>>& field, FieldValue& value) {
  std::vector<std::string> texts;
  if (!set(texts, value)) return false;
  field.clear();
  for (std::string& each : texts) field.emplace_back(std::move(each));
  return true;
}
template <Word T>
bool set(T& field, FieldValue& value) {
  for (const auto& [word, meaning] : wordsFor(field)) {
    const auto* const held = std::get_if<std::string>(&value);
    if (held == nullptr || *held != word) continue;
    field = meaning;
    return true;
  }
  return false;
}

template <class T>
concept Shown = requires(T& field, FieldValue& value) {
  shown(field);
  set(field, value);
};

// What follows a line has nothing that follows it: the written form has no place for it.
bool nestsTooDeep(const InsertPart& edit) {
  const auto* const line = std::get_if<Line>(&edit.part);
  return line != nullptr && edit.list.ends_with("/then") &&
         (!line->then.empty() || edit.list.find("/then/") != std::string::npos);
}

// Calls change(list) with the list of parts at `pointer`.
template <class Change>
bool changeList(Scenario& scenario, std::string_view pointer, const Change& change) {
  return visitAt(scenario, pointer, [&](auto& list) {
    if constexpr (requires {
                    requires isOneOf<std::ranges::range_value_t<decltype(list)>, Part>;
                  }) {
      return change(list);
    } else {
      return false;
    }
  });
}

template <class List>
auto placeIn(List& list, std::size_t index) {
  return list.begin() + static_cast<std::ptrdiff_t>(index);
}

std::optional<Edit> carryOut(Scenario& scenario, SetField edit) {
  const bool isDone = visitAt(scenario, edit.pointer, [&](auto& field) {
    if constexpr (Shown<std::remove_reference_t<decltype(field)>>) {
      FieldValue before = shown(field);
      if (!set(field, edit.value)) return false;
      edit.value = std::move(before);
      return true;
    } else {
      return false;
    }
  });
  if (!isDone) return std::nullopt;
  return Edit{std::move(edit)};
}

std::optional<Edit> carryOut(Scenario& scenario, InsertPart edit) {
  if (nestsTooDeep(edit)) return std::nullopt;
  const bool isDone = changeList(scenario, edit.list, [&](auto& list) {
    auto* const part = std::get_if<std::ranges::range_value_t<decltype(list)>>(&edit.part);
    if (part == nullptr || edit.index > list.size()) return false;
    list.insert(placeIn(list, edit.index), std::move(*part));
    return true;
  });
  if (!isDone) return std::nullopt;
  return Edit{RemovePart{std::move(edit.list), edit.index}};
}

std::optional<Edit> carryOut(Scenario& scenario, RemovePart edit) {
  Part removed;
  const bool isDone = changeList(scenario, edit.list, [&](auto& list) {
    if (edit.index >= list.size()) return false;
    removed = std::move(list[edit.index]);
    list.erase(placeIn(list, edit.index));
    return true;
  });
  if (!isDone) return std::nullopt;
  return Edit{InsertPart{std::move(edit.list), edit.index, std::move(removed)}};
}

std::optional<Edit> carryOut(Scenario& scenario, ReorderPart edit) {
  const bool isDone = changeList(scenario, edit.list, [&](auto& list) {
    if (edit.from >= list.size() || edit.to >= list.size()) return false;
    const auto from = placeIn(list, edit.from);
    const auto to = placeIn(list, edit.to);
    if (from < to) {
      std::rotate(from, from + 1, to + 1);
    } else {
      std::rotate(to, from, from + 1);
    }
    return true;
  });
  if (!isDone) return std::nullopt;
  return Edit{ReorderPart{std::move(edit.list), edit.to, edit.from}};
}

std::optional<Edit> carryOut(Scenario& scenario, EditGroup group) {
  EditGroup inverse;
  for (Edit& each : group.edits) {
    std::optional<Edit> undo = apply(scenario, std::move(each));
    if (!undo) {
      std::ranges::reverse(inverse.edits);
      carryOut(scenario, std::move(inverse));
      return std::nullopt;
    }
    inverse.edits.push_back(std::move(*undo));
  }
  std::ranges::reverse(inverse.edits);
  return Edit{std::move(inverse)};
}

}  // namespace

std::optional<Edit> apply(Scenario& scenario, Edit edit) {
  return std::visit([&](auto& what) { return carryOut(scenario, std::move(what)); }, edit.what);
}

std::optional<FieldValue> fieldAt(const Scenario& scenario, std::string_view pointer) {
  std::optional<FieldValue> found;
  visitAt(scenario, pointer, [&](const auto& field) {
    if constexpr (requires { shown(field); }) found = shown(field);
    return true;
  });
  return found;
}

std::optional<Part> partAt(const Scenario& scenario, std::string_view pointer) {
  std::optional<Part> found;
  visitAt(scenario, pointer, [&](const auto& part) {
    if constexpr (isOneOf<std::remove_cvref_t<decltype(part)>, Part>) found = part;
    return true;
  });
  return found;
}

std::optional<std::size_t> sizeOf(const Scenario& scenario, std::string_view list) {
  std::optional<std::size_t> size;
  visitAt(scenario, list, [&](const auto& found) {
    if constexpr (isList<std::remove_cvref_t<decltype(found)>>) size = found.size();
    return true;
  });
  return size;
}

}  // namespace sparring
