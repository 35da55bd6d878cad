// Commands that read lines of JSON.
#pragma once

#include <functional>
#include <string>

#include "base/json.h"
#include "cli/commands.h"

namespace sparring::cli {

// Hands over every object of a file, or of `in` where its name is "-", as soon as its line is read.
// What is no JSON object with a text "id" and a text "text" is named with its line number on `err`
// and left out. Gives 1 where there was such a line, 2 where the file cannot be read, otherwise 0.
int eachJsonLine(const std::string& file, const Surroundings& around,
                 const std::function<void(const Json&)>& use);

}  // namespace sparring::cli
