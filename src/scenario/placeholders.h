// Names that a text leaves open: {rep} for whoever practises, {PERSONA} for the name of a persona
// by its id. Those of personas are filled in when a scenario is made ready to play, the rep's when
// something is said or shown: what is stored names no rep. Other braces are text like any other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.h"

namespace sparring {

inline constexpr std::string_view repWord = "rep";

struct Placeholder {
  std::string_view name;   // What stands between the braces.
  std::size_t offset = 0;  // Of the opening brace, in bytes.
};

// Everything in braces, in order; braces in braces count once.
std::vector<Placeholder> placeholdersIn(std::string_view text);

// Whether any text that is said in the scenario has braces.
bool hasPlaceholders(const Scenario& scenario);

// The scenario with the names of its personas filled in.
Scenario withPersonaNames(Scenario scenario);

// The text with the rep's name filled in. Where it is not known, the place is left out together
// with the comma that sets it off.
std::string withRepName(std::string text, std::string_view name);

}  // namespace sparring
