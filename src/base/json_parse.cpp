// JSON in: how tokens follow each other, where values stand, and what to say where they do not.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "base/json.h"
#include "base/json_tokens.h"
#include "base/text.h"

namespace sparring {
namespace {

constexpr std::size_t maxNesting = 64;
constexpr int maxValues = 2'000'000;
constexpr std::size_t maxRepeatedKeys = 100;  // More are not told one by one.

// The first line of a text in quotation marks, cut where it is long.
std::string excerpt(std::string_view text) {
  constexpr std::size_t longest = 40;
  text = text.substr(0, text.find_first_of("\r\n"));
  std::string out = "“" + cleanInput(text, longest);
  if (text.size() > longest) out += "…";
  return out + "”";
}

// Builds located values out of tokens.
class Reader {
 public:
  Reader(std::string_view bytes, JsonDocument& document)
      : m_bytes(bytes), m_tokens(bytes), m_document(document) {}

  // Reads one value and expects nothing but white space after it. False where it breaks off; what
  // was read of the values that are still open is kept.
  bool read();

 private:
  using Token = JsonTokens::Token;
  enum class Last { opened, key, value };  // What was read last.

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

  bool readNext();
  bool readKey();
  bool readValue();
  bool putText();
  bool putOther();
  bool open(Json::Kind kind);
  bool close();
  // Counts a value that begins here; false where no more is read.
  bool count();
  Json& put();
  [[nodiscard]] bool isRepeated(Frame& frame) const;
  [[nodiscard]] Frame& top() { return m_frames[m_depth - 1]; }

  bool separate(char separator);

  // Says what is wrong with the token at hand; false.
  bool refuse(Token token);
  void fault(JsonFault::Kind kind, std::string message, bool atKey = false);
  [[nodiscard]] std::string pointer(bool withLastStep) const;
  [[nodiscard]] std::string misplaced(std::string_view found, bool breaksLine) const;
  [[nodiscard]] std::string unfinished(bool isInText) const;
  void expectEnd();

