// The grade of a recorded call as the rep sees it: the score card and beneath it the track.
#pragma once

#include <QScrollArea>

#include "bridge/call_evidence.h"

namespace sparring::ui {

class ScoreCard;
class TrackView;

class ScoreView : public QScrollArea {
  Q_OBJECT

 public:
  explicit ScoreView(QWidget* parent = nullptr);

  void show(const PracticeSession& session);
  void setTurn(int turn);  // Where the reader stands in the call, from 0.
  void turnPage(bool down);
  void turnLines(bool down);  // A few.

 signals:
  void turnChosen(int turn);
  void evidenceWanted(const Evidence& evidence);

 private:
  ScoreCard* m_card = nullptr;
  TrackView* m_track = nullptr;
};

}  // namespace sparring::ui
