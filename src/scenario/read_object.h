// One object of a scenario file while it is being read: takes its members by key, one line a field,
// and says what is missing, of the wrong kind or unknown. Knows nothing of what the fields mean.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/json.h"
#include "scenario/findings.h"

namespace sparring {

enum class Need { optional, required };

// What one reading shares: where faults go and how much more is read.
struct FormReading {
  Findings& findings;
  bool isWhole = true;               // Otherwise what is missing may stand in the part not read.
  std::size_t movesLeft = maxMoves;  // Of moves, topics and reactions together.
  std::vector<std::string_view> known = {};  // The keys asked for, of all objects being read.
};

// Where an object stands, as steps from what holds it: only faults need it as a JSON pointer.
struct ObjectPlace {
  const ObjectPlace* holder = nullptr;  // Null: the object is the whole file.
  std::string_view key;
  std::optional<std::size_t> index;  // In the list of that key.

  [[nodiscard]] std::string pointer() const;
};

class ObjectReader {
 public:
  // `noun` names the thing in messages: "This node has no “id”." Moves texts out of the object.
  // REQUIRES: an object.
  ObjectReader(Json& object, const ObjectPlace& place, std::string_view noun, FormReading& reading);

  void text(std::string_view key, std::string& out, Need need = Need::optional);
  void texts(std::string_view key, std::vector<std::string>& out, Need need = Need::optional);
  void number(std::string_view key, int& out, Need need = Need::optional);
  void number(std::string_view key, std::optional<int>& out);
  void flag(std::string_view key, bool& out);
  // A whole number, or true and false for 1 and 0.
  void numberOrFlag(std::string_view key, int& out);

  template <class Tag>
  void id(std::string_view key, Id<Tag>& out, Need need = Need::optional) {
    text(key, out.value, need);
  }
  template <class Tag>
  void ids(std::string_view key, std::vector<Id<Tag>>& out);
  // One of a few words, each with its value.
  template <class Value>
  void word(std::string_view key, Value& out,
            std::type_identity_t<std::span<const std::pair<std::string_view, Value>>> words);
  // An object or a list of objects, each read by `read`.
  template <class T>
  void part(std::string_view key, T& out, std::string_view noun, void (*read)(ObjectReader&, T&),
            Need need = Need::optional);
  template <class T>
  void list(std::string_view key, std::vector<T>& out, std::string_view noun,
            void (*read)(ObjectReader&, T&), Need need = Need::optional);

  [[nodiscard]] bool has(std::string_view key) const { return m_object.find(key) != nullptr; }
  [[nodiscard]] std::string pointer(std::string_view key) const;
  [[nodiscard]] Findings& findings() const { return m_reading.findings; }

  // Says which members nobody has asked for. To be called last.
  void finish();

 private:
  // The member of a key, noted as known; says so where it is required and missing.
  Json* member(std::string_view key, Need need);
  Json* find(std::string_view key);
  // The same, only where it is of a kind; says so where it is not.
  Json* member(std::string_view key, Need need, Json::Kind kind, std::string_view expected);
  // Whether a member, or an element of it, is of a kind; says so where it is not.
  bool isOfKind(const Json& value, Json::Kind kind, std::string_view key,
                std::string_view expected);
  bool isElementOfKind(const Json& value, Json::Kind kind, std::string_view key, std::size_t index,
                       std::string_view expected);
  void wrongKind(const Json& value, Json::Kind kind, const std::string& place,
                 const std::string& what, std::string_view expected);
  // Within the bounds of int; says so where it was not, or is no whole number at all.
  std::optional<int> wholeNumber(const Json& value, std::string_view key);
  // The text itself, or its beginning where it is too long; says so at the key and the index.
  std::string limitedText(Json& value, std::string_view key, std::optional<std::size_t> index);
  // How many elements of a list are read; says so where there are more.
  std::size_t countRead(std::string_view key, std::size_t size);
  void unknownWord(std::string_view key, std::string_view word, std::string known);

  Json& m_object;
  ObjectPlace m_place;
  std::string_view m_noun;
  FormReading& m_reading;
  std::size_t m_firstKnown = 0;  // In m_reading.known.
  std::size_t m_met = 0;         // How many members were asked for.
  std::size_t m_next = 0;        // The member after the last one found: most likely the next.
};

// "a text", "a list" …
std::string_view nameOf(Json::Kind kind);

template <class Tag>
void ObjectReader::ids(std::string_view key, std::vector<Id<Tag>>& out) {
  std::vector<std::string> names;
  texts(key, names);
  for (std::string& name : names) out.emplace_back(std::move(name));
}

template <class Value>
void ObjectReader::word(
    std::string_view key, Value& out,
    std::type_identity_t<std::span<const std::pair<std::string_view, Value>>> words) {
  const Json* const value = member(key, Need::required, Json::Kind::string, "a text");
  if (value == nullptr) return;
  std::string known;
  for (const auto& [name, meaning] : words) {
    if (name == value->string) {
      out = meaning;
      return;
    }
    known += (known.empty() ? "" : ", ") + inQuotes(name);
  }
  unknownWord(key, value->string, std::move(known));
}

template <class T>
void ObjectReader::part(std::string_view key, T& out, std::string_view noun,
                        void (*read)(ObjectReader&, T&), Need need) {
  Json* const value = member(key, need, Json::Kind::object, "an object");
  if (value == nullptr) return;
  ObjectReader reader(*value, {&m_place, key, {}}, noun, m_reading);
  read(reader, out);
  reader.finish();
}

template <class T>
void ObjectReader::list(std::string_view key, std::vector<T>& out, std::string_view noun,
                        void (*read)(ObjectReader&, T&), Need need) {
  Json* const value = member(key, need, Json::Kind::array, "a list");
  if (value == nullptr) return;
  const std::size_t count = countRead(key, value->items.size());
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    Json& item = value->items[i];
    if (!isElementOfKind(item, Json::Kind::object, key, i, "an object")) continue;
    ObjectReader reader(item, {&m_place, key, i}, noun, m_reading);
    read(reader, out.emplace_back());
    reader.finish();
  }
}

}  // namespace sparring
