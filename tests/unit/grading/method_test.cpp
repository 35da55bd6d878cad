#include "grading/method.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/file.h"
#include "support/small_method.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

std::string shippedBytes() {
  return readFile(std::filesystem::path(SPARRING_SOURCE_DIR) / "data/method/customer-focused.json",
                  1 << 20)
      .value();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string firstCode(const std::string& bytes) {
  const MethodReading reading = readMethod(bytes);
  return reading.diagnostics.empty() ? std::string() : reading.diagnostics.front().code;
}

TEST(Method, TheShippedMethodIsSoundAndComplete) {
  const MethodReading reading = readMethod(shippedBytes());
  ASSERT_TRUE(reading.method);
  for (const Diagnostic& each : reading.diagnostics) ADD_FAILURE() << formatDiagnostic("", each);
  EXPECT_EQ(reading.method->rules.size(), 7u);
  EXPECT_EQ(reading.method->acts.size(), 28u);
  EXPECT_EQ(reading.method->stages.size(), 6u);
}

TEST(Method, FaultsAreLocatedAndTheRestIsRead) {
  const std::string bytes = replaced(shippedBytes(), "\"weight\": 4", "\"weight\": -4");
  const MethodReading reading = readMethod(bytes);
  ASSERT_TRUE(reading.method);
  ASSERT_EQ(reading.diagnostics.size(), 1u);
  EXPECT_EQ(reading.diagnostics[0].code, "ME003");
  EXPECT_EQ(reading.diagnostics[0].pointer, "/rules/0/weight");
  EXPECT_GT(reading.diagnostics[0].line, 1);
  EXPECT_EQ(reading.method->rules.size(), 7u);
}

TEST(Method, EveryKindOfFaultHasItsCode) {
  const std::string good = shippedBytes();
  EXPECT_EQ(firstCode("not json"), "ME001");
  EXPECT_EQ(firstCode("[]"), "ME001");
  EXPECT_EQ(firstCode(replaced(good, "\"title\": \"Accountable\"", "\"title\": 4")), "ME002");
  EXPECT_EQ(
      firstCode(replaced(good, "\"acts\": [\"prescribe\", \"solution_claim\"]", "\"acts\": 4")),
      "ME004");
  EXPECT_EQ(firstCode(replaced(good, "[\"goal\", \"diagnosis\"]", "[\"gaol\", \"diagnosis\"]")),
            "ME005");
  EXPECT_EQ(firstCode(replaced(good, "\"id\": \"rapport\"", "\"id\": \"Rap port\"")), "ME006");
  EXPECT_EQ(firstCode(replaced(good, "\"id\": \"on_our_side\"", "\"id\": \"accountable\"")),
            "ME007");
  EXPECT_EQ(firstCode(replaced(good, "\"goal_shared\"", "\"goal_shared and\"")), "ME008");
  EXPECT_EQ(firstCode(replaced(good, "\"at_least_tenths\": 40", "\"at_least_tenths\": 1")),
            "ME009");
  std::string weightless = good;
  for (const char* part : {"rules\": 45", "ratio\": 15", "stages\": 20", "concepts\": 20"}) {
    const std::string name = std::string(part).substr(0, std::string(part).find(' '));
    weightless = replaced(weightless, part, name + " 0");
  }
  EXPECT_EQ(firstCode(weightless), "ME010");
}

// The first finding in the small method after a change.
std::string changed(const std::string& from, const std::string& to) {
  return firstCode(replaced(testing::smallMethodBytes(), from, to));
}

TEST(Method, ClausesAreJudgedToo) {
  EXPECT_EQ(firstCode(testing::smallMethodBytes()), "");
  EXPECT_EQ(changed("\"earlier\": [\"ask\"]", "\"earlier\": [\"aks\"]"), "ME005");
  EXPECT_EQ(changed("\"kind\": \"echo\"", "\"kind\": \"eccho\""), "ME005");
  EXPECT_EQ(changed("\"id\": \"soon\"", "\"id\": \"ask\""), "ME007");
  EXPECT_EQ(changed("\"archetypes\": [\"king\"]", "\"when\": \"trust >\""), "ME008");
  EXPECT_EQ(changed("\"weight\": 2", "\"weight\": 0"), "ME010");
  EXPECT_EQ(changed("\"none\": [\"take\"]", "\"nnoe\": [\"take\"]"), "ME011");
  for (const auto& [key, slip] : {std::pair{"\"minutes\"", "\"minuts\""},
                                  {"\"answer_words\"", "\"anser_words\""},
                                  {"\"transcripts\"", "\"transcript\""},
                                  {"\"question_acts\"", "\"questions\""},
                                  {"\"breach_cost\"", "\"breach_price\""},
                                  {"\"remedy\"", "\"remedies\""},
                                  {"\"watched\"", "\"wached\""},
                                  {"\"never_about_us\"", "\"never_about_them\""}}) {
    const auto found = readMethod(replaced(testing::smallMethodBytes(), key, slip)).diagnostics;
    EXPECT_NE(std::ranges::find(found, "ME011", &Diagnostic::code), found.end()) << slip;
  }
  const auto tally =
      readMethod(replaced(testing::smallMethodBytes(), "\"when\": {", "\"whem\": {"));
  EXPECT_NE(std::ranges::find(tally.diagnostics, "ME002", &Diagnostic::code),
            tally.diagnostics.end());
  EXPECT_EQ(changed("{\"scorer\": \"warmth\", \"why\": \"It reads warm.\"}", "\"warm\""), "ME004");
  EXPECT_EQ(changed("\"scorer\": \"warmth\"", "\"scorer\": \"warmth\", \"perhaps\": 900"), "ME003");
  EXPECT_EQ(changed("by # o'clock", "..."), "ME012");
  EXPECT_EQ(changed("{\"all\": [\"give\", \"take\"], ", "{"), "ME013");
  EXPECT_EQ(changed("\"none\": [\"take\"]", "\"none\": [\"take\", \"give\"]"), "ME013");
  EXPECT_EQ(changed("\"all\": [\"tell\"], \"why\": \"You tell.\"",
                    "\"all\": [\"ask\"], \"none\": [\"tell\"], \"why\": \"You tell.\""),
            "ME014");
}

TEST(Method, AStageThatOnlyABreachCouldOpenIsACircle) {
  const MethodReading reading = readMethod(
      replaced(testing::smallMethodBytes(), "\"done_by\": [\"ask\"]", "\"done_by\": [\"tell\"]"));
  ASSERT_EQ(reading.diagnostics.size(), 1U);
  EXPECT_EQ(reading.diagnostics[0].code, "ME015");
  EXPECT_EQ(reading.diagnostics[0].pointer, "/stages/0");
  EXPECT_GT(reading.diagnostics[0].line, 1);
}

TEST(Method, AFaultInAClauseIsLocated) {
  const MethodReading reading =
      readMethod(replaced(testing::smallMethodBytes(), "\"redeemed_by\": [\"take\"]",
                          "\"redeemed_by\": [\"take\", \"tkae\"]"));
  ASSERT_EQ(reading.diagnostics.size(), 1U);
  EXPECT_EQ(reading.diagnostics[0].pointer, "/concepts/0/redeemed_by/1");
}

TEST(Method, OneOfTheFirstFormatGradesAuthoredMarksOnly) {
  std::string bytes = testing::smallMethodBytes();
  for (const char* key : {"\"earns\"", "\"costs\"", "\"earned\""}) {
    bytes = replaced(bytes, key, "\"x" + std::string(key).substr(1));
  }
  EXPECT_FALSE(gradesOwnWords(*readMethod(bytes).method));
  EXPECT_TRUE(gradesOwnWords(testing::smallMethod()));
}

TEST(Method, AnUndefinedActMakesNoBreach) {
  const MethodReading reading =
      readMethod(replaced(shippedBytes(), "[\"prescribe\", \"solution_claim\"]", "[\"presribe\"]"));
  ASSERT_TRUE(reading.method);
  EXPECT_TRUE(reading.method->breaches[0].acts.empty());
}

TEST(TurnMinutes, AuthoredElseTheLongestActAndMoreForALongTurn) {
  const Method method = *testing::shippedMethod().method;
  const std::vector<ActId> acts = {ActId("rapport"), ActId("self_talk")};
  EXPECT_EQ(turnMinutes(method, acts, std::nullopt, 10), 3);
  EXPECT_EQ(turnMinutes(method, acts, 5, 10), 5);
  EXPECT_EQ(turnMinutes(method, acts, 5, 61), 6);
  EXPECT_EQ(turnMinutes(method, {}, std::nullopt, 10), 1);
  EXPECT_EQ(turnMinutes(method, acts, 0, 10), 0);
}

}  // namespace
}  // namespace sparring
