// The table of fields knows the whole format: every member, by the key under which it is written.
#include "edit/fields.h"

#include <gtest/gtest.h>

#include <map>

#include "base/json.h"
#include "edit/edit.h"
#include "scenario/write.h"
#include "unit/edit/full_scenario.h"

namespace sparring {
namespace {

// Converts into whatever a member is, to count the members of a struct.
struct Anything {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor)
};

template <class T, class... Members>
consteval std::size_t countMembers() {
  if constexpr (requires { T{Members{}..., Anything{}}; }) {
    return countMembers<T, Members..., Anything>();
  } else {
    return sizeof...(Members);
  }
}

template <class T>
inline constexpr bool isWhole =
    countMembers<T>() == std::tuple_size_v<std::remove_const_t<decltype(fieldsOf<T>)>>;

static_assert(isWhole<Mark> && isWhole<FocusWords> && isWhole<Line> && isWhole<Move>);
static_assert(isWhole<Exit> && isWhole<Node> && isWhole<Persona> && isWhole<Variable>);
static_assert(isWhole<Variant> && isWhole<Fact> && isWhole<Brief> && isWhole<Outcome>);
static_assert(isWhole<Scenario>);

using Places = std::map<std::string, Json>;

void collect(const Json& value, const std::string& pointer, Places& places) {
  places.emplace(pointer, value);
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    collect(value.items[i], pointerTo(pointer, i), places);
  }
  for (const Json::Member& each : value.members) {
    collect(each.value, pointerTo(pointer, each.key), places);
  }
}

Places writtenPlaces(const Scenario& scenario) {
  Places places;
  collect(parseJson(writeScenario(scenario)).root, "", places);
  return places;
}

bool isSame(const Json& json, const FieldValue& field) {
  if (const auto* text = std::get_if<std::string>(&field)) return json.string == *text;
  if (const auto* flag = std::get_if<bool>(&field)) return json.boolean == *flag;
  if (const auto* number = std::get_if<int>(&field)) {
    return (json.kind == Json::Kind::boolean ? int{json.boolean} : json.integer) == *number;
  }
  if (const auto* number = std::get_if<std::optional<int>>(&field)) return json.integer == *number;
  std::vector<std::string> texts;
  for (const Json& each : json.items) texts.push_back(each.string);
  return texts == std::get<std::vector<std::string>>(field);
}

TEST(Fields, EveryWrittenValueIsFoundWhereItIsWritten) {
  const Scenario scenario = fullScenario();
  for (const auto& [pointer, json] : writtenPlaces(scenario)) {
    if (json.kind == Json::Kind::object) {
      const bool isPart = pointer != "" && pointer != "/brief";
      EXPECT_EQ(partAt(scenario, pointer).has_value(), isPart) << pointer;
      EXPECT_FALSE(fieldAt(scenario, pointer)) << pointer;
      continue;
    }
    const bool isList = json.kind == Json::Kind::array;
    EXPECT_EQ(sizeOf(scenario, pointer), isList ? std::optional(json.items.size()) : std::nullopt)
        << pointer;
    const auto field = fieldAt(scenario, pointer);
    if (isList && json.items.front().kind == Json::Kind::object) {
      EXPECT_FALSE(field) << pointer;
    } else {
      ASSERT_TRUE(field) << pointer;
      EXPECT_TRUE(isSame(json, *field)) << pointer;
    }
  }
}

TEST(Fields, EveryValueIsWrittenWhereItIsFound) {
  const Scenario scenario = fullScenario();
  const Places places = writtenPlaces(scenario);
  int values = 0;
  forEachValue(scenario, [&](const auto& value, const std::string& pointer, Role) {
    ++values;
    if (value == std::remove_cvref_t<decltype(value)>{}) return;  // May be left out.
    EXPECT_TRUE(places.contains(pointer)) << pointer;
  });
  EXPECT_GT(values, 300);
}

TEST(Fields, WhatIsLeftOutInTheFileIsThereAllTheSame) {
  Scenario scenario;
  scenario.nodes.emplace_back();
  scenario.nodes[0].moves.emplace_back();
  EXPECT_EQ(fieldAt(scenario, "/summary"), FieldValue(std::string()));
  EXPECT_EQ(fieldAt(scenario, "/ratio_applies"), FieldValue(true));
  EXPECT_EQ(fieldAt(scenario, "/nodes/0/moves/0/minutes"), FieldValue(std::optional<int>()));
  EXPECT_EQ(fieldAt(scenario, "/brief/situation"), FieldValue(std::vector<std::string>()));
  EXPECT_EQ(sizeOf(scenario, "/nodes/0/moves/0/replies"), 0u);
}

TEST(Fields, PointersThatNameNothingFindNothing) {
  const Scenario scenario = fullScenario();
  for (const char* pointer : {"/",
                              "title",
                              "/titel",
                              "/title/",
                              "/title/0",
                              "/nodes/2",
                              "/nodes/-1",
                              "/nodes/00",
                              "/nodes/+1",
                              "/nodes/ 1",
                              "/nodes/1x",
                              "/nodes/",
                              "/nodes/0/",
                              "//nodes/0",
                              "/nodes/id",
                              "/nodes/18446744073709551616",
                              "/nodes/0/lines/0/text/0",
                              "/brief/facts/0/isPublic",
                              "/nodes/0/moves/0/phrasings/2",
                              "/nodes/0/moves/0/acts/0/value"}) {
    EXPECT_FALSE(fieldAt(scenario, pointer)) << pointer;
    EXPECT_FALSE(partAt(scenario, pointer)) << pointer;
    EXPECT_FALSE(sizeOf(scenario, pointer)) << pointer;
  }
}

}  // namespace
}  // namespace sparring
