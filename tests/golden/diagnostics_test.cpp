// Every folder under tests/golden/diagnostics is a case: scenario.json read and checked, or
// archetype.json read, gives the lines of expected.txt. A new folder is a new case. The names of
// folders begin with the code that the case is about; SC000 and AR000 stand for none.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "scenario/archetype.h"
#include "scenario/archetype_codes.h"
#include "scenario/check.h"
#include "scenario/codes.h"

namespace sparring {
namespace {

const std::filesystem::path casesFolder =
    std::filesystem::path(SPARRING_SOURCE_DIR) / "tests/golden/diagnostics";

const std::filesystem::path pagesFolder =
    std::filesystem::path(SPARRING_SOURCE_DIR) / "docs/diagnostics";

const Vocabulary smallMethod = {{"rapport", "ask_goal", "feature_claim", "cite_customer"},
                                {"accountable", "understands_business"},
                                {"goal", "diagnosis"},
                                {"ceo", "committee_member", "delegatee"}};

std::vector<std::string> caseNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(casesFolder)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string contentOf(const std::filesystem::path& path) {
  const auto bytes = readFile(path, maxScenarioBytes);
  return bytes ? *bytes : sentence(bytes.error());
}

// Every code that a table declares, with its title.
std::map<std::string, std::string> declaredCodes() {
  std::map<std::string, std::string> codes;
  const auto declare = [&](const auto& table) {
    for (const auto& entry : table) codes.emplace(entry.name, entry.title);
  };
  declare(codeTable);
  declare(archetypeCodeTable);
  return codes;
}

// The name of the file that a case is about, and what is wrong with it.
std::pair<std::string, std::vector<Diagnostic>> judged(const std::filesystem::path& folder) {
  if (std::filesystem::exists(folder / "archetype.json")) {
    return {"archetype.json",
            readArchetype(contentOf(folder / "archetype.json"), smallMethod).diagnostics};
  }
  ScenarioReading reading = readScenario(contentOf(folder / "scenario.json"));
  addMeaning(reading, smallMethod);
  return {"scenario.json", std::move(reading.diagnostics)};
}

class DiagnosticsGolden : public testing::TestWithParam<std::string> {};

TEST_P(DiagnosticsGolden, saysWhatIsExpected) {
  const std::filesystem::path folder = casesFolder / GetParam();
  const auto [file, diagnostics] = judged(folder);
  std::string said;
  for (const Diagnostic& each : diagnostics) said += formatDiagnostic(file, each) + "\n";
  EXPECT_EQ(said, contentOf(folder / "expected.txt"));
}

INSTANTIATE_TEST_SUITE_P(Cases, DiagnosticsGolden, testing::ValuesIn(caseNames()),
                         [](const auto& instance) {
                           std::string name = instance.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(DiagnosticsGoldenTest, everyCodeHasACase) {
  const std::vector<std::string> names = caseNames();
  for (const auto& [code, title] : declaredCodes()) {
    const bool isShown = std::ranges::any_of(names, [&](const std::string& name) {
      return name.starts_with(code + "-") &&
             contentOf(casesFolder / name / "expected.txt").find(code + ":") != std::string::npos;
    });
    EXPECT_TRUE(isShown) << "No folder shows " << code << " (" << title << ")";
  }
}

TEST(DiagnosticsGoldenTest, everyCaseIsNamedByAKnownCode) {
  const std::map<std::string, std::string> codes = declaredCodes();
  for (const std::string& name : caseNames()) {
    const std::string code = name.substr(0, name.find('-'));
    EXPECT_TRUE(code == "SC000" || code == "AR000" || codes.contains(code)) << name;
  }
}

TEST(DiagnosticPagesTest, everyCodeHasAPageThatBeginsWithItsTitle) {
  for (const auto& [code, title] : declaredCodes()) {
    const std::string page = contentOf(pagesFolder / (code + ".md"));
    EXPECT_TRUE(page.starts_with("# " + code + ": " + title + "\n")) << page;
    EXPECT_NE(page.find("**What to do.**"), std::string::npos) << code;
    EXPECT_NE(page.find("**Why it matters.**"), std::string::npos) << code;
    EXPECT_NE(page.find("```"), std::string::npos) << code << " shows no example";
  }
}

TEST(DiagnosticPagesTest, everyPageHasACodeAndIsInTheIndex) {
  const std::map<std::string, std::string> codes = declaredCodes();
  const std::string index = contentOf(pagesFolder / "README.md");
  for (const auto& entry : std::filesystem::directory_iterator(pagesFolder)) {
    const std::string name = entry.path().filename().string();
    if (name == "README.md") continue;
    EXPECT_TRUE(codes.contains(entry.path().stem().string())) << name;
    EXPECT_NE(index.find("](" + name + ")"), std::string::npos) << name << " is not in the index";
  }
}

}  // namespace
}  // namespace sparring
