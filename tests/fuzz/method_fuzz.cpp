// Any bytes as a method file: never a crash, and what is read can be graded by.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "grading/grade.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sparring;
  const MethodReading reading = readMethod({reinterpret_cast<const char*>(data), size});
  if (!reading.method) return 0;
  Scenario scenario;
  SellerTurn turn;
  turn.text = "What you need is a tower.";
  for (const ActDefinition& act : reading.method->acts)
    turn.meaning.acts.push_back({act.id, 1000, {0, 4}});
  const Move move;
  for (const Understood how : {Understood::chosen, Understood::matched}) {
    turn.understood = how;
    CallMemory memory;
    const Heard heard{"We lose two days on each late order.", "ceo"};
    const TurnGrade grade = gradeTurn(*reading.method, scenario, {}, turn, &move, heard, memory);
    const GradedTurn graded{&turn, &grade};
    static_cast<void>(gradeCall(*reading.method, scenario, {&graded, 1}, {{}, memory}));
  }
  return 0;
}
