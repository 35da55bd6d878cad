// sparring-cli understand: what seller turns do, about whom they are and which facts they use, line
// by line of JSON.
#include <optional>
#include <ostream>

#include "base/json.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_lines.h"
#include "language/fact_reader.h"
#include "language/turn_reader.h"

namespace sparring::cli {
namespace {

std::string textOf(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value != nullptr && value->kind == Json::Kind::string ? value->string : std::string();
}

std::vector<Fact> factsOf(const Json& line) {
  std::vector<Fact> out;
  const Json* facts = line.find("facts");
  if (facts == nullptr) return out;
  for (const Json& each : facts->items) {
    Fact& fact = out.emplace_back();
    fact.id = FactId(textOf(each, "id"));
    fact.text = textOf(each, "text");
    if (const Json* keys = each.find("keys")) {
      for (const Json& key : keys->items) fact.keys.push_back(key.string);
    }
  }
  return out;
}

Json actsJson(const std::vector<ActReading>& acts, const std::string& text) {
  Json out = Json::array();
  for (const ActReading& each : acts) {
    Json entry = Json::object();
    entry.add("act", Json::of(each.act.value));
    entry.add("per_mille", Json::of(each.perMille));
    entry.add("words", Json::of(text.substr(each.words.begin, each.words.end - each.words.begin)));
    out.push(std::move(entry));
  }
  return out;
}

const char* wordFor(Focus focus) {
  constexpr const char* words[] = {"customer", "seller", "neutral"};
  return words[static_cast<std::size_t>(focus)];
}

const char* wordFor(FactUse use) {
  constexpr const char* words[] = {"cited", "wrong", "asked"};
  return words[static_cast<std::size_t>(use)];
}

Json understand(const Json& line, const TurnReader& reader) {
  const std::string text = textOf(line, "text");
  const TurnMeaning meaning = reader.read(text, textOf(line, "prev"));
  Json out = Json::object();
  out.add("id", Json::of(textOf(line, "id")));
  out.add("acts", actsJson(meaning.acts, text));
  out.add("perhaps", actsJson(meaning.perhaps, text));
  Json focus = Json::array();
  for (const FocusReading& each : meaning.focus) {
    Json entry = Json::object();
    entry.add("sentence",
              Json::of(text.substr(each.words.begin, each.words.end - each.words.begin)));
    entry.add("about", Json::of(wordFor(each.about)));
    entry.add("word_count", Json::of(each.wordCount));
    focus.push(std::move(entry));
  }
  out.add("focus", std::move(focus));
  Json facts = Json::array();
  for (const FactReading& each : readFacts(text, factsOf(line))) {
    Json entry = Json::object();
    entry.add("id", Json::of(each.fact.value));
    entry.add("use", Json::of(wordFor(each.use)));
    entry.add("words", Json::of(text.substr(each.words.begin, each.words.end - each.words.begin)));
    facts.push(std::move(entry));
  }
  out.add("facts", std::move(facts));
  return out;
}

}  // namespace

int understand(const std::string& file, const Surroundings& around) {
  if (!around.folders) return refuse(missingFiles(), around);
  std::optional<SentenceEncoder> encoder;
  if (Result<SentenceEncoder> opened = SentenceEncoder::open(around.folders->encoder)) {
    encoder.emplace(std::move(*opened));
  }
  const Result<TurnReader> reader =
      TurnReader::open(around.folders->reading, encoder ? &*encoder : nullptr);
  if (!reader) return refuse(reader.error(), around);
  if (!reader->knowsMeaning()) {
    around.err
        << "sparring-cli: The sentence encoder is not at hand; turns are read by their words "
           "alone, which is less sure.\n";
  }
  return eachJsonLine(file, around, [&](const Json& line) {
    around.out << writeJsonLine(understand(line, *reader)) << '\n';
  });
}

}  // namespace sparring::cli
