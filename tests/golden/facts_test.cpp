// How well facts are read in lines that somebody else wrote and labelled (data/corpus/facts).
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <map>

#include "base/json.h"
#include "language/fact_reader.h"

namespace sparring {
namespace {

using Uses = std::map<std::string, FactUse>;

FactUse useNamed(const std::string& name) {
  if (name == "wrong") return FactUse::wrong;
  return name == "asked" ? FactUse::asked : FactUse::cited;
}

struct Tally {
  int right = 0;
  int found = 0;
  int labelled = 0;
};

// By use; `lines` is how many there are.
std::map<FactUse, Tally> talliesOf(const char* file, int& lines) {
  std::ifstream in(std::string(SPARRING_SOURCE_DIR) + "/data/corpus/facts/" + file);
  std::map<FactUse, Tally> tallies;
  lines = 0;
  for (std::string text; std::getline(in, text); ++lines) {
    const Json line = parseJson(text).root;
    std::vector<Fact> facts;
    for (const Json& each : line.find("facts")->items) {
      Fact& fact = facts.emplace_back();
      fact.id = FactId(each.find("id")->string);
      fact.text = each.find("text")->string;
      for (const Json& key : each.find("keys")->items) fact.keys.push_back(key.string);
    }
    Uses labelled;
    for (const Json& each : line.find("expected")->items) {
      labelled[each.find("id")->string] = useNamed(each.find("use")->string);
      ++tallies[useNamed(each.find("use")->string)].labelled;
    }
    for (const FactReading& each : readFacts(line.find("text")->string, facts)) {
      Tally& tally = tallies[each.use];
      ++tally.found;
      const auto known = labelled.find(each.fact.value);
      if (known != labelled.end() && known->second == each.use) ++tally.right;
    }
  }
  return tallies;
}

// In hundredths.
int f1Of(const std::map<FactUse, Tally>& tallies) {
  Tally all;
  for (const auto& [use, tally] : tallies) {
    all.right += tally.right;
    all.found += tally.found;
    all.labelled += tally.labelled;
  }
  return 200 * all.right / (all.found + all.labelled);
}

// What is said to be wrong, or asked for though public, is a reproach: it has to be so.
void expectJustReproaches(std::map<FactUse, Tally> tallies, int atLeast) {
  for (const FactUse use : {FactUse::wrong, FactUse::asked}) {
    EXPECT_GE(100 * tallies[use].right, atLeast * tallies[use].found);
  }
}

TEST(FactReading, FindsMostUsesOfFactsAndFewThatAreNone) {
  int lines = 0;
  const auto tallies = talliesOf("facts-1.jsonl", lines);
  EXPECT_EQ(lines, 90);
  expectJustReproaches(tallies, 80);
  EXPECT_GE(f1Of(tallies), 85);
}

// In wholly other words than the fact's much is missed, and little is found that is not so.
TEST(FactReading, FindsHalfOfTheUsesInOtherWords) {
  int lines = 0;
  const auto tallies = talliesOf("facts-2.jsonl", lines);
  EXPECT_EQ(lines, 100);
  expectJustReproaches(tallies, 75);
  EXPECT_GE(f1Of(tallies), 54);
}

}  // namespace
}  // namespace sparring
