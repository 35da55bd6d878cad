#include "cli/session_json.h"

namespace sparring::cli {
namespace {

Json optionalNumber(const std::optional<int>& number) {
  return number ? Json::of(*number) : Json();
}

std::string cut(const std::string& text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

void addHeader(Json& out, const SessionHeader& header) {
  out.add("id", Json::of(header.id.toString()));
  out.add("scenario", Json::of(header.scenarioId));
  out.add("title", Json::of(header.scenarioTitle));
  out.add("scenario_hash", Json::of(header.scenarioHash));
  out.add("method_hash", Json::of(header.methodHash));
  out.add("seed", Json::of(std::to_string(header.seed)));
  out.add("started_at_ms", Json::of(header.startedAt.milliseconds));
}

Json buyerJson(const Scenario& scenario, const Step& step) {
  Json out = Json::array();
  for (const Utterance& each : step.said) {
    Json line = Json::object();
    if (each.speaker >= 0) {
      line.add("speaker", Json::of(scenario.personas[static_cast<std::size_t>(each.speaker)].name));
    }
    line.add("text", Json::of(each.text));
    out.push(std::move(line));
  }
  return out;
}

Json gradeJson(const std::string& text, const TurnGrade& grade) {
  Json marks = Json::array();
  for (const GivenMark& mark : grade.marks) {
    Json each = Json::object();
    each.add("rule", Json::of(mark.rule.value));
    each.add("mark", Json::of(mark.sign == Sign::earned ? "+" : "-"));
    each.add("words", Json::of(cut(text, mark.words)));
    each.add("why", Json::of(mark.why));
    each.add("better", Json::of(mark.better));
    marks.push(std::move(each));
  }
  Json breaches = Json::array();
  for (const Breach& breach : grade.breaches) {
    Json each = Json::object();
    each.add("breach", Json::of(breach.id));
    each.add("missing", Json::of(breach.missing.value));
    each.add("words", Json::of(cut(text, breach.words)));
    each.add("why", Json::of(breach.why));
    each.add("better", Json::of(breach.remedy));
    breaches.push(std::move(each));
  }
  Json out = Json::object();
  out.add("graded", Json::of(grade.graded));
  out.add("marks", std::move(marks));
  out.add("breaches", std::move(breaches));
  out.add("customer_words", Json::of(grade.customerWords));
  out.add("seller_words", Json::of(grade.sellerWords));
  return out;
}

const char* understoodName(Understood understood) {
  switch (understood) {
    case Understood::chosen:
      return "chosen";
    case Understood::matched:
      return "matched";
    case Understood::confirmed:
      return "confirmed";
    case Understood::nothing:
      return "nothing";
  }
  return "nothing";
}

const char* kindName(Annotation::Kind kind) {
  switch (kind) {
    case Annotation::Kind::comment:
      return "comment";
    case Annotation::Kind::agree:
      return "agree";
    case Annotation::Kind::disagree:
      return "disagree";
    case Annotation::Kind::withdrawn:
      return "withdrawn";
  }
  return "comment";
}

// What is said about one turn, of all that stands.
Json annotationsJson(const SellerTurn& turn, const std::vector<SignedAnnotation>& standing) {
  Json out = Json::array();
  for (const auto& [annotation, author] : standing) {
    if (annotation.turn != turn.id) continue;
    const bool isVerdict = annotation.kind != Annotation::Kind::comment;
    const bool hasWords =
        annotation.words.end <= turn.text.size() && annotation.words.begin < annotation.words.end;
    Json each = Json::object();
    each.add("id", Json::of(annotation.id.toString()));
    each.add("kind", Json::of(kindName(annotation.kind)));
    each.add("author", Json::of(author));
    each.add("at_ms", Json::of(annotation.at.milliseconds));
    each.add("about", isVerdict ? Json::of(annotation.about) : Json());
    each.add("words", hasWords ? Json::of(cut(turn.text, annotation.words)) : Json());
    each.add("text", Json::of(annotation.text));
    out.push(std::move(each));
  }
  return out;
}

Json callJson(const CallGrade& grade) {
  Json rules = Json::array();
  for (const RuleScore& each : grade.rules) {
    Json rule = Json::object();
    rule.add("rule", Json::of(each.rule.value));
    rule.add("score", optionalNumber(each.score));
    rule.add("earned", Json::of(each.earned));
    rule.add("cost", Json::of(each.cost));
    rules.push(std::move(rule));
  }
  Json stages = Json::array();
  for (const StageReached& each : grade.stages) {
    Json stage = Json::object();
    stage.add("stage", Json::of(each.stage.value));
    stage.add("reached", Json::of(each.reached));
    stages.push(std::move(stage));
  }
  Json ratio = Json::object();
  ratio.add("customer_words", Json::of(grade.ratio.customerWords));
  ratio.add("seller_words", Json::of(grade.ratio.sellerWords));
  ratio.add("score", optionalNumber(grade.ratio.score));
  ratio.add("verdict", Json::of(grade.ratio.verdict));
  Json redo = Json::array();
  for (const int turn : grade.worthRedoing) redo.push(Json::of(turn + 1));
  Json out = Json::object();
  out.add("score", optionalNumber(grade.score));
  out.add("rules", std::move(rules));
  out.add("ratio", std::move(ratio));
  out.add("stages", std::move(stages));
  out.add("breaches", Json::of(grade.breaches));
  out.add("outcome", grade.outcome ? Json::of(grade.outcome->value) : Json());
  out.add("share_of_wallet", optionalNumber(grade.shareOfWallet));
  out.add("worth_redoing", std::move(redo));
  return out;
}

}  // namespace

Json rowJson(const SessionRow& row) {
  Json out = Json::object();
  addHeader(out, row.header);
  out.add("person", Json::of(row.personName));
  out.add("turns", Json::of(row.summary.turns));
  out.add("rewinds", Json::of(row.summary.rewinds));
  out.add("over", Json::of(row.summary.over));
  out.add("outcome", Json::of(row.summary.outcomeTitle));
  out.add("score", row.summary.score < 0 ? Json() : Json::of(row.summary.score));
  out.add("annotations", Json::of(row.annotations));
  return out;
}

Json sessionJson(const PracticeSession& session, const std::vector<SignedAnnotation>& standing,
                 const std::vector<SellerTurn>& rewound) {
  Json turns = Json::array();
  for (const Exchange& each : session.exchanges()) {
    Json turn = Json::object();
    turn.add("id", Json::of(each.turn.id.toString()));
    turn.add("text", Json::of(each.turn.text));
    turn.add("understood", Json::of(understoodName(each.turn.understood)));
    turn.add("move", each.turn.move ? Json::of(each.turn.move->value) : Json());
    turn.add("grade", gradeJson(each.turn.text, each.grade));
    turn.add("annotations", annotationsJson(each.turn, standing));
    turn.add("answer", buyerJson(session.scenario(), each.answer));
    turn.add("minutes", Json::of(each.answer.state.minutes));
    turns.push(std::move(turn));
  }
  Json left = Json::array();
  for (const SellerTurn& each : rewound) {
    Json turn = Json::object();
    turn.add("id", Json::of(each.id.toString()));
    turn.add("text", Json::of(each.text));
    turn.add("annotations", annotationsJson(each, standing));
    left.push(std::move(turn));
  }
  Json out = Json::object();
  addHeader(out, session.header());
  out.add("opening", buyerJson(session.scenario(), session.opening()));
  out.add("turns", std::move(turns));
  out.add("rewound_turns", std::move(left));
  out.add("grade", callJson(session.grade()));
  return out;
}

}  // namespace sparring::cli
