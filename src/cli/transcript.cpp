#include "cli/transcript.h"

#include <algorithm>
#include <ostream>

#include "session/named_acts.h"

namespace sparring::cli {
namespace {

std::string quoted(const std::string& text, Span span) {
  return "\"" + text.substr(span.begin, span.end - span.begin) + "\"";
}

// Further lines stand under the first, so that none passes for a line of the call.
std::string indented(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "    ";
  }
  return out;
}

// " on "words"" of a comment, " agrees with Accountable on "words"" of a verdict.
std::string aboutText(const Method& method, const SellerTurn& turn, const Annotation& annotation) {
  std::string out;
  if (annotation.kind != Annotation::Kind::comment) {
    const Rule* rule = findRule(method, RuleId(annotation.about));
    out += annotation.kind == Annotation::Kind::agree ? " agrees with " : " disagrees with ";
    out += rule != nullptr ? rule->title : std::string("Too early");
  }
  if (annotation.words.begin < annotation.words.end && annotation.words.end <= turn.text.size()) {
    out += " on " + quoted(turn.text, annotation.words);
  }
  return out;
}

std::string factText(FactUse use) {
  switch (use) {
    case FactUse::cited:
      return "uses a fact of the brief";
    case FactUse::wrong:
      return "has a fact of the brief wrong";
    case FactUse::asked:
      break;
  }
  return "asks for what the brief says";
}

// "asks how things are today; 14 words about them, 3 about us".
std::string readingText(const Method& method, const TurnMeaning& meaning) {
  std::string out;
  const auto add = [&](const std::string& part) { out += (out.empty() ? "" : "; ") + part; };
  for (const ActReading& each : namedActs(meaning)) {
    const bool sure = each.perMille >= performedPerMille;
    const ActDefinition* act = findAct(method, each.act);
    add((sure ? "" : "perhaps ") + (act != nullptr ? act->title : each.act.value));
  }
  for (const FactUse use : {FactUse::cited, FactUse::wrong, FactUse::asked}) {
    if (std::ranges::find(meaning.facts, use, &FactReading::use) != meaning.facts.end()) {
      add(factText(use));
    }
  }
  int about[2] = {0, 0};
  for (const FocusReading& each : meaning.focus) {
    if (each.about != Focus::neutral) about[each.about == Focus::seller ? 1 : 0] += each.wordCount;
  }
  add(std::to_string(about[0]) + " words about them, " + std::to_string(about[1]) + " about us");
  return out;
}

void printReading(std::ostream& out, const PracticeSession& session, const SellerTurn& turn) {
  const Move* move = turn.move ? session.moveOf(*turn.move) : nullptr;
  if (turn.understood != Understood::chosen && move != nullptr) {
    out << "  ~ taken to mean: \"" << session.wordingOf(*move) << "\"\n";
  }
  if (turn.reader.empty()) return;
  const bool guided = turn.beside.has_value();
  out << (guided ? "  ~ the words alone read as: " : "  ~ read as: ")
      << readingText(session.method(), guided ? *turn.beside : turn.meaning) << '\n';
}

std::string scoreText(const std::optional<int>& score) {
  return score ? std::to_string(*score) : std::string("not enough to say");
}

std::string ratioText(const RatioGrade& ratio) {
  std::string out = std::to_string(ratio.customerWords) + " words about the customer, " +
                    std::to_string(ratio.sellerWords) + " about us";
  if (ratio.customerPerSeller10) {
    out += " (" + std::to_string(*ratio.customerPerSeller10 / 10) + "." +
           std::to_string(*ratio.customerPerSeller10 % 10) + " to 1)";
  }
  return out;
}

}  // namespace

void printBuyer(std::ostream& out, const Scenario& scenario, const Step& step) {
  for (const Utterance& each : step.said) {
    const bool known = each.speaker >= 0;
    out << (known ? scenario.personas[static_cast<std::size_t>(each.speaker)].name : "Buyer")
        << ": " << each.text << '\n';
  }
}

