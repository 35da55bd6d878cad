// Own words in the window, by keyboard: what was understood is shown, and put right with one key.
// What reads the words here needs no model; loading the real one is tried at the end.
#include <QImage>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include "bridge/understanding_loader.h"
#include "call/reading_view.h"
#include "gui/gui_fixture.h"
#include "support/naming_reader.h"
#include "support/temp_folder.h"
#include "widgets/banner.h"
#include "widgets/bubble.h"

namespace sparring::ui {
namespace {

class OwnWordsGui : public GuiTest {
 protected:
  OwnWordsGui() { m_workplace.understanding = testing::namingReader(*m_workplace.method.method); }
  void startCall(Scenario scenario = testing::smallScenario(), QSize size = {1280, 800}) {
    addScenario(std::move(scenario));
    open(false, size);
    press(Qt::Key_Return);
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
  }
  void say(const QString& words) {
    type(words);
    press(Qt::Key_Return);
  }
  QPlainTextEdit* box() const {
    return m_window->findChild<QPlainTextEdit*>(QStringLiteral("speech"));
  }
  std::vector<LogEntry> entries() const {
    const Uuid id = m_workplace.store->sessions()->front().header.id;
    return m_workplace.store->session(id)->entries;
  }
  // What a turn was read as, as it is shown; null where it is not.
  QAbstractButton* part(const QString& text) const {
    for (ReadingView* view : m_window->findChildren<ReadingView*>()) {
      for (QAbstractButton* each : view->findChildren<QAbstractButton*>()) {
        if (each->isVisible() && each->text() == text) return each;
      }
    }
    return nullptr;
  }
};

const QString clear = QStringLiteral("You promised to halve the waste, what has to be different?");

TEST_F(OwnWordsGui, WhatWasUnderstoodIsShownAndPutRightWithOneKey) {
  startCall();
  say(clear);
  ASSERT_TRUE(shows(QStringLiteral("Reply to cite")));
  EXPECT_TRUE(shows(QStringLiteral("Taken to mean: “Your letter promises half the waste")));
  EXPECT_TRUE(shows(QStringLiteral("That isn’t what I meant")));
  picture(QStringLiteral("own-words-understood"));

  press(Qt::Key_F2);
  EXPECT_FALSE(shows(QStringLiteral("Reply to cite")));
  ASSERT_TRUE(shows(QStringLiteral("Do you mean “")));
  EXPECT_FALSE(shows(QStringLiteral("halve the waste by spring")));  // Just turned down.
  EXPECT_TRUE(box()->isVisible());
  EXPECT_EQ(box()->toPlainText(), clear);
  picture(QStringLiteral("own-words-misread"));
  press(Qt::Key_1);
  EXPECT_FALSE(shows(QStringLiteral("Do you mean “")));
  EXPECT_TRUE(box()->toPlainText().isEmpty());

  const std::vector<LogEntry> log = entries();
  ASSERT_EQ(log.size(), 3U);
  EXPECT_EQ(std::get<SellerTurn>(log[0]).understood, Understood::matched);
  EXPECT_EQ(std::get<SellerTurn>(log[0]).move, MoveId("cite"));
  EXPECT_EQ(std::get<Rewind>(log[1]).reason, Rewind::Reason::misread);
  EXPECT_EQ(std::get<SellerTurn>(log[2]).understood, Understood::confirmed);
  EXPECT_NE(std::get<SellerTurn>(log[2]).move, MoveId("cite"));
  EXPECT_EQ(std::get<SellerTurn>(log[2]).text, std::get<SellerTurn>(log[0]).text);
}

TEST_F(OwnWordsGui, WhoWritesOnWhileAskedGoesOnWithTheSameWords) {
  startCall();
  say(clear);
  press(Qt::Key_F2);
  ASSERT_TRUE(shows(QStringLiteral("Do you mean “")));
  press(Qt::Key_H);
  EXPECT_TRUE(box()->hasFocus());
  EXPECT_EQ(box()->toPlainText(), clear + QStringLiteral(" h"));
  type(QStringLiteral("ow late do the vans come"));
  EXPECT_EQ(box()->toPlainText(), clear + QStringLiteral(" how late do the vans come"));
  EXPECT_TRUE(shows(QStringLiteral("Do you mean “")));  // The space has chosen nothing.
  press(Qt::Key_F6);
  EXPECT_TRUE(box()->toPlainText().endsWith(QStringLiteral("the vans come")));
}

TEST_F(OwnWordsGui, BackATurnWhileAskedTakesNoTurnBack) {
  startCall();
  say(clear);
  press(Qt::Key_F2);
  press(Qt::Key_1);
  say(QStringLiteral("what must change with the platform today"));
  ASSERT_TRUE(shows(QStringLiteral("Do you mean “")));
  const std::size_t before = entries().size();
  press(Qt::Key_F3);
  EXPECT_FALSE(shows(QStringLiteral("Do you mean “")));
  EXPECT_EQ(entries().size(), before);
  EXPECT_EQ(box()->toPlainText(), QStringLiteral("what must change with the platform today"));
}

TEST_F(OwnWordsGui, TheWordsOfAMisreadTurnCanBeChangedInstead) {
  startCall();
  say(clear);
  press(Qt::Key_F2);
  press(Qt::Key_Escape);
  EXPECT_FALSE(shows(QStringLiteral("Do you mean “")));
  ASSERT_EQ(box()->toPlainText(), clear);
  box()->selectAll();
  say(QStringLiteral("Our platform has two hundred connectors."));
  EXPECT_TRUE(shows(QStringLiteral("Reply to pitch")));
  EXPECT_EQ(entries().size(), 3U);
}

TEST_F(OwnWordsGui, TheButtonBeneathTheTurnDoesWhatTheKeyDoes) {
  startCall();
  say(clear);
  for (QPushButton* each : m_window->findChildren<QPushButton*>()) {
    if (each->text() == QStringLiteral("That isn’t what I meant")) each->click();
  }
  settle();
  EXPECT_TRUE(shows(QStringLiteral("Do you mean “")));
}

TEST_F(OwnWordsGui, WhatWasUnderstoodFitsANarrowPane) {
  startCall();
  say(clear);
  ASSERT_TRUE(shows(QStringLiteral("Taken to mean: “Your letter promises half the waste")));
  constexpr int narrow = 300;
  for (const ReadingView* view : m_window->findChildren<ReadingView*>()) {
    EXPECT_LE(view->minimumSizeHint().width(), narrow);
  }
}

TEST_F(OwnWordsGui, PointingAtAReadingShowsItsWords) {
  startCall();
  say(QStringLiteral("Our platform has two hundred connectors. I concede. It is all about us."));
  if (shows(QStringLiteral("What did you mean?"))) press(Qt::Key_1);
  QAbstractButton* gives = part(QStringLiteral("gives something away"));
  ASSERT_NE(gives, nullptr);
  EXPECT_NE(part(QStringLiteral("about us: 5 words")), nullptr);
  EXPECT_EQ(gives->accessibleDescription(), QStringLiteral("“I concede.” (100 % sure)"));
  auto* reading = m_window->findChild<ReadingView*>();
  ASSERT_NE(reading, nullptr);
  QSignalSpy pointed(reading, &ReadingView::pointedAt);
  // By Tab, as by pointing with the mouse.
  for (int i = 0; i < 20 && target() != gives; ++i) press(Qt::Key_Tab);
  ASSERT_EQ(target(), gives);
  picture(QStringLiteral("own-words-pointed"));
  const auto words = pointed.back().front().value<QList<TextRange>>();
  ASSERT_EQ(words.size(), 1);
  EXPECT_EQ(words.front().begin, 41);
  EXPECT_EQ(words.front().length, 10);
  press(Qt::Key_Tab);
}

TEST_F(OwnWordsGui, OnlyTheLastTurnCanBePutRightAndHiddenMarksHideTheActs) {
  startCall();
  say(QStringLiteral("Our platform has two hundred connectors. I concede."));
  if (shows(QStringLiteral("What did you mean?"))) press(Qt::Key_1);
  say(QStringLiteral("How do your shops decide how much to bake?"));
  EXPECT_EQ(m_window->findChildren<ReadingView*>().size(), 2);
  int keys = 0;
  for (QPushButton* each : m_window->findChildren<QPushButton*>()) {
    keys += each->isVisible() && each->text() == QStringLiteral("That isn’t what I meant") ? 1 : 0;
  }
  EXPECT_EQ(keys, 1);
  EXPECT_NE(part(QStringLiteral("gives something away")), nullptr);
  press(Qt::Key_F4);
  EXPECT_EQ(part(QStringLiteral("gives something away")), nullptr);
  EXPECT_TRUE(shows(QStringLiteral("Taken to mean")));
}

TEST_F(OwnWordsGui, TheWordsOfAnOptionAreReadBesideItsTags) {
  Scenario scenario = testing::smallScenario();
  scenario.nodes.front().moves.front().phrasings.front() += " I close with them.";
  startCall(std::move(scenario));
  press(Qt::Key_F6);
  press(Qt::Key_1);
  EXPECT_TRUE(shows(QStringLiteral("In your own words this would be read as: asks for the order")));
  press(Qt::Key_2, Qt::ControlModifier);
  press(Qt::Key_Return);
  EXPECT_TRUE(part(QStringLiteral("asks for the order")));
  EXPECT_TRUE(shows(QStringLiteral("In own words this would be read as:")));
}

TEST_F(OwnWordsGui, TheDebriefShowsHowEachTurnWasRead) {
  Scenario scenario = testing::smallScenario();
  scenario.nodes.front().moves.front().phrasings.front() += " I close with them.";
  startCall(std::move(scenario));
  press(Qt::Key_F6);
  press(Qt::Key_1);
  for (int i = 0; i < 12 && !shows(QStringLiteral("See how it went")); ++i) press(Qt::Key_1);
  press(Qt::Key_Space);
  ASSERT_TRUE(shows(QStringLiteral("The call, turn by turn")));
  EXPECT_TRUE(shows(QStringLiteral("In own words this would be read as:")));
  const QAbstractButton* shown = part(QStringLiteral("asks for the order"));
  ASSERT_NE(shown, nullptr);
  // Pointing at it marks its words.
  const auto* bubble = shown->parentWidget();
  while (qobject_cast<const Bubble*>(bubble) == nullptr) bubble = bubble->parentWidget();
  const auto* passage = static_cast<const Bubble*>(bubble)->passage();
  const QImage before = const_cast<PassageView*>(passage)->grab().toImage();
  QEvent enter(QEvent::Enter);
  QApplication::sendEvent(const_cast<QAbstractButton*>(shown), &enter);
  EXPECT_NE(const_cast<PassageView*>(passage)->grab().toImage(), before);
}

TEST_F(OwnWordsGui, AnythingThatIsSaidIsAnswered) {
  startCall();
  const QList<QString> odd = {QString(25'000, u'a'), QStringLiteral("?!…"),
                              QStringLiteral("🤷🏽‍♀️🚀"),
                              QStringLiteral("どうしますか。"), QString(QChar(0xD800)) + u'x'};
  for (const QString& each : odd) {
    box()->setPlainText(each);
    press(Qt::Key_Return);
    if (shows(QStringLiteral("What did you mean?"))) press(Qt::Key_0);
    EXPECT_TRUE(box()->toPlainText().isEmpty());
  }
  EXPECT_EQ(m_workplace.store->sessions()->front().summary.turns, odd.size());
}

TEST_F(OwnWordsGui, ALongCallInOwnWordsIsPictured) {
  addShipped();
  const QString longTurn = QStringLiteral(
      "Before I say a word about us: you told your own people in January that keeping the "
      "practices "
      "comes before any growth, and I wondered what that means for a lab manager on a Monday "
      "morning, when a scan comes in that nobody can read and the van leaves at four. I ask_goal "
      "of "
      "them, reflect, and I concede to us, with a feature_claim and a next_step at the end.");
  for (const Theme theme : {Theme::light, Theme::dark}) {
    applyTheme(*qApp, theme);
    for (const QSize size : {QSize(900, 600), QSize(1280, 800), QSize(1920, 1080)}) {
      const QString suffix =
          QStringLiteral("-%1-%2")
              .arg(theme == Theme::light ? QStringLiteral("light") : QStringLiteral("dark"))
              .arg(size.width());
      open(false, size);
      press(Qt::Key_Tab);  // Past the first exercise to the call with the chief executive.
      press(Qt::Key_Return);
      press(Qt::Key_Tab);
      press(Qt::Key_Space);
      say(QStringLiteral("Thirty minutes? ask_diagnostic of them."));
      if (shows(QStringLiteral("What did you mean?"))) press(Qt::Key_1);
      say(longTurn);
      picture(QStringLiteral("own-words-asked") + suffix);
      press(Qt::Key_1);
      picture(QStringLiteral("own-words-call") + suffix);
      press(Qt::Key_2, Qt::ControlModifier);
      press(Qt::Key_Return);
      picture(QStringLiteral("own-words-review") + suffix);
    }
  }
  applyTheme(*qApp, Theme::light);
}

TEST_F(OwnWordsGui, TheModelComesInTheBackgroundAndWhatLacksIsSaidOnce) {
  startCall();
  m_workplace.understanding = Understanding();
  const std::filesystem::path source(SPARRING_SOURCE_DIR);
  m_workplace.folders.reading = std::filesystem::path(SPARRING_BUILD_DIR) / "model" / "reading.bin";
  QSignalSpy loaded(m_window.get(), &MainWindow::understandingLoaded);
  m_window->loadUnderstanding();
  say(clear);
  const bool waitedForNothing = shows(QStringLiteral("Reply to cite"));
  EXPECT_TRUE(waitedForNothing);
  ASSERT_TRUE(loaded.count() > 0 || loaded.wait(60'000));
  ASSERT_TRUE(m_workplace.understanding.reader);
  // The encoder is not in these folders.
  EXPECT_TRUE(shows(QStringLiteral("Own words are understood by their spelling alone")));
  picture(QStringLiteral("own-words-no-encoder"));
  say(QStringLiteral("How do your shops decide how much to bake?"));
  const std::vector<LogEntry> log = entries();
  ASSERT_EQ(log.size(), 2U);
  EXPECT_EQ(std::get<SellerTurn>(log[1]).reader, m_workplace.understanding.reader->name());
}

TEST_F(OwnWordsGui, AWindowThatIsClosedWhileTheModelIsLoadedCloses) {
  open(false);
  m_workplace.folders.reading = std::filesystem::path(SPARRING_BUILD_DIR) / "model" / "reading.bin";
  const std::string before = m_workplace.understanding.reader->name();
  m_window->loadUnderstanding();
  m_window.reset();
  settle();
  EXPECT_EQ(m_workplace.understanding.reader->name(), before);  // Nobody was there to take it.
}

}  // namespace
}  // namespace sparring::ui
