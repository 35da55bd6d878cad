#include "dialogue/reactions.h"

#include <algorithm>
#include <vector>

namespace sparring {
namespace {

bool callsFor(std::span<const ActId> acts, const Move& reaction) {
  const auto isPerformed = [&](const ActId& act) {
    return std::ranges::find(acts, act) != acts.end();
  };
  return std::ranges::any_of(reaction.acts, isPerformed) &&
         std::ranges::none_of(reaction.without, isPerformed);
}

// The effects of a reaction on variables that the move leaves alone.
Range effectsBeside(Program& program, const CompiledMove& move, const CompiledMove& reaction) {
  std::vector<CompiledEffect> kept;
  for (const CompiledEffect& effect : in(program.effects, reaction.effects)) {
    const auto own = in(program.effects, move.effects);
    if (std::ranges::find(own, effect.variable, &CompiledEffect::variable) == own.end()) {
      kept.push_back(effect);
    }
  }
  if (kept.size() == reaction.effects.size) return reaction.effects;
  const Range range{static_cast<std::uint32_t>(program.effects.size()),
                    static_cast<std::uint32_t>(kept.size())};
  program.effects.insert(program.effects.end(), kept.begin(), kept.end());
  return range;
}

// Whether the buyer may be silent to a move and what it leads to.
bool mayBeSilentTo(const CompiledMove& move) {
  const bool stays = move.target.kind == Target::Kind::stay;
  return stays && (move.move->replies.empty() || !move.move->replies.back().when.empty());
}

void expandIn(Program& program, Range moves, Range reactions) {
  for (std::uint32_t i = moves.begin; i < moves.begin + moves.size; ++i) {
    CompiledMove& move = program.moves[i];
    move.reactions.begin = static_cast<std::uint32_t>(program.reactionUses.size());
    for (std::uint32_t j = reactions.begin; j < reactions.begin + reactions.size; ++j) {
      const CompiledMove& reaction = program.moves[j];
      if (!callsFor(move.move->acts, *reaction.move)) continue;
      const Range effects = effectsBeside(program, move, reaction);
      if (effects.size == 0 && !mayBeSilentTo(move)) continue;
      program.reactionUses.push_back({static_cast<std::int32_t>(j), effects});
      ++move.reactions.size;
    }
  }
}

}  // namespace

void expandReactions(Program& program) {
  for (const CompiledNode& node : program.nodes) {
    if (node.speaker < 0) continue;
    const Range reactions = program.reactions[static_cast<std::size_t>(node.speaker)];
    if (reactions.size > 0) expandIn(program, node.moves, reactions);
  }
  for (std::size_t i = 0; i < program.topics.size(); ++i) {
    if (program.reactions[i].size > 0) expandIn(program, program.topics[i], program.reactions[i]);
  }
}

std::optional<int> reactionTo(const Program& program, const CallState& state,
                              std::span<const ActId> acts) {
  if (state.node < 0 || acts.empty()) return std::nullopt;
  const int listener = program.nodes[static_cast<std::size_t>(state.node)].speaker;
  if (listener < 0) return std::nullopt;
  const Range reactions = program.reactions[static_cast<std::size_t>(listener)];
  for (const ActId& act : acts) {
    for (std::uint32_t i = reactions.begin; i < reactions.begin + reactions.size; ++i) {
      const CompiledMove& reaction = program.moves[i];
      if (callsFor({&act, 1}, *reaction.move) && callsFor(acts, *reaction.move) &&
          holds(program, reaction.when, state)) {
        return static_cast<int>(i);
      }
    }
  }
  return std::nullopt;
}

bool isReaction(const Program& program, int move) {
  return !program.reactions.empty() &&
         static_cast<std::uint32_t>(move) >= program.reactions.front().begin;
}

}  // namespace sparring
