// Labelled seller turns, as people wrote and labelled them (data/corpus): one JSON object a line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "scenario/scenario.h"

namespace sparring {

struct LabelledSentence {
  std::string text;
  Focus about = Focus::neutral;
};

struct LabelledMark {
  RuleId rule;
  Sign sign = Sign::earned;
  std::string words;  // As they stand in the turn.
};

struct LabelledTurn {
  std::string id;
  std::string call;
  std::string writer;   // Who wrote the call; turns of one writer stay together in evaluation.
  std::string quality;  // good, mixed, poor: of the whole call.
  std::string persona;
  std::string heard;  // The buyer's line before.
  std::string text;
  std::vector<ActId> acts;
  std::vector<LabelledSentence> focus;
  std::vector<LabelledMark> marks;
};

struct Corpus {
  std::vector<LabelledTurn> turns;
  std::vector<Diagnostic> diagnostics;  // Lines that could not be used, with their numbers.
};

// One file, or all *.jsonl of a folder in the order of their names. The writer is the name of the
// file; in one with several writers the call's id begins with a letter and a dash that names them
// ("b-01").
Result<Corpus> readCorpus(const std::filesystem::path& path);

}  // namespace sparring
