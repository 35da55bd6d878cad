// How a kind of buyer reacts to what a seller does, whatever the scenario: features listed to a
// chief executive, a close too early, something given for nothing. Data of its own
// (data/archetypes), merged into the personas of a scenario when it is played; what an author
// writes stays as written. Format: docs/scenario-format.md.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/check.h"
#include "scenario/scenario.h"

namespace sparring {

struct Archetype {
  int format = 1;
  std::string id;  // What personas name as their archetype.
  int version = 1;
  std::string title;
  std::string summary;          // One sentence for authors.
  std::vector<Move> reactions;  // Without phrasings, marks and targets.
  bool operator==(const Archetype&) const = default;
};

struct ArchetypeReading {
  std::optional<Archetype> archetype;   // Nothing only where the bytes are not JSON.
  std::vector<Diagnostic> diagnostics;  // Of form and meaning, codes AR…; sorted by line.
};

// The variables that the archetypes we ship read or change. A scenario that declares one and has a
// persona with an archetype uses it, even where nothing that its author wrote does.
inline constexpr std::array<std::string_view, 16> archetypeVariables = {
    "delegate_urge",    "detail",   "diagnosed",   "favoured",
    "favourite",        "features", "gives",       "goal_shared",
    "interest",         "patience", "power_known", "pride",
    "problem_admitted", "trust",    "value_put",   "wired"};

constexpr std::size_t maxArchetypeBytes = 4 * 1024 * 1024;

// Whether a file is meant as an archetype and not as a scenario: it has “reactions” at its top and
// no “nodes”. Broken ones count as far as they can be read.
bool isArchetype(std::string_view bytes);

// Any bytes. Conditions and effects of an archetype call the variables of the buyer and of the call
// by their plain names; `said` names a reaction of the same file; nodes and topics it cannot know.
ArchetypeReading readArchetype(std::string_view bytes, const Vocabulary& vocabulary);

// The scenario with the reactions of its personas' archetypes after their own, ids prefixed by the
// persona's (`ceo-features`). Where the scenario uses such an id itself, its author's wins. A name
// becomes the persona's variable (`cfo.trust`) where there is one, else the call's. What depends on
// a variable that the scenario does not declare is left out: an effect, a line, a whole reaction.
Scenario withReactions(Scenario scenario, std::span<const Archetype> archetypes);

}  // namespace sparring
