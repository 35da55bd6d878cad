// What is said: lines, phrasings, the words that marks and focus point at, and the names of the
// method and the brief that a move uses.
#include <algorithm>

#include "base/text.h"
#include "scenario/check_parts.h"
#include "scenario/possible.h"

namespace sparring {
namespace {

bool isBlank(std::string_view text) {
  return trim(text).empty();
}

// `pointer` gives where the text stands.
template <class Pointer>
void judgeBlank(const Checking& checking, std::string_view text, const Pointer& pointer,
                std::string_view message) {
  if (isBlank(text)) {
    checking.findings.add(Code::emptyText, pointer(), std::string(message),
                          "Write it, or remove it.");
  }
}

void judgeLines(const Checking& checking, const Node& node, const std::string& pointer) {
  const auto name = [&] { return "the node " + inQuotes(node.title, node.id.value); };
  const auto isConditional = [](const Line& line) { return !line.when.empty(); };
  if (isJunction(node)) return;
  if (node.lines.empty()) {
    checking.findings.add(Code::noLines, pointer + "/lines",
                          "Nobody says anything in " + name() + ".",
                          "Add a line, or let it be a junction: no moves, and a last exit "
                          "without a condition.");
  } else if (std::ranges::all_of(node.lines, isConditional) &&
             checking.possible.mayAllFail({}, node.lines)) {
    checking.findings.add(
        Code::conditionalLines, pointer + "/lines",
        "Every line of " + name() + " has a condition: where none holds, nobody says anything.",
        "Leave the last line without a condition.");
  }
}

void judgeSpeaker(const Checking& checking, const std::string& speaker,
                  const std::string& pointer) {
  if (checking.names.personas.contains(speaker)) return;
  if (speaker.empty()) {
    checking.findings.add(Code::unknownSpeaker, pointer, "This node has no speaker.",
                          "Choose who speaks.");
    return;
  }
  checking.unknown(Code::unknownSpeaker, pointer, speaker, checking.names.personas,
                   inQuotes(speaker) + " is none of the people of this call and cannot speak.");
}

// A reaction is taken by its acts, so it needs those and no phrasings; the others are found by
// their words.
void judgePhrasings(const Checking& checking, const Move& move, const std::string& pointer,
                    MoveKind kind) {
  const auto name = [&] {
    return "the " + std::string(nounOf(kind)) + " " + inQuotes(move.id.value);
  };
  if (kind == MoveKind::reaction && move.acts.empty()) {
    checking.findings.add(Code::reactionWithoutActs, pointer + "/acts",
                          "Nothing calls for " + name() + ": it has no acts.",
                          "Name the acts that it reacts to.");
  } else if (kind != MoveKind::reaction && move.phrasings.empty()) {
    checking.findings.add(Code::noPhrasings, pointer + "/phrasings",
                          "There are no words for " + name() + ".",
                          "Write at least one phrasing; a guided call offers the first.");
  }
  for (std::size_t i = 0; i < move.phrasings.size(); ++i) {
    judgeBlank(
        checking, move.phrasings[i], [&] { return pointerTo(pointer + "/phrasings", i); },
        "This phrasing is empty.");
  }
}

// `words` must stand in the first phrasing. Without one there is nothing to compare with.
void judgeWords(const Checking& checking, Code code, const Move& move, std::string_view words,
                const std::string& pointer) {
  if (move.phrasings.empty()) return;
  if (isBlank(words)) {
    checking.findings.add(code, pointer, "There are no words here.",
                          "Copy them from the first phrasing.");
  } else if (findWords(move.phrasings.front(), words) == Span{}) {
    checking.findings.add(code, pointer,
                          "The words " + inQuotes(words) + " are not in the first phrasing of " +
                              inQuotes(move.id.value) + ".",
                          "Copy them from there.");
  }
}

void judgeMarks(const Checking& checking, const Move& move, const std::string& pointer) {
  NameSet marked;
  for (std::size_t i = 0; i < move.marks.size(); ++i) {
    const Mark& mark = move.marks[i];
    const std::string place = pointerTo(pointer + "/marks", i);
    judgeWords(checking, Code::markWords, move, mark.words, place + "/words");
    judgeBlank(checking, mark.why, [&] { return place + "/why"; }, "This mark does not say why.");
    if (mark.sign == Sign::cost && isBlank(mark.better)) {
      checking.findings.add(Code::noBetter, place, "This mark costs, but says nothing better.",
                            "Write one sentence that can be said instead.");
    }
    if (!marked.insert(mark.rule.value).second) {
      checking.findings.add(Code::repeatedMark, place + "/rule",
                            inQuotes(move.id.value) + " has a mark for the rule " +
                                inQuotes(mark.rule.value) + " already.",
                            "Keep one of the two.");
    }
    const std::set<std::string>& rules = checking.vocabulary.rules;
    if (!rules.empty() && !rules.contains(mark.rule.value)) {
      checking.unknown(Code::unknownRule, place + "/rule", mark.rule.value, rules,
                       "The method has no rule " + inQuotes(mark.rule.value) + ".");
    }
  }
}

void judgeFocus(const Checking& checking, const Move& move, const std::string& pointer) {
  for (std::size_t i = 0; i < move.focus.size(); ++i) {
    judgeWords(checking, Code::focusWords, move, move.focus[i].words,
               pointerTo(pointer + "/focus", i) + "/words");
  }
  if (checking.scenario.ratioApplies && move.focus.empty() && !move.phrasings.empty()) {
    checking.findings.add(Code::noFocus, pointer + "/focus",
                          inQuotes(move.id.value) +
                              " does not say which of its words are about the customer and which "
                              "about the seller.",
                          "Mark those words; until then all of them are neutral.");
  }
}

void judgeNames(const Checking& checking, const Move& move, const std::string& pointer) {
  const std::set<std::string>& acts = checking.vocabulary.acts;
  for (std::size_t i = 0; !acts.empty() && i < move.acts.size(); ++i) {
    const std::string& act = move.acts[i].value;
    if (acts.contains(act)) continue;
    checking.unknown(Code::unknownAct, pointerTo(pointer + "/acts", i), act, acts,
                     "The method has no act " + inQuotes(act) + ".");
  }
  for (std::size_t i = 0; i < move.facts.size(); ++i) {
    const std::string& fact = move.facts[i].value;
    if (checking.names.facts.contains(fact)) continue;
    checking.unknown(Code::unknownFact, pointerTo(pointer + "/facts", i), fact,
                     checking.names.facts, "The brief has no fact " + inQuotes(fact) + ".");
  }
}

}  // namespace

void checkTexts(const Checking& checking) {
  const std::vector<Node>& nodes = checking.scenario.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::string pointer = pointerTo("/nodes", i);
    if (!isJunction(nodes[i]) || !nodes[i].speaker.empty()) {
      judgeSpeaker(checking, nodes[i].speaker.value, pointer + "/speaker");
    }
    judgeLines(checking, nodes[i], pointer);
  }
  forEachLine(checking.scenario, [&](const Line& line, const std::string& pointer) {
    judgeBlank(checking, line.text, [&] { return pointer + "/text"; }, "This line is empty.");
    if (!line.speaker.empty()) judgeSpeaker(checking, line.speaker.value, pointer + "/speaker");
  });
}

void checkMoves(const Checking& checking) {
  const auto judge = [&](const Move& move, const std::string& pointer, MoveKind kind) {
    judgePhrasings(checking, move, pointer, kind);
    judgeMarks(checking, move, pointer);
    judgeFocus(checking, move, pointer);
    judgeNames(checking, move, pointer);
    if (move.minutes && *move.minutes < 0) {
      checking.findings.add(Code::badMinutes, pointer + "/minutes",
                            "A turn cannot take less than no time.",
                            "Write 0 or more, or leave the minutes out.");
    }
  };
  forEachMove(checking.scenario, judge);
}

}  // namespace sparring
