// What comes after a call, by keyboard: every figure leads to its words, the track to its turns, a
// turn is done again and compared, and all of it can be had on paper.
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTextDocument>
#include <algorithm>

#include "bridge/call_evidence.h"
#include "call/debrief_paper.h"
#include "call/score_card.h"
#include "gui/gui_fixture.h"
#include "review/review_workspace.h"
#include "support/naming_reader.h"
#include "support/small_method.h"
#include "support/temp_folder.h"
#include "widgets/bubble.h"
#include "widgets/track_chart.h"

namespace sparring::ui {
namespace {

class DebriefGui : public GuiTest {
 protected:
  void startCall(bool ownWords = false, QSize size = {1280, 800}) {
    addScenario(testing::smallScenario());
    open(false, size);
    press(Qt::Key_Return);
    if (ownWords) press(Qt::Key_Tab);
    press(Qt::Key_Space);
  }
  // pitch, which costs and is too early; ask; end.
  void holdPoorCall() {
    startCall();
    press(Qt::Key_2);
    press(Qt::Key_1);
    press(Qt::Key_3);
    press(Qt::Key_Space);
    ASSERT_TRUE(shows(QStringLiteral("Next meeting")));
  }
  // In its place: cite, ask, end.
  void doFirstTurnAgain() {
    press(Qt::Key_Down);
    press(Qt::Key_R);
    press(Qt::Key_1);
  }
  // A shipped call to its end by its options, without the first exercise.
  void holdShippedCall(QSize size) {
    addShipped();
    open(false, size);
    press(Qt::Key_Tab);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) press(key);
    for (int i = 0; i < 40 && !shows(QStringLiteral("See how it went")); ++i) press(Qt::Key_1);
    press(Qt::Key_Space);
  }
  // What Max, who is somebody else, writes about a turn of the last call.
  void writeRemark(int turn, Annotation::Kind kind, const std::string& text) {
    Store& store = *m_workplace.store;
    const Uuid session = store.sessions()->front().header.id;
    const Person max{m_workplace.newId(), "Max"};
    ASSERT_TRUE(store.addPerson(max));
    Annotation annotation;
    annotation.id = m_workplace.newId();
    annotation.session = session;
    annotation.turn =
        std::get<SellerTurn>(store.session(session)->entries[static_cast<std::size_t>(turn)]).id;
    annotation.author = max.id;
    annotation.kind = kind;
    annotation.text = text;
    ASSERT_TRUE(store.addAnnotation(annotation));
  }
  QAbstractButton* button(const QString& name) const {
    for (QAbstractButton* each : m_window->findChildren<QAbstractButton*>()) {
      if (each->isVisible() && each->accessibleName().startsWith(name)) return each;
    }
    return nullptr;
  }
  void pressButton(const QString& name) {
    QAbstractButton* found = button(name);
    ASSERT_NE(found, nullptr) << name.toStdString();
    ASSERT_EQ(found->focusPolicy(), Qt::StrongFocus);
    found->setFocus();
    press(Qt::Key_Return);
  }
  TrackChart* track() const { return m_window->findChild<TrackChart*>(); }
};

TEST_F(DebriefGui, EveryFigureLeadsToItsWordsAndEscapeBackToAll) {
  holdPoorCall();
  pressButton(QStringLiteral("Cost: Too early: 1"));
  EXPECT_TRUE(shows(QStringLiteral("The words behind: Too early")));
  EXPECT_TRUE(shows(QStringLiteral("This describes a product")));
  EXPECT_FALSE(shows(QStringLiteral("A list of features.")));
  press(Qt::Key_Escape);
  EXPECT_TRUE(shows(QStringLiteral("A list of features.")));

  pressButton(QStringLiteral("Cost: You are delegated to the people you sound like"));
  EXPECT_TRUE(shows(QStringLiteral("An executive hears features here")));
  EXPECT_FALSE(shows(QStringLiteral("This describes a product")));
  press(Qt::Key_Escape);

  pressButton(QStringLiteral("Ratio"));
  EXPECT_TRUE(shows(QStringLiteral("About us")));
  EXPECT_TRUE(shows(QStringLiteral("About them")));
  EXPECT_FALSE(shows(QStringLiteral("A list of features.")));
  picture(QStringLiteral("debrief-ratio"));
  press(Qt::Key_Escape);

  pressButton(QStringLiteral("Questions: 1"));
  EXPECT_TRUE(shows(QStringLiteral("This turn asks how things are today")));
}

TEST_F(DebriefGui, ATurnToDoAgainIsNamedWithItsReasonAndLedTo) {
  holdPoorCall();
  QAbstractButton* turn = button(QStringLiteral("Turn 1: “Our platform"));
  ASSERT_NE(turn, nullptr);
  EXPECT_TRUE(turn->accessibleDescription().contains(QStringLiteral("product")) ||
              turn->accessibleDescription().contains(QStringLiteral("features")));
  EXPECT_TRUE(turn->accessibleDescription().contains(QStringLiteral("Say instead: “")));
  turn->setFocus();
  press(Qt::Key_Return);
  press(Qt::Key_R);
  EXPECT_TRUE(shows(QStringLiteral("What you said here before")));
  EXPECT_FALSE(shows(QStringLiteral("Reply to pitch")));
}

// Half a call is worth a look, too; and it goes on.
TEST_F(DebriefGui, ACallIsLookedAtBeforeItsEndAndGoesOn) {
  startCall();
  press(Qt::Key_F8);
  EXPECT_FALSE(shows(QStringLiteral("The call is not over")));  // Nothing was said yet.
  press(Qt::Key_2);
  press(Qt::Key_F8);
  EXPECT_TRUE(shows(QStringLiteral("The call is not over")));
  EXPECT_TRUE(shows(QStringLiteral("Turns to do again first")));
  press(Qt::Key_F8);
  EXPECT_TRUE(shows(QStringLiteral("Choose what to say")));
  press(Qt::Key_F8);
  press(Qt::Key_Escape);
  EXPECT_TRUE(shows(QStringLiteral("Choose what to say")));
  press(Qt::Key_F8);
  auto* goOn = m_window->findChild<QPushButton*>(QStringLiteral("goOn"));
  goOn->click();
  EXPECT_TRUE(shows(QStringLiteral("Choose what to say")));
  for (int i = 0; i < 12 && !shows(QStringLiteral("See how it went")); ++i) press(Qt::Key_1);
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Hold the call again")));
  EXPECT_FALSE(goOn->isVisible());
}

TEST_F(DebriefGui, WhoIsStillTypingWhenTheCallEndsStartsNoNewOne) {
  holdPoorCall();
  const std::size_t calls = m_workplace.store->sessions()->size();
  press(Qt::Key_Space);
  press(Qt::Key_Space);
  EXPECT_TRUE(shows(QStringLiteral("Next meeting")));
  EXPECT_FALSE(shows(QStringLiteral("Choose what to say")));
  EXPECT_EQ(m_workplace.store->sessions()->size(), calls);
}

TEST_F(DebriefGui, EveryTurnToDoAgainTellsWhatToSayInstead) {
  holdShippedCall({1280, 800});
  int toDoAgain = 0;
  for (const QAbstractButton* each : m_window->findChildren<QAbstractButton*>()) {
    if (!each->isVisible() || !each->accessibleName().startsWith(QStringLiteral("Turn "))) continue;
    toDoAgain += each->accessibleDescription().contains(QStringLiteral("Say instead: “")) ? 1 : 0;
  }
  EXPECT_EQ(toDoAgain, 3);
}

TEST_F(DebriefGui, TheScoreCardStandsOnOneScreen) {
  holdShippedCall({1280, 800});
  const auto* scroll = m_window->findChild<QScrollArea*>(QStringLiteral("debrief"));
  const auto* card = m_window->findChild<ScoreCard*>();
  const int bottom = card->mapTo(scroll->widget(), QPoint(0, card->height())).y();
  EXPECT_LE(bottom, scroll->viewport()->height());
  EXPECT_LE(card->width(), scroll->viewport()->width());
}

TEST_F(DebriefGui, TheTrackTellsEachTurnAndLeadsToIt) {
  holdPoorCall();
  EXPECT_EQ(track()->describe(0).toStdString(),
            "Turn 1, cost, trust 0 of 10, about them 0 % so far, goal, minute 2 of 12");
  track()->setFocus();
  EXPECT_EQ(track()->accessibleDescription(), track()->describe(0));
  press(Qt::Key_Right);
  EXPECT_EQ(track()->accessibleDescription(), track()->describe(1));
  press(Qt::Key_Return);
  press(Qt::Key_R);  // The second turn, so that the first one stands.
  EXPECT_TRUE(shows(QStringLiteral("Reply to pitch")));
  EXPECT_FALSE(shows(QStringLiteral("Reply to ask")));
}

TEST_F(DebriefGui, AClickOnTheTrackLeadsToItsTurn) {
  holdPoorCall();
  int chosen = -1;
  QObject::connect(track(), &TrackChart::stepChosen, m_window.get(),
                   [&](int step) { chosen = step; });
  QTest::mouseClick(track(), Qt::LeftButton, {}, QPoint(track()->width() - 8, 40));
  EXPECT_EQ(chosen, -1);  // Beside the three columns, which are no wider than they need to be.
  QTest::mouseClick(track(), Qt::LeftButton, {}, QPoint(92 + 2 * 120 + 60, 40));
  settle();
  EXPECT_EQ(chosen, 2);
  press(Qt::Key_R);
  EXPECT_TRUE(shows(QStringLiteral("Reply to ask")));
}

TEST_F(DebriefGui, WhatIsNotSureIsShownQuietlyAndOnlyAfterTheCall) {
  m_workplace.understanding =
      testing::namingReader(*m_workplace.method.method, 700, "A feature claim about us");
  startCall(true);
  type(QStringLiteral("A feature claim about us"));
  press(Qt::Key_Return);
  for (int i = 0; i < 3 && shows(QStringLiteral("Do you mean")); ++i) press(Qt::Key_0);
  EXPECT_TRUE(shows(QStringLiteral("A feature claim about us")));
  EXPECT_FALSE(shows(QStringLiteral("Perhaps")));
  press(Qt::Key_F6);  // By options to the end.
  for (int i = 0; i < 12 && !shows(QStringLiteral("See how it went")); ++i) press(Qt::Key_1);
  press(Qt::Key_Space);
  EXPECT_TRUE(shows(QStringLiteral("Perhaps cost: ")));
  EXPECT_TRUE(shows(QStringLiteral("Not sure enough to count.")));
  picture(QStringLiteral("debrief-perhaps"));
}

TEST_F(DebriefGui, ReviewShowsWhatIsNotSureAsTheDebriefDoes) {
  m_workplace.understanding =
      testing::namingReader(*m_workplace.method.method, 700, "A feature claim about us");
  startCall(true);
  type(QStringLiteral("A feature claim about us"));
  press(Qt::Key_Return);
  for (int i = 0; i < 3 && shows(QStringLiteral("Do you mean")); ++i) press(Qt::Key_0);
  press(Qt::Key_2, Qt::ControlModifier);
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Perhaps cost: ")));
  EXPECT_TRUE(shows(QStringLiteral("Not sure enough to count.")));
  EXPECT_EQ(button(QStringLiteral("Agree with: Perhaps")), nullptr);  // It is nobody's verdict.
  Bubble* said = nullptr;
  for (Bubble* each : m_window->findChildren<Bubble*>()) {
    if (each->isVisible() && each->side() == Bubble::Side::seller) said = each;
  }
  ASSERT_NE(said, nullptr);
  // A press on the words leads to what is said of them, further down.
  const QList<PassageMark> marks = said->passage()->marks();
  const auto mark = std::ranges::find_if(marks, [](const PassageMark& each) {
    return each.tone == Tone::neutral && each.note.startsWith(QStringLiteral("Perhaps"));
  });
  ASSERT_NE(mark, marks.end());
  EXPECT_EQ(marks.back().tone, Tone::cost);  // What is sure of the same words is on top.
  const QLabel* note = nullptr;
  for (const QLabel* each : m_window->findChildren<QLabel*>()) {
    if (each->isVisible() && each->text().contains(QStringLiteral("Not sure enough"))) note = each;
  }
  ASSERT_NE(note, nullptr);
  EXPECT_TRUE(note->visibleRegion().isEmpty());
  emit said->markActivated(static_cast<int>(mark - marks.begin()));
  settle();
  EXPECT_FALSE(note->visibleRegion().isEmpty());
  picture(QStringLiteral("review-perhaps"));
}

TEST_F(DebriefGui, ATurnDoneAgainIsComparedDuringTheCallAndAfterIt) {
  holdPoorCall();
  EXPECT_FALSE(shows(QStringLiteral("Compare")));
  doFirstTurnAgain();
  ASSERT_TRUE(shows(QStringLiteral("F7  Compare")));
  press(Qt::Key_F7);
  EXPECT_TRUE(shows(QStringLiteral("Turn 1, said first and said again")));
  EXPECT_TRUE(shows(QStringLiteral("Our platform has two hundred connectors.")));
  EXPECT_TRUE(shows(QStringLiteral("Your letter promises half the waste by spring.")));
  EXPECT_TRUE(shows(QStringLiteral("Reply to pitch")));
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
  EXPECT_TRUE(shows(QStringLiteral("as they stood after turn 1")));
  EXPECT_FALSE(shows(QStringLiteral("Reply to ask")));  // The first call went on; not shown here.
  picture(QStringLiteral("compare-during"));
  press(Qt::Key_Escape);
  EXPECT_TRUE(shows(QStringLiteral("F7  Compare")));
  EXPECT_FALSE(shows(QStringLiteral("Reply to pitch")));

  press(Qt::Key_1);
  press(Qt::Key_3);
  press(Qt::Key_Space);
  press(Qt::Key_V);
  EXPECT_TRUE(shows(QStringLiteral("Turn 1, said first and said again")));
  EXPECT_TRUE(shows(QStringLiteral("Share of wallet")));
  EXPECT_TRUE(shows(QStringLiteral("better by")));
  EXPECT_FALSE(shows(QStringLiteral("as they stood after")));
  picture(QStringLiteral("compare"));
  press(Qt::Key_Escape);
  EXPECT_TRUE(shows(QStringLiteral("The call, turn by turn")));
}

TEST_F(DebriefGui, OfACallThatWasRedoneTwiceAnyTwoWaysAreCompared) {
  holdPoorCall();
  doFirstTurnAgain();  // Then ask, end.
  press(Qt::Key_1);
  press(Qt::Key_3);
  press(Qt::Key_Space);
  press(Qt::Key_Down);
  press(Qt::Key_Down);
  press(
      Qt::Key_R);  // The second turn of the second call: a recommendation instead of the question.
  press(Qt::Key_2);
  press(Qt::Key_F7);
  EXPECT_TRUE(shows(QStringLiteral("Turn 2, said two ways")));
  QList<QComboBox*> choices;
  for (QComboBox* each : m_window->findChildren<QComboBox*>()) {
    if (each->isVisible()) choices.append(each);
  }
  ASSERT_EQ(choices.size(), 2);
  EXPECT_TRUE(choices[0]->currentText().startsWith(QStringLiteral("2. From turn 1 · ")));
  EXPECT_TRUE(choices[1]->currentText().startsWith(QStringLiteral("3. From turn 2 · ")));
  EXPECT_TRUE(choices[1]->currentText().contains(QStringLiteral("not over, score ")));
  EXPECT_TRUE(choices[0]->itemText(0).startsWith(QStringLiteral("1. As first held · ")));
  EXPECT_TRUE(shows(QStringLiteral("How do your shops decide")));

  press(Qt::Key_Tab);
  ASSERT_EQ(target(), choices[0]);
  press(Qt::Key_Up);  // The first call, which began with the pitch.
  EXPECT_TRUE(shows(QStringLiteral("Turn 1, said two ways")));
  EXPECT_TRUE(shows(QStringLiteral("Call 1")));
  EXPECT_TRUE(shows(QStringLiteral("Call 3")));
  picture(QStringLiteral("compare-three"));
  press(Qt::Key_Tab);
  ASSERT_EQ(target(), choices[1]);
  press(Qt::Key_Up);
  EXPECT_TRUE(shows(QStringLiteral("Call 2")));
  press(Qt::Key_Up);  // What stands at the left: they change places.
  EXPECT_TRUE(choices[0]->currentText().startsWith(QStringLiteral("2. ")));
  EXPECT_TRUE(choices[1]->currentText().startsWith(QStringLiteral("1. ")));
  m_window->resize(900, 600);
  picture(QStringLiteral("compare-three-900"));
  press(Qt::Key_Escape);
  EXPECT_TRUE(shows(QStringLiteral("F7  Compare")));
}

TEST_F(DebriefGui, ReviewComparesTheSameTwoCalls) {
  holdPoorCall();
  doFirstTurnAgain();
  press(Qt::Key_2, Qt::ControlModifier);
  press(Qt::Key_Return);
  ASSERT_TRUE(shows(QStringLiteral("Compare")));
  press(Qt::Key_V);
  EXPECT_TRUE(shows(QStringLiteral("Turn 1, said first and said again")));
  EXPECT_TRUE(shows(QStringLiteral("Reply to pitch")));
  EXPECT_TRUE(shows(QStringLiteral("Reply to cite")));
  press(Qt::Key_Escape);
  EXPECT_TRUE(shows(QStringLiteral("Score card")));
}

TEST_F(DebriefGui, TheDebriefIsSavedAsAFewPages) {
  const TempFolder folder;
  const QString file = toQt((folder.path() / "debrief.pdf").string());
  QString suggested;
  m_workplace.desktop.choosePdf = [&](QWidget*, const QString& name) {
    suggested = name;
    return file;
  };
  holdShippedCall({1280, 800});
  press(Qt::Key_P);
  chooseFromMenu(QStringLiteral("Save as PDF …"));
  EXPECT_TRUE(shows(QStringLiteral("Saved as ")));
  EXPECT_TRUE(suggested.startsWith(QStringLiteral("Debrief ")));
  EXPECT_TRUE(suggested.endsWith(QStringLiteral(".pdf")));
  QFile saved(file);
  ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
  const QByteArray bytes = saved.readAll();
  EXPECT_TRUE(bytes.startsWith("%PDF"));
  const auto pages = QString::fromLatin1(bytes).count(QRegularExpression("/Type\\s*/Page\\b"));
  EXPECT_GE(pages, 1);
  EXPECT_LE(pages, 3);
  QFile::copy(file, QStringLiteral(SPARRING_BUILD_DIR "/../shots/debrief.pdf"));
}

TEST_F(DebriefGui, AFileThatCannotBeWrittenIsToldAndNothingIsLost) {
  m_workplace.desktop.choosePdf = [](QWidget*, const QString&) {
    return QStringLiteral("/no/such/folder/debrief.pdf");
  };
  holdPoorCall();
  press(Qt::Key_P);
  chooseFromMenu(QStringLiteral("Save as PDF …"));
  EXPECT_TRUE(shows(QStringLiteral("The file cannot be written")));
  EXPECT_TRUE(shows(QStringLiteral("Next meeting")));
}

TEST_F(DebriefGui, TheDebriefIsPrintedWithTheWordsAndWhatToSayInstead) {
  QString printed;
  m_workplace.desktop.print = [&](QWidget*, const QTextDocument& document) {
    printed = document.toPlainText();
    const std::unique_ptr<QTextDocument> sheet(document.clone());
    sheet->setPageSize(QSizeF(794, 1123));
    QImage image(794, 1123, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    sheet->drawContents(&painter, QRectF(image.rect()));
    image.save(QStringLiteral(SPARRING_BUILD_DIR "/../shots/debrief-paper.png"));
  };
  Scenario scenario = testing::smallScenario();
  scenario.title = "<b>Small</b> & more";
  addScenario(std::move(scenario));
  open(false);
  press(Qt::Key_Return);
  press(Qt::Key_Return);
  press(Qt::Key_2);
  press(Qt::Key_1);
  press(Qt::Key_3);
  press(Qt::Key_Space);
  writeRemark(0, Annotation::Kind::comment, "Ask <i>first</i>.");
  press(Qt::Key_P);
  chooseFromMenu(QStringLiteral("Print …"));
  EXPECT_TRUE(printed.contains(QStringLiteral("Max: Ask <i>first</i>.")));
  EXPECT_LT(printed.indexOf(QStringLiteral(": Reply to pitch")),
            printed.indexOf(QStringLiteral(": Reply to ask")));
  EXPECT_TRUE(printed.contains(QStringLiteral("<b>Small</b> & more")));  // Data, never markup.
  EXPECT_TRUE(printed.contains(QStringLiteral("Ada")));
  EXPECT_TRUE(printed.contains(QStringLiteral("Our platform has two hundred connectors.")));
  EXPECT_TRUE(printed.contains(QStringLiteral("✕ Brings applications: A list of features.")));
  EXPECT_TRUE(printed.contains(QStringLiteral("Say instead: “Who would use it, and when?”")));
  EXPECT_TRUE(printed.contains(QStringLiteral("Next meeting: “Thursday, then.”")));
}

// Of a stage that needs answers, the turn whose answer made it done, be it the last.
TEST_F(DebriefGui, TheTurnThatFinishedAStageIsShown) {
  const Understanding understanding = testing::namingReader(testing::smallMethod());
  PracticeSession session = PracticeSession::begin(
      testing::loaded(testing::smallScenario()),
      {std::make_shared<const Method>(testing::smallMethod()), testing::smallMethodBytes()},
      m_workplace.person, 0,
      {nullptr, &understanding, testing::tickingClock(), testing::countingIds()});
  for (const char* text : {"I ask you.", "I ask again."}) {
    session.say(text, std::nullopt, Understood::nothing);
  }
  const Evidence evidence = evidenceOfStage(session, StageId("known"));
  ASSERT_EQ(evidence.turns.size(), 2);
  EXPECT_TRUE(evidence.turns[0].isEmpty());
  EXPECT_FALSE(evidence.turns[1].isEmpty());
}

TEST_F(DebriefGui, LongTextsAndNoneArePictured) {
  Scenario scenario = testing::smallScenario();
  const QString longText = QStringLiteral(
      "Our platform has two hundred connectors, a rules engine with versioned policies, role-based "
      "access down to the field, an open interface in three flavours, and dashboards for everyone "
      "from the shop floor to the board, all of it in one place and ready within ninety days. ");
  scenario.title =
      "A first call with the chief executive of a family business that has grown faster "
      "than its bakeries can bake, held in the week before the annual meeting";
  scenario.brief.objective = fromQt(longText);
  scenario.outcomes[0].verdict = fromQt(longText);
  for (Move& each : scenario.nodes[0].moves) each.phrasings.front() = fromQt(longText + longText);
  for (Move& each : scenario.nodes[0].moves) each.focus.clear();
  for (Move& each : scenario.nodes[0].moves) each.marks.clear();
  addScenario(std::move(scenario));
  for (const QSize size : {QSize(900, 600), QSize(1280, 800)}) {
    m_workplace.store = Store::inMemory().value();
    ASSERT_TRUE(m_workplace.store->addPerson(m_workplace.person));
    open(false, size);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    press(Qt::Key_2);
    press(Qt::Key_1);
    press(Qt::Key_3);
    press(Qt::Key_Space);
    ASSERT_TRUE(shows(QStringLiteral("Next meeting")));
    picture(QStringLiteral("debrief-long-%1").arg(size.width()));
    const auto* scroll = m_window->findChild<QScrollArea*>(QStringLiteral("debrief"));
    EXPECT_LE(scroll->widget()->width(), scroll->viewport()->width());
    doFirstTurnAgain();
    press(Qt::Key_F7);
    picture(QStringLiteral("compare-long-%1").arg(size.width()));
    const auto* both = m_window->findChild<QScrollArea*>(QStringLiteral("compare"));
    EXPECT_LE(both->widget()->width(), both->viewport()->width());
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Return);
    picture(QStringLiteral("review-long-%1").arg(size.width()));
    press(Qt::Key_S);
    picture(QStringLiteral("review-score-long-%1").arg(size.width()));
    const auto* score = m_window->findChild<QScrollArea*>(QStringLiteral("scoreView"));
    EXPECT_LE(score->widget()->width(), score->viewport()->width());
  }
}

TEST_F(DebriefGui, EveryViewIsPicturedInBothThemesAndSizes) {
  for (const Theme theme : {Theme::light, Theme::dark}) {
    applyTheme(*qApp, theme);
    const QString name = theme == Theme::light ? QStringLiteral("light") : QStringLiteral("dark");
    for (const QSize size : {QSize(900, 600), QSize(1280, 800), QSize(1920, 1080)}) {
      m_workplace.scenarios.clear();
      m_workplace.store = Store::inMemory().value();
      ASSERT_TRUE(m_workplace.store->addPerson(m_workplace.person));
      holdShippedCall(size);
      const QString suffix = QStringLiteral("-%1-%2").arg(name).arg(size.width());
      picture(QStringLiteral("debrief-card") + suffix);
      track()->setFocus();
      press(Qt::Key_Right);
      press(Qt::Key_Return);
      picture(QStringLiteral("debrief-turn") + suffix);
      press(Qt::Key_R);
      press(Qt::Key_1);
      press(Qt::Key_F7);
      picture(QStringLiteral("compare") + suffix);
      press(Qt::Key_Escape);
    }
  }
  applyTheme(*qApp, Theme::light);
}

}  // namespace
}  // namespace sparring::ui
