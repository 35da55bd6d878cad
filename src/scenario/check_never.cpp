// What can never happen, whatever is said: conditions that never hold, and what stands behind
// something that is always taken first; effects that change nothing; moves that nobody answers.
#include <algorithm>

#include "scenario/check_parts.h"
#include "scenario/possible.h"

namespace sparring {
namespace {

// Of a list longer than this the later ones are not compared with the earlier.
constexpr std::size_t mostCompared = 64;

// What comes of it where a condition never holds.
constexpr std::string_view asLine = "line is never said";
constexpr std::string_view asReply = "reply is never said";
constexpr std::string_view asExit = "exit is never taken";

// Says where a condition never holds, given what is known at its place. `holder` gives the pointer
// of what has the condition.
template <class Pointer>
bool judgeCondition(const Checking& checking, const Known& known, const std::string& text,
                    const Pointer& holder, std::string_view consequence,
                    std::string_view key = "/when") {
  if (text.empty()) return true;
  const auto& condition = checking.expressions.condition(text);
  Known here = known;
  if (!condition || checking.possible.narrow(here, *condition)) return true;
  checking.findings.add(Code::neverHolds, holder() + std::string(key),
                        "The condition " + inQuotes(text) +
                            " never holds: " + checking.possible.reasonAgainst(known, *condition) +
                            ". So this " + std::string(consequence) + ".",
                        "Write a condition that can hold, or remove this.");
  return false;
}

// Of several ways the first that holds is taken; a later one must have a chance. `known` is what is
// known before the first.
template <class Way>
void judgeAlternatives(const Checking& checking, const Known& known, const std::vector<Way>& ways,
                       const std::string& list, std::string_view consequence) {
  Known left = known;     // Where none of the earlier ones holds.
  bool isOpen = true;     // Whether there is such a place.
  bool hasPlain = false;  // Whether an earlier one has no condition.
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const std::string& when = ways[i].when;
    const auto pointer = [&] { return pointerTo(list, i); };
    if (!judgeCondition(checking, known, when, pointer, consequence)) continue;
    // A last one without a condition is a net that may well never be needed.
    Known here = left;
    if (hasPlain || (!when.empty() && (!isOpen || !checking.possible.narrow(here, when)))) {
      checking.findings.add(
          Code::hidden, pointer(),
          "This " + std::string(consequence) +
              (hasPlain ? ": one before it has no condition."
                        : ": wherever its condition holds, one before it does too."),
          when.empty() ? "Remove it, or give the one before it a condition."
                       : "Move it up, or change its condition.");
      continue;
    }
    hasPlain = when.empty();
    if (i < mostCompared) {
      isOpen = isOpen && checking.possible.narrow(left, when, false);
    } else {
      left = known;
    }
  }
}

void judgeLines(const Checking& checking, const Known& known, const std::vector<Line>& lines,
                const std::string& list, std::string_view consequence) {
  judgeAlternatives(checking, known, lines, list, consequence);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].then.empty()) continue;
    Known said = known;
    if (!checking.possible.narrow(said, lines[i].when)) continue;
    for (std::size_t j = 0; j < lines[i].then.size(); ++j) {
      const auto pointer = [&] { return pointerTo(pointerTo(list, i) + "/then", j); };
      judgeCondition(checking, said, lines[i].then[j].when, pointer, asLine);
    }
  }
}

bool isConditional(const Line& line) {
  return !line.when.empty() || !line.then.empty();
}

void judgeMove(const Checking& checking, const Known& known, const Move& move,
               const std::string& list, std::size_t index, std::string_view noun) {
  Known here = known;
  const bool mayHold = move.when.empty() || checking.possible.narrow(here, move.when);
  const bool isPlain = move.replies.size() < 2 && std::ranges::none_of(move.replies, isConditional);
  if (mayHold && isPlain) return;
  const auto pointer = [&] { return pointerTo(list, index); };
  if (!mayHold) {
    judgeCondition(checking, known, move.when, pointer, std::string(noun) + " is never on offer");
  }
  if (isPlain) return;
  judgeLines(checking, checking.possible.after(move), move.replies, pointer() + "/replies",
             asReply);
}

void judgeMoves(const Checking& checking, const Known& known, const std::vector<Move>& moves,
                const std::string& list, std::string_view noun) {
  for (std::size_t i = 0; i < moves.size(); ++i) {
    judgeMove(checking, known, moves[i], list, i, noun);
  }
}

