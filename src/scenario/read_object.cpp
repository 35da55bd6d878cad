#include "scenario/read_object.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.h"

namespace sparring {
namespace {

constexpr std::size_t mostNodes = 20'000;
constexpr std::size_t mostMarks = 100;       // And focus words, of one move.
constexpr std::size_t mostElements = 1'000;  // Of any other list.
constexpr std::size_t longestText = 20'000;  // In bytes.

// What to do where a value has the wrong kind; empty where there is nothing helpful to say.
std::string_view remedyFor(Json::Kind found, Json::Kind expected) {
  if (found == Json::Kind::null) return "Write a value, or leave the key out.";
  if (expected == Json::Kind::boolean) return "Write one of the two, without quotation marks.";
  if (expected == Json::Kind::integer && found == Json::Kind::string) {
    return "Write it without quotation marks.";
  }
  if (expected == Json::Kind::string && found != Json::Kind::array && found != Json::Kind::object) {
    return "Put it in double quotation marks.";
  }
  if (expected == Json::Kind::array) return "Put it in square brackets.";
  if (found == Json::Kind::real) return "Leave out the fraction.";
  return {};
}

}  // namespace

std::string_view nameOf(Json::Kind kind) {
  switch (kind) {
    case Json::Kind::boolean:
      return "true or false";
    case Json::Kind::integer:
      return "a whole number";
    case Json::Kind::real:
      return "a number with a fraction";
    case Json::Kind::string:
      return "a text";
    case Json::Kind::array:
      return "a list";
    case Json::Kind::object:
      return "an object";
    case Json::Kind::null:
      break;
  }
  return "null";
}

std::string ObjectPlace::pointer() const {
  if (holder == nullptr) return {};
  const std::string member = pointerTo(holder->pointer(), key);
  return index ? pointerTo(member, *index) : member;
}

ObjectReader::ObjectReader(Json& object, const ObjectPlace& place, std::string_view noun,
                           FormReading& reading)
    : m_object(object),
      m_place(place),
      m_noun(noun),
      m_reading(reading),
      m_firstKnown(reading.known.size()) {}

std::string ObjectReader::pointer(std::string_view key) const {
  return pointerTo(m_place.pointer(), key);
}

// No key is asked for twice: once all members were met, there is nothing to look for.
Json* ObjectReader::find(std::string_view key) {
  std::vector<Json::Member>& members = m_object.members;
  if (m_met == members.size()) return nullptr;
  for (std::size_t i = 0; i < members.size(); ++i, ++m_next) {
    if (m_next >= members.size()) m_next = 0;
    if (members[m_next].key != key) continue;
    ++m_met;
    return &members[m_next++].value;
  }
  return nullptr;
}

Json* ObjectReader::member(std::string_view key, Need need) {
  m_reading.known.push_back(key);
  Json* const value = find(key);
  if (value == nullptr && need == Need::required && m_reading.isWhole) {
    m_reading.findings.add(Code::missingKey, pointer(key),
                           "This " + std::string(m_noun) + " has no " + inQuotes(key) + ".");
  }
  return value;
}

void ObjectReader::wrongKind(const Json& value, Json::Kind kind, const std::string& place,
                             const std::string& what, std::string_view expected) {
  m_reading.findings.add(
      Code::wrongType, place,
      what + " must be " + std::string(expected) + ", not " + std::string(nameOf(value.kind)) + ".",
      std::string(remedyFor(value.kind, kind)));
}

bool ObjectReader::isOfKind(const Json& value, Json::Kind kind, std::string_view key,
                            std::string_view expected) {
  if (value.kind == kind) return true;
  wrongKind(value, kind, pointer(key), inQuotes(key), expected);
  return false;
}

bool ObjectReader::isElementOfKind(const Json& value, Json::Kind kind, std::string_view key,
                                   std::size_t index, std::string_view expected) {
  if (value.kind == kind) return true;
  wrongKind(value, kind, pointerTo(pointer(key), index), "An element of " + inQuotes(key),
            expected);
  return false;
}

Json* ObjectReader::member(std::string_view key, Need need, Json::Kind kind,
                           std::string_view expected) {
  Json* const value = member(key, need);
  if (value == nullptr) return nullptr;
  return isOfKind(*value, kind, key, expected) ? value : nullptr;
}

std::string ObjectReader::limitedText(Json& value, std::string_view key,
                                      std::optional<std::size_t> index) {
  if (value.string.size() <= longestText) return std::move(value.string);
  m_reading.findings.add(Code::tooMuch, index ? pointerTo(pointer(key), *index) : pointer(key),
                         "This text is longer than 20,000 bytes; the rest is not read.",
                         "Make it shorter.");
  std::size_t end = longestText;
  while (end > 0 && (static_cast<unsigned char>(value.string[end]) & 0xC0) == 0x80) --end;
  return value.string.substr(0, end);
}

void ObjectReader::text(std::string_view key, std::string& out, Need need) {
  Json* const value = member(key, need, Json::Kind::string, "a text");
  if (value != nullptr) out = limitedText(*value, key, {});
}

void ObjectReader::texts(std::string_view key, std::vector<std::string>& out, Need need) {
  Json* const value = member(key, need, Json::Kind::array, "a list of texts");
  if (value == nullptr) return;
  const std::size_t count = countRead(key, value->items.size());
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    Json& item = value->items[i];
    if (!isElementOfKind(item, Json::Kind::string, key, i, "a text")) continue;
    out.push_back(limitedText(item, key, i));
  }
}

