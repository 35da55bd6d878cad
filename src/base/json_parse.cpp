// The only place where the parser of nlohmann/json is used; writing and values are in json.cpp.
#include <algorithm>
#include <cstddef>
#include <exception>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <span>
#include <tuple>
#include <unordered_set>

#include "base/json.h"
#include "base/text.h"

namespace sparring {
namespace {

constexpr std::size_t maxNesting = 64;
constexpr int maxValues = 2'000'000;
constexpr std::size_t maxRepeatedKeys = 100;  // More are not told one by one.

// Reads bytes for the parser and tells how far it has come.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : m_at(at), m_reached(reached) {}
  reference operator*() const { return *m_at; }
  CountingIterator& operator++() {
    *m_reached = ++m_at;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }

 private:
  const char* m_at;
  const char** m_reached;
};

// The first line of a text in quotation marks, cut where it is long.
std::string excerpt(std::string_view text) {
  constexpr std::size_t longest = 40;
  text = text.substr(0, text.find_first_of("\r\n"));
  std::string out = "“" + cleanInput(text, longest);
  if (text.size() > longest) out += "…";
  return out + "”";
}

// Builds located values out of the parser's events. Each event comes when its own token is the last
// one read, a number's with at most one byte more.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Builder(std::string_view bytes, JsonDocument& document)
      : m_bytes(bytes), m_document(document), m_reached(bytes.data()), m_counted(bytes.data()) {}

  CountingIterator begin() { return {m_bytes.data(), &m_reached}; }
  CountingIterator end() { return {m_bytes.data() + m_bytes.size(), &m_reached}; }

  bool null() { return place(Json()); }
  bool boolean(bool value) { return place(Json::of(value)); }
  bool number_integer(number_integer_t value) { return place(Json::of(value)); }
  bool number_unsigned(number_unsigned_t value) {
    if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
      return number_float(static_cast<double>(value), {});
    }
    return number_integer(static_cast<number_integer_t>(value));
  }
  bool number_float(number_float_t value, const string_t& /*written*/) {
    Json json;
    json.kind = Json::Kind::real;
    json.real = value;
    return place(std::move(json));
  }
  bool string(string_t& value) { return place(Json::of(std::string(value))); }
  bool binary(binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(Json::object()); }
  bool start_array(std::size_t /*size*/) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(string_t& name);
  bool parse_error(std::size_t position, const std::string& token, const std::exception& error);

  // What follows a whole value must be white space.
  void expectEnd();
  // Keeps what was read of the values that are still open.
  void closeAll() {
    while (m_depth > 0) close();
  }

 private:
  enum class Last { opened, key, value };  // What the last event was.

  // An array or object that is not closed yet, and what it holds so far. Taken again for the next
  // one of its depth, so that what it holds is moved once, to where there is just room for it.
  struct Frame {
    Json value;
    std::vector<Json> items;
    std::vector<Json::Member> members;
    std::string key;  // Of the member being read.
    int keyLine = 0;
    bool repeats = false;
    std::unordered_set<std::string> seen;  // Once there are many members.
  };

  // False where no more is read.
  bool place(Json value);
  bool open(Json value);
  bool close();
  bool count(Json& value);
  void put(Json value);
  bool isRepeated(Frame& frame) const;
  [[nodiscard]] Frame& top() { return m_frames[m_depth - 1]; }
  void noteEvent(Last last, bool isNumber = false);
  int line();
  [[nodiscard]] std::string pointer(bool withLastStep) const;
  void fault(JsonFault::Kind kind, std::string message, bool atKey = false);
  [[nodiscard]] std::string misplaced(std::string_view found, char separator) const;
  [[nodiscard]] std::string unfinished(bool isInText) const;

  std::string_view m_bytes;
  JsonDocument& m_document;
  const char* m_reached;    // One past the last byte that the parser took.
  const char* m_counted;    // Up to where line ends have been counted.
  std::size_t m_ended = 0;  // Where the last event's token ended.
  Last m_last = Last::opened;
  int m_line = 1;
  int m_values = 0;
  std::vector<Frame> m_frames;
  std::size_t m_depth = 0;  // How many of the frames are open.
};

