#include <algorithm>

#include "grading/call_parts.h"
#include "grading/grade.h"
#include "grading/ratio.h"

namespace sparring {
namespace {

// Halves away from zero; whole numbers throughout, so that every machine gives the same figure.
int dividedRounding(int numerator, int denominator) {
  return (numerator * 2 + denominator) / (denominator * 2);
}

// A mean of scores by their weights; scores that are missing do not count.
class WeightedMean {
 public:
  void add(const std::optional<int>& score, int weight) {
    if (!score) return;
    m_sum += *score * weight;
    m_weight += weight;
  }
  [[nodiscard]] std::optional<int> value() const {
    if (m_weight == 0) return std::nullopt;
    return dividedRounding(m_sum, m_weight);
  }

 private:
  int m_sum = 0;
  int m_weight = 0;
};

// A share of good ones, as if some had been seen before the first: one alone is no verdict.
std::optional<int> shareScore(const ScoreWeights& weights, int good, int bad) {
  if (good + bad == 0) return std::nullopt;
  const int earned = good + weights.assumedEarned;
  return dividedRounding(100 * earned, earned + bad + weights.assumedCost);
}

std::vector<RuleScore> scoreRules(const Method& method, std::span<const GradedTurn> turns) {
  std::vector<RuleScore> scores;
  for (const Rule& rule : method.rules) {
    RuleScore score;
    score.rule = rule.id;
    for (const GradedTurn& each : turns) {
      for (const GivenMark& mark : each.grade->marks) {
        if (mark.rule != rule.id) continue;
        ++(mark.sign == Sign::earned ? score.earned : score.cost);
      }
    }
    score.score = shareScore(method.weights, score.earned, score.cost);
    scores.push_back(std::move(score));
  }
  return scores;
}

Order orderOf(const RatioRule& rule, std::span<const GradedTurn> turns) {
  int customerWords = 0;
  for (const GradedTurn& each : turns) {
    if (!each.grade->graded) continue;
    for (const FocusReading& focus : each.turn->meaning.focus) {
      if (!countsForRatio(rule, *each.turn, focus)) continue;
      if (focus.about == Focus::customer) customerWords += focus.wordCount;
      if (focus.about == Focus::seller && focus.wordCount > 0) {
        return customerWords >= rule.firstWords ? Order::customerFirst : Order::sellerFirst;
      }
    }
  }
  return customerWords >= rule.firstWords ? Order::customerFirst : Order::notEnough;
}

RatioGrade gradeRatio(const Method& method, const Scenario& scenario,
                      std::span<const GradedTurn> turns) {
  const RatioRule& rule = method.ratio;
  RatioGrade ratio;
  ratio.applies = scenario.ratioApplies;
  for (const GradedTurn& each : turns) {
    ratio.customerWords += each.grade->customerWords;
    ratio.sellerWords += each.grade->sellerWords;
  }
  if (ratio.sellerWords > 0) {
    ratio.customerPerSeller10 = dividedRounding(10 * ratio.customerWords, ratio.sellerWords);
  }
  ratio.order = orderOf(rule, turns);
  if (!ratio.applies || ratio.customerWords + ratio.sellerWords < rule.enoughWords) return ratio;
  if (!ratio.customerPerSeller10) {
    ratio.verdict = rule.neverAboutUs;
    ratio.score = rule.bands.empty() ? 100 : rule.bands.front().score;
    return ratio;
  }
  for (const RatioBand& band : rule.bands) {
    if (*ratio.customerPerSeller10 < band.atLeastTenths) continue;
    const bool sellerFirst = ratio.order == Order::sellerFirst;
    ratio.verdict = sellerFirst ? band.sellerFirst : band.customerFirst;
    ratio.score = std::max(0, band.score - (sellerFirst ? rule.sellerFirstCost : 0));
    break;
  }
  return ratio;
}

void gradeStages(const Method& method, const Scenario& scenario, std::span<const GradedTurn> turns,
                 const CallEnd& end, CallGrade& grade) {
  const std::vector<bool> done = stagesDone(method, scenario, end.state, end.memory);
  int reached = 0;
  for (std::size_t i = 0; i < method.stages.size(); ++i) {
    grade.stages.push_back({method.stages[i].id, done[i]});
    reached += done[i] ? 1 : 0;
    if (method.stages[i].id.value == scenario.aimsFor) break;  // The call goes no further.
  }
  for (const GradedTurn& each : turns) {
    grade.breaches += static_cast<int>(each.grade->breaches.size());
  }
  if (grade.stages.empty() || grade.gradedTurns == 0) return;
  const int share = dividedRounding(100 * reached, static_cast<int>(grade.stages.size()));
  grade.stageScore = std::max(0, share - grade.breaches * method.weights.breachCost);
}

void gradeConcepts(const Method& method, std::span<const GradedTurn> turns, CallGrade& grade) {
  WeightedMean mean;
  for (const Concept& each : method.concepts) {
    ConceptScore score;
    score.id = each.id;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      for (const ConceptMark& mark : turns[i].grade->concepts) {
        if (mark.id != each.id) continue;
        ++(mark.kept || isRedeemed(mark, turns, i) ? score.kept : score.broken);
      }
    }
    score.score = shareScore(method.weights, score.kept, score.broken);
    mean.add(score.score, each.weight);
    grade.concepts.push_back(std::move(score));
  }
  grade.conceptScore = mean.value();
}

// A base of nothing stays nothing: who was refused has no share to adjust.
int shareOfWallet(const Method& method, const Outcome& outcome, std::optional<int> score) {
  if (outcome.shareOfWallet == 0) return 0;
  const int points = score.value_or(50) - 50;
  const int adjusted = outcome.shareOfWallet + points * method.weights.walletPerPoint / 1000;
  return std::clamp(adjusted, 0, 100);
}

}  // namespace

CallGrade gradeCall(const Method& method, const Scenario& scenario,
                    std::span<const GradedTurn> turns, const CallEnd& end) {
  CallGrade grade;
  grade.turns = static_cast<int>(turns.size());
  grade.gradedTurns = static_cast<int>(
      std::ranges::count_if(turns, [](const GradedTurn& each) { return each.grade->graded; }));
  grade.rules = scoreRules(method, turns);
  grade.ratio = gradeRatio(method, scenario, turns);
  gradeStages(method, scenario, turns, end, grade);
  gradeConcepts(method, turns, grade);

  WeightedMean rules;
  for (std::size_t i = 0; i < grade.rules.size(); ++i) {
    rules.add(grade.rules[i].score, method.rules[i].weight);
  }
  grade.ruleScore = rules.value();

  WeightedMean score;
  score.add(grade.ruleScore, method.weights.rules);
  score.add(grade.ratio.score, method.weights.ratio);
  score.add(grade.stageScore, method.weights.stages);
  score.add(grade.conceptScore, method.weights.concepts);
  grade.score = score.value();

  if (end.state.outcome) {
    const Outcome& outcome = scenario.outcomes[static_cast<std::size_t>(*end.state.outcome)];
    grade.outcome = outcome.id;
    grade.shareOfWallet = shareOfWallet(method, outcome, grade.score);
  }
  pickTurns(method, turns, grade);
  grade.figures = figuresOf(method, turns);
  return grade;
}

}  // namespace sparring
