// Every folder under tests/golden/grading is a case: call.json tells what was said in a call and
// how it was read; its last turn must earn or cost the rule, keep or break the concept that the
// folder is named after, on the words given there, or do neither. A new folder is a new case.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "base/file.h"
#include "base/json.h"
#include "cli/grade_text.h"
#include "grading/transcript_grader.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

const std::filesystem::path casesFolder =
    std::filesystem::path(SPARRING_SOURCE_DIR) / "tests/golden/grading";

std::vector<std::string> caseNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(casesFolder)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string textOf(const Json& object, const char* key) {
  const Json* value = object.find(key);
  return value != nullptr ? value->string : std::string();
}

Span wordsIn(const std::string& text, const std::string& words) {
  const Span span = findWords(text, words);
  EXPECT_LT(span.begin, span.end) << words << " is not in: " << text;
  return span;
}

const std::vector<Json::Member>& membersOf(const Json& object, const char* key) {
  static const std::vector<Json::Member> none;
  const Json* value = object.find(key);
  return value != nullptr ? value->members : none;
}

// {"accountable -": 940} of the whole text, or {"accountable -": {"sure": 940, "words": "…"}}.
MarkReading markOf(const Json::Member& member, const std::string& text) {
  const std::size_t blank = member.key.find(' ');
  MarkReading out;
  out.rule = RuleId(member.key.substr(0, blank));
  out.sign = member.key.substr(blank + 1) == "+" ? Sign::earned : Sign::cost;
  out.words = {0, text.size()};
  const Json* sure = member.value.find("sure");
  out.perMille = static_cast<int>(sure != nullptr ? sure->integer : member.value.integer);
  if (sure != nullptr) out.words = wordsIn(text, textOf(member.value, "words"));
  return out;
}

// [["customer", "words"], …] in the order of the text.
FocusReading focusOf(const Json& stretch, const std::string& text) {
  const std::string about = stretch.items.at(0).string;
  const std::string& words = stretch.items.at(1).string;
  return {about == "customer" ? Focus::customer
          : about == "seller" ? Focus::seller
                              : Focus::neutral,
          wordsIn(text, words), countWords(words)};
}

SellerTurn turnOf(const Json& said) {
  SellerTurn turn;
  turn.text = textOf(said, "text");
  if (const Json* focus = said.find("focus")) {
    for (const Json& each : focus->items) {
      turn.meaning.focus.push_back(focusOf(each, turn.text));
    }
  }
  for (const Json::Member& act : membersOf(said, "acts")) {
    turn.meaning.acts.push_back({ActId(act.key), 1000, wordsIn(turn.text, act.value.string)});
  }
  for (const Json::Member& mark : membersOf(said, "marks")) {
    turn.meaning.marks.push_back(markOf(mark, turn.text));
  }
  for (const Json::Member& fact : membersOf(said, "facts")) {
    const FactUse use = fact.key == "wrong" ? FactUse::wrong : FactUse::cited;
    turn.meaning.facts.push_back({FactId("fact"), use, wordsIn(turn.text, fact.value.string)});
  }
  return turn;
}

// What the last turn did, as the names of folders say it, and in which words.
struct Verdict {
  std::string what = "none";
  std::string words;
};

Verdict verdictOn(const std::string& about, const TranscriptGrader::Graded& last) {
  const auto cut = [&](Span span) {
    return last.turn.text.substr(span.begin, span.end - span.begin);
  };
  for (const GivenMark& mark : last.grade.marks) {
    if (mark.rule.value != about) continue;
    EXPECT_FALSE(mark.why.empty());
    return {mark.sign == Sign::earned ? "earned" : "cost", cut(mark.words)};
  }
  for (const GivenMark& mark : last.grade.perhaps) {
    if (mark.rule.value == about) return {"perhaps", cut(mark.words)};
  }
  for (const Breach& breach : last.grade.breaches) {
    if (breach.id == about) return {"early", cut(breach.words)};
  }
  for (const ConceptMark& mark : last.grade.concepts) {
    if (mark.id.value != about) continue;
    EXPECT_FALSE(mark.why.empty());
    EXPECT_TRUE(mark.kept || !mark.remedy.empty());
    return {mark.kept ? "kept" : "broken", cut(mark.words)};
  }
  return {};
}

