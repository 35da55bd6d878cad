#include "storage/log_entry_json.h"

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/json.h"

namespace sparring {

namespace {

template <class Value, std::size_t size>
using Names = std::array<std::pair<Value, const char*>, size>;

constexpr Names<Understood, 4> understoodNames{{{Understood::chosen, "chosen"},
                                                {Understood::matched, "matched"},
                                                {Understood::confirmed, "confirmed"},
                                                {Understood::nothing, "nothing"}}};
constexpr Names<Focus, 3> focusNames{
    {{Focus::customer, "customer"}, {Focus::seller, "seller"}, {Focus::neutral, "neutral"}}};
constexpr Names<FactUse, 3> useNames{
    {{FactUse::cited, "cited"}, {FactUse::wrong, "wrong"}, {FactUse::asked, "asked"}}};
constexpr Names<Sign, 2> signNames{{{Sign::earned, "earned"}, {Sign::cost, "cost"}}};
constexpr Names<Rewind::Reason, 2> reasonNames{
    {{Rewind::Reason::redo, "redo"}, {Rewind::Reason::misread, "misread"}}};

template <class Value, std::size_t size>
std::string nameOf(const Names<Value, size>& names, Value wanted) {
  for (const auto& [value, name] : names) {
    if (value == wanted) return name;
  }
  return {};
}

void addSpan(Json& to, const Span& span) {
  to.add("from", Json::of(static_cast<std::int64_t>(span.begin)));
  to.add("to", Json::of(static_cast<std::int64_t>(span.end)));
}

Json writeActs(const std::vector<ActReading>& acts) {
  Json all = Json::array();
  for (const ActReading& reading : acts) {
    Json one = Json::object();
    one.add("act", Json::of(reading.act.value));
    one.add("perMille", Json::of(reading.perMille));
    addSpan(one, reading.words);
    all.push(std::move(one));
  }
  return all;
}

Json writeFocus(const std::vector<FocusReading>& focus) {
  Json all = Json::array();
  for (const FocusReading& reading : focus) {
    Json one = Json::object();
    one.add("about", Json::of(nameOf(focusNames, reading.about)));
    addSpan(one, reading.words);
    one.add("words", Json::of(reading.wordCount));
    all.push(std::move(one));
  }
  return all;
}

Json writeFacts(const std::vector<FactReading>& facts) {
  Json all = Json::array();
  for (const FactReading& reading : facts) {
    Json one = Json::object();
    one.add("fact", Json::of(reading.fact.value));
    one.add("use", Json::of(nameOf(useNames, reading.use)));
    addSpan(one, reading.words);
    all.push(std::move(one));
  }
  return all;
}

Json writeMarks(const std::vector<MarkReading>& marks) {
  Json all = Json::array();
  for (const MarkReading& reading : marks) {
    Json one = Json::object();
    one.add("rule", Json::of(reading.rule.value));
    one.add("sign", Json::of(nameOf(signNames, reading.sign)));
    one.add("perMille", Json::of(reading.perMille));
    addSpan(one, reading.words);
    all.push(std::move(one));
  }
  return all;
}

void writeMeaning(const TurnMeaning& meaning, Json& to) {
  to.add("acts", writeActs(meaning.acts));
  if (!meaning.perhaps.empty()) to.add("perhaps", writeActs(meaning.perhaps));
  to.add("focus", writeFocus(meaning.focus));
  to.add("facts", writeFacts(meaning.facts));
  if (!meaning.marks.empty()) to.add("marks", writeMarks(meaning.marks));
}

LogRow writeTurn(const SellerTurn& turn) {
  Json body = Json::object();
  body.add("id", Json::of(turn.id.toString()));
  body.add("text", Json::of(turn.text));
  body.add("understood", Json::of(nameOf(understoodNames, turn.understood)));
  if (turn.move) body.add("move", Json::of(turn.move->value));
  writeMeaning(turn.meaning, body);
  if (turn.beside) {
    Json beside = Json::object();
    writeMeaning(*turn.beside, beside);
    body.add("beside", std::move(beside));
  }
  if (!turn.reader.empty()) body.add("reader", Json::of(turn.reader));
  if (!turn.answerDigest.empty()) body.add("answer", Json::of(turn.answerDigest));
  if (!turn.gradeDigest.empty()) body.add("grade", Json::of(turn.gradeDigest));
  return {"turn", turn.saidAt, writeJsonLine(body)};
}

LogRow writeRewind(const Rewind& rewind) {
  Json body = Json::object();
  body.add("keptTurns", Json::of(rewind.keptTurns));
  body.add("reason", Json::of(nameOf(reasonNames, rewind.reason)));
  return {"rewind", rewind.at, writeJsonLine(body)};
}

// Reads the members of one object and remembers whether all were as they should be.
class Fields {
 public:
  Fields(const Json& object, bool& sound) : m_object(object), m_sound(sound) {}

