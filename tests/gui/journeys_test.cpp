// The three at the table in the whole window, by keyboard alone: what one does, the others find.
#include <QPlainTextEdit>

#include "author/author_workspace.h"
#include "author/editor_page.h"
#include "gui/gui_fixture.h"
#include "support/temp_folder.h"
#include "widgets/bubble.h"
#include "widgets/option_list.h"

namespace sparring::ui {
namespace {

class Journey : public GuiTest {
 protected:
  Journey() {
    const std::filesystem::path source(SPARRING_SOURCE_DIR);
    m_workplace.folders = {.scenarios = source / "scenarios",
                           .method = source / "data" / "method",
                           .templates = source / "data" / "templates",
                           .archetypes = source / "data" / "archetypes",
                           .explanations = source / "docs" / "diagnostics"};
    m_workplace.ownScenarios = m_folder / "scenarios";
    m_workplace.reloadScenarios();
  }

  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1) {
    for (int i = 0; i < times; ++i) {
      // Offscreen, a menu or a list of completions that closes leaves no window active.
      if (QApplication::activePopupWidget() == nullptr) {
        QApplication::setActiveWindow(m_window.get());
      }
      GuiTest::press(key, modifiers);
    }
  }
  // Tab after Tab until something of that name has the keyboard.
  bool tabTo(const QString& name) {
    for (int i = 0; i < 60; ++i) {
      if (target()->accessibleName().contains(name)) return true;
      if (target()->accessibleDescription().contains(name)) return true;
      press(Qt::Key_Tab);
    }
    return false;
  }
  void sitDown(const QString& name, bool isNew) {
    press(Qt::Key_U, Qt::ControlModifier);
    chooseFromMenu(isNew ? QStringLiteral("Somebody else …") : name);
    if (!isNew) return;
    type(name);
    press(Qt::Key_Return);
  }
  std::vector<SignedAnnotation> remarks(const Uuid& session) const {
    return standing(m_workplace.store->annotations(session).value());
  }

  TempFolder m_folder;
};

TEST_F(Journey, ARepMeetsTheCommitteeAManagerCommentsAndTheRepReadsIt) {
  open(false);
  ASSERT_TRUE(shows(QStringLiteral("4 people")));
  ASSERT_TRUE(tabTo(QStringLiteral("Four chairs and a clock")));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Miriam Adeyemi, Managing director")));
  picture(QStringLiteral("journey-brief"));
  press(Qt::Key_Return);
  ASSERT_TRUE(shows(QStringLiteral("Choose what to say")));
  EXPECT_TRUE(shows(QStringLiteral("Also at the table")));
  press(Qt::Key_1);
  press(Qt::Key_1);
  // Anybody in the room can be asked: the last option leads to whom.
  const auto rows = [&] { return m_workplace.store->sessions()->front().summary.turns; };
  EXPECT_EQ(rows(), 2);
  press(static_cast<Qt::Key>(Qt::Key_0 + m_window->findChild<OptionList*>()->count()));
  ASSERT_TRUE(shows(QStringLiteral("Whom do you ask?")));
  picture(QStringLiteral("journey-whom"));
  press(Qt::Key_1);
  press(Qt::Key_1);
  EXPECT_EQ(rows(), 3);
  picture(QStringLiteral("journey-committee"));
  for (int turn = 0; turn < 60 && !shows(QStringLiteral("See how it went")); ++turn) {
    press(Qt::Key_1);
  }
  ASSERT_TRUE(shows(QStringLiteral("See how it went")));
  const SessionRow call = m_workplace.store->sessions()->front();
  EXPECT_TRUE(call.summary.over);
  EXPECT_EQ(call.header.scenarioId, "committee-four-chairs");
  const std::string said =
      std::get<SellerTurn>(m_workplace.store->session(call.header.id)->entries.front()).text;

  sitDown(QStringLiteral("Mina"), true);
  press(Qt::Key_2, Qt::ControlModifier);
  press(Qt::Key_F, Qt::ControlModifier);
  type(QStringLiteral("ada"));
  press(Qt::Key_Return, Qt::NoModifier, 2);
  ASSERT_TRUE(shows(QStringLiteral("Turn 1 of %1").arg(call.summary.turns)));
  EXPECT_TRUE(shows(toQt(said)));
  press(Qt::Key_C);
  press(Qt::Key_Right, Qt::ShiftModifier, 3);
  press(Qt::Key_Return);
  type(QStringLiteral("A good way in."));
  press(Qt::Key_Return, Qt::ControlModifier);
  press(Qt::Key_D);
  type(QStringLiteral("Too early for praise."));
  press(Qt::Key_Return, Qt::ControlModifier);
  const std::vector<SignedAnnotation> kept = remarks(call.header.id);
  ASSERT_EQ(kept.size(), 2U);
  const Span words = kept[0].annotation.words;
  EXPECT_EQ(countWords(said.substr(words.begin, words.end - words.begin)), 4);
  EXPECT_EQ(kept[1].annotation.kind, Annotation::Kind::disagree);
  EXPECT_EQ(kept[1].authorName, "Mina");

  sitDown(QStringLiteral("Ada"), false);
  EXPECT_EQ(m_workplace.person.name, "Ada");
  ASSERT_TRUE(shows(QStringLiteral("2 comments")));
  ASSERT_TRUE(tabTo(QStringLiteral("2 comments")));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("A good way in.")));
  EXPECT_TRUE(shows(QStringLiteral("Mina disagrees")));
  EXPECT_TRUE(shows(QStringLiteral("Too early for praise.")));
  picture(QStringLiteral("journey-debrief"));
  // Asking for the words behind a rule shows the first turn that has some.
  ASSERT_TRUE(tabTo(QStringLiteral("Brings applications")));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("The words behind: Brings applications")));
  const Bubble* shown = nullptr;
  for (const Bubble* each : m_window->findChildren<Bubble*>()) {
    for (const QFrame* frame : each->findChildren<QFrame*>()) {
      if (frame->property("highlighted").toBool()) shown = each;
    }
  }
  picture(QStringLiteral("journey-rule"));
  ASSERT_NE(shown, nullptr);
  EXPECT_TRUE(shown->visibleRegion().contains(QPoint(shown->width() / 2, 1)));
}

