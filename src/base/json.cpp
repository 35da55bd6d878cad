#include "base/json.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace sparring {
namespace {

bool isPlain(const Json& value) {
  return value.kind != Json::Kind::array && value.kind != Json::Kind::object;
}

bool isEmptyContainer(const Json& value) {
  return value.items.empty() && value.members.empty();
}

bool isWrittenAsItIs(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
}

void writeEscaped(char c, std::string& out) {
  static constexpr char digits[] = "0123456789abcdef";
  static constexpr std::string_view escaped = "\"\\\n\t\r\b\f";
  static constexpr std::string_view letters = "\"\\ntrbf";
  const std::size_t known = escaped.find(c);
  out += '\\';
  if (known != std::string_view::npos) {
    out += letters[known];
  } else {
    out += "u00";
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
}

void writeString(std::string_view text, std::string& out) {
  std::string mended;
  if (firstInvalidUtf8(text) != std::string_view::npos) text = mended = mendUtf8(text);
  out += '"';
  while (!text.empty()) {
    const auto special = std::ranges::find_if_not(text, isWrittenAsItIs);
    const auto plain = static_cast<std::size_t>(special - text.begin());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    writeEscaped(text.front(), out);
    text.remove_prefix(1);
  }
  out += '"';
}

// The shortest form that reads back as the same real number.
void writeReal(double value, std::string& out) {
  if (!std::isfinite(value)) {
    out += "null";  // JSON has no word for it.
    return;
  }
  char digits[40];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  assert(error == std::errc{});
  const std::string_view written(digits, static_cast<std::size_t>(end - digits));
  out += written;
  if (written.find_first_of(".e") == std::string_view::npos) out += ".0";
}

void writePlain(const Json& value, std::string& out) {
  switch (value.kind) {
    case Json::Kind::boolean:
      out += value.boolean ? "true" : "false";
      break;
    case Json::Kind::integer:
      out += std::to_string(value.integer);
      break;
    case Json::Kind::real:
      writeReal(value.real, out);
      break;
    case Json::Kind::string:
      writeString(value.string, out);
      break;
    default:
      out += "null";
  }
}

// What stands between the parts of a container on one line.
struct Spacing {
  std::string_view comma, colon, brace;
};

void writeOnOneLine(const Json& value, const Spacing& spacing, std::string& out) {
  if (isPlain(value)) return writePlain(value, out);
  const bool isArray = value.kind == Json::Kind::array;
  const std::string_view pad = isEmptyContainer(value) ? "" : spacing.brace;
  out += isArray ? "[" : "{";
  std::string_view separator = isArray ? "" : pad;
  for (const Json& item : value.items) {
    out += std::exchange(separator, spacing.comma);
    writeOnOneLine(item, spacing, out);
  }
  for (const Json::Member& member : value.members) {
    out += std::exchange(separator, spacing.comma);
    writeString(member.key, out);
    out += spacing.colon;
    writeOnOneLine(member.value, spacing, out);
  }
  if (!isArray) out += pad;
  out += isArray ? "]" : "}";
}

bool holdsOnlyPlain(const Json& value) {
  return std::ranges::all_of(value.items, isPlain) &&
         std::ranges::all_of(value.members,
                             [](const Json::Member& member) { return isPlain(member.value); });
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Writes a value whose first line has used `used` columns. Leaves room for a comma, so that an
// element keeps its lines when another follows it.
void writeIndented(const Json& value, std::size_t indentation, std::size_t used, std::string& out) {
  constexpr std::size_t lastColumn = 99;
  if (isPlain(value)) return writePlain(value, out);
  const std::size_t begin = out.size();
  const auto columnsFrom = [&](std::size_t place) {
    return columns(std::string_view(out).substr(place));
  };
  if (holdsOnlyPlain(value)) {
    writeOnOneLine(value, {", ", ": ", " "}, out);
    if (used + columnsFrom(begin) <= lastColumn || isEmptyContainer(value)) return;
    out.resize(begin);
  }
  const bool isArray = value.kind == Json::Kind::array;
  const std::size_t inner = indentation + 2;
  std::string_view separator = isArray ? "[\n" : "{\n";
  for (const Json& item : value.items) {
    out += std::exchange(separator, ",\n");
    out.append(inner, ' ');
    writeIndented(item, inner, inner, out);
  }
  for (const Json::Member& member : value.members) {
    out += std::exchange(separator, ",\n");
    const std::size_t line = out.size();
    out.append(inner, ' ');
    writeString(member.key, out);
    out += ": ";
    writeIndented(member.value, inner, columnsFrom(line), out);
  }
  out += '\n';
  out.append(indentation, ' ');
  out += isArray ? ']' : '}';
}

}  // namespace

Json Json::of(bool value) {
  Json json;
  json.kind = Kind::boolean;
  json.boolean = value;
  return json;
}

Json Json::of(std::int64_t value) {
  Json json;
  json.kind = Kind::integer;
  json.integer = value;
  return json;
}

Json Json::of(std::string value) {
  Json json;
  json.kind = Kind::string;
  json.string = std::move(value);
  return json;
}

Json Json::of(int value) {
  return of(static_cast<std::int64_t>(value));
}

Json Json::of(const char* value) {
  return of(std::string(value));
}

Json Json::array() {
  Json json;
  json.kind = Kind::array;
  return json;
}

Json Json::object() {
  Json json;
  json.kind = Kind::object;
  return json;
}

const Json* Json::find(std::string_view key) const {
  const auto found = std::ranges::find(members, key, &Member::key);
  return found == members.end() ? nullptr : &found->value;
}

Json* Json::find(std::string_view key) {
  const auto found = std::ranges::find(members, key, &Member::key);
  return found == members.end() ? nullptr : &found->value;
}

void Json::add(std::string key, Json value) {
  assert(kind == Kind::object && find(key) == nullptr);
  members.emplace_back(std::move(key), std::move(value));
}

void Json::push(Json value) {
  assert(kind == Kind::array);
  items.push_back(std::move(value));
}

std::string writeJson(const Json& value) {
  std::string out;
  writeIndented(value, 0, 0, out);
  out += '\n';
  return out;
}

std::string writeJsonLine(const Json& value) {
  std::string out;
  writeOnOneLine(value, {",", ":", ""}, out);
  return out;
}

std::string pointerTo(std::string_view parent, std::string_view key) {
  std::string out(parent);
  out += '/';
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string pointerTo(std::string_view parent, std::size_t index) {
  return std::string(parent) + "/" + std::to_string(index);
}

}  // namespace sparring