int Builder::line() {
  if (m_reached == m_bytes.data()) return 1;
  const char* const last = m_reached - 1;  // May be the byte after a number: not counted.
  if (last > m_counted) {
    m_line += static_cast<int>(std::count(m_counted, last, '\n'));
    m_counted = last;
  }
  return m_line;
}

void Builder::noteEvent(Last last, bool isNumber) {
  m_last = last;
  m_ended = static_cast<std::size_t>(m_reached - m_bytes.data());
  // A number ends with a digit; where the last byte taken is none, it is the byte after.
  if (isNumber && (*(m_reached - 1) < '0' || *(m_reached - 1) > '9')) --m_ended;
}

bool Builder::place(Json value) {
  const bool isNumber = value.kind == Json::Kind::integer || value.kind == Json::Kind::real;
  noteEvent(Last::value, isNumber);
  if (!count(value)) return false;
  put(std::move(value));
  return true;
}

bool Builder::count(Json& value) {
  if (++m_values > maxValues) {
    fault(JsonFault::Kind::tooLarge,
          "This file holds more than 2,000,000 values; the rest is not read.");
    return false;
  }
  value.line = line();
  m_document.isJson = true;
  return true;
}

void Builder::put(Json value) {
  if (m_depth == 0) {
    m_document.root = std::move(value);
  } else if (top().value.kind == Json::Kind::array) {
    top().items.push_back(std::move(value));
  } else if (!top().repeats) {
    top().members.emplace_back(top().key, std::move(value), top().keyLine);
  }
}

bool Builder::open(Json value) {
  if (m_depth == maxNesting) {
    fault(JsonFault::Kind::tooLarge,
          "Arrays and objects are nested more than 64 levels deep here; the rest is not read.");
    return false;
  }
  noteEvent(Last::opened);
  if (!count(value)) return false;
  if (m_depth == m_frames.size()) m_frames.emplace_back();
  ++m_depth;
  top().value = std::move(value);
  top().repeats = false;
  top().seen.clear();
  return true;
}

bool Builder::close() {
  noteEvent(Last::value);
  Frame& frame = top();
  const auto moveTo = [](auto& to, auto& from) {
    to.assign(std::move_iterator(from.begin()), std::move_iterator(from.end()));
    from.clear();
  };
  moveTo(frame.value.items, frame.items);
  moveTo(frame.value.members, frame.members);
  --m_depth;
  put(std::move(frame.value));
  return true;
}

// Whether the object has the key already. What is dropped is not judged again.
bool Builder::isRepeated(Frame& frame) const {
  const auto open = std::span(m_frames).first(m_depth - 1);
  if (std::ranges::any_of(open, [](const Frame& each) { return each.repeats; })) return false;
  constexpr std::size_t few = 16;
  if (frame.members.size() < few) {
    return std::ranges::find(frame.members, frame.key, &Json::Member::key) != frame.members.end();
  }
  if (frame.seen.empty()) {
    for (const Json::Member& each : frame.members) frame.seen.insert(each.key);
  }
  return !frame.seen.insert(frame.key).second;
}

bool Builder::key(string_t& name) {
  noteEvent(Last::key);
  Frame& frame = top();
  frame.key = name;
  frame.keyLine = line();
  frame.repeats = isRepeated(frame);
  if (frame.repeats && m_document.faults.size() < maxRepeatedKeys) {
    fault(JsonFault::Kind::repeatedKey,
          excerpt(frame.key) + " stands here a second time; the first one counts.", true);
  }
  return true;
}

std::string Builder::pointer(bool withLastStep) const {
  std::string out;
  const std::size_t steps = m_depth - (withLastStep || m_depth == 0 ? 0 : 1);
  for (std::size_t i = 0; i < steps; ++i) {
    const Frame& frame = m_frames[i];
    const bool isArray = frame.value.kind == Json::Kind::array;
    out = isArray ? pointerTo(out, frame.items.size()) : pointerTo(out, frame.key);
  }
  return out;
}

void Builder::fault(JsonFault::Kind kind, std::string message, bool atKey) {
  m_document.faults.push_back({line(), std::move(message), kind, pointer(atKey)});
}

