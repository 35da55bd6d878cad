// How long the core takes for what a person waits for.
#include <benchmark/benchmark.h>

#include "language/ngram_matcher.h"
#include "session/practice_session.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

const LoadedScenario& ceo() {
  static const LoadedScenario scenario =
      openScenario(std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios/ceo-first-call.json",
                   nullptr)
          .loaded;
  return scenario;
}

PracticeSession begin(const NgramMatcher& matcher) {
  return PracticeSession::begin(
      ceo(), testing::shippedMethod(), {}, 0,
      {nullptr, &matcher, testing::tickingClock(), testing::countingIds()});
}

void openScenarioWithChecks(benchmark::State& state) {
  const LoadedMethod method = testing::shippedMethod();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        openScenario(std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios/ceo-first-call.json",
                     method.method.get()));
  }
}
BENCHMARK(openScenarioWithChecks)->Unit(benchmark::kMillisecond);

void readOwnWords(benchmark::State& state) {
  const NgramMatcher matcher;
  const PracticeSession session = begin(matcher);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        session.read("I read what you told your own people in January, so what has to change?"));
  }
}
BENCHMARK(readOwnWords)->Unit(benchmark::kMicrosecond);

void playAndGradeOneTurn(benchmark::State& state) {
  const NgramMatcher matcher;
  PracticeSession session = begin(matcher);
  const MoveId first = session.offered().front()->id;
  for (auto _ : state) {
    session.choose(first);
    session.rewind(0, Rewind::Reason::misread);
  }
}
BENCHMARK(playAndGradeOneTurn)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace sparring
