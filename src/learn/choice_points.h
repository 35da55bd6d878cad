// Labelled choice points: what was on offer, and which move each of many texts means.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "scenario/scenario.h"

namespace sparring {

struct MeantText {
  std::string text;
  int move = -1;  // The position of the one that is meant; -1 for none.
};

struct ChoicePoint {
  std::string id;
  std::string writer;
  std::string heard;  // The buyer's line.
  std::vector<MoveId> moves;
  std::vector<std::vector<std::string>> phrasings;  // A list a move.
  std::vector<MeantText> texts;
};

struct ChoicePoints {
  std::vector<ChoicePoint> points;
  std::vector<Diagnostic> diagnostics;  // Lines that could not be used, with their numbers.
};

// All *.jsonl files of a folder, in the order of their names; each is by a writer of its own.
Result<ChoicePoints> readChoicePoints(const std::filesystem::path& folder);

}  // namespace sparring
