// Ids: well formed, and one thing each.
#include <optional>

#include "scenario/check_parts.h"
#include "scenario/expression.h"

namespace sparring {
namespace {

// The things that may not share an id, and where each id was first used.
class IdSpace {
 public:
  IdSpace(const Checking& checking, std::string_view members)
      : m_checking(checking), m_members(members) {}

  // `noun` names the thing in messages. REQUIRES: `id` outlives the space.
  void claim(std::string_view id, const std::string& thing, std::string_view noun) {
    claim(id, id, thing, noun);
  }
  // `name` is what may not be shared.
  void claim(std::string_view id, std::string_view name, const std::string& thing,
             std::string_view noun) {
    if (id.empty()) {
      m_checking.findings.add(Code::badId, thing + "/id",
                              "This " + std::string(noun) + " has no id.",
                              "Give it one, such as “" + std::string(noun) + "_1”.");
    } else if (!isWellFormedId(id)) {
      m_checking.findings.add(
          Code::badId, thing + "/id", inQuotes(id) + " is not an id.",
          "Use at most 64 lower-case letters, digits, _ and -, a letter first.");
    } else if (!m_seen.insert(name).second) {
      m_checking.findings.add(
          Code::duplicateId, thing + "/id",
          "The id " + inQuotes(name) + " is used before by another " + std::string(m_members) + ".",
          "Give one of the two another id.");
    }
  }

 private:
  const Checking& m_checking;
  std::string_view m_members;
  NameSet m_seen;
};

// Ids that conditions use as words of their own ("late", "not") could never be read there, and
// those that end with a '-' nowhere.
void claimReadable(const Checking& checking, const std::string& id, const std::string& thing,
                   bool isVariable) {
  const bool isReadable = isVariable ? parseCondition(id) && id != meetingWord : isOneName(id);
  if (isReadable || !isWellFormedId(id)) return;
  checking.findings.add(Code::badId, thing + "/id",
                        inQuotes(id) + " has a meaning of its own in conditions.",
                        "Choose another id.");
}

template <class T>
void claimAll(const std::vector<T>& things, const std::string& list, std::string_view noun,
              IdSpace& space) {
  for (std::size_t i = 0; i < things.size(); ++i) {
    space.claim(things[i].id.value, pointerTo(list, i), noun);
  }
}

}  // namespace

void checkIds(const Checking& checking) {
  const Scenario& scenario = checking.scenario;
  IdSpace scenarios(checking, "scenario");
  scenarios.claim(scenario.id, "", "scenario");
  IdSpace targets(checking, "node or outcome");
  claimAll(scenario.nodes, "/nodes", "node", targets);
  claimAll(scenario.outcomes, "/outcomes", "outcome", targets);
  IdSpace personas(checking, "persona");
  claimAll(scenario.personas, "/personas", "persona", personas);
  IdSpace variables(checking, "variable");
  std::vector<std::string> names;  // Each persona may have a variable of the same id.
  names.reserve(scenario.variables.size());
  for (const Variable& variable : scenario.variables) names.push_back(nameOf(variable));
  for (std::size_t i = 0; i < names.size(); ++i) {
    variables.claim(scenario.variables[i].id.value, names[i], pointerTo("/variables", i),
                    "variable");
  }
  IdSpace variants(checking, "variant");
  claimAll(scenario.variants, "/variants", "variant", variants);
  IdSpace facts(checking, "fact");
  claimAll(scenario.brief.facts, "/brief/facts", "fact", facts);
  IdSpace moves(checking, "move, topic or reaction");
  forEachMove(scenario, [&](const Move& move, const std::string& pointer, MoveKind kind) {
    moves.claim(move.id.value, pointer, nounOf(kind));
    claimReadable(checking, move.id.value, pointer, false);
  });
  IdSpace lines(checking, "line");
  forEachLine(scenario, [&](const Line& line, const std::string& pointer) {
    lines.claim(line.id.value, pointer, "line");
  });
  for (std::size_t i = 0; i < scenario.variables.size(); ++i) {
    claimReadable(checking, scenario.variables[i].id.value, pointerTo("/variables", i), true);
  }
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    claimReadable(checking, scenario.nodes[i].id.value, pointerTo("/nodes", i), false);
  }
}

}  // namespace sparring
