#include "session/regrade.h"

namespace sparring {
namespace {

std::string lastSaid(const Step& step, const std::string& before) {
  return step.said.empty() ? before : step.said.back().text;
}

}  // namespace

SessionGrade gradedBy(const PracticeSession& session, const Method& method) {
  SessionGrade out;
  CallMemory memory;
  std::string line = lastSaid(session.opening(), {});
  for (const Exchange& each : session.exchanges()) {
    out.turns.push_back(session.gradeOf(each.turn, each.before, line, method, memory));
    session.fillIn(out.turns.back());
    line = lastSaid(each.answer, line);
  }
  std::vector<GradedTurn> turns;
  for (std::size_t i = 0; i < out.turns.size(); ++i) {
    turns.push_back({&session.exchanges()[i].turn, &out.turns[i]});
  }
  hearAnswer(method, line, memory);
  out.call = gradeCall(method, session.scenario(), turns, {session.state(), memory});
  return out;
}

}  // namespace sparring
