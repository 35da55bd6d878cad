// Golden calls in own words, with the real weights: tests/golden/own_words/SCENARIO/CASE/script.txt
// is played on the shipped scenario, and the call must go as expected.txt says: what was said, what
// it was taken to mean and what the buyers answered. How sure each reading was, and with it whether
// the buyer asked first, changes with what is learned and is left out; so are the marks.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cli/commands.h"
#include "support/golden_cases.h"
#include "support/small_scenario.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

const fs::path root = SPARRING_SOURCE_DIR;
const fs::path cases = root / "tests/golden/own_words";

std::string played(const fs::path& path) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const cli::Surroundings around{
      .in = in,
      .out = out,
      .err = err,
      .folders = DataFolders{.scenarios = root / "scenarios",
                             .method = root / "data/method",
                             .archetypes = root / "data/archetypes",
                             .reading = fs::path(SPARRING_BUILD_DIR) / "model/reading.bin",
                             .encoder = fs::path(SPARRING_BUILD_DIR) / "model/encoder.bin"},
      .defaultDatabase = {},
      .now = testing::tickingClock(),
      .newId = testing::countingIds(),
  };
  cli::PlayRequest request;
  request.scenario = path.parent_path().filename().string();
  request.script = (path / "script.txt").string();
  EXPECT_EQ(cli::play(request, around), 0) << err.str();
  EXPECT_EQ(err.str(), "");
  return out.str();
}

std::string howItWent(const std::string& transcript) {
  std::istringstream lines(transcript.substr(0, transcript.find("\nScore:")));
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    const bool isTaken = line.starts_with("  ~ taken to mean");
    const bool isAsked = line.find(": Do you mean “") != std::string::npos;
    const bool isSaid = !line.empty() && line.front() != ' ' && line.front() != '(';
    if (isTaken || (isSaid && !isAsked)) out += line + '\n';
  }
  return out;
}

class OwnWords : public ::testing::TestWithParam<fs::path> {};

TEST_P(OwnWords, GoAsExpectedAndTwiceTheSame) {
  const std::string once = played(GetParam());
  EXPECT_EQ(howItWent(once), testing::contentOf(GetParam() / "expected.txt"));
  EXPECT_EQ(played(GetParam()), once);
}

std::string nameOf(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name =
      info.param.parent_path().filename().string() + "_" + info.param.filename().string();
  for (char& c : name) {
    if (c == '-') c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, OwnWords, ::testing::ValuesIn(testing::scriptedCases(cases)),
                         nameOf);

// That one call shows all that can happen to own words.
TEST(OwnWordsOfACall, AreTakenAskedAboutOrAnsweredByWhatTheyDo) {
  const std::string call = played(cases / "ceo-first-call/features") +
                           played(cases / "ceo-first-call/report-and-returns");
  EXPECT_NE(call.find("\n  0. None of these\n"), std::string::npos);        // Asked about.
  EXPECT_NE(call.find("read as: describes a product"), std::string::npos);  // And reacted to:
  EXPECT_NE(call.find("What has it got to do with us?"), std::string::npos);
  EXPECT_NE(call.find("o not graded: this was not understood"), std::string::npos);
  const std::string taken = "You: Most of your crowns are scans";
  const std::size_t at = call.find(taken);
  ASSERT_NE(at, std::string::npos);
  EXPECT_NE(call.find("taken to mean: \"Because sixty-two percent", at), std::string::npos);
}

// Nothing that somebody may type, paste or send by a script stops a call.
TEST(OwnWordsOfACall, MayBeAnythingAndAreAnswered) {
  const TempFolder folder;
  const fs::path path = folder.path() / "ceo-first-call" / "odd";
  fs::create_directories(path);
  std::string longText;
  while (longText.size() < 100'000) longText += "why do you wait and what does it cost ";
  const std::vector<std::string> odd = {"",
                                        longText,
                                        std::string(100'000, 'a'),
                                        "?!… --- ...",
                                        "🤷🏽‍♀️🚀",
                                        "どうしますか。",
                                        "ماذا تريد؟",
                                        "Was kostet Sie das?",
                                        "\x01\x02\x7f what\t",
                                        "\xff\xfe\xc3 what",
                                        "a\xcc\x81\xcc\x81"};
  {
    std::ofstream script(path / "script.txt", std::ios::binary);
    for (const std::string& each : odd) script << "say: " << each << "\nrewind: 0\n";
  }
  const std::string once = played(path);
  std::size_t turns = 0;
  for (std::size_t at = once.find("\nYou: "); at != std::string::npos;
       at = once.find("\nYou: ", at + 1)) {
    ++turns;
  }
  EXPECT_EQ(turns, odd.size());
}

}  // namespace
}  // namespace sparring
