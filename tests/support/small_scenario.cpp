#include "support/small_scenario.h"

#include <stdexcept>

#include "base/result.h"
#include "scenario/write.h"

namespace sparring::testing {
namespace {

Move move(const char* id, const char* text, const char* act, const char* target) {
  Move out;
  out.id = MoveId(id);
  out.phrasings = {text};
  out.acts = {ActId(act)};
  out.minutes = 2;
  out.target = target;
  out.replies = {{LineId(std::string(id) + "_reply"), {}, {}, std::string("Reply to ") + id}};
  return out;
}

Node node(const char* id, const char* line) {
  Node out;
  out.id = NodeId(id);
  out.speaker = PersonaId("ceo");
  out.lines = {{LineId(std::string(id) + "_line"), {}, {}, line}};
  return out;
}

Node hello() {
  Node out = node("hello", "I have ten minutes.");
  out.lines.insert(out.lines.begin(),
                   Line{LineId("hello_again"), {}, "visited hello", "You again."});
  Move cite = move("cite", "Your letter promises half the waste by spring. What must change?",
                   "ask_goal", "deep");
  cite.effects = {"trust += 2", "goal_shared = true"};
  cite.focus = {{Focus::customer, cite.phrasings.front()}};
  cite.marks = {{RuleId("understands_business"), Sign::earned, "half the waste by spring",
                 "A researched fact.", ""}};
  cite.phrasings.emplace_back("you promised to halve the waste, what has to be different");
  Move pitch = move("pitch", "Our platform has two hundred connectors.", "feature_claim", "deep");
  pitch.effects = {"trust -= 9"};
  pitch.focus = {{Focus::seller, pitch.phrasings.front()}};
  pitch.marks = {{RuleId("applications"), Sign::cost, "two hundred connectors",
                  "A list of features.", "Who would use it, and when?"}};
  Move stay = move("stay", "Thank you for the time today.", "rapport", "");
  stay.when = "not said stay";
  out.moves = {cite, pitch, stay};
  return out;
}

Node deep() {
  Node out = node("deep", "Go on.");
  Move ask = move("ask", "How do your shops decide how much to bake?", "ask_diagnostic", "");
  ask.effects = {"diagnosed += 1"};
  ask.minutes = 3;
  ask.focus = {{Focus::customer, ask.phrasings.front()}};
  Move prescribe = move("prescribe", "What you need is a control tower.", "prescribe", "hello");
  prescribe.focus = {{Focus::seller, prescribe.phrasings.front()}};
  Move end = move("end", "Shall we meet your head of shops on Thursday?", "next_step", "won");
  end.when = "diagnosed >= 1";
  Move give = move("promise", "I will answer for that date myself.", "commit_owner", "");
  give.focus = {{Focus::seller, give.phrasings.front()}};
  out.moves = {ask, prescribe, end, give};
  return out;
}

}  // namespace

Scenario smallScenario() {
  Scenario out;
  out.id = "small";
  out.title = "Small";
  out.summary = "Small.";
  out.kind = "test";
  out.minutes = 12;
  out.start = "hello";
  Persona ceo;
  ceo.id = PersonaId("ceo");
  ceo.name = "Ruth";
  ceo.role = "Chief executive";
  ceo.archetype = "ceo";
  ceo.power = "unbudgeted";
  ceo.unclear = {"Say that again?", "Meaning what?"};
  Move price = move("price", "What have you paid for this so far?", "ask_diagnostic", "");
  price.when = "trust >= 4";
  ceo.topics = {price};
  out.personas = {ceo};
  out.variables = {{VariableId("trust"), false, 0, 10, 4, "Belief."},
                   {VariableId("goal_shared"), true, 0, 1, 0, "Goal."},
                   {VariableId("diagnosed"), false, 0, 10, 0, "Diagnosed."}};
  out.variants = {{VariantId("plain"), "Plain", "Nothing.", {}},
                  {VariantId("wary"), "Wary", "Burned.", {"trust -= 3"}}};
  out.interruptions = {{"phase == overtime", "late"}};
  Node late = node("late", "Time is up.");
  late.exits = {{"trust >= 5", "won"}, {"", "lost"}};
  out.nodes = {hello(), deep(), late};
  out.outcomes = {{OutcomeId("won"), "next_meeting", "Next meeting", "Thursday, then.", 30},
                  {OutcomeId("lost"), "refusal", "Refused", "No.", 0}};
  return out;
}

LoadedScenario loaded(Scenario scenario) {
  LoadedScenario out;
  out.bytes = writeScenario(scenario);
  out.scenario = std::make_shared<const Scenario>(std::move(scenario));
  return out;
}

LoadedMethod shippedMethod() {
  Result<LoadedMethod> method =
      openMethod(std::filesystem::path(SPARRING_SOURCE_DIR) / "data/method/customer-focused.json");
  if (!method) throw std::runtime_error(sentence(method.error()));
  return std::move(*method);
}

IdSource countingIds() {
  // Shared, since whoever is handed the source gets a copy of it.
  return [next = std::make_shared<int>(0)] {
    Uuid id;
    ++*next;
    id.bytes[14] = static_cast<std::uint8_t>(*next / 256);
    id.bytes[15] = static_cast<std::uint8_t>(*next % 256);
    return id;
  };
}

Clock tickingClock() {
  return [now = std::make_shared<std::int64_t>(1'700'000'000'000)] {
    *now += 1000;
    return Timestamp{*now};
  };
}

}  // namespace sparring::testing
