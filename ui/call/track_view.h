// The track of a call beneath its heading, turn by turn: trust, whom the words are about, the stage
// and the clock. Pressing a turn asks for it.
#pragma once

#include <QWidget>

#include "session/practice_session.h"

namespace sparring::ui {

class TrackChart;

class TrackView : public QWidget {
  Q_OBJECT

 public:
  explicit TrackView(QWidget* parent = nullptr);

  // At the first turn; hidden where nothing was said.
  void show(const PracticeSession& session);
  void setTurn(int turn);  // From 0.

 signals:
  void turnChosen(int turn);

 private:
  TrackChart* m_chart = nullptr;
};

}  // namespace sparring::ui