void judgeNode(const Checking& checking, const Node& node, const std::string& pointer) {
  const Known inside = checking.possible.inside(node);
  if (node.lines.size() > 1 || std::ranges::any_of(node.lines, isConditional)) {
    judgeLines(checking, {}, node.lines, pointer + "/lines", asLine);
  }
  judgeAlternatives(checking, inside, node.exits, pointer + "/exits", asExit);
  judgeMoves(checking, inside, node.moves, pointer + "/moves", "move");
}

// Whether an effect leaves its variable as it is, wherever it is applied.
bool changesNothing(const Checking& checking, const Effect& effect) {
  const auto found = checking.names.variables.find(effect.variable);
  if (found == checking.names.variables.end()) return false;
  const Interval values = checking.possible.valuesOf(*found->second);
  if (effect.kind == Effect::Kind::add && effect.amount == 0) return true;
  return values.least == values.most;
}

}  // namespace

void checkNever(const Checking& checking) {
  const Scenario& scenario = checking.scenario;
  for (std::size_t i = 0; i < scenario.personas.size(); ++i) {
    const Persona& persona = scenario.personas[i];
    const std::string pointer = pointerTo("/personas", i);
    judgeCondition(
        checking, {}, persona.present, [&] { return pointer; },
        "person is never in the room beside the speaker", "/present");
    judgeMoves(checking, {}, persona.topics, pointer + "/topics", "topic");
    judgeMoves(checking, {}, persona.reactions, pointer + "/reactions", "reaction");
  }
  for (std::size_t i = 0; i < scenario.interruptions.size(); ++i) {
    judgeCondition(
        checking, {}, scenario.interruptions[i].when,
        [&] { return pointerTo("/interruptions", i); }, "interruption never happens");
  }
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    judgeNode(checking, scenario.nodes[i], pointerTo("/nodes", i));
  }
}

void checkEffects(const Checking& checking) {
  forEachEffect(checking.scenario, [&](const std::string& text, const std::string& pointer) {
    const auto& effect = checking.expressions.effect(text);
    if (!effect) return;
    Known known;
    if (!checking.possible.narrow(known, effect->when)) {
      checking.findings.add(Code::neverHolds, pointer,
                            "The condition of the effect " + inQuotes(text) + " never holds: " +
                                checking.possible.reasonAgainst({}, effect->when) + ".",
                            "Write a condition that can hold, or remove the effect.");
    } else if (changesNothing(checking, *effect)) {
      checking.findings.add(
          Code::effectWithoutChange, pointer,
          "The effect " + inQuotes(text) + " changes nothing: " +
              (effect->amount == 0 && effect->kind == Effect::Kind::add
                   ? "it adds 0."
                   : inQuotes(effect->variable) + " has this value all through the call."),
          "Remove it, or let it change something.");
    }
  });
}

// Where a move stays in its node and each of its replies has a condition, the buyer may say
// nothing at all. Reactions only add to what others say.
void checkAnswers(const Checking& checking) {
  const auto mayBeSilent = [&](const Move& move, MoveKind kind) {
    const auto isPlain = [](const Line& line) { return line.when.empty(); };
    return kind != MoveKind::reaction && move.target.empty() &&
           std::ranges::none_of(move.replies, isPlain) &&
           checking.possible.mayAllFail(checking.possible.after(move), move.replies);
  };
  bool isAny = false;
  forEachMoveAlone(checking.scenario, [&](const Move& move, MoveKind kind) {
    isAny = isAny || mayBeSilent(move, kind);
  });
  if (!isAny) return;
  forEachMove(checking.scenario, [&](const Move& move, const std::string& pointer, MoveKind kind) {
    if (!mayBeSilent(move, kind)) return;
    const std::string name = "the " + std::string(nounOf(kind)) + " " + inQuotes(move.id.value);
    checking.findings.add(
        Code::silence, pointer + "/replies",
        move.replies.empty()
            ? "Nobody answers " + name + ", which stays where it is: the buyer says nothing."
            : "Every reply to " + name +
                  " has a condition: where none holds, the buyer says nothing.",
        move.replies.empty() ? "Write a reply, or let it lead somewhere."
                             : "Leave the last reply without a condition.");
  });
}

}  // namespace sparring
