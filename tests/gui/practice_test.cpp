// The practice workspace by keyboard alone.
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

#include "base/file.h"
#include "gui/gui_fixture.h"
#include "practice/unsaid_words.h"
#include "scenario/write.h"
#include "support/temp_folder.h"

namespace sparring::ui {
namespace {

class PracticeGui : public GuiTest {
 protected:
  // Home has the small scenario's card in focus; Enter opens its brief.
  void startCall(bool ownWords = false) {
    addScenario(testing::smallScenario());
    open(false);
    press(Qt::Key_Return);
    if (ownWords) press(Qt::Key_Tab);
    press(Qt::Key_Space);
  }
  QPlainTextEdit* box() const {
    return m_window->findChild<QPlainTextEdit*>(QStringLiteral("speech"));
  }
  SessionSummary lastSession() const { return m_workplace.store->sessions()->front().summary; }
  Uuid lastId() const { return m_workplace.store->sessions()->front().header.id; }
};

TEST_F(PracticeGui, FirstStartLeadsThroughTheOpeningToADebriefAndHome) {
  addShipped();
  open(true);
  EXPECT_TRUE(shows(QStringLiteral("Welcome. Start with these")));
  picture(QStringLiteral("first-start"));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Choose what to say")));
  for (int turn = 0; turn < 8 && !shows(QStringLiteral("See how it went")); ++turn) {
    press(Qt::Key_1);
    if (turn == 0) {
      EXPECT_EQ(lastSession().turns, 1);
      picture(QStringLiteral("first-feedback"));
    }
  }
  ASSERT_TRUE(shows(QStringLiteral("See how it went")));
  press(Qt::Key_Space);
  EXPECT_TRUE(shows(QStringLiteral("The call, turn by turn")));
  picture(QStringLiteral("opening-debrief"));
  press(Qt::Key_Escape);
  EXPECT_TRUE(shows(QStringLiteral("Practise a call")));
  EXPECT_TRUE(shows(QStringLiteral("Your last calls")));
  picture(QStringLiteral("home"));
}

TEST_F(PracticeGui, SomebodyNewIsAskedForANameAndPractisesUnderIt) {
  addShipped();
  m_workplace.store = Store::inMemory().value();
  m_workplace.person = {};
  open(true);
  EXPECT_TRUE(shows(QStringLiteral("Welcome to Sparring")));
  picture(QStringLiteral("name"));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Write a name first")));
  type(QStringLiteral("  Ada  Byron "));
  EXPECT_FALSE(shows(QStringLiteral("Write a name first")));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Welcome. Start with these")));
  EXPECT_TRUE(shows(QStringLiteral("Practising: Ada Byron")));
  press(Qt::Key_Return);
  press(Qt::Key_1);
  EXPECT_EQ(m_workplace.store->sessions()->front().personName, "Ada Byron");
}

TEST_F(PracticeGui, SomebodyNewMayLookAroundFirst) {
  addShipped();
  open(true);
  press(Qt::Key_Tab);
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Practise a call")));
}

TEST_F(PracticeGui, GoingBackAndSayingNothingLeavesNoTrace) {
  startCall();
  press(Qt::Key_1);
  press(Qt::Key_1);
  press(Qt::Key_3);
  press(Qt::Key_Return);
  press(Qt::Key_Down);
  press(Qt::Key_R);
  ASSERT_TRUE(shows(QStringLiteral("Choose what to say")));
  EXPECT_EQ(m_workplace.store->sessions()->size(), 1U);
  press(Qt::Key_2);
  EXPECT_EQ(m_workplace.store->sessions()->size(), 2U);
}

TEST_F(PracticeGui, EachPersonSeesTheirOwnCallsOnHome) {
  startCall();
  press(Qt::Key_2);
  press(Qt::Key_1, Qt::ControlModifier);
  ASSERT_TRUE(shows(QStringLiteral("Your last calls")));
  // Somebody else sits down.
  press(Qt::Key_U, Qt::ControlModifier);
  chooseFromMenu(QStringLiteral("Somebody else …"));
  type(QStringLiteral("ada"));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("already")));  // Two could not be told apart.
  type(QStringLiteral(" two"));
  press(Qt::Key_Return);
  press(Qt::Key_1, Qt::ControlModifier);
  EXPECT_FALSE(shows(QStringLiteral("Your last calls")));
  // Ada comes back.
  press(Qt::Key_U, Qt::ControlModifier);
  chooseFromMenu(QStringLiteral("Ada"));
  EXPECT_TRUE(shows(QStringLiteral("Your last calls")));
}

