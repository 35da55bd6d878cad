// Grades a call that was held without a scenario, turn by turn: a transcript, or lines of one. Its
// stages are known from what was said and answered alone.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "grading/grade.h"

namespace sparring {

class TranscriptGrader {
 public:
  // `archetype`: what kind of buyer it is, where that is known. The method outlives the grader.
  TranscriptGrader(const Method& method, std::string archetype);

  // Grades what the seller said in answer to the buyer's line. The turn's `understood` is taken to
  // be own words.
  const TurnGrade& add(SellerTurn turn, std::string_view heard);
  // What the buyer said after the last turn; it may complete a stage.
  void hear(std::string_view line);

  struct Graded {
    SellerTurn turn;
    TurnGrade grade;
  };
  [[nodiscard]] const std::deque<Graded>& turns() const { return m_turns; }
  [[nodiscard]] CallGrade grade() const;
  [[nodiscard]] const Scenario& scenario() const { return m_scenario; }

 private:
  const Method& m_method;
  Scenario m_scenario;  // One that knows no more than the kind of buyer.
  CallMemory m_memory;
  std::deque<Graded> m_turns;  // Stay where they are.
};

}  // namespace sparring
