// The review workspace by keyboard alone, in a window of its own, and what the rep then sees.
#include <QAbstractSlider>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include "gui/gui_fixture.h"
#include "review/review_workspace.h"
#include "widgets/banner.h"
#include "widgets/passage_view.h"
#include "widgets/track_chart.h"

namespace sparring::ui {
namespace {

class ReviewGui : public GuiTest {
 protected:
  ReviewGui() {
    addScenario(testing::smallScenario());
    m_rep = m_workplace.person;
    m_manager = {m_workplace.newId(), "Mina"};
    EXPECT_TRUE(m_workplace.store->addPerson(m_manager));
  }

  QWidget* window() const override { return m_host ? m_host.get() : GuiTest::window(); }

  Uuid play(const Person& person, const std::vector<std::string>& moves) {
    PracticeSession session = PracticeSession::begin(
        m_workplace.scenarios.front().loaded, m_workplace.method, person, 0, m_workplace.ports());
    for (const std::string& each : moves) session.choose(MoveId(each));
    EXPECT_FALSE(session.unsaved());
    return session.header().id;
  }
  Uuid playWhole() { return play(m_rep, {"stay", "pitch", "ask", "end"}); }

  // As the manager.
  void openReview(QSize size = {1280, 800}) {
    m_workplace.person = m_manager;
    m_host = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(m_host.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new Banner(m_host.get());
    m_review = new ReviewWorkspace(m_workplace, m_host.get());
    column->addWidget(m_banner);
    column->addWidget(m_review, 1);
    QObject::connect(m_review, &ReviewWorkspace::failed, m_banner, [this](const QString& sentence) {
      m_banner->showMessage(Banner::Kind::error, sentence);
    });
    QObject::connect(m_review, &ReviewWorkspace::pageChanged, m_banner, &Banner::dismiss);
    m_host->resize(size);
    m_host->show();
    m_review->showSessions();
    QApplication::setActiveWindow(m_host.get());
    settle();
  }
  void openDebrief(QSize size = {1280, 800}) {
    m_host.reset();
    m_workplace.person = m_rep;
    open(false, size);
    press(Qt::Key_Tab);  // Past the one scenario to the last call.
    press(Qt::Key_Return);
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1) {
    for (int i = 0; i < times; ++i) GuiTest::press(key, modifiers);
  }

  void pressButton(const QString& name) {
    for (QPushButton* each : m_host->findChildren<QPushButton*>()) {
      if (each->isVisible() && each->accessibleName() == name) {
        each->setFocus();
        press(Qt::Key_Return);
        return;
      }
    }
    FAIL() << name.toStdString();
  }
  QTableView* table() const { return m_host->findChild<QTableView*>(QStringLiteral("sessions")); }
  QPlainTextEdit* field() const {
    return m_host->findChild<QPlainTextEdit*>(QStringLiteral("remark"));
  }
  QTimer* timer() const { return m_host->findChild<QTimer*>(QStringLiteral("replayTimer")); }
  QStringList column(int column) const {
    QStringList out;
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
      out.append(table()->model()->index(row, column).data().toString());
    }
    return out;
  }
  std::vector<Annotation> kept(const Uuid& session) const {
    std::vector<Annotation> out;
    const std::vector<SignedAnnotation> all = m_workplace.store->annotations(session).value();
    for (const SignedAnnotation& each : all) out.push_back(each.annotation);
    return out;
  }
  std::vector<SignedAnnotation> standingOf(const Uuid& session) const {
    return standing(m_workplace.store->annotations(session).value());
  }
  std::string wordsOf(const Uuid& session, int turn, Span span) const {
    const SellerTurn said = std::get<SellerTurn>(
        m_workplace.store->session(session)->entries.at(static_cast<std::size_t>(turn)));
    return said.text.substr(span.begin, span.end - span.begin);
  }