TEST_F(PracticeGui, ANameCanBeChanged) {
  addScenario(testing::smallScenario());
  open(false);
  press(Qt::Key_U, Qt::ControlModifier);
  chooseFromMenu(QStringLiteral("Change this name …"));
  type(QStringLiteral("Ada Lovelace"));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Practising: Ada Lovelace")));
  EXPECT_EQ(m_workplace.store->people()->front().name, "Ada Lovelace");
}

TEST_F(PracticeGui, AnEmptyHomeTeaches) {
  addScenario(testing::smallScenario());
  open(false);
  EXPECT_TRUE(shows(QStringLiteral("Your calls will be kept here")));
}

TEST_F(PracticeGui, DigitsChooseAndMarksAppear) {
  startCall();
  press(Qt::Key_2);
  EXPECT_TRUE(shows(QStringLiteral("Our platform has two hundred connectors.")));
  EXPECT_TRUE(shows(QStringLiteral("A list of features.")));
  EXPECT_TRUE(shows(QStringLiteral("Who would use it, and when?")));
  EXPECT_TRUE(shows(QStringLiteral("Reply to pitch")));
}

TEST_F(PracticeGui, OneKeyShowsTheRatioOnlyOrNothingAndThatIsKept) {
  startCall();
  press(Qt::Key_2);
  EXPECT_TRUE(shows(QStringLiteral("A list of features.")));
  EXPECT_TRUE(shows(QStringLiteral("Whom your words are about")));
  press(Qt::Key_F4);
  EXPECT_FALSE(shows(QStringLiteral("A list of features.")));
  EXPECT_TRUE(shows(QStringLiteral("Whom your words are about")));
  picture(QStringLiteral("live-ratio-only"));
  press(Qt::Key_F4);
  EXPECT_FALSE(shows(QStringLiteral("Whom your words are about")));
  EXPECT_FALSE(shows(QStringLiteral("A list of features.")));
  picture(QStringLiteral("live-off"));

  open(false);  // Another day.
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Reply to pitch")));
  EXPECT_FALSE(shows(QStringLiteral("Whom your words are about")));
  press(Qt::Key_F4);
  EXPECT_TRUE(shows(QStringLiteral("A list of features.")));
}

TEST_F(PracticeGui, OneKeyGoesBackATurn) {
  startCall();
  press(Qt::Key_2);
  press(Qt::Key_F3);
  EXPECT_FALSE(shows(QStringLiteral("Reply to pitch")));
  EXPECT_EQ(lastSession().turns, 0);
  EXPECT_EQ(lastSession().rewinds, 1);
  press(Qt::Key_1);
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
}

TEST_F(PracticeGui, OwnWordsThatAreClearAreTakenAsTheyAre) {
  startCall(true);
  type(QStringLiteral("You promised to halve the waste, what has to be different?"));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
  EXPECT_TRUE(box()->toPlainText().isEmpty());
}

TEST_F(PracticeGui, DoubtfulWordsAreAskedAboutAndPickedWithADigit) {
  startCall(true);
  type(QStringLiteral("what must change with the platform today"));
  press(Qt::Key_Return);
  ASSERT_TRUE(shows(QStringLiteral("What did you mean?")));
  EXPECT_TRUE(m_workplace.store->sessions()->empty());  // Nothing is said yet.
  picture(QStringLiteral("what-did-you-mean"));
  press(Qt::Key_1);
  EXPECT_FALSE(shows(QStringLiteral("What did you mean?")));
  EXPECT_TRUE(shows(QStringLiteral("what must change with the platform today")));
  EXPECT_EQ(lastSession().turns, 1);
}

TEST_F(PracticeGui, EscapeGivesDoubtfulWordsBack) {
  startCall(true);
  type(QStringLiteral("what must change with the platform today"));
  press(Qt::Key_Return);
  press(Qt::Key_Escape);
  EXPECT_EQ(box()->toPlainText(), QStringLiteral("what must change with the platform today"));
}

TEST_F(PracticeGui, NoneOfTheseIsAnsweredInCharacterAndNotGraded) {
  startCall(true);
  type(QStringLiteral("what must change with the platform today"));
  press(Qt::Key_Return);
  press(Qt::Key_0);
  EXPECT_TRUE(shows(QStringLiteral("Say that again?")));
  EXPECT_TRUE(shows(QStringLiteral("Not graded")));
}

