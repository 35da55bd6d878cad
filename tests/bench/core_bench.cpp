// How long the core takes for what a person waits for.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <fstream>
#include <utility>

#include "explore/walk.h"
#include "grading/transcript_grader.h"
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

PracticeSession begin(const Understanding& understanding) {
  return PracticeSession::begin(
      ceo(), testing::shippedMethod(), {}, 0,
      {nullptr, &understanding, testing::tickingClock(), testing::countingIds()});
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
  const Understanding understanding;
  const PracticeSession session = begin(understanding);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        session.read("I read what you told your own people in January, so what has to change?"));
  }
}
BENCHMARK(readOwnWords)->Unit(benchmark::kMicrosecond);

// One understood turn of own words, after 29 others.
void gradeOneTurn(benchmark::State& state) {
  const LoadedMethod method = testing::shippedMethod();
  const Scenario scenario;
  SellerTurn turn;
  turn.understood = Understood::nothing;
  turn.text =
      "So it is the overtime rather than the missed orders that hurts most? If a planner saw the "
      "delay the evening before and could re-book from a phone, would that help, and whom? I will "
      "answer for that date myself and ring you on Thursday at ten with what it comes to.";
  const Span words{0, turn.text.size()};
  for (const char* act : {"reflect", "usage_scenario", "commit_owner", "next_step", "close"}) {
    turn.meaning.acts.push_back({ActId(act), 900, words});
  }
  turn.meaning.focus = {{Focus::customer, words, 40}, {Focus::seller, words, 14}};
  const Heard heard{"We lose two days on every late order, and nobody tells the customer.", "ceo"};
  CallMemory before;
  for (int i = 0; i < 29; ++i) {
    gradeTurn(*method.method, scenario, {}, turn, nullptr, heard, before);
  }
  for (auto _ : state) {
    CallMemory memory = before;
    benchmark::DoNotOptimize(gradeTurn(*method.method, scenario, {}, turn, nullptr, heard, memory));
  }
}
BENCHMARK(gradeOneTurn)->Unit(benchmark::kMicrosecond);

// A thousand recorded calls of thirty turns, each turn by what was read in it.
void regradeAThousandCalls(benchmark::State& state) {
  const LoadedMethod method = testing::shippedMethod();
  for (auto _ : state) {
    for (int call = 0; call < 1000; ++call) {
      TranscriptGrader grader(*method.method, "ceo");
      for (int i = 0; i < 30; ++i) {
        SellerTurn turn;
        turn.text =
            "How do your planners find out today that a shipment will be late, and who "
            "has to act then? Our platform has a real-time event bus.";
        turn.meaning.acts = {{ActId("ask_diagnostic"), 940, {0, 60}},
                             {ActId("feature_claim"), 610, {60, 130}}};
        turn.meaning.focus = {{Focus::customer, {0, 60}, 17}, {Focus::seller, {60, 130}, 8}};
        grader.add(std::move(turn), "They learn it from the angry customer, two days later.");
      }
      benchmark::DoNotOptimize(grader.grade());
    }
  }
}
BENCHMARK(regradeAThousandCalls)->Unit(benchmark::kMillisecond)->Iterations(1);

void playAndGradeOneTurn(benchmark::State& state) {
  const Understanding understanding;
  PracticeSession session = begin(understanding);
  const MoveId first = session.offered().front()->id;
  for (auto _ : state) {
    session.choose(first);
    session.rewind(0, Rewind::Reason::misread);
  }
}
BENCHMARK(playAndGradeOneTurn)->Unit(benchmark::kMicrosecond);

// The walk of the reference engines on the big story, all text read.
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

// All that `sparring-cli walk` does for a shipped scenario: loading it is part of it.
void openAndWalkTheCeoCall(benchmark::State& state) {
  constexpr std::uint64_t picks = 1'000'000;
  for (auto _ : state) {
    const LoadedMethod method = testing::shippedMethod();
    const ScenarioFile file =
        openScenario(std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios/ceo-first-call.json",
                     method.method.get());
    const Program program = compile(file.loaded.scenario);
    benchmark::DoNotOptimize(walk(program, *method.method, picks, 42));
  }
  state.counters["picks"] =
      benchmark::Counter(static_cast<double>(picks) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}
BENCHMARK(openAndWalkTheCeoCall)->Unit(benchmark::kMillisecond);

double megabytesInUse() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd) / 1e6;
}

// From its written form: read, check and compile. Counts what the scenario and the program made of
// it hold; opening a scenario also keeps its written form.
void loadTheBigStoryWithChecks(benchmark::State& state) {
  const Vocabulary vocabulary = vocabularyOf(*testing::shippedMethod().method);
  const std::string bytes = writeScenario(testing::branchingStory(testing::bigStory));
  double megabytes = 0;
  for (auto _ : state) {
    const double before = megabytesInUse();
    ScenarioReading reading = readScenario(bytes);
    addMeaning(reading, vocabulary);
    const auto scenario = std::make_shared<const Scenario>(*std::exchange(reading.scenario, {}));
    const Program program = compile(scenario);
    reading = {};
    megabytes = megabytesInUse() - before;
  }
  state.counters["MB"] = megabytes;
}
BENCHMARK(loadTheBigStoryWithChecks)->Unit(benchmark::kMillisecond);

// The same from a file, and its canonical form beside it.
void openTheBigStory(benchmark::State& state) {
  const LoadedMethod method = testing::shippedMethod();
  const TempFolder folder;
  const auto path = folder.path() / "big.json";
  std::ofstream(path) << writeScenario(testing::branchingStory(testing::bigStory));
  for (auto _ : state) benchmark::DoNotOptimize(openScenario(path, method.method.get()));
}
BENCHMARK(openTheBigStory)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sparring