  Person m_rep;
  Person m_manager;
  std::unique_ptr<QWidget> m_host;
  Banner* m_banner = nullptr;
  ReviewWorkspace* m_review = nullptr;
};

TEST_F(ReviewGui, AManagerFindsACallCommentsOnFourWordsAndDisagreesAndTheRepSeesBoth) {
  const Person bo{m_workplace.newId(), "Bo"};
  ASSERT_TRUE(m_workplace.store->addPerson(bo));
  const Uuid session = playWhole();
  play(bo, {"cite"});
  openReview();
  press(Qt::Key_F, Qt::ControlModifier);
  type(QStringLiteral("ada next"));
  EXPECT_EQ(column(0), QStringList{QStringLiteral("Ada")});
  press(Qt::Key_Return);
  press(Qt::Key_Return);
  ASSERT_TRUE(shows(QStringLiteral("Turn 1 of 4")));
  EXPECT_FALSE(shows(QStringLiteral("Our platform has")));

  press(Qt::Key_Right);
  EXPECT_TRUE(shows(QStringLiteral("Our platform has")));
  EXPECT_FALSE(shows(QStringLiteral("How do your shops")));
  press(Qt::Key_C);
  press(Qt::Key_Right, Qt::NoModifier, 2);
  press(Qt::Key_Right, Qt::ShiftModifier, 3);
  picture(QStringLiteral("review-words"));
  press(Qt::Key_Return);
  type(QStringLiteral("Which of these would Ruth use on Monday?"));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_TRUE(field()->toPlainText().isEmpty());
  press(Qt::Key_D);
  type(QStringLiteral("She had asked for the number."));
  press(Qt::Key_Return, Qt::ControlModifier);
  picture(QStringLiteral("review-remarks"));

  const std::vector<Annotation> all = kept(session);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].kind, Annotation::Kind::comment);
  EXPECT_EQ(wordsOf(session, 1, all[0].words), "has two hundred connectors");
  EXPECT_EQ(all[0].text, "Which of these would Ruth use on Monday?");
  EXPECT_EQ(all[1].kind, Annotation::Kind::disagree);
  EXPECT_EQ(all[1].about, "applications");
  EXPECT_EQ(wordsOf(session, 1, all[1].words), "two hundred connectors");
  EXPECT_EQ(all[1].text, "She had asked for the number.");
  for (const Annotation& each : all) EXPECT_EQ(each.author, m_manager.id);

  openDebrief();
  EXPECT_TRUE(shows(QStringLiteral("Which of these would Ruth use on Monday?")));
  EXPECT_TRUE(shows(QStringLiteral("Mina disagrees")));
  EXPECT_TRUE(shows(QStringLiteral("She had asked for the number.")));
  EXPECT_TRUE(shows(QStringLiteral("A list of features.")));  // The mark stands as well.
  press(Qt::Key_Down, Qt::NoModifier, 2);
  picture(QStringLiteral("debrief-remarks"));
  press(Qt::Key_Escape);
  EXPECT_FALSE(shows(QStringLiteral("Which of these")));
}

TEST_F(ReviewGui, HomeSaysHowManyCommentsACallHas) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  for (const char* text : {"First.", "Second."}) {
    press(Qt::Key_C);
    press(Qt::Key_Tab);
    type(QString::fromLatin1(text));
    press(Qt::Key_Return, Qt::ControlModifier);
  }
  m_host.reset();
  m_workplace.person = m_rep;
  open(false);
  EXPECT_TRUE(shows(QStringLiteral("2 comments")));
}

TEST_F(ReviewGui, TabCommentsOnTheWholeTurn) {
  const Uuid session = playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_C);
  press(Qt::Key_Tab);
  type(QStringLiteral("Good."));
  press(Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(kept(session).size(), 1u);
  EXPECT_EQ(kept(session)[0].words, Span{});
}