TEST_F(PracticeGui, AMisreadTurnIsTakenBackWithOneKeyAndItsWordsComeBack) {
  startCall(true);
  const QString words =
      QStringLiteral("You promised to halve the waste, what has to be different?");
  type(words);
  press(Qt::Key_Return);
  press(Qt::Key_F2);
  EXPECT_FALSE(shows(QStringLiteral("Reply to cite")));
  EXPECT_EQ(box()->toPlainText(), words);
  EXPECT_EQ(lastSession().rewinds, 0);
}

TEST_F(PracticeGui, DigitsAreTextOnceSomethingIsTyped) {
  startCall();
  type(QStringLiteral("in 2"));
  EXPECT_EQ(box()->toPlainText(), QStringLiteral("in 2"));
}

TEST_F(PracticeGui, FromTheDebriefATurnIsDoneAgain) {
  startCall();
  press(Qt::Key_2);  // pitch
  press(Qt::Key_1);  // ask
  press(Qt::Key_3);  // end
  press(Qt::Key_Space);
  ASSERT_TRUE(shows(QStringLiteral("Next meeting")));
  picture(QStringLiteral("debrief"));
  press(Qt::Key_Down);
  press(Qt::Key_R);
  EXPECT_TRUE(shows(QStringLiteral("Choose what to say")));
  EXPECT_TRUE(shows(QStringLiteral("What you said here before")));
  EXPECT_TRUE(shows(QStringLiteral("A list of features.")));
  press(Qt::Key_1);
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
  // The call that was finished stays as it was.
  const std::vector<SessionRow> rows = m_workplace.store->sessions().value();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].summary.turns, 1);
  EXPECT_TRUE(rows[1].summary.over);
  EXPECT_EQ(rows[1].summary.turns, 3);
}

TEST_F(PracticeGui, ArrowsGoThroughTheDebriefTurnByTurn) {
  startCall();
  press(Qt::Key_2);  // pitch
  press(Qt::Key_1);  // ask
  press(Qt::Key_3);  // end
  press(Qt::Key_Space);
  press(Qt::Key_Down);
  press(Qt::Key_Down);
  press(Qt::Key_R);
  EXPECT_TRUE(shows(QStringLiteral("Reply to pitch")));
  EXPECT_TRUE(shows(QStringLiteral("What you said here before")));
  EXPECT_FALSE(shows(QStringLiteral("Reply to ask")));
}

TEST_F(PracticeGui, ACallThatWasLeftGoesOnFromHome) {
  startCall();
  press(Qt::Key_1);
  for (QPushButton* button : m_window->findChildren<QPushButton*>()) {
    if (button->isVisible() && button->text() == QStringLiteral("Leave")) {
      button->setFocus();
      break;
    }
  }
  press(Qt::Key_Space);
  ASSERT_TRUE(shows(QStringLiteral("Not over. Go on where you left it.")));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
  EXPECT_TRUE(shows(QStringLiteral("Choose what to say")));
}

TEST_F(PracticeGui, WhatIsHalfSaidWaitsInItsCall) {
  startCall();
  press(Qt::Key_1);
  type(QStringLiteral("Half a"));
  press(Qt::Key_Escape);
  open(false);  // The window was closed in the middle of a sentence.
  press(Qt::Key_Return);
  EXPECT_EQ(box()->toPlainText(), QStringLiteral("Half a"));
  type(QStringLiteral(" sentence"));
  auto* keeping = m_window->findChild<QTimer*>(QStringLiteral("unsaidTimer"));
  ASSERT_TRUE(keeping->isActive());
  QMetaObject::invokeMethod(keeping, "timeout");  // A moment later.
  EXPECT_EQ(unsaidWords(lastId()), QStringLiteral("Half a sentence"));
  box()->selectAll();
  press(Qt::Key_Delete);
  EXPECT_TRUE(unsaidWords(lastId()).isEmpty());
}

TEST_F(PracticeGui, WhatIsHalfSaidStaysWhereAnOptionIsTakenBack) {
  startCall();
  press(Qt::Key_1);
  type(QStringLiteral("Half a"));
  press(Qt::Key_F2);
  EXPECT_EQ(box()->toPlainText(), QStringLiteral("Half a"));
  type(QStringLiteral(" sentence"));
  open(false);  // No turn is left, and the words are kept all the same.
  EXPECT_EQ(unsaidWords(lastId()), QStringLiteral("Half a sentence"));
}

