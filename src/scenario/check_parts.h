// What the checks of a scenario share: its names, ways to walk over its parts, and where to put
// what they find. Private to this folder; scenario/check.h is the door.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/json.h"
#include "scenario/check.h"
#include "scenario/findings.h"
#include "scenario/scenario.h"

namespace sparring {

// The ids that a scenario declares. Views into the scenario.
struct Names {
  std::set<std::string_view> nodes;
  std::set<std::string_view> outcomes;
  std::set<std::string_view> targets;  // Nodes and outcomes.
  std::set<std::string_view> topics;
  std::set<std::string_view> moves;  // With topics and reactions.
  std::set<std::string_view> personas;
  std::set<std::string_view> facts;
  std::set<std::string, std::less<>> variableNames;
  std::map<std::string, const Variable*, std::less<>> variables;
};

// REQUIRES: the scenario outlives the names.
Names namesOf(const Scenario& scenario);

class Possible;

struct Checking {
  const Scenario& scenario;
  const Vocabulary& vocabulary;
  const Names& names;
  const Possible& possible;
  Findings& findings;

  // A name that a list does not know: `message`, and the nearest one that it knows.
  template <class Known>
  void unknown(Code code, std::string_view pointer, std::string_view name, const Known& known,
               const std::string& message) const {
    findings.add(code, pointer, message, findings.didYouMean(name, known));
  }
};

// One check each; in the order in which they are told where two concern one place.
void checkIds(const Checking& checking);
void checkTargets(const Checking& checking);
void checkWays(const Checking& checking);
void checkReach(const Checking& checking);
void checkExitCycles(const Checking& checking);
void checkVariables(const Checking& checking);
void checkExpressions(const Checking& checking);
void checkTexts(const Checking& checking);
void checkMoves(const Checking& checking);
void checkPersonas(const Checking& checking);
void checkFrame(const Checking& checking);
void checkNever(const Checking& checking);
void checkEffects(const Checking& checking);
void checkAnswers(const Checking& checking);
void checkFairness(const Checking& checking);
void checkRoom(const Checking& checking);
void checkLeftovers(const Checking& checking);

enum class MoveKind { move, topic, reaction };
std::string_view nounOf(MoveKind kind);

// visit(move, its kind), in the order of the file: for what is asked of every move and seldom told,
// since pointers take time to write.
template <class Visit>
void forEachMoveAlone(const Scenario& scenario, const Visit& visit) {
  for (const Persona& persona : scenario.personas) {
    for (const Move& move : persona.topics) visit(move, MoveKind::topic);
    for (const Move& move : persona.reactions) visit(move, MoveKind::reaction);
  }
  for (const Node& node : scenario.nodes) {
    for (const Move& move : node.moves) visit(move, MoveKind::move);
  }
}

// visit(move, its pointer, its kind), in the order of the file.
template <class Visit>
void forEachMove(const Scenario& scenario, const Visit& visit) {
  const auto each = [&](const std::vector<Move>& moves, const std::string& list, MoveKind kind) {
    for (std::size_t i = 0; i < moves.size(); ++i) visit(moves[i], pointerTo(list, i), kind);
  };
  for (std::size_t i = 0; i < scenario.personas.size(); ++i) {
    const std::string persona = pointerTo("/personas", i);
    each(scenario.personas[i].topics, persona + "/topics", MoveKind::topic);
    each(scenario.personas[i].reactions, persona + "/reactions", MoveKind::reaction);
  }
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    each(scenario.nodes[i].moves, pointerTo("/nodes", i) + "/moves", MoveKind::move);
  }
}

// visit(line, its pointer) for the lines of nodes and the replies of moves, and what follows them.
template <class Visit>
void forEachLine(const Scenario& scenario, const Visit& visit) {
  const auto each = [&](const std::vector<Line>& lines, const std::string& list) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string pointer = pointerTo(list, i);
      visit(lines[i], pointer);
      for (std::size_t j = 0; j < lines[i].then.size(); ++j) {
        visit(lines[i].then[j], pointerTo(pointer + "/then", j));
      }
    }
  };
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    each(scenario.nodes[i].lines, pointerTo("/nodes", i) + "/lines");
  }
  forEachMove(scenario, [&](const Move& move, const std::string& pointer, MoveKind) {
    each(move.replies, pointer + "/replies");
  });
}

// visit(exit, its pointer) for the exits of nodes and the interruptions.
template <class Visit>
void forEachExit(const Scenario& scenario, const Visit& visit) {
  const auto each = [&](const std::vector<Exit>& exits, const std::string& list) {
    for (std::size_t i = 0; i < exits.size(); ++i) visit(exits[i], pointerTo(list, i));
  };
  each(scenario.interruptions, "/interruptions");
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    each(scenario.nodes[i].exits, pointerTo("/nodes", i) + "/exits");
  }
}

// visit(text, its pointer) for every condition that is not empty.
template <class Visit>
void forEachCondition(const Scenario& scenario, const Visit& visit) {
  const auto one = [&](const auto& part, const std::string& pointer, auto&&...) {
    if (!part.when.empty()) visit(part.when, pointer + "/when");
  };
  forEachExit(scenario, one);
  forEachLine(scenario, one);
  forEachMove(scenario, one);
  for (std::size_t i = 0; i < scenario.personas.size(); ++i) {
    const std::string& present = scenario.personas[i].present;
    if (!present.empty()) visit(present, pointerTo("/personas", i) + "/present");
  }
}

// visit(text, its pointer) for every effect.
template <class Visit>
void forEachEffect(const Scenario& scenario, const Visit& visit) {
  const auto all = [&](const auto& part, const std::string& pointer, auto&&...) {
    for (std::size_t i = 0; i < part.effects.size(); ++i) {
      visit(part.effects[i], pointerTo(pointer + "/effects", i));
    }
  };
  for (std::size_t i = 0; i < scenario.variants.size(); ++i) {
    all(scenario.variants[i], pointerTo("/variants", i));
  }
  forEachMove(scenario, all);
}

}  // namespace sparring