TEST_F(ReviewGui, WordsDraggedOverWithTheMouseAreTakenWhole) {
  const Uuid session = playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_Right);
  PassageView* passage = nullptr;
  for (PassageView* each : m_host->findChildren<PassageView*>()) {
    if (each->toPlainText().startsWith(QStringLiteral("Our platform"))) passage = each;
  }
  ASSERT_NE(passage, nullptr);
  const auto at = [passage](const char* words) {
    QTextCursor cursor(passage->document());
    cursor.setPosition(static_cast<int>(passage->toPlainText().indexOf(QLatin1String(words))));
    return passage->cursorRect(cursor).center();
  };
  QTest::mousePress(passage->viewport(), Qt::LeftButton, {}, at("atform"));
  QTest::mouseMove(passage->viewport(), at("wo hund"));
  QTest::mouseRelease(passage->viewport(), Qt::LeftButton, {}, at("wo hund"));
  settle();
  type(QStringLiteral("These."));
  press(Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(kept(session).size(), 1u);
  EXPECT_EQ(wordsOf(session, 1, kept(session)[0].words), "platform has two");
  // A press on them later leads to what was said of them.
  QTest::mouseClick(passage->viewport(), Qt::LeftButton, {}, at("has"));
  settle();
  EXPECT_EQ(target()->accessibleDescription(), QStringLiteral("These."));
}

TEST_F(ReviewGui, NothingIsSavedWithoutWordsAndTheSentenceSaysWhy) {
  const Uuid session = playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_Right);
  press(Qt::Key_C);
  press(Qt::Key_Tab);
  type(QStringLiteral("  "));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_TRUE(shows(QStringLiteral("write your comment first")));
  press(Qt::Key_Escape);
  press(Qt::Key_D);
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_TRUE(shows(QStringLiteral("Say why you disagree")));
  EXPECT_TRUE(kept(session).empty());
}

TEST_F(ReviewGui, AgreeingIsOneKeyAndCanBeTakenBackAndTurnedRound) {
  const Uuid session = playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_Right);
  press(Qt::Key_A);
  EXPECT_TRUE(shows(QStringLiteral("Mina agrees")));
  press(Qt::Key_D);
  type(QStringLiteral("On reflection."));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_FALSE(shows(QStringLiteral("Mina agrees")));
  EXPECT_TRUE(shows(QStringLiteral("Mina disagrees")));
  for (QPushButton* button : m_host->findChildren<QPushButton*>()) {
    if (button->isVisible() && button->text() == QStringLiteral("Take back")) button->setFocus();
  }
  press(Qt::Key_Return);
  EXPECT_FALSE(shows(QStringLiteral("Mina disagrees")));
  EXPECT_TRUE(standingOf(session).empty());
  EXPECT_EQ(kept(session).size(), 3u);
}

TEST_F(ReviewGui, AgreeingNeverReplacesAWrittenDisagreement) {
  const Uuid session = playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_Right);
  press(Qt::Key_D);
  type(QStringLiteral("She had asked for it."));
  press(Qt::Key_Return, Qt::ControlModifier);
  press(Qt::Key_A);
  EXPECT_EQ(m_banner->text(), QStringLiteral("You disagree with this mark. Take that back first."));
  EXPECT_EQ(kept(session).size(), 1u);
  EXPECT_TRUE(shows(QStringLiteral("She had asked for it.")));
}

TEST_F(ReviewGui, GoingOnFromAMarkThatHasTheKeyboardLeavesItsTurnBehind) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_Right);
  pressButton(QStringLiteral("Agree with: Brings applications"));
  for (QPushButton* each : m_host->findChildren<QPushButton*>()) {
    const bool first =
        each->isVisible() &&
        each->accessibleName() == QStringLiteral("Disagree with: Brings applications");
    if (first) each->setFocus();
  }
  press(Qt::Key_Left);  // To a turn with fewer marks.
  EXPECT_TRUE(shows(QStringLiteral("Turn 1 of 4")));
  EXPECT_TRUE(shows(QStringLiteral("What turn 1 came to")));
}

TEST_F(ReviewGui, OnlyOnesOwnRemarksCanBeTakenBack) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_C);
  press(Qt::Key_Tab);
  type(QStringLiteral("Mine."));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_TRUE(shows(QStringLiteral("Take back")));
  m_manager = {m_workplace.newId(), "Noor"};
  ASSERT_TRUE(m_workplace.store->addPerson(m_manager));
  openReview();
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Mine.")));
  EXPECT_FALSE(shows(QStringLiteral("Take back")));
}

