#include "grading/advice.h"

#include <algorithm>

#include "scenario/placeholders.h"

namespace sparring {
namespace {

bool earns(const Mark& mark) {
  return mark.sign == Sign::earned;
}

// The wording of a move that anybody can say as it stands; empty where it has none.
std::string wordingAlways(const Move& move) {
  const bool sayable = move.when.empty() && !move.phrasings.empty() &&
                       placeholdersIn(move.phrasings.front()).empty();
  return sayable ? move.phrasings.front() : std::string();
}

// What earns and costs nothing; empty where there is none.
std::string goodHere(const std::vector<Move>& moves) {
  for (const Move& move : moves) {
    if (move.marks.empty() || !std::ranges::all_of(move.marks, earns)) continue;
    if (std::string wording = wordingAlways(move); !wording.empty()) return wording;
  }
  return {};
}

}  // namespace

const std::vector<Move>& movesAt(const Scenario& scenario, const CallState& state) {
  static const std::vector<Move> none;
  return state.node < 0 ? none : scenario.nodes[static_cast<std::size_t>(state.node)].moves;
}

std::string forwardHere(const Method& method, const BreachRule& rule, const Stage& stage,
                        const std::vector<Move>& moves) {
  const auto acts = static_cast<int>(method.acts.size());  // Other things are signals.
  for (const Move& move : moves) {
    const auto does = [&](const ActId& act) {
      return std::ranges::find(move.acts, act) != move.acts.end();
    };
    const auto brings = [&](int thing) {
      return thing < acts && does(method.acts[static_cast<std::size_t>(thing)].id);
    };
    if (std::ranges::none_of(stage.doneBy, brings) || std::ranges::any_of(rule.acts, does))
      continue;
    if (!std::ranges::all_of(move.marks, earns)) continue;
    if (std::string wording = wordingAlways(move); !wording.empty()) return wording;
  }
  return {};
}

std::string sayableHere(const std::vector<Move>& moves, const RuleId& rule) {
  const auto keepsIt = [&](const Mark& mark) { return mark.rule == rule && earns(mark); };
  for (const Move& move : moves) {
    if (std::ranges::none_of(move.marks, keepsIt)) continue;
    if (std::string wording = wordingAlways(move); !wording.empty()) return wording;
  }
  for (const Move& move : moves) {
    for (const Mark& mark : move.marks) {
      const bool advises = mark.rule == rule && !earns(mark) && !mark.better.empty();
      if (advises && placeholdersIn(mark.better).empty()) return mark.better;
    }
  }
  return goodHere(moves);
}

}  // namespace sparring
