#include "call/track_view.h"

#include <QLabel>
#include <QVBoxLayout>

#include "bridge/call_track.h"
#include "widgets/theme.h"
#include "widgets/track_chart.h"

namespace sparring::ui {
namespace {

constexpr int widestTrack = 1400;

}  // namespace

TrackView::TrackView(QWidget* parent) : QWidget(parent), m_chart(new TrackChart(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, space::small, 0, 0);
  column->setSpacing(space::large);
  column->addWidget(makeLabel(tr("The track of the call"), TextRole::heading, Ink::text, this));
  m_chart->setMaximumWidth(widestTrack);
  m_chart->setAccessibleName(tr("The track of the call"));
  column->addWidget(m_chart);
  connect(m_chart, &TrackChart::stepChosen, this, &TrackView::turnChosen);
}

void TrackView::show(const PracticeSession& session) {
  m_chart->setTrack(tr("Turn %1"), trackStepsOf(session), trackLanesOf(session));
  setTurn(0);
  setVisible(!session.exchanges().empty());
}

void TrackView::setTurn(int turn) {
  m_chart->setValue(turn);
}

}  // namespace sparring::ui