TEST_F(ReviewGui, WhatCannotBeStoredStaysInTheFieldAndIsSaid) {
  playWhole();
  openReview();
  m_workplace.person = {m_workplace.newId(), "Unknown to the store"};
  press(Qt::Key_Return);
  press(Qt::Key_C);
  press(Qt::Key_Tab);
  type(QStringLiteral("Do not lose me."));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_TRUE(m_banner->isVisible());
  EXPECT_TRUE(m_banner->text().startsWith(QStringLiteral("This is not saved.")));
  EXPECT_EQ(field()->toPlainText(), QStringLiteral("Do not lose me."));
}

TEST_F(ReviewGui, AHalfWrittenCommentWaitsAtItsTurn) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_C);
  press(Qt::Key_Return);
  type(QStringLiteral("Half a thought"));
  press(Qt::Key_Escape);
  press(Qt::Key_Right);
  EXPECT_TRUE(field()->toPlainText().isEmpty());
  press(Qt::Key_Left);
  EXPECT_EQ(field()->toPlainText(), QStringLiteral("Half a thought"));
  EXPECT_TRUE(shows(QStringLiteral("Comment on these words")));
}

TEST_F(ReviewGui, AHalfWrittenReasonWaitsAtItsMarkAndItsTurnIsMarked) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_Right);
  press(Qt::Key_D);
  type(QStringLiteral("Half a reason"));
  auto* keeping = m_host->findChild<QTimer*>(QStringLiteral("draftTimer"));
  ASSERT_TRUE(keeping->isActive());
  QMetaObject::invokeMethod(keeping, "timeout");  // A moment later;
  openReview();                                   // then the power fails.
  press(Qt::Key_Return);
  auto* strip = m_host->findChild<QAbstractSlider*>(QStringLiteral("turnStrip"));
  EXPECT_FALSE(strip->accessibleDescription().contains(QStringLiteral("not saved yet")));
  press(Qt::Key_Right);
  EXPECT_TRUE(strip->accessibleDescription().contains(QStringLiteral("not saved yet")));
  EXPECT_TRUE(field()->toPlainText().isEmpty());  // Of the comment.
  press(Qt::Key_D);
  EXPECT_EQ(field()->toPlainText(), QStringLiteral("Half a reason"));
  picture(QStringLiteral("review-unsaved"));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_FALSE(strip->accessibleDescription().contains(QStringLiteral("not saved yet")));
}

TEST_F(ReviewGui, WhatCannotOutlastTheWindowHoldsItBackOnce) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  EXPECT_TRUE(m_review->workAtRisk().isEmpty());
  // Settings of nobody say that they cannot be written.
  const QString organization = QCoreApplication::organizationName();
  QCoreApplication::setOrganizationName({});
  QSettings().clear();
  openReview();
  press(Qt::Key_Return);
  EXPECT_TRUE(m_review->workAtRisk().isEmpty());  // Nothing is written yet.
  press(Qt::Key_C);
  press(Qt::Key_Tab);
  type(QStringLiteral("Half a thought"));
  EXPECT_TRUE(m_review->workAtRisk().contains(QStringLiteral("Save it with Ctrl+Enter")));
  EXPECT_TRUE(m_review->workAtRisk().isEmpty());  // It was said.
  QSettings().clear();
  QCoreApplication::setOrganizationName(organization);
}

