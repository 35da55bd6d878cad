#include "session/regrade.h"

namespace sparring {
namespace {

std::string lastSaid(const Step& step, const std::string& before) {
  return step.said.empty() ? before : step.said.back().text;
}

}  // namespace

SessionGrade gradedBy(const PracticeSession& session, const Method& method) {
  const Scenario& scenario = session.scenario();
  SessionGrade out;
  CallMemory memory;
  std::string line = lastSaid(session.opening(), {});
  for (const Exchange& each : session.exchanges()) {
    Heard heard{line, {}};
    const std::vector<int> room = roomOf(session.program(), each.before);
    if (!room.empty()) {
      heard.archetype = scenario.personas[static_cast<std::size_t>(room.front())].archetype;
    }
    const Move* move = each.turn.move ? session.moveOf(*each.turn.move) : nullptr;
    out.turns.push_back(gradeTurn(method, scenario, each.before, each.turn, move, heard, memory));
    line = lastSaid(each.answer, line);
  }
  std::vector<GradedTurn> turns;
  for (std::size_t i = 0; i < out.turns.size(); ++i) {
    turns.push_back({&session.exchanges()[i].turn, &out.turns[i]});
  }
  out.call = gradeCall(method, scenario, turns, {session.state(), memory});
  return out;
}

}  // namespace sparring
