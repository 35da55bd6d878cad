#include "cli/grade_text.h"

#include <algorithm>
#include <ostream>

namespace sparring::cli {
namespace {

std::string quoted(const SellerTurn& turn, Span span) {
  return "\"" + turn.text.substr(span.begin, span.end - span.begin) + "\"";
}

void printReasons(std::ostream& out, const std::string& why, const std::string& better) {
  out << "      " << why << '\n';
  if (!better.empty()) out << "      Better: " << better << '\n';
}

void printMark(std::ostream& out, const Method& method, const SellerTurn& turn,
               const GivenMark& mark, const char* before) {
  const Rule* rule = findRule(method, mark.rule);
  out << before << (mark.sign == Sign::earned ? "+ " : "- ")
      << (rule != nullptr ? rule->title : mark.rule.value) << ": " << quoted(turn, mark.words)
      << '\n';
  printReasons(out, mark.why, mark.sign == Sign::cost ? mark.better : std::string());
}

std::string scoreText(const std::optional<int>& score) {
  return score ? std::to_string(*score) : std::string("not enough to say");
}

std::string turnsText(const std::vector<int>& positions) {
  std::string out;
  for (const int each : positions) out += (out.empty() ? "" : ", ") + std::to_string(each + 1);
  return out;
}

void printFigures(std::ostream& out, const Method& method, const CallFigures& figures) {
  out << "Shown, not scored:\n";
  for (const QuestionCount& each : figures.questions) {
    const ActDefinition* act = findAct(method, each.act);
    if (act == nullptr || each.turns.empty()) continue;
    out << "  " << act->title << ": turns " << turnsText(each.turns) << '\n';
  }
  for (const TallyCount& each : figures.tallies) {
    const auto known =
        std::ranges::find(method.tallies, each.id, [](const Tally& tally) { return tally.id; });
    if (known == method.tallies.end() || each.turns.empty()) continue;
    out << "  " << known->title << ": turns " << turnsText(each.turns) << '\n';
  }
  if (figures.turnsBeforePrescription) {
    out << "  turns before the first prescription: " << *figures.turnsBeforePrescription << '\n';
  }
  if (figures.aboutUs) {
    out << "  longest stretch about us: " << figures.aboutUs->words << " words, turns "
        << figures.aboutUs->firstTurn + 1 << " to " << figures.aboutUs->lastTurn + 1 << '\n';
  }
}

void printRatio(std::ostream& out, const RatioGrade& ratio) {
  if (!ratio.applies) return;
  out << "Ratio: " << ratio.customerWords << " words about the customer, " << ratio.sellerWords
      << " about us";
  if (ratio.customerPerSeller10) {
    out << " (" << *ratio.customerPerSeller10 / 10 << "." << *ratio.customerPerSeller10 % 10
        << " to 1)";
  }
  out << '\n';
  if (!ratio.verdict.empty()) out << "  " << ratio.verdict << '\n';
}

}  // namespace

void printTurnGrade(std::ostream& out, const Method& method, int number, const SellerTurn& turn,
                    const TurnGrade& grade) {
  out << number << ". " << turn.text << '\n';
  if (!grade.graded) out << "    o not graded: this was not understood\n";
  for (const GivenMark& mark : grade.marks) printMark(out, method, turn, mark, "    ");
  for (const Breach& breach : grade.breaches) {
    out << "    ! Too early: " << quoted(turn, breach.words) << '\n';
    printReasons(out, breach.why, breach.remedy);
  }
  for (const ConceptMark& mark : grade.concepts) {
    const Concept* known = findConcept(method, mark.id);
    out << "    " << (mark.kept ? "+ " : "- ") << mark.id.value << " "
        << (known != nullptr ? known->title : std::string()) << ": " << quoted(turn, mark.words)
        << '\n';
    printReasons(out, mark.why, mark.kept ? std::string() : mark.remedy);
  }
  for (const GivenMark& mark : grade.perhaps) printMark(out, method, turn, mark, "    ? perhaps ");
}

void printCallGrade(std::ostream& out, const Method& method, const CallGrade& grade) {
  out << "\nScore: " << scoreText(grade.score) << " (rules " << scoreText(grade.ruleScore)
      << ", ratio " << scoreText(grade.ratio.score) << ", stages " << scoreText(grade.stageScore)
      << ", concepts " << scoreText(grade.conceptScore) << ")\n";
  for (std::size_t i = 0; i < grade.rules.size(); ++i) {
    const RuleScore& each = grade.rules[i];
    out << "  " << method.rules[i].title << ": " << scoreText(each.score);
    if (each.score) out << " (" << each.earned << " earned, " << each.cost << " cost)";
    out << '\n';
  }
  printRatio(out, grade.ratio);
  out << "Stages:";
  for (const StageReached& each : grade.stages) {
    const Stage* stage = findStage(method, each.stage);
    out << (each.reached ? " [x] " : " [ ] ")
        << (stage != nullptr ? stage->title : each.stage.value);
  }
  out << "; too early " << grade.breaches << " times\n";
  for (std::size_t i = 0; i < grade.concepts.size(); ++i) {
    const ConceptScore& each = grade.concepts[i];
    if (!each.score) continue;
    out << "  " << each.id.value << " " << method.concepts[i].title << ": " << each.kept
        << " kept, " << each.broken << " broken\n";
  }
  printFigures(out, method, grade.figures);
  if (grade.outcome) out << "Share of wallet: " << grade.shareOfWallet.value_or(0) << " %\n";
  for (std::size_t i = 0; i < grade.worthRedoing.size(); ++i) {
    out << "Worth doing again: turn " << grade.worthRedoing[i] + 1 << ". " << grade.redoReasons[i]
        << '\n';
  }
  if (grade.best) out << "Best turn: " << *grade.best + 1 << '\n';
}

}  // namespace sparring::cli
