#include "cli/grade_json.h"

namespace sparring::cli {
namespace {

Json optionalNumber(const std::optional<int>& number) {
  return number ? Json::of(*number) : Json();
}

std::string cut(const std::string& text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

const char* signWord(bool good) {
  return good ? "+" : "-";
}

Json markJson(bool good, const std::string& words, const std::string& why,
              const std::string& better, int perMille) {
  Json out = Json::object();
  out.add("mark", Json::of(signWord(good)));
  out.add("words", Json::of(words));
  out.add("why", Json::of(why));
  if (!better.empty()) out.add("better", Json::of(better));
  out.add("per_mille", Json::of(perMille));
  return out;
}

// Under a rule's name; of several marks for a rule, as an author may give, the first.
Json marksJson(const std::vector<GivenMark>& marks, const std::string& text) {
  Json out = Json::object();
  for (const GivenMark& mark : marks) {
    if (out.find(mark.rule.value) != nullptr) continue;
    out.add(mark.rule.value, markJson(mark.sign == Sign::earned, cut(text, mark.words), mark.why,
                                      mark.better, mark.perMille));
  }
  return out;
}

Json conceptsJson(const TurnGrade& grade, const std::string& text) {
  Json out = Json::object();
  for (const ConceptMark& mark : grade.concepts) {
    out.add(mark.id.value,
            markJson(mark.kept, cut(text, mark.words), mark.why, mark.remedy, mark.perMille));
  }
  return out;
}

Json wordsJson(const SellerTurn& turn, const TurnGrade& grade) {
  int all = 0;
  for (const FocusReading& each : turn.meaning.focus) all += each.wordCount;
  Json out = Json::object();
  out.add("customer", Json::of(grade.customerWords));
  out.add("seller", Json::of(grade.sellerWords));
  out.add("neutral", Json::of(all - grade.customerWords - grade.sellerWords));
  return out;
}

const char* orderWord(Order order) {
  switch (order) {
    case Order::customerFirst:
      return "customer_first";
    case Order::sellerFirst:
      return "seller_first";
    case Order::notEnough:
      break;
  }
  return "not_enough";
}

Json ratioJson(const RatioGrade& ratio) {
  Json out = Json::object();
  out.add("applies", Json::of(ratio.applies));
  out.add("customer", Json::of(ratio.customerWords));
  out.add("seller", Json::of(ratio.sellerWords));
  out.add("tenths", optionalNumber(ratio.customerPerSeller10));
  out.add("score", optionalNumber(ratio.score));
  out.add("verdict", Json::of(ratio.verdict));
  return out;
}

Json turnsJson(const std::vector<int>& positions) {
  Json out = Json::array();
  for (const int each : positions) out.push(Json::of(each + 1));
  return out;
}

Json figuresJson(const CallFigures& figures) {
  Json out = Json::object();
  Json questions = Json::object();
  for (const QuestionCount& each : figures.questions) {
    Json thirds = Json::array();
    for (const int count : each.thirds) thirds.push(Json::of(count));
    Json entry = Json::object();
    entry.add("turns", turnsJson(each.turns));
    entry.add("thirds", std::move(thirds));
    questions.add(each.act.value, std::move(entry));
  }
  out.add("questions", std::move(questions));
  for (const TallyCount& each : figures.tallies) {
    if (out.find(each.id) == nullptr) out.add(each.id, turnsJson(each.turns));
  }
  out.add("turns_before_prescription", optionalNumber(figures.turnsBeforePrescription));
  Json stretch;
  if (figures.aboutUs) {
    stretch = Json::object();
    stretch.add("first_turn", Json::of(figures.aboutUs->firstTurn + 1));
    stretch.add("last_turn", Json::of(figures.aboutUs->lastTurn + 1));
    stretch.add("words", Json::of(figures.aboutUs->words));
  }
  out.add("longest_about_us", std::move(stretch));
  return out;
}

Json redoJson(const CallGrade& grade) {
  Json out = Json::array();
  for (std::size_t i = 0; i < grade.worthRedoing.size(); ++i) {
    Json each = Json::object();
    each.add("turn", Json::of(grade.worthRedoing[i] + 1));
    each.add("why", Json::of(grade.redoReasons[i]));
    out.push(std::move(each));
  }
  return out;
}

}  // namespace

Json turnGradeJson(const std::string& id, const std::string& call, const SellerTurn& turn,
                   const TurnGrade& grade) {
  Json out = Json::object();
  out.add("id", Json::of(id));
  out.add("call", Json::of(call));
  out.add("graded", Json::of(grade.graded));
  out.add("rules", marksJson(grade.marks, turn.text));
  out.add("perhaps", marksJson(grade.perhaps, turn.text));
  out.add("concepts", conceptsJson(grade, turn.text));
  Json breaches = Json::array();
  for (const Breach& each : grade.breaches) {
    Json breach = Json::object();
    breach.add("breach", Json::of(each.id));
    breach.add("missing", Json::of(each.missing.value));
    breach.add("words", Json::of(cut(turn.text, each.words)));
    breach.add("why", Json::of(each.why));
    breach.add("better", Json::of(each.remedy));
    breaches.push(std::move(breach));
  }
  out.add("breaches", std::move(breaches));
  out.add("ratio", wordsJson(turn, grade));
  out.add("stage", grade.stage ? Json::of(grade.stage->value) : Json());
  return out;
}

Json callGradeJson(const CallGrade& grade) {
  Json rules = Json::object();
  for (const RuleScore& each : grade.rules) {
    Json rule = Json::object();
    rule.add("score", optionalNumber(each.score));
    rule.add("earned", Json::of(each.earned));
    rule.add("cost", Json::of(each.cost));
    rules.add(each.rule.value, std::move(rule));
  }
  Json stages = Json::array();
  for (const StageReached& each : grade.stages) {
    Json stage = Json::object();
    stage.add("stage", Json::of(each.stage.value));
    stage.add("reached", Json::of(each.reached));
    stages.push(std::move(stage));
  }
  Json concepts = Json::object();
  for (const ConceptScore& each : grade.concepts) {
    Json score = Json::object();
    score.add("score", optionalNumber(each.score));
    score.add("kept", Json::of(each.kept));
    score.add("broken", Json::of(each.broken));
    concepts.add(each.id.value, std::move(score));
  }
  Json parts = Json::object();
  parts.add("rules", optionalNumber(grade.ruleScore));
  parts.add("ratio", optionalNumber(grade.ratio.score));
  parts.add("stages", optionalNumber(grade.stageScore));
  parts.add("concepts", optionalNumber(grade.conceptScore));
  Json out = Json::object();
  out.add("score", optionalNumber(grade.score));
  out.add("parts", std::move(parts));
  out.add("turns", Json::of(grade.turns));
  out.add("graded_turns", Json::of(grade.gradedTurns));
  out.add("rules", std::move(rules));
  out.add("ratio", ratioJson(grade.ratio));
  out.add("order", Json::of(orderWord(grade.ratio.order)));
  out.add("stages", std::move(stages));
  out.add("breaches", Json::of(grade.breaches));
  out.add("concepts", std::move(concepts));
  out.add("outcome", grade.outcome ? Json::of(grade.outcome->value) : Json());
  out.add("share_of_wallet", optionalNumber(grade.shareOfWallet));
  out.add("worth_redoing", redoJson(grade));
  out.add("best_turn", grade.best ? Json::of(*grade.best + 1) : Json());
  out.add("figures", figuresJson(grade.figures));
  return out;
}

}  // namespace sparring::cli