TEST_F(PracticeGui, WhatIsHalfSaidBeforeAnythingWasLeavesNoTrace) {
  startCall();
  type(QStringLiteral("Half a"));
  open(false);
  EXPECT_FALSE(QSettings().childGroups().contains(QStringLiteral("unsaid")));
}

TEST_F(PracticeGui, EnterPressesWhateverHasTheFocus) {
  addScenario(testing::smallScenario());
  open(false);
  press(Qt::Key_Return);
  press(Qt::Key_Tab);
  press(Qt::Key_Tab);  // Past "own words" to "Home".
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Practise a call")));
}

TEST_F(PracticeGui, DigitsChooseWhereverTheFocusIs) {
  startCall();
  press(Qt::Key_Tab);  // Away from the box.
  press(Qt::Key_Tab);
  press(Qt::Key_1);
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
}

TEST_F(PracticeGui, TheBriefCanBeReadInTheMiddleOfACall) {
  Scenario scenario = testing::smallScenario();
  scenario.brief.situation = {"They bake at night."};
  addScenario(std::move(scenario));
  open(false);
  press(Qt::Key_Return);
  press(Qt::Key_Return);
  press(Qt::Key_1);
  press(Qt::Key_F1);
  EXPECT_TRUE(shows(QStringLiteral("They bake at night.")));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
}

TEST_F(PracticeGui, TopicsAreASecondPageThatEscapeLeaves) {
  startCall();
  press(Qt::Key_4);  // The three moves come first.
  EXPECT_TRUE(shows(QStringLiteral("What have you paid for this so far?")));
  press(Qt::Key_Escape);
  EXPECT_TRUE(shows(QStringLiteral("Choose what to say")));
  press(Qt::Key_4);
  press(Qt::Key_1);
  EXPECT_TRUE(shows(QStringLiteral("Reply to price")));
}

TEST_F(PracticeGui, ANewCallBeginsWithWhatCanBeSaid) {
  startCall();
  press(Qt::Key_4);
  ASSERT_TRUE(shows(QStringLiteral("What have you paid for this so far?")));
  press(Qt::Key_1, Qt::ControlModifier);
  press(Qt::Key_Return);
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Choose what to say")));
  EXPECT_FALSE(shows(QStringLiteral("What have you paid for this so far?")));
}

TEST_F(PracticeGui, ARuleOfTheScoreCardShowsItsWordsAndItsMeaning) {
  startCall();
  press(Qt::Key_2);  // pitch: costs under one rule, and is too early
  press(Qt::Key_1);
  press(Qt::Key_3);
  press(Qt::Key_Return);
  for (QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
    if (button->isVisible() && button->isEnabled() &&
        button->accessibleName().startsWith(QStringLiteral("Brings applications"))) {
      button->setFocus();
      break;
    }
  }
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("The words behind: Brings applications")));
  EXPECT_TRUE(shows(QStringLiteral("for which task, with what result")));
  EXPECT_TRUE(shows(QStringLiteral("A list of features.")));
  EXPECT_FALSE(shows(QStringLiteral("This describes a product")));  // Of another kind.
  press(Qt::Key_Escape);
  EXPECT_TRUE(shows(QStringLiteral("This describes a product")));
}

TEST_F(PracticeGui, AScenarioWithNotesToWriteOverIsMarkedUnfinished) {
  const TempFolder folder;
  const std::filesystem::path path = folder.path() / "small.json";
  const auto add = [&](const Scenario& scenario) {
    ASSERT_TRUE(writeFile(path, writeScenario(scenario)));
    m_workplace.scenarios.push_back(openScenario(path, m_workplace.method.method.get()));
    open(false);
  };
  Scenario scenario = testing::smallScenario();
  add(scenario);
  EXPECT_FALSE(shows(QStringLiteral("unfinished")));
  scenario.brief.objective = "[to do: what for]";
  add(scenario);
  EXPECT_TRUE(shows(QStringLiteral("unfinished")));
}

TEST_F(PracticeGui, TextIsNeverMarkup) {
  Scenario scenario = testing::smallScenario();
  scenario.title = "<b>Small</b>";
  scenario.brief.situation = {"<img src='x'> & more"};
  scenario.nodes[0].lines.back().text = "<i>Ten</i> minutes.";
  addScenario(std::move(scenario));
  open(false);
  EXPECT_TRUE(shows(QStringLiteral("<b>Small</b>")));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("<img src='x'> & more")));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("<i>Ten</i> minutes.")));
  for (const QLabel* label : m_window->findChildren<QLabel*>()) {
    EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
  }
}