  std::string text(const char* key) {
    const Json* value = get(key, Json::Kind::string);
    return value ? value->string : std::string{};
  }

  int number(const char* key, int least = 0, int most = std::numeric_limits<int>::max()) {
    const Json* value = get(key, Json::Kind::integer);
    if (!value) return least;
    if (value->integer < least || value->integer > most) m_sound = false;
    return static_cast<int>(value->integer);
  }

  const std::vector<Json>& items(const char* key) {
    static const std::vector<Json> none;
    const Json* value = get(key, Json::Kind::array);
    return value ? value->items : none;
  }

  template <class Value, std::size_t size>
  Value oneOf(const char* key, const Names<Value, size>& names) {
    const std::string wanted = text(key);
    for (const auto& [value, name] : names) {
      if (wanted == name) return value;
    }
    m_sound = false;
    return names.front().first;
  }

  // A stretch of a text that is `length` bytes long.
  Span span(std::size_t length) {
    const Span span{static_cast<std::size_t>(number("from")),
                    static_cast<std::size_t>(number("to"))};
    if (span.begin > span.end || span.end > length) m_sound = false;
    return span;
  }

 private:
  const Json* get(const char* key, Json::Kind kind) {
    const Json* value = m_object.find(key);
    if (value && value->kind == kind) return value;
    m_sound = false;
    return nullptr;
  }

  const Json& m_object;
  bool& m_sound;
};

std::vector<ActReading> readActs(Fields& from, const char* key, std::size_t length, bool& sound) {
  std::vector<ActReading> out;
  for (const Json& item : from.items(key)) {
    Fields act(item, sound);
    out.push_back({ActId(act.text("act")), act.number("perMille", 0, 1000), act.span(length)});
  }
  return out;
}

// `length`: of the turn's text, in bytes.
TurnMeaning readMeaning(const Json& body, std::size_t length, bool& sound) {
  Fields fields(body, sound);
  TurnMeaning out;
  out.acts = readActs(fields, "acts", length, sound);
  if (body.find("perhaps")) out.perhaps = readActs(fields, "perhaps", length, sound);
  for (const Json& item : fields.items("focus")) {
    Fields focus(item, sound);
    out.focus.push_back(
        {focus.oneOf("about", focusNames), focus.span(length), focus.number("words")});
  }
  for (const Json& item : fields.items("facts")) {
    if (item.kind == Json::Kind::string) {  // As it was kept before uses were told apart.
      out.facts.push_back({FactId(item.string), FactUse::cited, {0, length}});
      continue;
    }
    Fields fact(item, sound);
    out.facts.push_back(
        {FactId(fact.text("fact")), fact.oneOf("use", useNames), fact.span(length)});
  }
  if (!body.find("marks")) return out;
  for (const Json& item : fields.items("marks")) {
    Fields mark(item, sound);
    out.marks.push_back({RuleId(mark.text("rule")), mark.oneOf("sign", signNames),
                         mark.number("perMille", 0, 1000), mark.span(length)});
  }
  return out;
}

SellerTurn readTurn(const Json& body, Timestamp at, bool& sound) {
  Fields fields(body, sound);
  SellerTurn turn;
  const std::optional<Uuid> id = Uuid::fromString(fields.text("id"));
  if (!id) sound = false;
  turn.id = id.value_or(Uuid{});
  turn.saidAt = at;
  turn.text = fields.text("text");
  turn.understood = fields.oneOf("understood", understoodNames);
  if (body.find("move")) turn.move = MoveId(fields.text("move"));
  turn.meaning = readMeaning(body, turn.text.size(), sound);
  if (const Json* beside = body.find("beside")) {
    turn.beside = readMeaning(*beside, turn.text.size(), sound);
  }
  if (body.find("reader")) turn.reader = fields.text("reader");
  if (body.find("answer")) turn.answerDigest = fields.text("answer");
  if (body.find("grade")) turn.gradeDigest = fields.text("grade");
  return turn;
}

Rewind readRewind(const Json& body, Timestamp at, bool& sound) {
  Fields fields(body, sound);
  return {fields.number("keptTurns"), fields.oneOf("reason", reasonNames), at};
}

}  // namespace

LogRow writeLogEntry(const LogEntry& entry) {
  if (const auto* turn = std::get_if<SellerTurn>(&entry)) return writeTurn(*turn);
  return writeRewind(std::get<Rewind>(entry));
}

std::optional<LogEntry> readLogEntry(const LogRow& row) {
  const JsonDocument document = parseJson(row.body);
  bool sound = document.isJson && document.faults.empty();
  LogEntry entry;
  if (row.kind == "turn") {
    entry = readTurn(document.root, row.at, sound);
  } else if (row.kind == "rewind") {
    entry = readRewind(document.root, row.at, sound);
  } else {
    sound = false;
  }
  if (!sound) return std::nullopt;
  return entry;
}

}  // namespace sparring
