// What stands in braces in anything that is said: a name that can be filled in.
#include "scenario/check_parts.h"
#include "scenario/placeholders.h"

namespace sparring {
namespace {

void judge(const Checking& checking, std::string_view text, const std::string& pointer) {
  for (const Placeholder& each : placeholdersIn(text)) {
    if (each.name == repWord || checking.names.personas.contains(each.name)) continue;
    NameSet known = checking.names.personas;
    known.insert(repWord);
    checking.unknown(Code::unknownPlaceholder, pointer, each.name, known,
                     inQuotes("{" + std::string(each.name) + "}") +
                         " is no name to fill in: it is said as it stands.");
  }
}

void judgeAll(const Checking& checking, const std::vector<std::string>& texts,
              const std::string& list) {
  for (std::size_t i = 0; i < texts.size(); ++i) judge(checking, texts[i], pointerTo(list, i));
}

}  // namespace

void checkPlaceholders(const Checking& checking) {
  const Scenario& scenario = checking.scenario;
  if (!hasPlaceholders(scenario)) return;
  forEachLine(scenario, [&](const Line& line, const std::string& pointer) {
    judge(checking, line.text, pointer + "/text");
  });
  forEachMove(scenario, [&](const Move& move, const std::string& pointer, MoveKind) {
    judgeAll(checking, move.phrasings, pointer + "/phrasings");
    for (std::size_t i = 0; i < move.marks.size(); ++i) {
      const std::string mark = pointerTo(pointer + "/marks", i);
      judge(checking, move.marks[i].why, mark + "/why");
      judge(checking, move.marks[i].better, mark + "/better");
    }
  });
  for (std::size_t i = 0; i < scenario.personas.size(); ++i) {
    judgeAll(checking, scenario.personas[i].unclear, pointerTo("/personas", i) + "/unclear");
  }
  for (std::size_t i = 0; i < scenario.outcomes.size(); ++i) {
    judge(checking, scenario.outcomes[i].verdict, pointerTo("/outcomes", i) + "/verdict");
  }
}

}  // namespace sparring