TEST_F(ReviewGui, WhatIsTakenBackIsInTheFieldAgainAndNothingIsLost) {
  const Uuid session = playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_Right);
  press(Qt::Key_C);
  press(Qt::Key_Right, Qt::ShiftModifier);
  press(Qt::Key_Return);
  type(QStringLiteral("Saved too early."));
  press(Qt::Key_Return, Qt::ControlModifier);
  press(Qt::Key_D);
  type(QStringLiteral("A reason."));
  press(Qt::Key_Return, Qt::ControlModifier);
  press(Qt::Key_C);
  press(Qt::Key_Tab);
  type(QStringLiteral("Half a thought"));
  press(Qt::Key_Escape);

  pressButton(QStringLiteral("Take back what you wrote: A reason."));
  EXPECT_TRUE(field()->hasFocus());
  EXPECT_EQ(field()->toPlainText(), QStringLiteral("A reason."));
  EXPECT_TRUE(shows(QStringLiteral("Why you disagree with: Brings applications")));
  type(QStringLiteral(" A better one."));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_EQ(kept(session).back().text, "A reason. A better one.");
  EXPECT_EQ(kept(session).back().about, "applications");
  EXPECT_EQ(field()->toPlainText(), QStringLiteral("Half a thought"));  // Back at the comment.

  pressButton(QStringLiteral("Take back what you wrote: Saved too early."));
  EXPECT_EQ(field()->toPlainText(), QStringLiteral("Saved too early.\n\nHalf a thought"));
  EXPECT_TRUE(shows(QStringLiteral("Comment on these words")));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_EQ(wordsOf(session, 1, kept(session).back().words), "Our platform");
}

TEST_F(ReviewGui, ReplayingGoesOnTurnByTurnAndEndsAtTheLast) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  EXPECT_FALSE(timer()->isActive());
  press(Qt::Key_Space);
  EXPECT_TRUE(timer()->isActive());
  EXPECT_EQ(timer()->interval(), 1000);  // The clock of the fixture.
  press(Qt::Key_F);
  EXPECT_EQ(timer()->interval(), 500);
  for (int turn = 2; turn <= 4; ++turn) {
    QMetaObject::invokeMethod(timer(), "timeout");
    settle();
    EXPECT_TRUE(shows(QStringLiteral("Turn %1 of 4").arg(turn)));
  }
  EXPECT_TRUE(shows(QStringLiteral("Shall we meet")));
  timer()->stop();
  press(Qt::Key_Home);
  EXPECT_TRUE(shows(QStringLiteral("Turn 1 of 4")));
  press(Qt::Key_End);
  EXPECT_TRUE(shows(QStringLiteral("Turn 4 of 4")));
  press(Qt::Key_Right);
  EXPECT_TRUE(shows(QStringLiteral("Turn 4 of 4")));
}

TEST_F(ReviewGui, ALongPauseIsShortenedAndTheReplaySaysSo) {
  m_workplace.now = [now = std::make_shared<std::int64_t>(0)] { return Timestamp{*now += 90'000}; };
  playWhole();
  openReview();
  press(Qt::Key_Return);
  EXPECT_FALSE(shows(QStringLiteral("shortened")));
  press(Qt::Key_Space);
  EXPECT_TRUE(shows(QStringLiteral("Pause of 90 s, shortened to 6 s")));
  EXPECT_EQ(timer()->interval(), 6000);
}

TEST_F(ReviewGui, TheStripOfTurnsAnswersToKeys) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  m_host->findChild<QWidget*>(QStringLiteral("turnStrip"))->setFocus();
  press(Qt::Key_End);
  EXPECT_TRUE(shows(QStringLiteral("Turn 4 of 4")));
  press(Qt::Key_Left);
  EXPECT_TRUE(shows(QStringLiteral("Turn 3 of 4")));
}

TEST_F(ReviewGui, GoingByHandPausesTheReplay) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_Space);
  press(Qt::Key_Right);
  EXPECT_FALSE(timer()->isActive());
  press(Qt::Key_Space);
  press(Qt::Key_C);
  EXPECT_FALSE(timer()->isActive());
}

TEST_F(ReviewGui, TheScoreCardIsOneKeyAwayAndLeadsBackToTheWords) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_S);
  EXPECT_TRUE(shows(QStringLiteral("The seven rules")));
  picture(QStringLiteral("review-score"));
  for (QAbstractButton* button : m_host->findChildren<QAbstractButton*>()) {
    if (button->isVisible() &&
        button->accessibleName().startsWith(QStringLiteral("Brings applications"))) {
      button->setFocus();
      break;
    }
  }
  press(Qt::Key_Return);
  EXPECT_FALSE(shows(QStringLiteral("The seven rules")));
  EXPECT_TRUE(shows(QStringLiteral("Turn 2 of 4")));
}

