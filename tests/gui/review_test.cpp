// The review workspace by keyboard alone, and what the rep then sees.
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

#include "gui/review_fixture.h"
#include "widgets/track_chart.h"

namespace sparring::ui {
namespace {

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