std::optional<int> ObjectReader::wholeNumber(const Json& value, std::string_view key) {
  constexpr std::int64_t least = std::numeric_limits<int>::min();
  constexpr std::int64_t most = std::numeric_limits<int>::max();
  std::int64_t number = value.integer;
  constexpr double beyondWhole = 9e18;  // A whole number that large was read as a real one.
  if (value.kind == Json::Kind::real && std::abs(value.real) > beyondWhole) {
    number = value.real < 0 ? least - 1 : most + 1;
  } else if (!isOfKind(value, Json::Kind::integer, key, "a whole number")) {
    return std::nullopt;
  }
  const std::int64_t kept = std::clamp(number, least, most);
  if (kept != number) {
    m_reading.findings.add(Code::numberTooLarge, pointer(key),
                           "This number is out of range; " + std::to_string(kept) + " is taken.",
                           "Write a number nearer to 0.");
  }
  return static_cast<int>(kept);
}

void ObjectReader::number(std::string_view key, int& out, Need need) {
  const Json* const value = member(key, need);
  if (value != nullptr) out = wholeNumber(*value, key).value_or(out);
}

void ObjectReader::number(std::string_view key, std::optional<int>& out) {
  const Json* const value = member(key, Need::optional);
  if (value != nullptr) out = wholeNumber(*value, key);
}

void ObjectReader::flag(std::string_view key, bool& out) {
  const Json* const value = member(key, Need::optional, Json::Kind::boolean, "true or false");
  if (value != nullptr) out = value->boolean;
}

void ObjectReader::numberOrFlag(std::string_view key, int& out) {
  const Json* const value = member(key, Need::optional);
  if (value == nullptr) return;
  const bool isFlag = value->kind == Json::Kind::boolean;
  out = isFlag ? static_cast<int>(value->boolean) : wholeNumber(*value, key).value_or(out);
}

std::size_t ObjectReader::countRead(std::string_view key, std::size_t size) {
  const bool areMoves = key == "moves" || key == "topics" || key == "reactions";
  const bool areNodes = key == "nodes";
  const bool areMarks = key == "marks" || key == "focus";
  const std::size_t most = areMoves   ? m_reading.movesLeft
                           : areNodes ? mostNodes
                           : areMarks ? mostMarks
                                      : mostElements;
  const std::size_t count = std::min(size, most);
  if (areMoves) m_reading.movesLeft -= count;
  if (count == size) return count;
  const std::string limit = areMoves   ? "A scenario has at most 200,000 moves"
                            : areNodes ? "A scenario has at most 20,000 nodes"
                            : areMarks ? "A list like this has at most 100 elements"
                                       : "A list like this has at most 1,000 elements";
  m_reading.findings.add(
      Code::tooMuch, pointerTo(pointer(key), count), limit + "; the rest is not read.",
      areMoves || areNodes ? "Split it into several scenarios." : "Make it shorter.");
  return count;
}

void ObjectReader::unknownWord(std::string_view key, std::string_view word, std::string known) {
  m_reading.findings.add(Code::unknownWord, pointer(key),
                         inQuotes(key) + " cannot be " + inQuotes(word) + ".",
                         "Write one of " + std::move(known) + ".");
}

void ObjectReader::finish() {
  if (m_met < m_object.members.size()) {
    const auto known = std::span(m_reading.known).subspan(m_firstKnown);
    for (const Json::Member& each : m_object.members) {
      if (std::ranges::find(known, each.key) != known.end()) continue;
      m_reading.findings.add(Code::unknownKey, pointer(each.key),
                             inQuotes(each.key) + " is not known in this " + std::string(m_noun) +
                                 "; it is not read, and saving leaves it out.",
                             m_reading.findings.didYouMean(each.key, known));
    }
  }
  m_reading.known.resize(m_firstKnown);
}

}  // namespace sparring
