// Every fault of the golden cases under tests/golden/diagnostics for which a fix is offered: the
// fix makes that fault go away, brings no new error, and can be taken back to the byte.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/file.h"
#include "edit/fixes.h"
#include "scenario/check.h"
#include "scenario/codes.h"
#include "scenario/write.h"

namespace sparring {
namespace {

const std::filesystem::path casesFolder =
    std::filesystem::path(SPARRING_SOURCE_DIR) / "tests/golden/diagnostics";

const Vocabulary smallMethod = {{"rapport", "ask_goal", "feature_claim", "cite_customer"},
                                {"accountable", "understands_business"},
                                {"goal", "diagnosis"},
                                {"ceo", "committee_member", "delegatee"}};

std::vector<Diagnostic> faultsOf(const Scenario& scenario) {
  return checkScenario(scenario, smallMethod);
}

// How often each error is told, whatever its place: a fix may move places.
std::map<std::string, int> errorsIn(const std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, int> errors;
  for (const Diagnostic& each : diagnostics) {
    if (each.severity == Severity::error) ++errors[each.code + " " + each.message];
  }
  return errors;
}

void expectNoNewErrors(const std::vector<Diagnostic>& before,
                       const std::vector<Diagnostic>& after) {
  std::map<std::string, int> known = errorsIn(before);
  for (const auto& [error, count] : errorsIn(after)) {
    EXPECT_LE(count, known[error]) << "new: " << error;
  }
}

struct Tried {
  std::string code;
  std::string label;
  bool isCertain = false;
};

void expectFixed(const Scenario& before, const std::vector<Diagnostic>& faults,
                 const Diagnostic& fault, const Fix& fix) {
  Scenario scenario = before;
  const std::optional<Edit> inverse = apply(scenario, Edit(fix.edit));
  ASSERT_TRUE(inverse) << "the edit does not fit";
  const std::vector<Diagnostic> after = faultsOf(scenario);
  const auto isThis = [&](const Diagnostic& each) {
    return each.code == fault.code && each.message == fault.message;
  };
  EXPECT_LT(std::ranges::count_if(after, isThis), std::ranges::count_if(faults, isThis))
      << "it is still there";
  expectNoNewErrors(faults, after);
  ASSERT_TRUE(apply(scenario, *inverse));
  EXPECT_EQ(writeScenario(scenario), writeScenario(before));
}

// All fixes of all cases, each tried.
std::vector<Tried> tryAll() {
  std::vector<Tried> tried;
  for (const auto& folder : std::filesystem::directory_iterator(casesFolder)) {
    const auto bytes = readFile(folder.path() / "scenario.json", maxScenarioBytes);
    const ScenarioReading reading = readScenario(bytes.value_or(""));
    if (!reading.scenario || !reading.isWhole) continue;
    const std::vector<Diagnostic> faults = faultsOf(*reading.scenario);
    for (const Diagnostic& fault : faults) {
      for (const Fix& fix : fixesFor(*reading.scenario, smallMethod, fault)) {
        SCOPED_TRACE(folder.path().filename().string() + ", " + fault.pointer + ": " +
                     fault.message + " -> " + fix.label);
        expectFixed(*reading.scenario, faults, fault, fix);
        tried.push_back({fault.code, fix.label, fix.isCertain});
      }
    }
  }
  return tried;
}

TEST(FixesGoldenTest, everyFixMakesItsFaultGoAway) {
  const std::vector<Tried> tried = tryAll();
  const auto isTried = [&](std::string_view code, std::string_view label, bool isCertain) {
    return std::ranges::any_of(tried, [&](const Tried& each) {
      return each.code == code && each.label == label && each.isCertain == isCertain;
    });
  };
  EXPECT_TRUE(isTried("SC020", "Use the id “golden_case”", true));
  EXPECT_TRUE(isTried("SC020", "Use the id “late_2”", true));
  EXPECT_TRUE(isTried("SC021", "Use the id “hello_2”", true));
  EXPECT_TRUE(isTried("SC022", "Write “done”", true));
  EXPECT_TRUE(isTried("SC022", "Add the outcome “somewhere_far_away”", false));
  EXPECT_TRUE(isTried("SC023", "Write “hello”", true));
  EXPECT_TRUE(isTried("SC023", "Begin in “hello”", true));
  EXPECT_TRUE(isTried("SC025", "End the call there with “done”", false));
  EXPECT_TRUE(isTried("SC028", "Write “ceo”", true));
  EXPECT_TRUE(isTried("SC030", "Say the last one always", false));
  EXPECT_TRUE(isTried("SC032", "Remove the empty one", true));
  EXPECT_TRUE(isTried("SC033", "Remove this mark", false));
  EXPECT_TRUE(isTried("SC036", "Remove these focus words", false));
  EXPECT_TRUE(isTried("SC037", "It is about neither", false));
  EXPECT_TRUE(isTried("SC040", "Write “trust”", true));
  EXPECT_TRUE(isTried("SC040", "Write “visited hello”", true));
  EXPECT_TRUE(isTried("SC041", "Write “trust = 10”", true));
  EXPECT_TRUE(isTried("SC041", "Write “trust -= 10”", true));
  EXPECT_TRUE(isTried("SC042", "Exchange the two", true));
  EXPECT_TRUE(isTried("SC043", "Begin at 10", true));
  EXPECT_TRUE(isTried("SC044", "Remove “mood”", false));
  EXPECT_TRUE(isTried("SC044", "Remove “rain” and the effect on it", false));
  EXPECT_TRUE(isTried("SC045", "Write “ask_goal”", true));
  EXPECT_TRUE(isTried("SC046", "Write “accountable”", true));
  EXPECT_TRUE(isTried("SC047", "Write “goal”", true));
  EXPECT_TRUE(isTried("SC048", "Write “waste”", true));
  EXPECT_TRUE(isTried("SC050", "Add the outcome “end”", false));
  EXPECT_TRUE(isTried("SC052", "Write 100 %", true));
  EXPECT_TRUE(isTried("SC053", "Remove this outcome", false));
  EXPECT_TRUE(isTried("SC054", "Remove this person", false));
  EXPECT_TRUE(isTried("SC055", "Add three usual answers", false));
  EXPECT_TRUE(isTried("SC056", "Leave the minutes out", true));
  EXPECT_TRUE(isTried("SC060", "Remove this interruption", false));
  EXPECT_TRUE(isTried("SC060", "Remove this effect", false));
  EXPECT_TRUE(isTried("SC061", "Move it up", false));
  EXPECT_TRUE(isTried("SC061", "Remove this exit", false));
  EXPECT_TRUE(isTried("SC064", "Say the last one always", false));
  EXPECT_TRUE(isTried("SC068", "Remove this effect", false));
  EXPECT_TRUE(isTried("SC069", "Remove this fact", false));
  EXPECT_TRUE(isTried("SC071", "Write “ceo”", true));
}

TEST(FixesGoldenTest, nothingIsOfferedForWhatIsUnknown) {
  Diagnostic fault;
  fault.code = "SC999";
  EXPECT_TRUE(fixesFor({}, {}, fault).empty());
}

}  // namespace
}  // namespace sparring
