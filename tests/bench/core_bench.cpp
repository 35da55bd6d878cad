// How long the core takes for what a person waits for.
#include <benchmark/benchmark.h>

#include <fstream>

#include "explore/walk.h"
#include "language/ngram_matcher.h"
#include "scenario/write.h"
#include "session/practice_session.h"
#include "support/branching_story.h"
#include "support/small_scenario.h"
#include "support/temp_folder.h"

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

// The walk of the reference engines on the big story, all text read. Loading is from its written
// form, with all checks.
void walkTheBigStory(benchmark::State& state) {
  const LoadedMethod method = testing::shippedMethod();
  const Program program =
      compile(std::make_shared<const Scenario>(testing::branchingStory(testing::bigStory)));
  const auto picks = static_cast<std::uint64_t>(state.range(0));
  for (auto _ : state) {
    const WalkReport report = walk(program, *method.method, picks, 42);
    if (picks == 20'000 && report.digest != 0x54E24B5AU) state.SkipWithError("another walk");
    benchmark::DoNotOptimize(report);
  }
  state.counters["picks"] =
      benchmark::Counter(static_cast<double>(picks) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}
BENCHMARK(walkTheBigStory)->Arg(20'000)->Arg(2'000'000)->Unit(benchmark::kMillisecond);

void loadTheBigStoryWithChecks(benchmark::State& state) {
  const LoadedMethod method = testing::shippedMethod();
  const TempFolder folder;
  const auto path = folder.path() / "big.json";
  std::ofstream(path) << writeScenario(testing::branchingStory(testing::bigStory));
  for (auto _ : state) benchmark::DoNotOptimize(openScenario(path, method.method.get()));
}
BENCHMARK(loadTheBigStoryWithChecks)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sparring
