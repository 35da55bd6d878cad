// The trainer's workspace by keyboard alone.
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <fstream>

#include "base/file.h"
#include "bridge/authored_file.h"
#include "gui/author_fixture.h"
#include "scenario/write.h"

namespace sparring::ui {
namespace {

class AuthorGui : public AuthorTest {
 protected:
  // Goes to the next problem, as the keyboard does, and says which field took the focus.
  QString nextProblem() {
    press(Qt::Key_F8);
    return target()->accessibleName();
  }
  int errors() {
    document().judge();
    int count = 0;
    for (const Diagnostic& each : document().problems()) {
      if (each.severity == Severity::error) ++count;
    }
    return count;
  }
  static std::string bytesOf(const std::filesystem::path& path) {
    return readFile(path, 1 << 24).value_or("");
  }
  std::filesystem::path onlyOwnFile() const {
    for (const auto& each : std::filesystem::directory_iterator(m_workplace.ownScenarios)) {
      if (each.path().extension() == ".json") return each.path();
    }
    return {};
  }
};

TEST_F(AuthorGui, ATrainerWritesAScenarioFromATemplateToTheEnd) {
  show();
  EXPECT_TRUE(shows("Write your own buyer"));
  press(Qt::Key_N, Qt::ControlModifier);
  type("Call on a dean");
  press(Qt::Key_Return);
  ASSERT_TRUE(shows("Call on a dean"));
  ASSERT_EQ(scenario().nodes.size(), 4U);
  EXPECT_EQ(errors(), 0);

  // A fifth node: what it lacks is said, and F8 leads from one lack to the next.
  press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
  ASSERT_EQ(scenario().nodes.size(), 5U);
  EXPECT_EQ(target()->accessibleName(), "Title");
  type("A doubt");
  EXPECT_GT(errors(), 0);
  for (int i = 0; i < 9 && target()->accessibleName() != "What the buyer says"; ++i) nextProblem();
  ASSERT_EQ(target()->accessibleName(), "What the buyer says");
  type("And who else does this?");
  press(Qt::Key_M, Qt::ControlModifier);
  ASSERT_EQ(scenario().nodes[4].moves.size(), 1U);
  type("Which of them would you call first?");
  EXPECT_EQ(scenario().nodes[4].moves[0].phrasings[0], "Which of them would you call first?");
  ASSERT_TRUE(tabTo("What the buyer says"));
  type("The one in Leeds.");
  ASSERT_TRUE(tabTo("Leads to"));
  choose("The end");
  EXPECT_EQ(scenario().nodes[4].moves[0].target, "settle");
  EXPECT_EQ(errors(), 0);

  // Breaking something: the field is gone to, and mended where it stands.
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(scenario().nodes[4].moves[0].target, "");
  press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(scenario().nodes[4].moves[0].target, "settle");
  ASSERT_TRUE(tabTo("Only when"));
  type("trust >=");
  EXPECT_EQ(errors(), 1);
  m_author->editor().goTo("/nodes/0");
  ASSERT_EQ(nextProblem(), "Only when");  // Before all that is only to consider.
  retype("trust >= 3");
  EXPECT_EQ(scenario().nodes[4].moves[0].when, "trust >= 3");
  EXPECT_EQ(errors(), 0);

  press(Qt::Key_F5, Qt::ShiftModifier);
  EXPECT_TRUE(shows("And who else does this?"));
  press(Qt::Key_1);
  EXPECT_TRUE(shows("The one in Leeds."));

  press(Qt::Key_S, Qt::ControlModifier);
  const std::filesystem::path file = onlyOwnFile();
  EXPECT_EQ(file.filename(), "call-on-a-dean.json");
  EXPECT_EQ(bytesOf(file), writeScenario(scenario()));
  const ScenarioFile opened = openScenario(file, m_workplace.method.method.get());
  EXPECT_FALSE(hasErrors(opened.diagnostics));
  EXPECT_EQ(*opened.loaded.scenario, scenario());
  bool listed = false;
  for (const ScenarioFile& each : m_workplace.scenarios) {
    listed = listed || (each.path == file && each.loaded.scenario->nodes.size() == 5);
  }
  EXPECT_TRUE(listed);
}

TEST_F(AuthorGui, ListsAreSortedDuplicatedAndThinnedByKeys) {
  const std::filesystem::path path = own(testing::smallScenario());
  show();
  edit(path);
  m_author->editor().goTo("/nodes/0/moves/0/phrasings/1");
  const std::vector<std::string> before = scenario().nodes[0].moves[0].phrasings;
  press(Qt::Key_Up, Qt::AltModifier);
  const std::vector<std::string> swapped = {before[1], before[0]};
  EXPECT_EQ(scenario().nodes[0].moves[0].phrasings, swapped);
  press(Qt::Key_D, Qt::ControlModifier);
  EXPECT_EQ(scenario().nodes[0].moves[0].phrasings.size(), 3U);
  press(Qt::Key_Delete, Qt::AltModifier);
  EXPECT_EQ(scenario().nodes[0].moves[0].phrasings, swapped);
  press(Qt::Key_Return);
  EXPECT_EQ(scenario().nodes[0].moves[0].phrasings.size(), 3U);
  // In the list of parts the same keys move whole parts.
  m_author->editor().goTo("/nodes/1");
  press(Qt::Key_F6, Qt::ShiftModifier);
  press(Qt::Key_Down, Qt::AltModifier);
  EXPECT_EQ(scenario().nodes[2].id.value, "deep");
  EXPECT_EQ(m_author->editor().part(), "/nodes/2");
  press(Qt::Key_Delete);
  EXPECT_EQ(scenario().nodes.size(), 2U);
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(m_author->editor().part(), "/nodes/2");
}

TEST_F(AuthorGui, RenamingAnIdTakesItsReferencesAlongAndIsOneStep) {
  const std::filesystem::path path = own(testing::smallScenario());
  show();
  edit(path);
  m_author->editor().goTo("/nodes/1/id");
  ASSERT_EQ(target()->accessibleName(), "Id");
  retype("deeper");
  press(Qt::Key_Return);
  EXPECT_EQ(scenario().nodes[1].id.value, "deeper");
  EXPECT_EQ(scenario().nodes[0].moves[0].target, "deeper");
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(scenario().nodes[1].id.value, "deep");
  EXPECT_EQ(scenario().nodes[0].moves[0].target, "deep");
}

TEST_F(AuthorGui, AnIdThatCannotBeIsNotTakenAndUsesStayWithTheirVariable) {
  const std::filesystem::path path = own(testing::smallScenario());
  show();
  edit(path);
  const Scenario before = scenario();
  ASSERT_FALSE(before.variables.empty());
  const std::string old = before.variables[0].id.value;
  m_author->editor().goTo("/variables/0/id");
  auto* line = qobject_cast<QLineEdit*>(target());
  ASSERT_NE(line, nullptr);
  retype("Good Will");
  EXPECT_TRUE(shows("Use lower-case letters, digits and _; a letter first."));
  press(Qt::Key_Return);
  press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_EQ(line->text(), "Good Will");
  EXPECT_EQ(scenario(), before);
  document().judge();
  EXPECT_TRUE(shows("Use lower-case letters, digits and _; a letter first."));
  press(Qt::Key_Tab);
  EXPECT_EQ(line->text(), toQt(old));
  EXPECT_FALSE(shows("Use lower-case letters"));
  EXPECT_EQ(scenario(), before);

  m_author->editor().goTo("/variables/0/id");
  retype("visited");
  EXPECT_TRUE(shows("This word has a meaning of its own in conditions."));
  retype("good_will");
  EXPECT_FALSE(shows("This word has a meaning"));
  press(Qt::Key_Return);
  EXPECT_EQ(scenario().variables[0].id.value, "good_will");
  EXPECT_NE(writeScenario(before).find(old + " "), std::string::npos);
  EXPECT_EQ(writeScenario(scenario()).find(old + " "), std::string::npos);

  m_author->editor().goTo("/nodes/1/id");
  retype(toQt(scenario().nodes[0].id.value));
  EXPECT_TRUE(shows("Another node or outcome has this name."));
  press(Qt::Key_Tab);
  EXPECT_EQ(scenario().nodes[1].id.value, before.nodes[1].id.value);
}

TEST_F(AuthorGui, AnIdThatIsStillBeingTypedIsSavedToo) {
  const std::filesystem::path path = own(testing::smallScenario());
  show();
  edit(path);
  m_author->editor().goTo("/nodes/1/id");
  retype("deeper");
  press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_EQ(AuthoredFile::open(path)->read().nodes[0].moves[0].target, "deeper");
}

TEST_F(AuthorGui, SelectedWordsBecomeAMark) {
  const std::filesystem::path path = own(testing::smallScenario());
  show();
  edit(path);
  m_author->editor().goTo("/nodes/1/moves/0/phrasings/0");
  press(Qt::Key_Home);
  for (int i = 0; i < 17; ++i) press(Qt::Key_Right, Qt::ShiftModifier);
  press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
  ASSERT_EQ(scenario().nodes[1].moves[0].marks.size(), 1U);
  EXPECT_EQ(scenario().nodes[1].moves[0].marks[0].words, "How do your shops");
  EXPECT_EQ(target()->accessibleName(), "These words");
}

TEST_F(AuthorGui, WhatIsNotSavedIsKeptAndOfferedAgain) {
  const std::filesystem::path path = own(testing::smallScenario());
  show();
  edit(path);
  m_author->editor().goTo("/title");
  retype("Unsaved");
  press(Qt::Key_W, Qt::ControlModifier);
  EXPECT_TRUE(shows("Unsaved draft"));
  EXPECT_EQ(AuthoredFile::open(path)->read().title, "Small");
  press(Qt::Key_Return);
  ASSERT_TRUE(shows("There is an unsaved draft"));
  picture("author-draft");
  EXPECT_EQ(scenario().title, "Small");
  press(Qt::Key_Return);  // Go on with the draft.
  EXPECT_EQ(scenario().title, "Unsaved");
  press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_EQ(AuthoredFile::open(path)->read().title, "Unsaved");
  EXPECT_FALSE(hasDraft(path));
}

TEST_F(AuthorGui, WhatCannotBeSaidInATriedCallSaysWhyAndLeadsToItsPlace) {
  show();
  edit(own(testing::smallScenario()));
  press(Qt::Key_F5);
  press(Qt::Key_3);  // Says "stay", which then is not offered any more.
  press(Qt::Key_F4);
  EXPECT_TRUE(
      shows(QStringLiteral("“Thank you for the time today.” has already been said. So since "
                           "turn 1.")));
  press(Qt::Key_Return);
  EXPECT_TRUE(target()->accessibleName().startsWith(QStringLiteral("What can be said")));
  EXPECT_TRUE(shows(QStringLiteral("Thank you for the time today.")));
}

TEST_F(AuthorGui, ADraftIsDiscardedOnlyWhenAskedTo) {
  const std::filesystem::path path = own(testing::smallScenario());
  Scenario draft = testing::smallScenario();
  draft.title = "Draft";
  ASSERT_TRUE(AuthoredFile::open(path)->keepDraft(draft));
  show();
  edit(path);
  EXPECT_TRUE(m_author->workAtRisk().isEmpty());
  EXPECT_TRUE(hasDraft(path));
  press(Qt::Key_Tab);
  press(Qt::Key_Return);  // Discard it.
  EXPECT_FALSE(hasDraft(path));
  EXPECT_EQ(scenario().title, "Small");
}

TEST_F(AuthorGui, AFileThatOthersChangedIsAskedAboutAndNothingIsLost) {
  const std::filesystem::path path = own(testing::smallScenario());
  show();
  edit(path);
  m_author->editor().goTo("/title");
  retype("Mine");
  Scenario theirs = testing::smallScenario();
  theirs.title = "Theirs";
  ASSERT_TRUE(writeFile(path, writeScenario(theirs)));
  press(Qt::Key_S, Qt::ControlModifier);
  ASSERT_TRUE(shows("Somebody else changed this file"));
  EXPECT_EQ(bytesOf(path), writeScenario(theirs));
  press(Qt::Key_Tab);
  press(Qt::Key_Return);  // Load theirs.
  EXPECT_EQ(scenario().title, "Theirs");
  std::filesystem::path beside = path;
  beside += ".mine";
  EXPECT_NE(bytesOf(beside).find("\"Mine\""), std::string::npos);
}

TEST_F(AuthorGui, AFileWithFaultsIsSavedAndSaysSo) {
  Scenario broken = testing::smallScenario();
  broken.nodes[0].moves[0].target = "nowhere";
  const std::filesystem::path path = own(broken);
  show();
  EXPECT_TRUE(shows("1 fault"));
  edit(path);
  m_author->editor().goTo("/title");
  type("!");
  press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_TRUE(shows("Saved with 1 fault"));
}

TEST_F(AuthorGui, AFileThatIsNoScenarioSaysWhy) {
  std::filesystem::create_directories(m_workplace.ownScenarios);
  std::ofstream(m_workplace.ownScenarios / "odd.json") << "nothing of the kind";
  m_workplace.reloadScenarios();
  show();
  EXPECT_TRUE(shows("odd.json"));
  EXPECT_TRUE(shows("Cannot be read as a scenario"));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows("Line 1:"));
}

TEST_F(AuthorGui, ABrokenScenarioCanStillBeTried) {
  Scenario broken = testing::smallScenario();
  broken.nodes[0].moves[0].phrasings.clear();
  broken.nodes[0].moves[1].id = broken.nodes[0].moves[2].id;
  broken.nodes[0].moves[2].target = "nowhere";
  broken.nodes[0].speaker = PersonaId("nobody");
  const std::filesystem::path path = own(broken);
  show();
  edit(path);
  press(Qt::Key_F5);
  EXPECT_TRUE(shows("I have ten minutes."));
  press(Qt::Key_2);
  press(Qt::Key_3);
  press(Qt::Key_F3);
  EXPECT_TRUE(shows("I have ten minutes."));
}

// What of a pane's contents stands beyond its right edge.
QStringList beyond(const QWidget& pane) {
  QStringList out;
  for (const QWidget* each : pane.findChildren<QWidget*>()) {
    if (!each->isVisible() || each->window() != pane.window()) continue;
    const int right = each->mapTo(&pane, QPoint(each->width(), 0)).x();
    const int left = each->mapTo(&pane, QPoint(0, 0)).x();
    if (right > pane.width() || left < 0) {
      out += QStringLiteral("%1 “%2” %3..%4 of %5")
                 .arg(QLatin1String(each->metaObject()->className()), each->accessibleName())
                 .arg(left)
                 .arg(right)
                 .arg(pane.width());
    }
  }
  return out;
}

TEST_F(AuthorGui, PanesKeepToThemselvesInTheSmallestWindow) {
  const auto file = openScenario(m_workplace.folders.scenarios / "ceo-first-call.json", nullptr);
  const std::filesystem::path path = own(*file.loaded.scenario);
  show({900, 600});
  edit(path);
  EXPECT_EQ(m_author->width(), 900);
  press(Qt::Key_F5);
  document().change(Edit{SetField{"/title", std::string("Another")}}, "x");
  auto* panes = m_author->findChild<QSplitter*>(QStringLiteral("panes"));
  ASSERT_NE(panes, nullptr);
  int index = 0;
  for (const char* place : {"", "/brief", "/personas/0", "/nodes/0", "/nodes/0/moves/0",
                            "/nodes/0/moves/0/marks/0", "/variables/0", "/interruptions"}) {
    m_author->editor().goTo(place);
    settle();
    picture(QStringLiteral("author-small-%1").arg(index++));
    int right = 0;
    for (int i = 0; i < panes->count(); ++i) {
      EXPECT_GE(panes->widget(i)->x(), right) << place;
      right = panes->widget(i)->x() + panes->widget(i)->width();
      EXPECT_EQ(beyond(*panes->widget(i)).join(u'\n').toStdString(), "") << place;
    }
    EXPECT_LE(right, panes->width()) << place;
  }
}

TEST_F(AuthorGui, ALongTextKeepsItsLeftEdge) {
  const std::filesystem::path path = own(testing::smallScenario());
  show();
  edit(path);
  m_author->editor().goTo("/nodes/0/moves/0/reply");
  auto* field = qobject_cast<QPlainTextEdit*>(target());
  ASSERT_NE(field, nullptr) << target()->accessibleName().toStdString();
  for (int i = 0; i < 48; ++i) {
    field->insertPlainText("We looked at that in spring, and then the plants. ");
    settle();
    ASSERT_EQ(field->horizontalScrollBar()->value(), 0) << i;
    ASSERT_EQ(field->horizontalScrollBar()->maximum(), 0) << i;
  }
  picture("author-long-text");
}

// Pictures for people to look at.
class AuthorPictures : public AuthorGui, public ::testing::WithParamInterface<Theme> {
 protected:
  void SetUp() override { applyTheme(*qApp, GetParam()); }
  void TearDown() override { applyTheme(*qApp, Theme::light); }
  QString shade() const { return GetParam() == Theme::light ? "light" : "dark"; }
};

TEST_P(AuthorPictures, OfEveryView) {
  for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
    const QString end = QStringLiteral("-%1-%2").arg(size.width()).arg(shade());
    show(size);
    picture("author-list-empty" + end);
    press(Qt::Key_N, Qt::ControlModifier);
    picture("author-new" + end);
    press(Qt::Key_Escape);
    const std::filesystem::path ceo =
        own(*openScenario(m_workplace.folders.scenarios / "ceo-first-call.json", nullptr)
                 .loaded.scenario);
    show(size);
    picture("author-list" + end);
    edit(ceo);
    picture("author-overview" + end);
    if (size.width() > 1280) {
      m_author->editor().goTo("/nodes/0/moves/0/marks/0");
      picture("author-marks" + end);
      continue;
    }
    for (const auto& [name, place] : {std::pair("brief", "/brief"),
                                      {"person", "/personas/0"},
                                      {"node", "/nodes/8"},
                                      {"move", "/nodes/0/moves/0/phrasings/0"},
                                      {"marks", "/nodes/0/moves/0/marks/0"},
                                      {"interruptions", "/interruptions"},
                                      {"state", "/variables/0"},
                                      {"nodes", "/nodes"}}) {
      m_author->editor().goTo(place);
      picture(QStringLiteral("author-") + name + end);
    }
    m_author->editor().goTo("/nodes/0");
    press(Qt::Key_F5);
    press(Qt::Key_1);
    picture("author-try" + end);
    press(Qt::Key_F4);
    picture("author-why" + end);
    m_author->editor().goTo("/nodes/0/moves/0/target");
    document().change(Edit{SetField{"/nodes/0/moves/0/target", std::string("nowhere")}}, "x");
    document().change(Edit{SetField{"/nodes/0/moves/0/when", std::string("trust >=")}}, "x");
    document().change(Edit{SetField{"/nodes/0/moves/0/marks/0/words", std::string("zebra")}}, "x");
    document().change(Edit{RemovePart{"/personas", 0}}, "x");
    press(Qt::Key_F8);
    picture("author-problems" + end);
    std::filesystem::remove_all(m_workplace.ownScenarios);
    m_workplace.reloadScenarios();
  }
}

INSTANTIATE_TEST_SUITE_P(Shades, AuthorPictures, ::testing::Values(Theme::light, Theme::dark));

}  // namespace
}  // namespace sparring::ui
