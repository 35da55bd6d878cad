#include "review/score_view.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include "call/score_card.h"
#include "call/track_view.h"
#include "widgets/theme.h"

namespace sparring::ui {

ScoreView::ScoreView(QWidget* parent) : QScrollArea(parent) {
  setObjectName(QStringLiteral("scoreView"));
  setAccessibleName(tr("Score card"));
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(space::page, space::medium, space::page, space::page);
  column->setSpacing(space::large);
  m_card = new ScoreCard(content);
  m_track = new TrackView(content);
  column->addWidget(m_card);
  column->addWidget(m_track);
  column->addStretch(1);
  setWidget(content);
  connect(m_card, &ScoreCard::turnChosen, this, &ScoreView::turnChosen);
  connect(m_card, &ScoreCard::evidenceWanted, this, &ScoreView::evidenceWanted);
  connect(m_track, &TrackView::turnChosen, this, &ScoreView::turnChosen);
}

void ScoreView::show(const PracticeSession& session) {
  m_card->show(session);
  m_track->show(session);
  verticalScrollBar()->setValue(0);
}

void ScoreView::setTurn(int turn) {
  m_track->setTurn(turn);
}

void ScoreView::turnPage(bool down) {
  verticalScrollBar()->triggerAction(down ? QScrollBar::SliderPageStepAdd
                                          : QScrollBar::SliderPageStepSub);
}

void ScoreView::turnLines(bool down) {
  constexpr int lines = 3;
  QScrollBar* bar = verticalScrollBar();
  bar->setValue(bar->value() + (down ? lines : -lines) * bar->singleStep());
}

}  // namespace sparring::ui
