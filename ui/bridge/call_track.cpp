#include "bridge/call_track.h"

#include <QCoreApplication>
#include <algorithm>

#include "bridge/call_view.h"

namespace sparring::ui {
namespace {

// The variable by which scenarios say how far the buyer believes the rep.
constexpr const char* trustVariable = "trust";

QString tr(const char* text) {
  return QCoreApplication::translate("CallTrack", text);
}

// Where several people have their own, their mean.
std::optional<TrackLane> trustLane(const PracticeSession& session) {
  const std::vector<Variable>& variables = session.scenario().variables;
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const bool shown =
        variables[i].id == VariableId(trustVariable) && variables[i].most > variables[i].least;
    if (shown) positions.push_back(i);
  }
  if (positions.empty()) return std::nullopt;
  TrackLane lane;
  lane.name = tr("Trust");
  for (const Exchange& each : session.exchanges()) {
    double sum = 0;
    for (const std::size_t position : positions) {
      const Variable& variable = variables[position];
      sum += double(each.answer.state.variables[position] - variable.least) /
             (variable.most - variable.least);
    }
    const double mean = sum / double(positions.size());
    lane.values.append(mean);
    lane.texts.append(positions.size() == 1
                          ? tr("trust %1 of %2")
                                .arg(each.answer.state.variables[positions.front()])
                                .arg(variables[positions.front()].most)
                          : tr("trust %1 % on average").arg(qRound(100 * mean)));
  }
  return lane;
}

// Of all words so far.
TrackLane ratioLane(const PracticeSession& session) {
  TrackLane lane;
  lane.name = tr("About them");
  const int tenths = session.method().ratio.targetTenths;
  lane.target = double(tenths) / (tenths + 10);
  lane.targetText = tenths % 10 == 0 ? tr("%1 : 1").arg(tenths / 10) : tr("%1 : 10").arg(tenths);
  int them = 0;
  int us = 0;
  for (const Exchange& each : session.exchanges()) {
    them += each.grade.customerWords;
    us += each.grade.sellerWords;
    if (them + us == 0) {
      lane.values.append(std::nullopt);
      lane.texts.append(QString());
      continue;
    }
    lane.values.append(double(them) / (them + us));
    lane.texts.append(tr("about them %1 % so far").arg((200 * them / (them + us) + 1) / 2));
  }
  return lane;
}

// What was still owed when the turn was said.
TrackLane stageLane(const PracticeSession& session) {
  TrackLane lane;
  lane.kind = TrackLane::Kind::bands;
  lane.name = tr("Stage");
  for (const Exchange& each : session.exchanges()) {
    lane.values.append(std::nullopt);
    lane.texts.append(each.grade.stage ? stageTitle(session.method(), *each.grade.stage)
                                       : tr("all done"));
  }
  return lane;
}

TrackLane clockLane(const PracticeSession& session) {
  TrackLane lane;
  lane.name = tr("Clock");
  int longest = 1;
  for (const Exchange& each : session.exchanges()) {
    longest = std::max({longest, each.answer.state.length, each.answer.state.minutes});
  }
  for (const Exchange& each : session.exchanges()) {
    lane.values.append(double(each.answer.state.minutes) / longest);
    lane.texts.append(
        tr("minute %1 of %2").arg(each.answer.state.minutes).arg(each.answer.state.length));
  }
  return lane;
}

}  // namespace

QList<TrackStep> trackStepsOf(const PracticeSession& session) {
  QList<TrackStep> steps;
  for (const Exchange& each : session.exchanges()) {
    TrackStep step;
    for (const TurnNote& note : notesOf(session.method(), each)) {
      (note.tone == Tone::earned ? step.earned : step.cost) = true;
    }
    steps.append(step);
  }
  return steps;
}

QList<TrackLane> trackLanesOf(const PracticeSession& session) {
  QList<TrackLane> lanes;
  if (const std::optional<TrackLane> trust = trustLane(session)) lanes.append(*trust);
  if (session.scenario().ratioApplies) lanes.append(ratioLane(session));
  lanes.append(stageLane(session));
  lanes.append(clockLane(session));
  return lanes;
}

}  // namespace sparring::ui
