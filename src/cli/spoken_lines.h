// A written transcript, "Name: text" line by line, as turns of one seller and of those who answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sparring::cli {

struct SpokenTurn {
  std::string heard;  // What the others said since the turn before, in one line.
  std::string text;
};

struct SpokenCall {
  std::vector<SpokenTurn> turns;  // Of the seller.
  std::string lastHeard;          // What was said after the last of them.
  std::vector<std::string> others;
};

// A line without a name goes on with the line before. Names are compared without their case. Fails
// where the text holds no such lines, or where the seller, or anybody else, says nothing in it.
Result<SpokenCall> spokenCall(std::string_view text, const std::string& seller);

}  // namespace sparring::cli
