// JSON with places: every value knows its line, so that a fault can be shown where it is. Reading
// keeps what came before a syntax fault instead of giving up. Writing is byte-stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace sparring {

struct Json {
  enum class Kind : std::uint8_t { null, boolean, integer, real, string, array, object };
  struct Member;

  Kind kind = Kind::null;
  bool boolean = false;
  int line = 0;  // 1-based line where the value starts; 0 when made in memory.
  std::int64_t integer = 0;
  double real = 0;
  std::string string;
  std::vector<Json> items;      // Of an array.
  std::vector<Member> members;  // Of an object, in the file's order.

  Json() = default;
  static Json of(bool value);
  static Json of(std::int64_t value);
  static Json of(int value);
  static Json of(std::string value);
  static Json of(const char* value);
  static Json array();
  static Json object();

  [[nodiscard]] const Json* find(std::string_view key) const;
  [[nodiscard]] Json* find(std::string_view key);
  void add(std::string key, Json value);  // REQUIRES: an object without that key.
  void push(Json value);                  // REQUIRES: an array.
};

struct Json::Member {
  std::string key;
  Json value;
  int line = 0;
};

struct JsonFault {
  enum class Kind { syntax, truncated, notUtf8, tooLarge, repeatedKey };
  int line = 0;
  std::string message;  // A plain sentence.
  Kind kind = Kind::syntax;
  std::string pointer;  // The repeated key, or the array or object that was being read.
  bool operator==(const JsonFault&) const = default;
};

struct JsonDocument {
  Json root;
  bool isJson = false;            // False where not even the first value could be read.
  bool isWhole = false;           // False where reading stopped before the end of the value.
  std::vector<JsonFault> faults;  // Syntax, repeated keys, bad UTF-8, nesting; in file order.
};

// Reads any bytes. At most 64 levels of nesting and 2,000,000 values; a repeated key keeps its
// first value; whole numbers beyond 64 bits become real. Never throws, never recurses deeper than
// the nesting limit.
JsonDocument parseJson(std::string_view bytes);

// Two-space indentation; an array or object of plain values stands on one line where it fits 100
// columns. Ends with a line feed. Same value, same bytes.
std::string writeJson(const Json& value);

// The whole value on one line, without spaces and without a line feed.
std::string writeJsonLine(const Json& value);

// Appends a step to a JSON pointer, escaping '~' and '/'.
std::string pointerTo(std::string_view parent, std::string_view key);
std::string pointerTo(std::string_view parent, std::size_t index);

}  // namespace sparring