  std::string_view m_bytes;
  JsonTokens m_tokens;
  JsonDocument& m_document;
  char m_separator = '\0';  // The comma or colon right before the token at hand.
  Last m_last = Last::opened;
  int m_values = 0;
  std::vector<Frame> m_frames;
  std::size_t m_depth = 0;  // How many of the frames are open.
  Json m_dropped;           // Where values of repeated keys go.
};

bool Reader::read() {
  m_tokens.peek();
  bool isWhole = readValue();
  while (isWhole && m_depth > 0) isWhole = readNext();
  if (isWhole) expectEnd();
  while (m_depth > 0) close();
  return isWhole;
}

// One element or member of what is open, or its end.
bool Reader::readNext() {
  const bool isObject = top().value.kind == Json::Kind::object;
  m_separator = '\0';
  if (m_tokens.peek() == (isObject ? '}' : ']')) {
    m_tokens.passMark();
    return close();
  }
  if (m_last == Last::value && !separate(',')) return false;
  return (!isObject || readKey()) && readValue();
}

bool Reader::readKey() {
  const Token token = m_tokens.pass();
  if (token != Token::whole || m_tokens.first() != '"') return refuse(token);
  Frame& frame = top();
  frame.key = m_tokens.text();
  frame.keyLine = m_tokens.line();
  frame.repeats = isRepeated(frame);
  if (frame.repeats && m_document.faults.size() < maxRepeatedKeys) {
    fault(JsonFault::Kind::repeatedKey,
          excerpt(frame.key) + " stands here a second time; the first one counts.", true);
  }
  m_last = Last::key;
  m_separator = '\0';
  m_tokens.peek();
  return separate(':');
}

// Takes a comma or colon and passes to the next token.
bool Reader::separate(char separator) {
  if (m_tokens.first() != separator) return refuse(m_tokens.pass());
  m_tokens.passMark();
  m_separator = separator;
  m_tokens.peek();
  return true;
}

bool Reader::readValue() {
  const char first = m_tokens.first();
  if (first == '{') return open(Json::Kind::object);
  if (first == '[') return open(Json::Kind::array);
  const Token token = m_tokens.pass();
  if (token != Token::whole) return refuse(token);
  m_last = Last::value;
  return first == '"' ? putText() : putOther();
}

bool Reader::putText() {
  if (!count()) return false;
  Json& value = put();
  value.kind = Json::Kind::string;
  value.line = m_tokens.line();
  value.string = m_tokens.text();
  return true;
}

// What the passed token says that is no text.
bool Reader::putOther() {
  Json value;
  value.line = m_tokens.line();
  if (m_tokens.first() == 't' || m_tokens.first() == 'f') {
    value.kind = Json::Kind::boolean;
    value.boolean = m_tokens.first() == 't';
  } else if (m_tokens.first() != 'n' && !m_tokens.number(value)) {
    fault(JsonFault::Kind::syntax,
          "This number is too large: " + excerpt(m_tokens.written()) + ".");
    return false;
  }
  if (!count()) return false;
  put() = std::move(value);
  return true;
}

bool Reader::open(Json::Kind kind) {
  if (m_depth == maxNesting) {
    fault(JsonFault::Kind::tooLarge,
          "Arrays and objects are nested more than 64 levels deep here; the rest is not read.");
    return false;
  }
  if (!count()) return false;
  if (m_depth == m_frames.size()) m_frames.emplace_back();
  ++m_depth;
  top().value.kind = kind;
  top().value.line = m_tokens.line();
  top().repeats = false;
  top().seen.clear();
  m_last = Last::opened;
  m_tokens.passMark();
  return true;
}

bool Reader::close() {
  Frame& frame = top();
  const auto moveTo = [](auto& to, auto& from) {
    to.assign(std::move_iterator(from.begin()), std::move_iterator(from.end()));
    from.clear();
  };
  moveTo(frame.value.items, frame.items);
  moveTo(frame.value.members, frame.members);
  --m_depth;
  put() = std::move(frame.value);
  m_last = Last::value;
  return true;
}

bool Reader::count() {
  m_document.isJson = true;
  if (++m_values <= maxValues) return true;
  fault(JsonFault::Kind::tooLarge,
        "This file holds more than 2,000,000 values; the rest is not read.");
  return false;
}

// Room for the next value of what is open.
Json& Reader::put() {
  if (m_depth == 0) return m_document.root;
  Frame& frame = top();
  if (frame.value.kind == Json::Kind::array) return frame.items.emplace_back();
  if (frame.repeats) return m_dropped = Json();
  Json::Member& member = frame.members.emplace_back();
  member.key = frame.key;
  member.line = frame.keyLine;
  return member.value;
}

// Whether the object has the key already. What is dropped is not judged again.
bool Reader::isRepeated(Frame& frame) const {
  const auto holders = std::span(m_frames).first(m_depth - 1);
  if (std::ranges::any_of(holders, &Frame::repeats)) return false;
  constexpr std::size_t few = 16;
  if (frame.members.size() < few) {
    return std::ranges::find(frame.members, frame.key, &Json::Member::key) != frame.members.end();
  }
  if (frame.seen.empty()) {
    for (const Json::Member& each : frame.members) frame.seen.insert(each.key);
  }
  return !frame.seen.insert(frame.key).second;
}

std::string Reader::pointer(bool withLastStep) const {
  std::string out;
  const std::size_t steps = m_depth - (withLastStep || m_depth == 0 ? 0 : 1);
  for (std::size_t i = 0; i < steps; ++i) {
    const Frame& frame = m_frames[i];
    const bool isArray = frame.value.kind == Json::Kind::array;
    out = isArray ? pointerTo(out, frame.items.size()) : pointerTo(out, frame.key);
  }
  return out;
}

void Reader::fault(JsonFault::Kind kind, std::string message, bool atKey) {
  m_document.faults.push_back({m_tokens.line(), std::move(message), kind, pointer(atKey)});
}

bool Reader::refuse(Token token) {
  const std::string_view found = m_tokens.fromBegin();
  if (token == Token::unended) {
    fault(JsonFault::Kind::truncated, unfinished(found.starts_with('"')));
    // A line end that ends the file is not counted.
    if (m_bytes.ends_with('\n')) --m_document.faults.back().line;
  } else {
    const bool breaksLine =
        token == Token::broken && static_cast<unsigned char>(m_tokens.rest().front()) < 0x20;
    fault(JsonFault::Kind::syntax, misplaced(found, breaksLine));
  }
  return false;
}

std::string Reader::unfinished(bool isInText) const {
  if (trim(m_bytes).empty()) return "This file is empty.";
  if (isInText) return "The file ends in the middle of a text.";
  if (m_depth == 0) return "The file ends in the middle of a word or number.";
  const Json& open = m_frames[m_depth - 1].value;
  return "The file ends in the middle of the " +
         std::string(open.kind == Json::Kind::array ? "list" : "object") + " that begins on line " +
         std::to_string(open.line) + ".";
}

std::string Reader::misplaced(std::string_view found, bool breaksLine) const {
  const std::string shown = excerpt(found) + ".";
  const bool isText = found.starts_with('"');
  if (isText && breaksLine) {
    return "A text ends with a quotation mark on the line where it begins (write \\n for a line "
           "end "
           "inside it, \\t for a tab): " +
           shown;
  }
  const bool closes = found.starts_with('}') || found.starts_with(']');
  if (closes && m_separator == ',') return "There is a comma too many before " + shown;
  if (!closes && m_separator == '\0' && m_last == Last::value && m_depth > 0) {
    return "A comma is missing before " + shown;
  }
  if (m_separator == '\0' && m_last == Last::key) return "A colon is missing before " + shown;
  const bool needsKey =
      m_depth > 0 && m_last != Last::key && m_frames[m_depth - 1].value.kind == Json::Kind::object;
  if (needsKey && !closes && !isText) {
    return "A name in double quotation marks is missing before " + shown;
  }
  return "This is not JSON: " + shown;
}

// What follows a whole value must be white space.
void Reader::expectEnd() {
  const std::string_view left = m_tokens.rest();
  const std::string_view rest = trim(left);
  if (rest.empty()) return;
  fault(JsonFault::Kind::syntax, "The JSON ends before this: " + excerpt(rest) + ".");
  m_document.faults.back().line += static_cast<int>(std::count(left.data(), rest.data(), '\n'));
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
  document.isWhole = Reader(bytes, document).read();
  std::ranges::sort(document.faults, [](const JsonFault& left, const JsonFault& right) {
    return std::tie(left.line, left.pointer) < std::tie(right.line, right.pointer);
  });
  return document;
}

}  // namespace sparring
