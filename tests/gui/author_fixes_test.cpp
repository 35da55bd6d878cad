// What can be done about a problem, by keyboard: its fixes and its page.
#include <algorithm>

#include "gui/author_fixture.h"

namespace sparring::ui {
namespace {

// Breaks where the first move of the first node leads to.
Scenario misled() {
  Scenario scenario = testing::smallScenario();
  scenario.nodes[0].moves[0].target = "depe";
  return scenario;
}

class AuthorFixesGui : public AuthorTest {
 protected:
  void goToTheFault() {
    for (int i = 0; i < 20 && !shows("Write “deep”"); ++i) press(Qt::Key_F8);
    ASSERT_TRUE(shows("Write “deep”"));
  }
};

TEST_F(AuthorFixesGui, AProblemIsFixedAtOnePressAndTakenBackAtOneMore) {
  const std::filesystem::path path = own(misled());
  show();
  edit(path);
  const auto isProblem = [&](const char* code) {
    return std::ranges::any_of(document().problems(),
                               [&](const Diagnostic& each) { return each.code == code; });
  };
  ASSERT_TRUE(isProblem("SC022"));
  goToTheFault();
  ASSERT_TRUE(shows("Write “deep”"));
  EXPECT_TRUE(shows("Add the outcome “depe”"));
  press(Qt::Key_Period, Qt::ControlModifier);
  EXPECT_EQ(scenario().nodes[0].moves[0].target, "deep");
  EXPECT_FALSE(isProblem("SC022"));
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(scenario().nodes[0].moves[0].target, "depe");
}

TEST_F(AuthorFixesGui, AFixIsAButtonBehindTheListAndAnotherStaysAtHand) {
  const std::filesystem::path path = own(misled());
  show();
  edit(path);
  goToTheFault();
  press(Qt::Key_F6);
  ASSERT_EQ(target()->accessibleName(), "Problems");
  ASSERT_TRUE(tabTo("Fix: Add the outcome “depe”"));
  press(Qt::Key_Space);
  ASSERT_EQ(scenario().outcomes.size(), 3U);
  EXPECT_EQ(scenario().outcomes[2].id.value, "depe");
  EXPECT_EQ(target()->accessibleName(), "Problems");
}

TEST_F(AuthorFixesGui, F1ExplainsTheProblemAtHand) {
  const std::filesystem::path path = own(misled());
  show();
  edit(path);
  goToTheFault();
  EXPECT_FALSE(shows("SC022: an unknown target"));
  press(Qt::Key_F1);
  EXPECT_TRUE(shows("SC022: an unknown target"));
  EXPECT_TRUE(shows("A rep who says this would get stuck."));
  press(Qt::Key_F1);
  EXPECT_FALSE(shows("SC022: an unknown target"));
}

// Pictures for people to look at.
class AuthorFixesPictures : public AuthorFixesGui, public ::testing::WithParamInterface<Theme> {};

TEST_P(AuthorFixesPictures, OfFixesAndExplanations) {
  applyTheme(*qApp, GetParam());
  Scenario scenario = misled();
  scenario.nodes[0].moves[0].effects.emplace_back(
      "a_variable_with_a_rather_long_name_that_nobody_has_declared_yet += 2");
  scenario.variables.push_back(
      {VariableId("how_much_they_would_like_to_hear_more"), true, 0, 1, 0, ""});
  const std::filesystem::path path = own(scenario);
  const QString shade = GetParam() == Theme::light ? "-light" : "-dark";
  for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
    const QString end = QStringLiteral("-%1%2").arg(size.width()).arg(shade);
    show(size);
    edit(path);
    picture("fixes-none" + end);
    goToTheFault();
    picture("fixes" + end);
    press(Qt::Key_F1);
    picture("fixes-explained" + end);
    for (int i = 0; i < 20 && !shows("Remove “how_much"); ++i) press(Qt::Key_F8);
    picture("fixes-long" + end);
  }
}

INSTANTIATE_TEST_SUITE_P(Shades, AuthorFixesPictures, ::testing::Values(Theme::light, Theme::dark));

}  // namespace
}  // namespace sparring::ui
