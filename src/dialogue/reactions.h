// What a buyer does about what a turn does, whatever its words: features listed, a close too early,
// something given for nothing. A turn calls for a reaction of whoever listens where it performs one
// of the reaction's acts and none of those that the reaction is to be `without`.
//
// An authored move has the effects of the reactions that it calls for besides its own, but none on
// a variable that it changes itself; their replies are said only where the buyer would be silent. A
// turn that matches nothing on offer is taken by the first reaction to what it most surely does.
#pragma once

#include <optional>
#include <span>

#include "dialogue/program.h"

namespace sparring {

// Finds for every move and topic the reactions that it calls for. Part of compile().
void expandReactions(Program& program);

// The position of the reaction that a turn with these acts, the surest first, calls for, where it
// matches nothing on offer; nothing where nobody reacts to it.
std::optional<int> reactionTo(const Program& program, const CallState& state,
                              std::span<const ActId> acts);

// Whether a position in Program::moves is that of a reaction.
bool isReaction(const Program& program, int move);

}  // namespace sparring
