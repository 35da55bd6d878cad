#include "scenario/placeholders.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace sparring {
namespace {

TEST(Placeholders, TheRepsNameIsFilledInWhereverItStands) {
  EXPECT_EQ(withRepName("{rep}, sit down. Sit, {rep}.", "Ada Byron"),
            "Ada Byron, sit down. Sit, Ada Byron.");
  EXPECT_EQ(withRepName("{rep}", "{ceo} {rep}"), "{ceo} {rep}");  // Filled in once.
}

TEST(Placeholders, WithoutANameThePlaceGoesWithItsComma) {
  EXPECT_EQ(withRepName("Sit down, {rep}.", ""), "Sit down.");
  EXPECT_EQ(withRepName("{rep}, sit down.", ""), "Sit down.");
  EXPECT_EQ(withRepName("So, {rep}, what now?", ""), "So, what now?");
  EXPECT_EQ(withRepName("I have {rep} here.", ""), "I have you here.");
}

TEST(Placeholders, OtherBracesStay) {
  for (const char* text : {"{ceo}", "{", "}", "{}", "{rep", "{ rep }", "a } b { c", "{{re}p}"}) {
    EXPECT_EQ(withRepName(text, "Ada"), text);
  }
  EXPECT_EQ(withRepName("{{rep}}", "Ada"), "{Ada}");
}

TEST(Placeholders, PersonasAreNamedInEverythingThatIsSaid) {
  Scenario scenario = sampleScenario();
  EXPECT_FALSE(hasPlaceholders(scenario));
  scenario.personas.front().unclear = {"Ask {ceo}."};
  scenario.outcomes.front().verdict = "From {ceo}.";
  Node& hello = scenario.nodes.front();
  hello.lines.front().text = "I am {ceo}, {rep}. {nobody}";
  hello.lines.front().then = {{LineId("x"), {}, "", "{ceo}!"}};
  Move& ask = hello.moves.front();
  ask.phrasings = {"{ceo}, what would you change this year?"};
  ask.focus.front().words = "{ceo}, what";
  ask.marks.front().words = "{ceo}";
  ask.marks.front().better = "Say {ceo}.";
  ask.replies.front().text = "{ceo} it is.";
  EXPECT_TRUE(hasPlaceholders(scenario));
  const Scenario filled = withPersonaNames(scenario);
  EXPECT_EQ(filled.personas.front().unclear.front(), "Ask Ruth Marlow.");
  EXPECT_EQ(filled.outcomes.front().verdict, "From Ruth Marlow.");
  const Node& node = filled.nodes.front();
  EXPECT_EQ(node.lines.front().text, "I am Ruth Marlow, {rep}. {nobody}");
  EXPECT_EQ(node.lines.front().then.front().text, "Ruth Marlow!");
  const Move& move = node.moves.front();
  EXPECT_EQ(move.phrasings.front(), "Ruth Marlow, what would you change this year?");
  EXPECT_EQ(move.focus.front().words, "Ruth Marlow, what");
  EXPECT_EQ(move.marks.front().words, "Ruth Marlow");
  EXPECT_EQ(move.marks.front().better, "Say Ruth Marlow.");
  EXPECT_EQ(move.replies.front().text, "Ruth Marlow it is.");
}

TEST(Placeholders, TheRepComesBeforeAPersonaOfThatId) {
  Scenario scenario = sampleScenario();
  scenario.personas.front().id = PersonaId("rep");
  scenario.nodes.front().lines.front().text = "{rep}";
  EXPECT_EQ(withPersonaNames(scenario).nodes.front().lines.front().text, "{rep}");
}

}  // namespace
}  // namespace sparring
