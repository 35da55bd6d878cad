// Golden playthroughs: tests/golden/playthroughs/SCENARIO/CASE/script.txt is played on the shipped
// scenario and must give expected.txt. A new folder is a new test.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cli/commands.h"
#include "support/golden_cases.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

const fs::path root = SPARRING_SOURCE_DIR;
const fs::path cases = root / "tests/golden/playthroughs";

class Playthrough : public ::testing::TestWithParam<fs::path> {};

TEST_P(Playthrough, GivesTheExpectedTranscript) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const cli::Surroundings around{
      .in = in,
      .out = out,
      .err = err,
      .folders = DataFolders{.scenarios = root / "scenarios",
                             .method = root / "data/method",
                             .archetypes = root / "data/archetypes"},
      .defaultDatabase = {},
      .now = testing::tickingClock(),
      .newId = testing::countingIds(),
  };
  cli::PlayRequest request;
  request.scenario = GetParam().parent_path().filename().string();
  request.script = (GetParam() / "script.txt").string();
  EXPECT_EQ(cli::play(request, around), 0) << err.str();
  EXPECT_EQ(out.str(), testing::contentOf(GetParam() / "expected.txt"));
}

std::string nameOf(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name =
      info.param.parent_path().filename().string() + "_" + info.param.filename().string();
  for (char& c : name) {
    if (c == '-') c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, Playthrough, ::testing::ValuesIn(testing::scriptedCases(cases)),
                         nameOf);

TEST(Playthroughs, EveryOutcomeOfEveryScenarioHasOne) {
  const LoadedMethod method = testing::shippedMethod();
  for (const ScenarioFile& file : openScenarios(root / "scenarios", method.method.get())) {
    ASSERT_TRUE(file.loaded.scenario) << file.path;
    const fs::path folder = cases / file.loaded.scenario->id;
    for (const Outcome& outcome : file.loaded.scenario->outcomes) {
      const std::string line = "Outcome: " + outcome.title + "\n";
      bool found = false;
      for (const auto& entry : fs::directory_iterator(folder)) {
        found |= testing::contentOf(entry.path() / "expected.txt").find(line) != std::string::npos;
      }
      EXPECT_TRUE(found) << file.loaded.scenario->id << ": no playthrough ends in "
                         << outcome.id.value;
    }
  }
}

TEST(Playthroughs, NothingIsWrongWithWhatShips) {
  const LoadedMethod method = testing::shippedMethod();
  const auto archetypes = openArchetypes(root / "data/archetypes", *method.method);
  ASSERT_TRUE(archetypes);
  for (const char* folder : {"scenarios", "data/templates"}) {
    const auto files = openScenarios(root / folder, method.method.get(), *archetypes);
    EXPECT_FALSE(files.empty()) << folder;
    for (const ScenarioFile& file : files) {
      for (const Diagnostic& each : file.diagnostics) {
        ADD_FAILURE() << formatDiagnostic(file.path.string(), each);
      }
    }
  }
}

TEST(Playthroughs, TopicsOfFullScenariosAreAnsweredByHowThingsStand) {
  constexpr int fullMeeting = 30;
  for (const ScenarioFile& file : openScenarios(root / "scenarios", nullptr)) {
    ASSERT_TRUE(file.loaded.scenario) << file.path;
    if (file.loaded.scenario->minutes < fullMeeting) continue;
    int gated = 0;
    for (const Persona& persona : file.loaded.scenario->personas) {
      for (const Move& topic : persona.topics) {
        gated += topic.replies.size() > 1 && !topic.replies.front().when.empty() ? 1 : 0;
      }
    }
    EXPECT_GE(gated, 2) << file.path;
  }
}

TEST(Playthroughs, ShippedScenariosAreInCanonicalForm) {
  for (const ScenarioFile& file : openScenarios(root / "scenarios", nullptr)) {
    EXPECT_EQ(file.loaded.bytes, testing::contentOf(file.path))
        << "run sparring-cli format " << file.path;
  }
}

}  // namespace
}  // namespace sparring
