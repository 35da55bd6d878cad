// What a scenario means, judged: names that lead nowhere, conditions that do not parse, nodes that
// cannot be reached, marks whose words are not in the text. Knows neither method nor
// archetypes: whether rules, acts and kinds of buyers exist is judged against the lists handed in.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/read.h"
#include "scenario/scenario.h"

namespace sparring {

// The names from outside that a scenario may use. Empty sets are not checked against.
struct Vocabulary {
  std::set<std::string> acts;
  std::set<std::string> rules;
  std::set<std::string> stages;
  std::set<std::string> archetypes = {};
};

// Diagnostics with pointers into the written form and lines from `lines`, sorted by line.
std::vector<Diagnostic> checkScenario(const Scenario& scenario, const Vocabulary& vocabulary,
                                      const LineIndex& lines = {});

// Adds what checkScenario finds to what reading found, so that `reading` tells form and meaning
// together. What holds a fault of form is not judged again, nor is a file of which a part is
// unknown.
void addMeaning(ScenarioReading& reading, const Vocabulary& vocabulary);

}  // namespace sparring