TEST_F(PracticeGui, ABrokenScenarioIsNamedOnHomeAndTheOthersCanBePlayed) {
  ScenarioFile broken;
  broken.path = "broken.json";
  broken.diagnostics = {{"SC001", Severity::error, "", 7, "This is not JSON.", ""}};
  m_workplace.scenarios.push_back(broken);
  addScenario(testing::smallScenario());
  open(false);
  EXPECT_TRUE(shows(QStringLiteral("broken.json: Line 7: This is not JSON.")));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Start with options")));
}

TEST_F(PracticeGui, ACallThatCannotBeSavedGoesOnAndSaysSo) {
  addScenario(testing::smallScenario());
  m_workplace.person = {m_workplace.newId(), "Unknown to the store"};
  open(false);
  press(Qt::Key_Return);
  press(Qt::Key_Return);
  press(Qt::Key_1);
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
  EXPECT_TRUE(shows(QStringLiteral("not saved yet")));
}

// A call whose person the store does not know cannot be saved until it does.
TEST_F(PracticeGui, ACallThatCannotBeSavedIsKeptUntilItCanBe) {
  addScenario(testing::smallScenario());
  const Person unknown{m_workplace.newId(), "Unknown to the store"};
  m_workplace.person = unknown;
  open(false);
  press(Qt::Key_Return);
  press(Qt::Key_Return);
  press(Qt::Key_1);
  const auto goHome = [&] { press(Qt::Key_1, Qt::ControlModifier); };
  goHome();
  EXPECT_TRUE(shows(QStringLiteral("Not every call is saved yet")));
  picture(QStringLiteral("home-unsaved"));
  press(Qt::Key_Return);  // Another call takes its place on the table.
  press(Qt::Key_Return);
  press(Qt::Key_2);
  EXPECT_FALSE(m_window->close());
  EXPECT_TRUE(shows(QStringLiteral("Close again to lose what is not")));
  picture(QStringLiteral("close-unsaved"));
  ASSERT_TRUE(m_workplace.store->addPerson(unknown));
  EXPECT_TRUE(m_window->close());
  const std::vector<SessionRow> kept = m_workplace.store->sessions().value();
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].summary.turns + kept[1].summary.turns, 2);
}

TEST_F(PracticeGui, AWindowWithACallThatCannotBeSavedClosesTheSecondTime) {
  addScenario(testing::smallScenario());
  m_workplace.person = {m_workplace.newId(), "Unknown to the store"};
  open(false);
  press(Qt::Key_Return);
  press(Qt::Key_Return);
  press(Qt::Key_1);
  EXPECT_FALSE(m_window->close());
  EXPECT_TRUE(m_window->close());
}

TEST_F(PracticeGui, WithoutADatabaseOneCanPractiseAndIsToldThatNothingIsKept) {
  addScenario(testing::smallScenario());
  m_workplace.store.reset();
  open(false);
  m_window->showProblem(QStringLiteral("Calls cannot be saved."), true);
  EXPECT_FALSE(shows(QStringLiteral("Your calls will be kept here")));
  press(Qt::Key_Return);
  press(Qt::Key_Return);
  press(Qt::Key_1);
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
  EXPECT_TRUE(shows(QStringLiteral("Calls cannot be saved.")));
}

TEST_F(PracticeGui, EveryViewIsPicturedInBothThemesAndSizes) {
  addShipped();
  for (const Theme theme : {Theme::light, Theme::dark}) {
    applyTheme(*qApp, theme);
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
      const QString suffix =
          QStringLiteral("-%1-%2")
              .arg(theme == Theme::light ? QStringLiteral("light") : QStringLiteral("dark"))
              .arg(size.width());
      open(false, size);
      picture(QStringLiteral("home") + suffix);
      press(Qt::Key_Tab);  // Past the first exercise to the call with the chief executive.
      press(Qt::Key_Return);
      picture(QStringLiteral("brief") + suffix);
      press(Qt::Key_Return);
      for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) press(key);
      picture(QStringLiteral("call") + suffix);
      for (int i = 0; i < 40 && !shows(QStringLiteral("See how it went")); ++i) press(Qt::Key_1);
      picture(QStringLiteral("call-over") + suffix);
      press(Qt::Key_Space);
      picture(QStringLiteral("debrief") + suffix);
    }
  }
  applyTheme(*qApp, Theme::light);
}

}  // namespace
}  // namespace sparring::ui
