#include "scenario/write.h"

#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"

namespace sparring {
namespace {

// Which keys are always there is decided below, field by field: `add` always writes, `addUnless…`
// leaves out what reading would assume anyway.
void addUnlessEmpty(Json& out, const char* key, const std::string& value) {
  if (!value.empty()) out.add(key, Json::of(value));
}

template <class Tag>
void addUnlessEmpty(Json& out, const char* key, const Id<Tag>& value) {
  addUnlessEmpty(out, key, value.value);
}

Json toJson(const std::string& value) {
  return Json::of(value);
}
template <class Tag>
Json toJson(const Id<Tag>& value) {
  return Json::of(value.value);
}

Json toJson(const Mark& mark);
Json toJson(const FocusWords& focus);
Json toJson(const Line& line);
Json toJson(const Move& move);
Json toJson(const Exit& exit);
Json toJson(const Node& node);
Json toJson(const Persona& persona);
Json toJson(const Variable& variable);
Json toJson(const Variant& variant);
Json toJson(const Fact& fact);
Json toJson(const Outcome& outcome);

template <class T>
Json listOf(const std::vector<T>& values) {
  Json out = Json::array();
  out.items.reserve(values.size());
  for (const T& each : values) out.push(toJson(each));
  return out;
}

template <class T>
void addUnlessEmpty(Json& out, const char* key, const std::vector<T>& values) {
  if (!values.empty()) out.add(key, listOf(values));
}

Json toJson(const Mark& mark) {
  Json out = Json::object();
  out.add("rule", toJson(mark.rule));
  out.add("mark", Json::of(mark.sign == Sign::earned ? "+" : "-"));
  out.add("words", Json::of(mark.words));
  out.add("why", Json::of(mark.why));
  addUnlessEmpty(out, "better", mark.better);
  return out;
}

const char* wordOf(Focus focus) {
  switch (focus) {
    case Focus::customer:
      return "customer";
    case Focus::seller:
      return "seller";
    case Focus::neutral:
      break;
  }
  return "neutral";
}

Json toJson(const FocusWords& focus) {
  Json out = Json::object();
  out.add("about", Json::of(wordOf(focus.about)));
  out.add("words", Json::of(focus.words));
  return out;
}

Json toJson(const Line& line) {
  Json out = Json::object();
  out.add("id", toJson(line.id));
  addUnlessEmpty(out, "speaker", line.speaker);
  addUnlessEmpty(out, "when", line.when);
  out.add("text", Json::of(line.text));
  addUnlessEmpty(out, "then", line.then);
  return out;
}

Json toJson(const Move& move) {
  Json out = Json::object();
  out.members.reserve(11);  // Most of a scenario is moves.
  out.add("id", toJson(move.id));
  out.add("phrasings", listOf(move.phrasings));
  out.add("acts", listOf(move.acts));
  addUnlessEmpty(out, "without", move.without);
  addUnlessEmpty(out, "when", move.when);
  addUnlessEmpty(out, "effects", move.effects);
  if (move.minutes) out.add("minutes", Json::of(*move.minutes));
  addUnlessEmpty(out, "facts", move.facts);
  addUnlessEmpty(out, "focus", move.focus);
  addUnlessEmpty(out, "marks", move.marks);
  addUnlessEmpty(out, "replies", move.replies);
  addUnlessEmpty(out, "target", move.target);
  addUnlessEmpty(out, "concept", move.carriesOut);
  return out;
}

Json toJson(const Exit& exit) {
  Json out = Json::object();
  addUnlessEmpty(out, "when", exit.when);
  out.add("target", Json::of(exit.target));
  return out;
}

Json toJson(const Node& node) {
  Json out = Json::object();
  out.add("id", toJson(node.id));
  const bool saysNothing = isJunction(node);
  if (!saysNothing || !node.speaker.empty()) out.add("speaker", toJson(node.speaker));
  addUnlessEmpty(out, "title", node.title);
  if (!saysNothing) out.add("lines", listOf(node.lines));
  addUnlessEmpty(out, "exits", node.exits);
  addUnlessEmpty(out, "moves", node.moves);
  return out;
}

Json toJson(const Persona& persona) {
  Json out = Json::object();
  out.add("id", toJson(persona.id));
  out.add("name", Json::of(persona.name));
  addUnlessEmpty(out, "role", persona.role);
  addUnlessEmpty(out, "archetype", persona.archetype);
  addUnlessEmpty(out, "power", persona.power);
  addUnlessEmpty(out, "wants", persona.wants);
  addUnlessEmpty(out, "temperament", persona.temperament);
  addUnlessEmpty(out, "present", persona.present);
  addUnlessEmpty(out, "unclear", persona.unclear);
  addUnlessEmpty(out, "topics", persona.topics);
  addUnlessEmpty(out, "reactions", persona.reactions);
  return out;
}

// A flag's bounds and a start at 0 go without saying; another variable shows its three numbers.
Json toJson(const Variable& variable) {
  const Variable assumed;
  Json out = Json::object();
  out.add("id", toJson(variable.id));
  addUnlessEmpty(out, "of", variable.of);
  if (variable.flag) out.add("flag", Json::of(true));
  if (!variable.flag || variable.least != assumed.least) out.add("min", Json::of(variable.least));
  if (!variable.flag || variable.most != assumed.most) out.add("max", Json::of(variable.most));
  if (!variable.flag || variable.initial != assumed.initial) {
    const bool isTrue = variable.flag && variable.initial == 1;
    out.add("initial", isTrue ? Json::of(true) : Json::of(variable.initial));
  }
  if (variable.wraps) out.add("wraps", Json::of(true));
  addUnlessEmpty(out, "meaning", variable.meaning);
  return out;
}

Json toJson(const Variant& variant) {
  Json out = Json::object();
  out.add("id", toJson(variant.id));
  addUnlessEmpty(out, "title", variant.title);
  addUnlessEmpty(out, "hidden", variant.hidden);
  addUnlessEmpty(out, "effects", variant.effects);
  return out;
}

Json toJson(const Fact& fact) {
  Json out = Json::object();
  out.add("id", toJson(fact.id));
  out.add("category", Json::of(fact.category));
  out.add("public", Json::of(fact.isPublic));
  out.add("text", Json::of(fact.text));
  addUnlessEmpty(out, "keys", fact.keys);
  return out;
}

Json toJson(const Brief& brief) {
  Json out = Json::object();
  addUnlessEmpty(out, "company", brief.company);
  addUnlessEmpty(out, "situation", brief.situation);
  addUnlessEmpty(out, "objective", brief.objective);
  addUnlessEmpty(out, "offering", brief.offering);
  addUnlessEmpty(out, "usage_scenarios", brief.usageScenarios);
  addUnlessEmpty(out, "facts", brief.facts);
  return out;
}

Json toJson(const Outcome& outcome) {
  Json out = Json::object();
  out.add("id", toJson(outcome.id));
  addUnlessEmpty(out, "kind", outcome.kind);
  addUnlessEmpty(out, "title", outcome.title);
  addUnlessEmpty(out, "speaker", outcome.speaker);
  out.add("verdict", Json::of(outcome.verdict));
  out.add("share_of_wallet", Json::of(outcome.shareOfWallet));
  return out;
}

}  // namespace

std::string writeScenario(const Scenario& scenario) {
  Json out = Json::object();
  out.add("format", Json::of(scenario.format));
  out.add("id", Json::of(scenario.id));
  out.add("version", Json::of(scenario.version));
  out.add("title", Json::of(scenario.title));
  addUnlessEmpty(out, "summary", scenario.summary);
  addUnlessEmpty(out, "kind", scenario.kind);
  out.add("minutes", Json::of(scenario.minutes));
  if (!scenario.ratioApplies) out.add("ratio_applies", Json::of(false));
  if (scenario.guidedOnly) out.add("guided_only", Json::of(true));
  addUnlessEmpty(out, "aims_for", scenario.aimsFor);
  out.add("brief", toJson(scenario.brief));
  out.add("personas", listOf(scenario.personas));
  addUnlessEmpty(out, "variables", scenario.variables);
  addUnlessEmpty(out, "variants", scenario.variants);
  out.add("start", Json::of(scenario.start));
  addUnlessEmpty(out, "interruptions", scenario.interruptions);
  out.add("nodes", listOf(scenario.nodes));
  out.add("outcomes", listOf(scenario.outcomes));
  return writeJson(out);
}

}  // namespace sparring