TEST_F(ReviewGui, TheTrackStandsBeneathTheScoreCardAndLeadsToItsTurns) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_Right);
  press(Qt::Key_S);
  auto* track = m_host->findChild<TrackChart*>();
  ASSERT_NE(track, nullptr);
  EXPECT_TRUE(track->isVisible());
  EXPECT_EQ(track->value(), 1);  // Where the reader stands.
  track->setFocus();
  press(Qt::Key_Right);
  EXPECT_EQ(track->value(), 2);
  EXPECT_TRUE(shows(QStringLiteral("The seven rules")));
  press(Qt::Key_Return);
  EXPECT_FALSE(shows(QStringLiteral("The seven rules")));
  EXPECT_TRUE(shows(QStringLiteral("Turn 3 of 4")));
}

TEST_F(ReviewGui, TheKeysThatReadOnScrollTheScoreCard) {
  playWhole();
  openReview({900, 600});
  press(Qt::Key_Return);
  press(Qt::Key_S);
  const auto* score = m_host->findChild<QScrollArea*>(QStringLiteral("scoreView"));
  press(Qt::Key_Down);
  const int line = score->verticalScrollBar()->value();
  EXPECT_GT(line, 0);
  press(Qt::Key_PageDown);
  EXPECT_GT(score->verticalScrollBar()->value(), line);
}

TEST_F(ReviewGui, EmptyStatesSayWhatWouldBeHereAndOfferAWayOut) {
  openReview();
  EXPECT_TRUE(shows(QStringLiteral("Recorded calls will appear here")));
  picture(QStringLiteral("review-empty"));
  playWhole();
  m_review->showSessions();
  settle();
  press(Qt::Key_F, Qt::ControlModifier);
  type(QStringLiteral("zebra"));
  EXPECT_TRUE(shows(QStringLiteral("No call matches")));
  EXPECT_TRUE(shows(QStringLiteral("Clear the filters")));
  picture(QStringLiteral("review-no-match"));
  press(Qt::Key_Escape);
  EXPECT_EQ(table()->model()->rowCount(), 1);
  EXPECT_TRUE(table()->isVisible());
}

TEST_F(ReviewGui, AnUnfinishedCallIsNamedAndCanBeReplayed) {
  play(m_rep, {"cite"});
  openReview();
  EXPECT_EQ(column(4), QStringList{QStringLiteral("Not finished")});
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Turn 1 of 1")));
  EXPECT_TRUE(shows(QStringLiteral("Not finished")));
}

TEST_F(ReviewGui, SelectionAndSortingSurviveAReplay) {
  const Person bo{m_workplace.newId(), "Bo"};
  ASSERT_TRUE(m_workplace.store->addPerson(bo));
  playWhole();
  play(bo, {"cite"});
  play(m_rep, {"pitch", "ask"});
  openReview();
  EXPECT_EQ(column(3), (QStringList{"2", "1", "4"}));  // The newest first.
  press(Qt::Key_1);
  EXPECT_EQ(column(0), (QStringList{"Ada", "Ada", "Bo"}));
  press(Qt::Key_4);
  EXPECT_EQ(column(3), (QStringList{"4", "2", "1"}));
  press(Qt::Key_4);
  EXPECT_EQ(column(3), (QStringList{"1", "2", "4"}));
  press(Qt::Key_Home, Qt::ControlModifier);
  press(Qt::Key_Down);
  press(Qt::Key_Return);
  ASSERT_TRUE(shows(QStringLiteral("Turn 1 of 2")));
  press(Qt::Key_Escape);
  EXPECT_EQ(column(3), (QStringList{"1", "2", "4"}));
  EXPECT_EQ(table()->currentIndex().row(), 1);
  EXPECT_TRUE(table()->hasFocus());
}

