#include <algorithm>

#include "grading/call_parts.h"

namespace sparring {
namespace {

constexpr std::size_t mostToRedo = 3;

int heaviestRule(const Method& method) {
  int heaviest = 1;
  for (const Rule& rule : method.rules) heaviest = std::max(heaviest, rule.weight);
  return heaviest;
}

// What a turn lost: the weights of rules that it cost and of concepts that it broke, and a breach
// as the heaviest rule; with the sentence of the dearest of them.
struct Loss {
  int cost = 0;
  int dearest = 0;
  std::string why;

  void add(int weight, const std::string& sentence) {
    cost += weight;
    if (weight <= dearest) return;
    dearest = weight;
    why = sentence;
  }
};

Loss lossOf(const Method& method, std::span<const GradedTurn> turns, std::size_t turn) {
  const TurnGrade& grade = *turns[turn].grade;
  Loss loss;
  for (const Breach& each : grade.breaches) loss.add(heaviestRule(method), each.why);
  for (const GivenMark& mark : grade.marks) {
    const Rule* rule = findRule(method, mark.rule);
    if (mark.sign == Sign::cost && rule != nullptr) loss.add(rule->weight, mark.why);
  }
  for (const ConceptMark& mark : grade.concepts) {
    const Concept* broken = findConcept(method, mark.id);
    const bool stands = !mark.kept && !isRedeemed(mark, turns, turn);
    if (stands && broken != nullptr) loss.add(broken->weight, mark.why);
  }
  return loss;
}

int gainOf(const Method& method, const TurnGrade& grade) {
  int gain = 0;
  for (const GivenMark& mark : grade.marks) {
    const Rule* rule = findRule(method, mark.rule);
    if (mark.sign == Sign::earned && rule != nullptr) gain += rule->weight;
  }
  for (const ConceptMark& mark : grade.concepts) {
    const Concept* kept = findConcept(method, mark.id);
    if (mark.kept && kept != nullptr) gain += kept->weight;
  }
  return gain;
}

}  // namespace

bool isRedeemed(const ConceptMark& mark, std::span<const GradedTurn> turns, std::size_t turn) {
  if (turn + 1 >= turns.size()) return false;
  const std::vector<ConceptId>& redeemed = turns[turn + 1].grade->redeems;
  return std::ranges::find(redeemed, mark.id) != redeemed.end();
}

void pickTurns(const Method& method, std::span<const GradedTurn> turns, CallGrade& grade) {
  std::vector<std::pair<Loss, int>> losses;
  int most = 0;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    Loss loss = lossOf(method, turns, i);
    const int gain = gainOf(method, *turns[i].grade);
    if (loss.cost == 0 && gain > most) {
      most = gain;
      grade.best = static_cast<int>(i);
    }
    if (loss.cost > 0) losses.emplace_back(std::move(loss), static_cast<int>(i));
  }
  std::ranges::stable_sort(losses, std::ranges::greater{},
                           [](const auto& each) { return each.first.cost; });
  for (std::size_t i = 0; i < losses.size() && i < mostToRedo; ++i) {
    grade.worthRedoing.push_back(losses[i].second);
    grade.redoReasons.push_back(losses[i].first.why);
  }
}

}  // namespace sparring
