// Any edits of a scenario, sensible or not: what is done can be undone to the byte, what is refused
// changes nothing, and what is written afterwards can be read. Renaming breaks no reference.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <map>

#include "base/json.h"
#include "edit/edit.h"
#include "edit/rename.h"
#include "scenario/check.h"
#include "scenario/read.h"
#include "scenario/write.h"
#include "unit/edit/full_scenario.h"

namespace sparring {
namespace {

using rc::Gen;
namespace gen = rc::gen;
using Texts = std::vector<std::string>;

Scenario shipped(const std::string& name) {
  const auto reading =
      loadScenario(std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios" / (name + ".json"));
  return reading.value().scenario.value();
}

// The pointers of a scenario, by what stands there, also of what is left out.
struct Places {
  Texts fields;
  Texts lists;
  Texts parts;
};

void collect(const Scenario& scenario, const Json& value, const std::string& pointer,
             Places& places) {
  if (fieldAt(scenario, pointer)) {
    places.fields.push_back(pointer);
  } else if (sizeOf(scenario, pointer)) {
    places.lists.push_back(pointer);
  } else if (partAt(scenario, pointer)) {
    places.parts.push_back(pointer);
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    collect(scenario, value.items[i], pointerTo(pointer, i), places);
  }
  for (const Json::Member& each : value.members) {
    collect(scenario, each.value, pointerTo(pointer, each.key), places);
  }
  if (value.kind != Json::Kind::object) return;
  for (const char* left : {"moves", "topics", "then", "marks", "minutes", "when", "facts", "x"}) {
    const std::string place = pointerTo(pointer, left);
    if (value.find(left) == nullptr && fieldAt(scenario, place)) places.fields.push_back(place);
    if (value.find(left) == nullptr && sizeOf(scenario, place)) places.lists.push_back(place);
  }
}

Places placesOf(const Scenario& scenario) {
  Places places;
  collect(scenario, parseJson(writeScenario(scenario)).root, "", places);
  return places;
}

const std::string& oneOf(const Texts& choice) {
  return choice[*gen::inRange<std::size_t>(0, choice.size())];
}

bool isNowAndThen() {
  return *gen::inRange(0, 8) == 7;
}

// A pointer that the choice holds; now and then one that leads elsewhere or nowhere.
std::string pointerAmong(const Texts& choice) {
  const std::string pointer = oneOf(choice);
  if (!isNowAndThen()) return pointer;
  return *gen::element<std::string>("", "/", "/brief", "/nodes/0", pointer + "/", pointer + "/0",
                                    pointer + "/id", pointer + "/then/0", pointer + "x");
}

Gen<std::string> anyText() {
  return gen::element<std::string>("", "+", "-", "customer", "neutral", "hello", "trust >= 2",
                                   "\"ä");
}

// A value of the same kind as that of `field`; now and then of another.
FieldValue anyValueLike(const std::optional<FieldValue>& field) {
  const std::vector<FieldValue> values = {
      *anyText(), *gen::arbitrary<bool>(), *gen::inRange(-9, 99),
      *gen::element<std::optional<int>>(std::nullopt, 3), *gen::container<Texts>(anyText())};
  const auto any = *gen::inRange<std::size_t>(0, values.size());
  return values[field && !isNowAndThen() ? field->index() : any];
}

// A part of the scenario for a list; now and then one of another kind.
Part anyPartFor(const Scenario& scenario, const Places& places, const std::string& list) {
  const auto like = partAt(scenario, list + "/0");
  return like && !isNowAndThen() ? *like : *partAt(scenario, oneOf(places.parts));
}

// An edit of the scenario as it is now; some cannot be done.
Edit anyEdit(const Scenario& scenario, int depth) {
  const Places places = placesOf(scenario);
  const std::string field = pointerAmong(places.fields);
  const std::string list = pointerAmong(places.lists);
  const std::size_t size = sizeOf(scenario, list).value_or(1);
  const auto index = [&] { return *gen::inRange<std::size_t>(0, size + 1); };
  switch (*gen::weightedElement<int>({{4, 0}, {3, 1}, {2, 2}, {2, 3}, {depth, 4}})) {
    case 0:
      return {SetField{field, anyValueLike(fieldAt(scenario, field))}};
    case 1:
      return {InsertPart{list, index(), anyPartFor(scenario, places, list)}};
    case 2:
      return {RemovePart{list, index()}};
    case 3:
      return {ReorderPart{list, index(), index()}};
    default:
      break;
  }
  EditGroup group;
  Scenario meanwhile = scenario;
  for (int i = *gen::inRange(0, 4); i > 0; --i) {
    group.edits.push_back(anyEdit(meanwhile, depth - 1));
    apply(meanwhile, group.edits.back());
  }
  return {std::move(group)};
}

Scenario anyScenario() {
  return isNowAndThen() ? shipped("opening-three-minutes") : fullScenario();
}

RC_GTEST_PROP(EditProperty, whatIsDoneIsUndoneAndDoneAgainToTheByte, ()) {
  Scenario scenario = anyScenario();
  Texts states = {writeScenario(scenario)};
  std::vector<Edit> edits;
  std::vector<Edit> inverses;
  for (int i = 0; i < 8; ++i) {
    const Edit edit = anyEdit(scenario, 2);
    const Scenario before = scenario;
    if (auto inverse = apply(scenario, edit)) {
      edits.push_back(edit);
      inverses.push_back(std::move(*inverse));
      states.push_back(writeScenario(scenario));
    } else {
      RC_ASSERT(scenario == before);
      RC_ASSERT(writeScenario(scenario) == states.back());
    }
  }
  RC_CLASSIFY(edits.size() >= 4, "half of the edits were done");
  for (std::size_t i = edits.size(); i-- > 0;) {
    const auto again = apply(scenario, inverses[i]);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == edits[i]);
    RC_ASSERT(writeScenario(scenario) == states[i]);
  }
  for (std::size_t i = 0; i < edits.size(); ++i) {
    RC_ASSERT(apply(scenario, edits[i]) == inverses[i]);
    RC_ASSERT(writeScenario(scenario) == states[i + 1]);
  }
}

RC_GTEST_PROP(EditProperty, whatWasEditedIsReadAsItIsWritten, ()) {
  Scenario scenario = anyScenario();
  for (int i = 0; i < 8; ++i) apply(scenario, anyEdit(scenario, 1));
  scenario.format = 1;  // Another one is told of.
  const ScenarioReading reading = readScenario(writeScenario(scenario));
  for (const Diagnostic& each : reading.diagnostics) RC_FAIL(each.pointer + ": " + each.message);
  RC_ASSERT(reading.scenario == scenario);
}

// What is wrong with a scenario, by code and place.
std::map<std::string, int> errorsOf(const Scenario& scenario) {
  ScenarioReading reading = readScenario(writeScenario(scenario));
  addMeaning(reading, {});
  std::map<std::string, int> errors;
  for (const Diagnostic& each : reading.diagnostics) {
    if (each.severity == Severity::error) ++errors[each.code + " " + each.pointer];
  }
  return errors;
}

Texts idsOf(const Scenario& scenario) {
  Texts ids = placesOf(scenario).fields;
  std::erase_if(ids, [](const std::string& pointer) { return !pointer.ends_with("/id"); });
  return ids;
}

RC_GTEST_PROP(EditProperty, renamingBreaksNoReferenceAndGoesBackToTheByte, ()) {
  const Scenario before = isNowAndThen() ? shipped("ceo-first-call") : anyScenario();
  Scenario scenario = before;
  const std::string pointer = oneOf(idsOf(before));
  const std::string old = std::get<std::string>(*fieldAt(before, pointer));
  const std::string fresh =
      freshId(before, *gen::element<std::string>("late", "new", "trust", "hello"));
  const auto edit = renameId(scenario, pointer, fresh);
  RC_ASSERT(edit.has_value());
  RC_ASSERT(apply(scenario, *edit).has_value());
  RC_ASSERT(fieldAt(scenario, pointer) == FieldValue(fresh));
  RC_ASSERT(errorsOf(scenario) == errorsOf(before));
  const auto back = renameId(scenario, pointer, old);
  RC_ASSERT(back.has_value());
  RC_ASSERT(apply(scenario, *back).has_value());
  RC_ASSERT(writeScenario(scenario) == writeScenario(before));
}

}  // namespace
}  // namespace sparring
