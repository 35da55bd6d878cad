#include "grading/transcript_grader.h"

#include <algorithm>

namespace sparring {

TranscriptGrader::TranscriptGrader(const Method& method, std::string archetype) : m_method(method) {
  for (const TranscriptRule& rule : method.transcripts) {
    if (std::ranges::find(rule.archetypes, archetype) == rule.archetypes.end()) continue;
    m_scenario.ratioApplies = rule.ratioApplies;
    m_scenario.aimsFor = rule.aimsFor.value;
    break;
  }
  m_scenario.personas.emplace_back().archetype = std::move(archetype);
}

const TurnGrade& TranscriptGrader::add(SellerTurn turn, std::string_view heard) {
  turn.understood = Understood::nothing;
  Graded& graded = m_turns.emplace_back(std::move(turn), TurnGrade());
  const Heard answers{heard, m_scenario.personas.front().archetype};
  graded.grade = gradeTurn(m_method, m_scenario, {}, graded.turn, nullptr, answers, m_memory);
  return graded.grade;
}

void TranscriptGrader::hear(std::string_view line) {
  hearAnswer(m_method, line, m_memory);
}

CallGrade TranscriptGrader::grade() const {
  std::vector<GradedTurn> turns;
  for (const Graded& each : m_turns) turns.push_back({&each.turn, &each.grade});
  return gradeCall(m_method, m_scenario, turns, {{}, m_memory});
}

}  // namespace sparring