void printSeller(std::ostream& out, const PracticeSession& session, const Exchange& exchange) {
  const Method& method = session.method();
  const std::string& text = exchange.turn.text;
  out << "You: " << text << '\n';
  printReading(out, session, exchange.turn);
  if (!exchange.grade.graded) out << "  o not graded: this was not understood\n";
  for (const GivenMark& mark : exchange.grade.marks) {
    const Rule* rule = findRule(method, mark.rule);
    out << (mark.sign == Sign::earned ? "  + " : "  - ")
        << (rule != nullptr ? rule->title : mark.rule.value) << ": " << quoted(text, mark.words)
        << "\n    " << mark.why << '\n';
    if (!mark.better.empty()) out << "    Better: " << mark.better << '\n';
  }
  for (const Breach& breach : exchange.grade.breaches) {
    out << "  ! Too early: " << quoted(text, breach.words) << "\n    " << breach.why
        << "\n    Better: " << breach.remedy << '\n';
  }
}

void printGrade(std::ostream& out, const PracticeSession& session) {
  const CallGrade grade = session.grade();
  const Method& method = session.method();
  out << "\nScore: " << scoreText(grade.score) << " (rules " << scoreText(grade.ruleScore)
      << ", ratio " << scoreText(grade.ratio.score) << ", stages " << scoreText(grade.stageScore)
      << ", concepts " << scoreText(grade.conceptScore) << ")\n";
  for (const RuleScore& each : grade.rules) {
    const Rule* rule = findRule(method, each.rule);
    out << "  " << (rule != nullptr ? rule->title : each.rule.value) << ": "
        << scoreText(each.score);
    if (each.score) out << " (" << each.earned << " earned, " << each.cost << " cost)";
    out << '\n';
  }
  if (grade.ratio.applies) {
    out << "Ratio: " << ratioText(grade.ratio) << '\n';
    if (!grade.ratio.verdict.empty()) out << "  " << grade.ratio.verdict << '\n';
  }
  out << "Stages:";
  for (const StageReached& each : grade.stages) {
    const Stage* stage = findStage(method, each.stage);
    out << (each.reached ? " [x] " : " [ ] ")
        << (stage != nullptr ? stage->title : each.stage.value);
  }
  out << "; too early " << grade.breaches << " times\n";
  if (grade.outcome) {
    for (const Outcome& outcome : session.scenario().outcomes) {
      if (outcome.id == *grade.outcome) out << "Outcome: " << outcome.title << '\n';
    }
    out << "Share of wallet: " << grade.shareOfWallet.value_or(0) << " %\n";
  }
  for (const int turn : grade.worthRedoing) {
    out << "Worth doing again: turn " << turn + 1 << '\n';
  }
}

void printAnnotations(std::ostream& out, const Method& method, const SellerTurn& turn,
                      const std::vector<SignedAnnotation>& standing) {
  for (const SignedAnnotation& each : standing) {
    if (each.annotation.turn != turn.id) continue;
    out << "  > " << indented(each.authorName) << aboutText(method, turn, each.annotation);
    if (!each.annotation.text.empty()) out << ": " << indented(each.annotation.text);
    out << '\n';
  }
}

void printWhole(std::ostream& out, const PracticeSession& session,
                const std::vector<SignedAnnotation>& standing,
                const std::vector<SellerTurn>& rewound) {
  printBuyer(out, session.scenario(), session.opening());
  for (const Exchange& each : session.exchanges()) {
    printSeller(out, session, each);
    printAnnotations(out, session.method(), each.turn, standing);
    printBuyer(out, session.scenario(), each.answer);
  }
  if (!session.over()) out << "(The call is not over.)\n";
  printGrade(out, session);
  for (const SellerTurn& turn : rewound) {
    out << "\nSaid before going back: " << turn.text << '\n';
    printAnnotations(out, session.method(), turn, standing);
  }
}

}  // namespace sparring::cli
