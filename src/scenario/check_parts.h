// What the checks of a scenario share: its names, ways to walk over its parts, and where to put
// what they find. Private to this folder; scenario/check.h is the door.
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/json.h"
#include "scenario/check.h"
#include "scenario/expressions.h"
#include "scenario/findings.h"
#include "scenario/scenario.h"

namespace sparring {

using NameSet = std::unordered_set<std::string_view>;

// The ids that a scenario declares. Views into the scenario.
struct Names {
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  NameSet nodes;
  NameSet targets;  // Nodes and outcomes.
  NameSet topics;
  NameSet moves;  // With topics and reactions.
  NameSet personas;
  NameSet facts;
  std::unordered_map<std::string, const Variable*, Hash, std::equal_to<>> variables;
};

// REQUIRES: the scenario outlives the names.
Names namesOf(const Scenario& scenario);

class Possible;

struct Checking {
  const Scenario& scenario;
  const Vocabulary& vocabulary;
  const Names& names;
  const Expressions& expressions;
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
void checkPlaceholders(const Checking& checking);

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

// Appends steps to a pointer and takes them off again, so that walking over a scenario does not
// make a text for every part.
class PointerStep {
 public:
  PointerStep(std::string& pointer, std::string_view key) : m_pointer(pointer) { add(key); }
  PointerStep(std::string& pointer, std::size_t index) : m_pointer(pointer) {
    char digits[20];
    const char* const end = std::to_chars(digits, digits + sizeof digits, index).ptr;
    add({digits, end});
  }
  ~PointerStep() { m_pointer.resize(m_size); }
  PointerStep(const PointerStep&) = delete;
  PointerStep& operator=(const PointerStep&) = delete;

 private:
  void add(std::string_view step) {
    m_pointer += '/';
    m_pointer += step;
  }

  std::string& m_pointer;
  std::size_t m_size = m_pointer.size();
};

// visit(part) for every part of a list that stands under a key, with its pointer in `pointer`.
template <class T, class Visit>
void forEachPart(const std::vector<T>& parts, std::string_view key, std::string& pointer,
                 const Visit& visit) {
  if (parts.empty()) return;
  const PointerStep list(pointer, key);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PointerStep part(pointer, i);
    visit(parts[i]);
  }
}

// visit(move, its pointer, its kind), in the order of the file.
template <class Visit>
void forEachMove(const Scenario& scenario, const Visit& visit) {
  std::string pointer;
  const auto each = [&](const std::vector<Move>& moves, std::string_view key, MoveKind kind) {
    forEachPart(moves, key, pointer, [&](const Move& move) {
      visit(move, static_cast<const std::string&>(pointer), kind);
    });
  };
  forEachPart(scenario.personas, "personas", pointer, [&](const Persona& persona) {
    each(persona.topics, "topics", MoveKind::topic);
    each(persona.reactions, "reactions", MoveKind::reaction);
  });
  forEachPart(scenario.nodes, "nodes", pointer,
              [&](const Node& node) { each(node.moves, "moves", MoveKind::move); });
}

// visit(line, its pointer) for the lines of nodes and the replies of moves, and what follows them.
template <class Visit>
void forEachLine(const Scenario& scenario, const Visit& visit) {
  const auto each = [&](const std::vector<Line>& lines, std::string_view key,
                        std::string& pointer) {
    const auto one = [&](const Line& line) {
      visit(line, static_cast<const std::string&>(pointer));
    };
    forEachPart(lines, key, pointer, [&](const Line& line) {
      one(line);
      forEachPart(line.then, "then", pointer, one);
    });
  };
  std::string pointer;
  forEachPart(scenario.nodes, "nodes", pointer,
              [&](const Node& node) { each(node.lines, "lines", pointer); });
  forEachMove(scenario, [&](const Move& move, const std::string& place, MoveKind) {
    if (move.replies.empty()) return;
    pointer = place;
    each(move.replies, "replies", pointer);
  });
}

// visit(exit, its pointer) for the exits of nodes and the interruptions.
template <class Visit>
void forEachExit(const Scenario& scenario, const Visit& visit) {
  std::string pointer;
  const auto one = [&](const Exit& exit) { visit(exit, static_cast<const std::string&>(pointer)); };
  forEachPart(scenario.interruptions, "interruptions", pointer, one);
  forEachPart(scenario.nodes, "nodes", pointer,
              [&](const Node& node) { forEachPart(node.exits, "exits", pointer, one); });
}

// visit(text, its pointer) for every condition that is not empty.
template <class Visit>
void forEachCondition(const Scenario& scenario, const Visit& visit) {
  std::string place;
  const auto one = [&](const auto& part, const std::string& pointer, auto&&...) {
    if (part.when.empty()) return;
    place = pointer;
    place += "/when";
    visit(part.when, static_cast<const std::string&>(place));
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
  std::string place;
  const auto all = [&](const auto& part, const std::string& pointer, auto&&...) {
    place = pointer;
    forEachPart(part.effects, "effects", place, [&](const std::string& effect) {
      visit(effect, static_cast<const std::string&>(place));
    });
  };
  for (std::size_t i = 0; i < scenario.variants.size(); ++i) {
    all(scenario.variants[i], pointerTo("/variants", i));
  }
  forEachMove(scenario, all);
}

}  // namespace sparring