std::string Builder::unfinished(bool isInText) const {
  if (trim(m_bytes).empty()) return "This file is empty.";
  if (isInText) return "The file ends in the middle of a text.";
  if (m_depth == 0) return "The file ends in the middle of a word or number.";
  const Json& open = m_frames[m_depth - 1].value;
  return "The file ends in the middle of the " +
         std::string(open.kind == Json::Kind::array ? "list" : "object") + " that begins on line " +
         std::to_string(open.line) + ".";
}

std::string Builder::misplaced(std::string_view found, char separator) const {
  const std::string shown = excerpt(found) + ".";
  const bool isText = found.starts_with('"');
  if (isText && static_cast<unsigned char>(*(m_reached - 1)) < 0x20) {
    return "A text ends with a quotation mark on the line where it begins (write \\n for a line "
           "end "
           "inside it, \\t for a tab): " +
           shown;
  }
  const bool closes = found.starts_with('}') || found.starts_with(']');
  if (closes && separator == ',') return "There is a comma too many before " + shown;
  if (!closes && separator == '\0' && m_last == Last::value && m_depth > 0) {
    return "A comma is missing before " + shown;
  }
  if (separator == '\0' && m_last == Last::key) return "A colon is missing before " + shown;
  const bool needsKey =
      m_depth > 0 && m_last != Last::key && m_frames[m_depth - 1].value.kind == Json::Kind::object;
  if (needsKey && !closes && !isText) {
    return "A name in double quotation marks is missing before " + shown;
  }
  return "This is not JSON: " + shown;
}

bool Builder::parse_error(std::size_t position, const std::string& token,
                          const std::exception& error) {
  // What the parser stumbled over: after the last event, white space and at most one separator.
  const bool isTruncated = position > m_bytes.size();
  const auto reached = static_cast<std::size_t>(m_reached - m_bytes.data());
  const std::size_t stumbled = isTruncated ? m_bytes.size() : reached - 1;
  std::size_t at = std::min(m_bytes.find_first_not_of(" \t\r\n", m_ended), stumbled);
  char separator = '\0';
  if (at < stumbled && (m_bytes[at] == ',' || m_bytes[at] == ':')) {
    separator = m_bytes[at];
    at = std::min(m_bytes.find_first_not_of(" \t\r\n", at + 1), stumbled);
  }
  const std::string_view found = m_bytes.substr(at);
  if (isTruncated) {
    fault(JsonFault::Kind::truncated, unfinished(found.starts_with('"')));
    return false;
  }
  const bool isTooLarge = dynamic_cast<const nlohmann::json::out_of_range*>(&error) != nullptr;
  std::string message = isTooLarge ? "This number is too large: " + excerpt(token) + "."
                                   : misplaced(found, separator);
  m_reached = found.data() + 1;
  fault(JsonFault::Kind::syntax, std::move(message));
  return false;
}

void Builder::expectEnd() {
  const std::string_view rest = trim(m_bytes.substr(m_ended));
  if (rest.empty()) return;
  m_reached = rest.data() + 1;
  fault(JsonFault::Kind::syntax, "The JSON ends before this: " + excerpt(rest) + ".");
}

}  // namespace

JsonDocument parseJson(std::string_view bytes) {
  JsonDocument document;
  std::string mended;
  const std::size_t invalid = firstInvalidUtf8(bytes);
  if (invalid != std::string_view::npos) {
    const auto lines = std::ranges::count(bytes.substr(0, invalid), '\n');
    document.faults.push_back({static_cast<int>(lines) + 1,
                               "The file is not written in UTF-8: some letters are lost.",
                               JsonFault::Kind::notUtf8,
                               {}});
    mended = mendUtf8(bytes);
    bytes = mended;
  }
  Builder builder(bytes, document);
  document.isWhole = nlohmann::json::sax_parse(builder.begin(), builder.end(), &builder,
                                               nlohmann::json::input_format_t::json, false);
  document.isWhole ? builder.expectEnd() : builder.closeAll();
  std::ranges::sort(document.faults, [](const JsonFault& left, const JsonFault& right) {
    return std::tie(left.line, left.pointer) < std::tie(right.line, right.pointer);
  });
  return document;
}

}  // namespace sparring