TEST_F(ReviewGui, CallsAreFilteredByPersonAndByState) {
  const Person bo{m_workplace.newId(), "Bo"};
  ASSERT_TRUE(m_workplace.store->addPerson(bo));
  playWhole();
  play(bo, {"cite"});
  openReview();
  auto* person = m_host->findChild<QComboBox*>(QStringLiteral("person"));
  auto* state = m_host->findChild<QComboBox*>(QStringLiteral("state"));
  person->setFocus();
  press(Qt::Key_B);
  EXPECT_EQ(column(0), QStringList{"Bo"});
  person->setCurrentIndex(0);
  state->setFocus();
  press(Qt::Key_F);
  EXPECT_EQ(column(0), QStringList{"Ada"});
  press(Qt::Key_Down);  // With comments: none yet.
  EXPECT_EQ(table()->model()->rowCount(), 0);
}

TEST_F(ReviewGui, RemarksAreDataAndNeverMarkup) {
  playWhole();
  openReview();
  press(Qt::Key_Return);
  press(Qt::Key_C);
  press(Qt::Key_Tab);
  type(QStringLiteral("<b>bold</b> & <img src='x'>"));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_TRUE(shows(QStringLiteral("<b>bold</b> & <img src='x'>")));
  for (const QLabel* label : m_host->findChildren<QLabel*>()) {
    EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
  }
}

TEST_F(ReviewGui, EveryViewIsPicturedInBothThemesAndSizes) {
  m_workplace.scenarios.clear();
  addShipped();
  // The longest of the shipped calls, with the first thing on offer each time.
  for (int call = 0; call < 24; ++call) {
    const ScenarioFile& file =
        m_workplace.scenarios[static_cast<std::size_t>(call) % m_workplace.scenarios.size()];
    PracticeSession session =
        PracticeSession::begin(file.loaded, m_workplace.method, m_rep,
                               static_cast<std::uint64_t>(call), m_workplace.ports());
    for (int turn = 0; turn < 3 + call && !session.over(); ++turn) {
      const std::vector<const Move*> offered = session.offered();
      session.choose(offered[static_cast<std::size_t>(turn) % offered.size()]->id);
    }
  }
  const QString longComment = QStringLiteral(
      "You had him with the figure, and then you talked on. Stop after the question and let him do "
      "the sum himself; he will believe his own number far sooner than ours. Listen to how Noor "
      "opened the call with the bakery in March: one fact, one question, silence.");
  bool first = true;
  for (const Theme theme : {Theme::light, Theme::dark}) {
    applyTheme(*qApp, theme);
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080), QSize(900, 600)}) {
      const QString suffix =
          QStringLiteral("-%1-%2")
              .arg(theme == Theme::light ? QStringLiteral("light") : QStringLiteral("dark"))
              .arg(size.width());
      openReview(size);
      press(Qt::Key_4);
      press(Qt::Key_Home, Qt::ControlModifier);
      picture(QStringLiteral("review-sessions") + suffix);
      press(Qt::Key_Return);
      picture(QStringLiteral("review-replay-fresh") + suffix);
      press(Qt::Key_Right, Qt::NoModifier, 2);
      if (std::exchange(first, false)) {
        press(Qt::Key_C);
        press(Qt::Key_Right, Qt::NoModifier, 2);
        press(Qt::Key_Right, Qt::ShiftModifier, 3);
        press(Qt::Key_Return);
        type(longComment);
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_C);
        press(Qt::Key_Tab);
        type(QStringLiteral("Good."));
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_D);
        type(longComment);
        press(Qt::Key_Return, Qt::ControlModifier);
      }
      picture(QStringLiteral("review-replay") + suffix);
      press(Qt::Key_C);
      press(Qt::Key_Right, Qt::NoModifier, 8);
      press(Qt::Key_Right, Qt::ShiftModifier, 2);
      picture(QStringLiteral("review-picking") + suffix);
      press(Qt::Key_Return);
      picture(QStringLiteral("review-writing") + suffix);
      press(Qt::Key_Escape);
      press(Qt::Key_S);
      picture(QStringLiteral("review-score") + suffix);
    }
  }
  applyTheme(*qApp, Theme::light);
}

}  // namespace
}  // namespace sparring::ui
