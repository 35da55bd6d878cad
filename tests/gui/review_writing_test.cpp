// What a manager writes about a call, by keyboard alone: on words, on marks, half written, taken
// back.
#include <QAbstractSlider>

#include "gui/review_fixture.h"
#include "widgets/passage_view.h"

namespace sparring::ui {
namespace {

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

}  // namespace
}  // namespace sparring::ui