class GradingCase : public ::testing::TestWithParam<std::string> {};

TEST_P(GradingCase, TheLastTurnIsJudgedAsTheFolderSays) {
  const auto bytes = readFile(casesFolder / GetParam() / "call.json", 1 << 20);
  ASSERT_TRUE(bytes);
  const JsonDocument document = parseJson(*bytes);
  ASSERT_TRUE(document.isWhole);
  const std::string about = textOf(document.root, "about");
  const std::string expected = textOf(document.root, "expect");
  EXPECT_TRUE(GetParam().starts_with(about + "-" + expected));
  const LoadedMethod method = testing::shippedMethod();
  TranscriptGrader grader(*method.method, textOf(document.root, "archetype"));
  for (const Json& said : document.root.find("turns")->items) {
    grader.add(turnOf(said), textOf(said, "heard"));
  }
  const Verdict verdict = verdictOn(about, grader.turns().back());
  EXPECT_EQ(verdict.what, expected);
  EXPECT_EQ(verdict.words, textOf(document.root, "words"));
}

INSTANTIATE_TEST_SUITE_P(All, GradingCase, ::testing::ValuesIn(caseNames()), [](const auto& each) {
  std::string name = each.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

// The block in the page after a mark, such as "```json".
std::string blockOf(const std::string& page, const std::string& mark) {
  const std::size_t heading = page.find("## Worked example");
  const std::size_t begin = page.find(mark + "\n", heading) + mark.size() + 1;
  return page.substr(begin, page.find("```", begin) - begin);
}

TEST(GradingPage, ItsWorkedExampleComesToWhatItSays) {
  const auto page =
      readFile(std::filesystem::path(SPARRING_SOURCE_DIR) / "docs/grading.md", 1 << 20);
  ASSERT_TRUE(page);
  const JsonDocument call = parseJson(blockOf(*page, "```json"));
  ASSERT_TRUE(call.isWhole);
  const LoadedMethod method = testing::shippedMethod();
  TranscriptGrader grader(*method.method, textOf(call.root, "archetype"));
  for (const Json& said : call.root.find("turns")->items) {
    grader.add(turnOf(said), textOf(said, "heard"));
  }
  std::ostringstream out;
  for (std::size_t i = 0; i < grader.turns().size(); ++i) {
    const auto& [turn, grade] = grader.turns()[i];
    cli::printTurnGrade(out, *method.method, static_cast<int>(i) + 1, turn, grade);
  }
  cli::printCallGrade(out, *method.method, grader.grade());
  EXPECT_EQ(out.str(), blockOf(*page, "```text"));
}

TEST(GradingCases, CoverEveryRuleAndConceptBothWaysAndNeither) {
  std::set<std::string> covered;
  for (const std::string& name : caseNames()) {
    covered.insert(name.substr(0, name.find('-', name.find('-') + 1)));
  }
  const LoadedMethod method = testing::shippedMethod();
  for (const Rule& rule : method.method->rules) {
    for (const char* what : {"-earned", "-cost", "-none"}) {
      EXPECT_TRUE(covered.contains(rule.id.value + what)) << rule.id.value << what;
    }
  }
  EXPECT_EQ(method.method->concepts.size(), 14u);
  for (const Concept& each : method.method->concepts) {
    for (const char* what : {"-kept", "-broken", "-none"}) {
      EXPECT_TRUE(covered.contains(each.id.value + what)) << each.id.value << what;
    }
  }
}

}  // namespace
}  // namespace sparring
