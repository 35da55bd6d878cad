// How a call went, turn by turn, ready for a chart: trust where the scenario has it, whom the words
// were about so far, the stage, and the clock.
#pragma once

#include "session/practice_session.h"
#include "widgets/track_chart.h"

namespace sparring::ui {

QList<TrackStep> trackStepsOf(const PracticeSession& session);
QList<TrackLane> trackLanesOf(const PracticeSession& session);

}  // namespace sparring::ui
