// Any scenario, however odd its texts: what is written is read back as it was, without faults of
// form, and written again as the same bytes. The same for any JSON value.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/json.h"
#include "base/text.h"
#include "scenario/check.h"
#include "scenario/read.h"
#include "scenario/write.h"

namespace sparring {
namespace {

using rc::Gen;
namespace gen = rc::gen;

Gen<std::string> oddText() {
  return gen::map(gen::container<std::vector<std::string>>(gen::oneOf(
                      gen::element<std::string>("\"", "\\", "/", "\n", "\r\n", "\t", "\x7F", "ä",
                                                "€", "😀", "\u2028", "\uFEFF", "\uFFFD", "’",
                                                std::string(1, '\0'), "\x01", "<b>", "=1+1", "{"),
                      gen::string<std::string>())),
                  [](const std::vector<std::string>& parts) {
                    std::string text;
                    for (const std::string& part : parts) text += part;
                    return mendUtf8(text);
                  });
}

template <class T>
Gen<T> id() {
  return gen::map(oddText(), [](std::string text) { return T(std::move(text)); });
}

template <class T>
Gen<std::vector<T>> few(Gen<T> element) {
  return gen::resize(3, gen::container<std::vector<T>>(std::move(element)));
}

Gen<Line> line() {
  return gen::build<Line>(gen::set(&Line::id, id<LineId>()),
                          gen::set(&Line::speaker, id<PersonaId>()),
                          gen::set(&Line::when, oddText()), gen::set(&Line::text, oddText()));
}

Gen<Mark> mark() {
  return gen::build<Mark>(gen::set(&Mark::rule, id<RuleId>()),
                          gen::set(&Mark::sign, gen::element(Sign::earned, Sign::cost)),
                          gen::set(&Mark::words, oddText()), gen::set(&Mark::why, oddText()),
                          gen::set(&Mark::better, oddText()));
}

Gen<FocusWords> focus() {
  return gen::build<FocusWords>(
      gen::set(&FocusWords::about, gen::element(Focus::customer, Focus::seller, Focus::neutral)),
      gen::set(&FocusWords::words, oddText()));
}

Gen<std::optional<int>> perhapsMinutes() {
  return gen::map(gen::maybe(gen::arbitrary<int>()), [](const rc::Maybe<int>& value) {
    return value ? std::optional<int>(*value) : std::nullopt;
  });
}

Gen<Move> move() {
  return gen::build<Move>(
      gen::set(&Move::id, id<MoveId>()), gen::set(&Move::phrasings, few(oddText())),
      gen::set(&Move::acts, few(id<ActId>())), gen::set(&Move::when, oddText()),
      gen::set(&Move::effects, few(oddText())), gen::set(&Move::minutes, perhapsMinutes()),
      gen::set(&Move::facts, few(id<FactId>())), gen::set(&Move::focus, few(focus())),
      gen::set(&Move::marks, few(mark())), gen::set(&Move::replies, few(line())),
      gen::set(&Move::target, oddText()));
}

Gen<Move> reaction() {
  return gen::map(gen::tuple(move(), few(id<ActId>()), oddText()),
                  [](std::tuple<Move, std::vector<ActId>, std::string> parts) {
                    auto& [out, without, carriesOut] = parts;
                    out.without = std::move(without);
                    out.carriesOut = std::move(carriesOut);
                    return std::move(out);
                  });
}

Gen<Exit> wayOut() {
  return gen::build<Exit>(gen::set(&Exit::when, oddText()), gen::set(&Exit::target, oddText()));
}

Gen<Node> node() {
  return gen::build<Node>(
      gen::set(&Node::id, id<NodeId>()), gen::set(&Node::speaker, id<PersonaId>()),
      gen::set(&Node::title, oddText()), gen::set(&Node::lines, few(line())),
      gen::set(&Node::exits, few(wayOut())), gen::set(&Node::moves, few(move())));
}

Gen<Persona> persona() {
  return gen::build<Persona>(
      gen::set(&Persona::id, id<PersonaId>()), gen::set(&Persona::name, oddText()),
      gen::set(&Persona::role, oddText()), gen::set(&Persona::archetype, oddText()),
      gen::set(&Persona::power, oddText()), gen::set(&Persona::wants, oddText()),
      gen::set(&Persona::temperament, oddText()), gen::set(&Persona::unclear, few(oddText())),
      gen::set(&Persona::topics, few(move())), gen::set(&Persona::reactions, few(reaction())));
}

Gen<Variable> variable() {
  return gen::build<Variable>(
      gen::set(&Variable::id, id<VariableId>()), gen::set(&Variable::flag),
      gen::set(&Variable::least, gen::arbitrary<int>()),
      gen::set(&Variable::most, gen::arbitrary<int>()),
      gen::set(&Variable::initial, gen::oneOf(gen::element(0, 1), gen::arbitrary<int>())),
      gen::set(&Variable::meaning, oddText()));
}

Gen<Variant> variant() {
  return gen::build<Variant>(
      gen::set(&Variant::id, id<VariantId>()), gen::set(&Variant::title, oddText()),
      gen::set(&Variant::hidden, oddText()), gen::set(&Variant::effects, few(oddText())));
}

Gen<Fact> fact() {
  return gen::build<Fact>(gen::set(&Fact::id, id<FactId>()), gen::set(&Fact::category, oddText()),
                          gen::set(&Fact::isPublic), gen::set(&Fact::text, oddText()),
                          gen::set(&Fact::keys, few(oddText())));
}

Gen<Brief> brief() {
  return gen::build<Brief>(
      gen::set(&Brief::company, oddText()), gen::set(&Brief::situation, few(oddText())),
      gen::set(&Brief::objective, oddText()), gen::set(&Brief::offering, oddText()),
      gen::set(&Brief::usageScenarios, few(oddText())), gen::set(&Brief::facts, few(fact())));
}

Gen<Outcome> outcome() {
  return gen::build<Outcome>(
      gen::set(&Outcome::id, id<OutcomeId>()), gen::set(&Outcome::kind, oddText()),
      gen::set(&Outcome::title, oddText()), gen::set(&Outcome::verdict, oddText()),
      gen::set(&Outcome::shareOfWallet, gen::arbitrary<int>()));
}

Gen<Scenario> scenario() {
  return gen::build<Scenario>(
      gen::set(&Scenario::id, oddText()), gen::set(&Scenario::version, gen::arbitrary<int>()),
      gen::set(&Scenario::title, oddText()), gen::set(&Scenario::summary, oddText()),
      gen::set(&Scenario::kind, oddText()), gen::set(&Scenario::minutes, gen::arbitrary<int>()),
      gen::set(&Scenario::ratioApplies), gen::set(&Scenario::guidedOnly),
      gen::set(&Scenario::aimsFor, oddText()), gen::set(&Scenario::brief, brief()),
      gen::set(&Scenario::personas, few(persona())),
      gen::set(&Scenario::variables, few(variable())),
      gen::set(&Scenario::variants, few(variant())), gen::set(&Scenario::start, oddText()),
      gen::set(&Scenario::interruptions, few(wayOut())), gen::set(&Scenario::nodes, few(node())),
      gen::set(&Scenario::outcomes, few(outcome())));
}

// A value that nests at most `depth` deep.
Gen<Json> jsonValue(int depth) {
  const Gen<Json> text = gen::map(oddText(), [](std::string value) { return Json::of(value); });
  const Gen<Json> plain = gen::oneOf(
      text, gen::map(gen::arbitrary<bool>(), [](bool value) { return Json::of(value); }),
      gen::map(gen::arbitrary<std::int64_t>(), [](std::int64_t value) { return Json::of(value); }),
      gen::map(gen::arbitrary<double>(),
               [](double value) {
                 Json json;
                 json.kind = Json::Kind::real;
                 json.real = value;
                 return json;
               }),
      gen::just(Json()));
  if (depth == 0) return plain;
  const Gen<Json> list = gen::map(few(jsonValue(depth - 1)), [](const std::vector<Json>& items) {
    Json json = Json::array();
    for (const Json& item : items) json.push(item);
    return json;
  });
  const Gen<Json> object = gen::map(few(gen::pair(oddText(), jsonValue(depth - 1))),
                                    [](const std::vector<std::pair<std::string, Json>>& members) {
                                      Json json = Json::object();
                                      for (const auto& [key, value] : members) {
                                        if (json.find(key) == nullptr) json.add(key, value);
                                      }
                                      return json;
                                    });
  return gen::oneOf(plain, list, object);
}

RC_GTEST_PROP(ScenarioRoundTrip, whatIsWrittenIsReadBack, ()) {
  const Scenario before = *scenario();
  const std::string bytes = writeScenario(before);
  const ScenarioReading reading = readScenario(bytes);
  RC_ASSERT(reading.diagnostics.empty());
  RC_ASSERT(reading.isWhole);
  RC_ASSERT(reading.scenario.has_value());
  RC_ASSERT(*reading.scenario == before);
  RC_ASSERT(writeScenario(*reading.scenario) == bytes);
}

RC_GTEST_PROP(ScenarioRoundTrip, everyFaultHasThePlaceOfSomethingInTheFile, ()) {
  ScenarioReading reading = readScenario(writeScenario(*scenario()));
  addMeaning(reading, {{"ask_goal"}, {"accountable"}, {"goal"}});
  for (const Diagnostic& each : reading.diagnostics) {
    RC_ASSERT(each.line > 0);
    RC_ASSERT(!each.message.empty());
  }
}

RC_GTEST_PROP(JsonRoundTrip, whatIsWrittenIsReadBack, ()) {
  const Json value = *jsonValue(3);
  for (const std::string& bytes : {writeJson(value), writeJsonLine(value)}) {
    const JsonDocument document = parseJson(bytes);
    RC_ASSERT(document.faults.empty());
    RC_ASSERT(document.isWhole);
    RC_ASSERT(writeJson(document.root) == writeJson(value));
  }
}

RC_GTEST_PROP(JsonRoundTrip, isUtf8AndEndsWithALineFeed, ()) {
  const std::string bytes = writeJson(*jsonValue(3));
  RC_ASSERT(firstInvalidUtf8(bytes) == std::string_view::npos);
  RC_ASSERT(bytes.ends_with('\n'));
}

}  // namespace
}  // namespace sparring
