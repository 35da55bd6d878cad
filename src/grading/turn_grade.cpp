#include <algorithm>

#include "grading/grade.h"
#include "grading/ratio.h"

namespace sparring {
namespace {

bool evaluate(const Condition& condition, const Scenario& scenario, const CallState& state) {
  using Kind = Condition::Kind;
  const auto part = [&](const Condition& each) { return evaluate(each, scenario, state); };
  switch (condition.kind) {
    case Kind::always:
      return true;
    case Kind::never:
      return false;
    case Kind::negation:
      return !part(condition.parts.front());
    case Kind::conjunction:
      return std::ranges::all_of(condition.parts, part);
    case Kind::disjunction:
      return std::ranges::any_of(condition.parts, part);
    case Kind::compare:
      break;
  }
  int left = 0;  // A method reads variables only; what a scenario does not declare is 0.
  for (std::size_t i = 0; i < scenario.variables.size() && i < state.variables.size(); ++i) {
    if (condition.left.kind == Reference::Kind::variable &&
        nameOf(scenario.variables[i]) == condition.left.name) {
      left = state.variables[i];
    }
  }
  switch (condition.comparison) {
    case Comparison::less:
      return left < condition.right;
    case Comparison::lessOrEqual:
      return left <= condition.right;
    case Comparison::equal:
      return left == condition.right;
    case Comparison::notEqual:
      return left != condition.right;
    case Comparison::greaterOrEqual:
      return left >= condition.right;
    case Comparison::greater:
      return left > condition.right;
  }
  return false;
}

Span wholeOf(const std::string& text) {
  const std::string_view trimmed = trim(text);
  if (trimmed.empty()) return {0, text.size()};
  const auto begin = static_cast<std::size_t>(trimmed.data() - text.data());
  return {begin, begin + trimmed.size()};
}

// Where a mark's words stand in what was really said. Own words seldom hold the author's words;
// then the mark rests on the words that carried the turn's first act, or on all of them.
Span evidence(const SellerTurn& turn, const std::string& words) {
  const Span found = findWords(turn.text, words);
  if (found.end > found.begin) return found;
  for (const ActReading& act : turn.meaning.acts) {
    if (act.words.end > act.words.begin) return act.words;
  }
  return wholeOf(turn.text);
}

bool contains(const std::vector<ActId>& acts, const ActId& act) {
  return std::ranges::find(acts, act) != acts.end();
}

std::string withStage(std::string text, const std::string& title) {
  static constexpr std::string_view place = "{stage}";
  if (const std::size_t at = text.find(place); at != std::string::npos) {
    text.replace(at, place.size(), title);
  }
  return text;
}

void addBreaches(const Method& method, const Scenario& scenario, const CallState& before,
                 const SellerTurn& turn, TurnGrade& grade) {
  if (trim(turn.text).empty()) return;
  const std::vector<bool> done = stagesDone(method, scenario, before);
  for (const BreachRule& rule : method.breaches) {
    const auto act = std::ranges::find_if(turn.meaning.acts, [&](const ActReading& each) {
      return each.perMille >= performedPerMille && contains(rule.acts, each.act);
    });
    if (act == turn.meaning.acts.end()) continue;
    for (std::size_t i = 0; i < method.stages.size(); ++i) {
      const Stage& stage = method.stages[i];
      if (done[i] || std::ranges::find(rule.needs, stage.id) == rule.needs.end()) continue;
      const Span words = act->words.end > act->words.begin ? act->words : wholeOf(turn.text);
      grade.breaches.push_back(
          {rule.id, stage.id, words, withStage(rule.why, stage.title), rule.remedy});
      break;
    }
  }
}

void countWords(const Method& method, const SellerTurn& turn, TurnGrade& grade) {
  for (const FocusReading& focus : turn.meaning.focus) {
    if (!countsForRatio(method.ratio, turn, focus)) continue;
    (focus.about == Focus::customer ? grade.customerWords : grade.sellerWords) += focus.wordCount;
  }
}

}  // namespace

bool countsForRatio(const RatioRule& rule, const SellerTurn& turn, const FocusReading& focus) {
  if (focus.about == Focus::neutral) return false;
  if (focus.about == Focus::customer) return true;
  return std::ranges::none_of(turn.meaning.acts, [&](const ActReading& each) {
    return contains(rule.leftOutActs, each.act) && each.words.begin < focus.words.end &&
           focus.words.begin < each.words.end;
  });
}

std::vector<bool> stagesDone(const Method& method, const Scenario& scenario,
                             const CallState& state) {
  std::vector<bool> done;
  for (const Stage& stage : method.stages) {
    done.push_back(evaluate(stage.done, scenario, state));
  }
  return done;
}

TurnGrade gradeTurn(const Method& method, const Scenario& scenario, const CallState& before,
                    const SellerTurn& turn, const Move* move) {
  TurnGrade grade;
  if (move == nullptr) return grade;
  grade.graded = true;
  for (const Mark& mark : move->marks) {
    // No mark without a rule of the method and words of the turn.
    if (findRule(method, mark.rule) == nullptr || trim(turn.text).empty()) continue;
    grade.marks.push_back(
        {mark.rule, mark.sign, evidence(turn, mark.words), mark.why, mark.better});
  }
  addBreaches(method, scenario, before, turn, grade);
  countWords(method, turn, grade);
  return grade;
}

}  // namespace sparring
