// What stands around the call: title, length, brief, personas and outcomes.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "scenario/check_parts.h"

namespace sparring {
namespace {

constexpr std::array<std::string_view, 3> categories = {"people", "process_principles_values",
                                                        "products_services"};
constexpr std::array<std::string_view, 3> powers = {"none", "budgeted", "unbudgeted"};

void checkFacts(const Checking& checking) {
  const std::vector<Fact>& facts = checking.scenario.brief.facts;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const std::string pointer = pointerTo("/brief/facts", i);
    if (trim(facts[i].text).empty()) {
      checking.findings.add(Code::emptyText, pointer + "/text", "This fact is empty.",
                            "Write it, or remove it.");
    }
    if (std::ranges::find(categories, facts[i].category) == categories.end()) {
      checking.findings.add(Code::unknownCategory, pointer + "/category",
                            inQuotes(facts[i].category) + " is not a category of facts.",
                            "Write “people”, “process_principles_values” or “products_services”.");
    }
  }
}

void checkOutcomes(const Checking& checking) {
  const std::vector<Outcome>& outcomes = checking.scenario.outcomes;
  if (outcomes.empty()) {
    checking.findings.add(Code::noOutcome, "/outcomes",
                          "The scenario has no outcome: the call can never end.",
                          "Add at least one.");
  }
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const std::string pointer = pointerTo("/outcomes", i);
    const std::string name = "the outcome " + inQuotes(outcomes[i].title, outcomes[i].id.value);
    if (trim(outcomes[i].verdict).empty()) {
      checking.findings.add(Code::noVerdict, pointer + "/verdict",
                            "The buyer says nothing in " + name + ".",
                            "Write the verdict in the buyer's own words.");
    }
    const std::string& speaker = outcomes[i].speaker.value;
    if (!speaker.empty() && !checking.names.personas.contains(speaker)) {
      checking.unknown(Code::unknownSpeaker, pointer + "/speaker", speaker, checking.names.personas,
                       inQuotes(speaker) + " is none of the people of this call and cannot speak.");
    }
    if (outcomes[i].shareOfWallet < 0 || outcomes[i].shareOfWallet > 100) {
      checking.findings.add(Code::shareOutOfRange, pointer + "/share_of_wallet",
                            "The share of wallet of " + name + " is " +
                                std::to_string(outcomes[i].shareOfWallet) + " %.",
                            "Write a number from 0 to 100.");
    }
  }
}

void judgeArchetype(const Checking& checking, const std::string& archetype,
                    const std::string& pointer) {
  const std::set<std::string>& known = checking.vocabulary.archetypes;
  if (archetype.empty() || known.empty() || known.contains(archetype)) return;
  std::string hint = checking.findings.didYouMean(archetype, known);
  if (hint.empty()) hint = "Choose a kind that there is, or none.";
  checking.findings.add(Code::unknownArchetype, pointer,
                        "There is no kind of buyer " + inQuotes(archetype) +
                            ": this person reacts only as written here.",
                        std::move(hint));
}

void judgePersona(const Checking& checking, const Persona& persona, const std::string& pointer,
                  bool speaks) {
  if (!speaks) {
    checking.findings.add(Code::unusedPersona, pointer,
                          inQuotes(persona.name, persona.id.value) + " never speaks.",
                          "Give this person a node or a line, or remove them.");
  } else if (persona.unclear.empty() && !checking.scenario.guidedOnly) {
    checking.findings.add(Code::noUnclear, pointer + "/unclear",
                          inQuotes(persona.name, persona.id.value) +
                              " has nothing to say when a turn is not understood.",
                          "Write a few sentences for that moment.");
  }
  if (trim(persona.name).empty()) {
    checking.findings.add(Code::emptyText, pointer + "/name", "This person has no name.",
                          "Write one.");
  }
  for (std::size_t i = 0; i < persona.unclear.size(); ++i) {
    if (!trim(persona.unclear[i]).empty()) continue;
    checking.findings.add(Code::emptyText, pointerTo(pointer + "/unclear", i),
                          "This answer is empty.", "Write it, or remove it.");
  }
  if (!persona.power.empty() && std::ranges::find(powers, persona.power) == powers.end()) {
    checking.findings.add(Code::unknownPower, pointer + "/power",
                          inQuotes(persona.power) + " is not a kind of power.",
                          "Write “none”, “budgeted” or “unbudgeted”.");
  }
  judgeArchetype(checking, persona.archetype, pointer + "/archetype");
}

}  // namespace

void checkFrame(const Checking& checking) {
  const Scenario& scenario = checking.scenario;
  if (trim(scenario.title).empty()) {
    checking.findings.add(Code::emptyText, "/title", "The scenario has no title.",
                          "Write a few words.");
  }
  if (scenario.minutes < 1) {
    checking.findings.add(Code::badMinutes, "/minutes", "A call lasts at least one minute.",
                          "Write 1 or more.");
  }
  const std::set<std::string>& stages = checking.vocabulary.stages;
  if (!scenario.aimsFor.empty() && !stages.empty() && !stages.contains(scenario.aimsFor)) {
    checking.unknown(Code::unknownStage, "/aims_for", scenario.aimsFor, stages,
                     "The method has no stage " + inQuotes(scenario.aimsFor) + ".");
  }
  checkFacts(checking);
  checkOutcomes(checking);
}

void checkPersonas(const Checking& checking) {
  const Scenario& scenario = checking.scenario;
  NameSet speakers;
  for (const Node& node : scenario.nodes) speakers.insert(node.speaker.value);
  forEachLine(scenario,
              [&](const Line& line, const std::string&) { speakers.insert(line.speaker.value); });
  for (const Outcome& outcome : scenario.outcomes) speakers.insert(outcome.speaker.value);
  for (const Persona& persona : scenario.personas) {
    if (!persona.present.empty() && !persona.topics.empty()) speakers.insert(persona.id.value);
  }
  for (std::size_t i = 0; i < scenario.personas.size(); ++i) {
    const Persona& persona = scenario.personas[i];
    judgePersona(checking, persona, pointerTo("/personas", i), speakers.contains(persona.id.value));
  }
}

}  // namespace sparring
