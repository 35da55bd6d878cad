#include "scenario/read_parts.h"

#include <array>

namespace sparring {
namespace {

constexpr int newestFormat = 1;

constexpr std::array<std::pair<std::string_view, Sign>, 2> signs = {
    {{"+", Sign::earned}, {"-", Sign::cost}}};
constexpr std::array<std::pair<std::string_view, Focus>, 3> focuses = {
    {{"customer", Focus::customer}, {"seller", Focus::seller}, {"neutral", Focus::neutral}}};

void readMark(ObjectReader& in, Mark& out) {
  in.id("rule", out.rule, Need::required);
  in.word("mark", out.sign, signs);
  in.text("words", out.words, Need::required);
  in.text("why", out.why, Need::required);
  in.text("better", out.better);
}

void readFocus(ObjectReader& in, FocusWords& out) {
  in.word("about", out.about, focuses);
  in.text("words", out.words, Need::required);
}

void readSaid(ObjectReader& in, Line& out) {
  in.id("id", out.id, Need::required);
  in.id("speaker", out.speaker);
  in.text("when", out.when);
  in.text("text", out.text, Need::required);
}
// A topic has the fields of a move; so has a reaction, which needs no phrasings.
void readMoveFields(ObjectReader& in, Move& out, Need phrasings) {
  in.id("id", out.id, Need::required);
  in.texts("phrasings", out.phrasings, phrasings);
  in.ids("acts", out.acts);
  in.text("when", out.when);
  in.texts("effects", out.effects);
  in.number("minutes", out.minutes);
  in.ids("facts", out.facts);
  in.list("focus", out.focus, "focus", readFocus);
  in.list("marks", out.marks, "mark", readMark);
  in.list("replies", out.replies, "reply", readLine);
  in.text("target", out.target);
  // Only reactions use them; but whatever can be edited is read again.
  in.ids("without", out.without);
  in.text("concept", out.carriesOut);
}

void readMove(ObjectReader& in, Move& out) {
  readMoveFields(in, out, Need::required);
}
void readReaction(ObjectReader& in, Move& out) {
  readMoveFields(in, out, Need::optional);
}

void readExit(ObjectReader& in, Exit& out) {
  in.text("when", out.when);
  in.text("target", out.target, Need::required);
}

void readNode(ObjectReader& in, Node& out) {
  in.id("id", out.id, Need::required);
  in.text("title", out.title);
  in.list("exits", out.exits, "exit", readExit);
  in.list("moves", out.moves, "move", readMove);
  const bool saysNothing = isJunction(out) && !in.has("lines");
  const Need need = saysNothing ? Need::optional : Need::required;
  in.id("speaker", out.speaker, need);
  in.list("lines", out.lines, "line", readLine, need);
}

void readPersona(ObjectReader& in, Persona& out) {
  in.id("id", out.id, Need::required);
  in.text("name", out.name, Need::required);
  in.text("role", out.role);
  in.text("archetype", out.archetype);
  in.text("power", out.power);
  in.text("wants", out.wants);
  in.text("temperament", out.temperament);
  in.text("present", out.present);
  in.texts("unclear", out.unclear);
  in.list("topics", out.topics, "topic", readMove);
  in.list("reactions", out.reactions, "reaction", readReaction);
}

void readVariable(ObjectReader& in, Variable& out) {
  in.id("id", out.id, Need::required);
  in.id("of", out.of);
  in.flag("flag", out.flag);
  const Need bounds = out.flag ? Need::optional : Need::required;
  in.number("min", out.least, bounds);
  in.number("max", out.most, bounds);
  in.numberOrFlag("initial", out.initial);
  in.flag("wraps", out.wraps);
  in.text("meaning", out.meaning);
}

void readVariant(ObjectReader& in, Variant& out) {
  in.id("id", out.id, Need::required);
  in.text("title", out.title);
  in.text("hidden", out.hidden);
  in.texts("effects", out.effects);
}

void readFact(ObjectReader& in, Fact& out) {
  in.id("id", out.id, Need::required);
  in.text("category", out.category, Need::required);
  in.flag("public", out.isPublic);
  in.text("text", out.text, Need::required);
  in.texts("keys", out.keys);
}

void readBrief(ObjectReader& in, Brief& out) {
  in.text("company", out.company);
  in.texts("situation", out.situation);
  in.text("objective", out.objective);
  in.text("offering", out.offering);
  in.texts("usage_scenarios", out.usageScenarios);
  in.list("facts", out.facts, "fact", readFact);
}

void readOutcome(ObjectReader& in, Outcome& out) {
  in.id("id", out.id, Need::required);
  in.text("kind", out.kind);
  in.text("title", out.title);
  in.id("speaker", out.speaker);
  in.text("verdict", out.verdict, Need::required);
  in.number("share_of_wallet", out.shareOfWallet, Need::required);
}

void judgeFormat(ObjectReader& in, int format) {
  if (format > newestFormat) {
    in.findings().add(Code::otherFormat, in.pointer("format"),
                      "This file has format " + std::to_string(format) +
                          ", and this program knows formats up to " + std::to_string(newestFormat) +
                          ": parts of the file may be missed.",
                      "Get the newest version of Sparring.");
  } else if (format < 1) {
    in.findings().add(Code::otherFormat, in.pointer("format"),
                      "There is no format " + std::to_string(format) + ".", "Write 1.");
  }
}

}  // namespace

void readLine(ObjectReader& in, Line& out) {
  readSaid(in, out);
  in.list("then", out.then, "line", readSaid);
}

void readScenarioFields(ObjectReader& in, Scenario& out) {
  in.number("format", out.format, Need::required);
  judgeFormat(in, out.format);
  in.text("id", out.id, Need::required);
  in.number("version", out.version);
  in.text("title", out.title, Need::required);
  in.text("summary", out.summary);
  in.text("kind", out.kind);
  in.number("minutes", out.minutes);
  in.flag("ratio_applies", out.ratioApplies);
  in.flag("guided_only", out.guidedOnly);
  in.text("aims_for", out.aimsFor);
  in.part("brief", out.brief, "brief", readBrief);
  in.list("personas", out.personas, "persona", readPersona, Need::required);
  in.list("variables", out.variables, "variable", readVariable);
  in.list("variants", out.variants, "variant", readVariant);
  in.text("start", out.start, Need::required);
  in.list("interruptions", out.interruptions, "interruption", readExit);
  in.list("nodes", out.nodes, "node", readNode, Need::required);
  in.list("outcomes", out.outcomes, "outcome", readOutcome, Need::required);
}

}  // namespace sparring