TEST_F(Journey, WhatIsHalfWrittenStaysWithItsWriterAndOutlastsTheWindow) {
  {
    PracticeSession call =
        PracticeSession::begin(m_workplace.scenarios.front().loaded, m_workplace.method,
                               m_workplace.person, 0, m_workplace.ports());
    call.choose(call.offered().front()->id);
  }
  open(false);
  press(Qt::Key_2, Qt::ControlModifier);
  press(Qt::Key_Return);
  ASSERT_TRUE(shows(QStringLiteral("Turn 1 of 1")));
  press(Qt::Key_C);
  press(Qt::Key_Tab);
  type(QStringLiteral("Ada's own thought."));
  auto* field = m_window->findChild<QPlainTextEdit*>(QStringLiteral("remark"));
  ASSERT_NE(field, nullptr);

  sitDown(QStringLiteral("Mina"), true);
  press(Qt::Key_2, Qt::ControlModifier);
  EXPECT_TRUE(field->isVisible());
  EXPECT_TRUE(field->toPlainText().isEmpty());
  press(Qt::Key_C);
  press(Qt::Key_Tab);
  type(QStringLiteral("Mina's."));
  EXPECT_TRUE(m_window->close());  // In the middle of a word, and nothing is lost.

  open(false);
  press(Qt::Key_2, Qt::ControlModifier);
  press(Qt::Key_Return);
  const auto fieldNow = [&] {
    return m_window->findChild<QPlainTextEdit*>(QStringLiteral("remark"))->toPlainText();
  };
  EXPECT_EQ(fieldNow(), QStringLiteral("Mina's."));
  sitDown(QStringLiteral("Ada"), false);
  press(Qt::Key_2, Qt::ControlModifier);
  EXPECT_EQ(fieldNow(), QStringLiteral("Ada's own thought."));
}

TEST_F(Journey, TheRepPractisesWhatTheTrainerHasWritten) {
  open(false);
  press(Qt::Key_3, Qt::ControlModifier);
  ASSERT_TRUE(shows(QStringLiteral("Write your own buyer")));
  press(Qt::Key_N, Qt::ControlModifier);
  type(QStringLiteral("Call on a dean"));
  press(Qt::Key_Return);
  press(Qt::Key_S, Qt::ControlModifier);
  press(Qt::Key_1, Qt::ControlModifier);
  ASSERT_TRUE(tabTo(QStringLiteral("Call on a dean")));
  press(Qt::Key_Return, Qt::NoModifier, 2);
  ASSERT_TRUE(shows(QStringLiteral("Choose what to say")));
  press(Qt::Key_1);
  EXPECT_EQ(m_workplace.store->sessions()->front().header.scenarioTitle, "Call on a dean");
  // Back at the desk the page is as it was left.
  press(Qt::Key_3, Qt::ControlModifier);
  auto* author = m_window->findChild<AuthorWorkspace*>();
  ASSERT_NE(author, nullptr);
  EXPECT_EQ(author->currentWidget(), &author->editor());
}

}  // namespace
}  // namespace sparring::ui
