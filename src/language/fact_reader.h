// Which facts about the customer a turn uses: rightly, wrongly, or by asking for what could have
// been looked up. By words and figures alone, so that the words behind each reading can be shown.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/turn_meaning.h"
#include "scenario/scenario.h"

namespace sparring {

// At most one reading a fact, in the order of the facts. A fact is wrong where its words come with
// other figures than its own; asked for where they stand in a question that does not know the
// answer, and the fact is public. Reads the first 4,000 bytes.
std::vector<FactReading> readFacts(std::string_view text, std::span<const Fact> facts);

}  // namespace sparring
