#include <algorithm>

#include "grading/call_parts.h"
#include "grading/ratio.h"

namespace sparring {
namespace {

// The longest run of words about us without one about the customer between them. What the ratio
// leaves out, neither counts nor ends the run.
std::optional<Stretch> longestAboutUs(const RatioRule& rule, std::span<const GradedTurn> turns) {
  Stretch longest;
  Stretch run;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (!turns[i].grade->graded) continue;
    for (const FocusReading& focus : turns[i].turn->meaning.focus) {
      if (!countsForRatio(rule, *turns[i].turn, focus)) continue;
      if (focus.about == Focus::customer) {
        if (focus.wordCount > 0) run = {};
        continue;
      }
      if (run.words == 0) run.firstTurn = static_cast<int>(i);
      run.lastTurn = static_cast<int>(i);
      run.words += focus.wordCount;
      if (run.words > longest.words) longest = run;
    }
  }
  return longest.words > 0 ? std::optional(longest) : std::nullopt;
}

bool performs(const SellerTurn& turn, const ActId& act) {
  return std::ranges::any_of(turn.meaning.acts, [&](const ActReading& each) {
    return each.act == act && each.perMille >= performedPerMille;
  });
}

QuestionCount countQuestions(const ActId& act, std::span<const GradedTurn> turns) {
  QuestionCount out;
  out.act = act;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (!turns[i].grade->graded || !performs(*turns[i].turn, act)) continue;
    out.turns.push_back(static_cast<int>(i));
    ++out.thirds[3 * i / turns.size()];
  }
  return out;
}

std::optional<int> turnsBeforePrescription(const Method& method,
                                           std::span<const GradedTurn> turns) {
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const auto isDone = [&](const ActId& act) { return performs(*turns[i].turn, act); };
    if (turns[i].grade->graded && std::ranges::any_of(method.prescriptionActs, isDone)) {
      return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

}  // namespace

CallFigures figuresOf(const Method& method, std::span<const GradedTurn> turns) {
  CallFigures out;
  out.aboutUs = longestAboutUs(method.ratio, turns);
  for (const ActId& act : method.questionActs) out.questions.push_back(countQuestions(act, turns));
  for (const Tally& tally : method.tallies) {
    TallyCount count{tally.id, {}};
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const std::vector<std::string>& added = turns[i].grade->tallies;
      if (std::ranges::find(added, tally.id) != added.end()) {
        count.turns.push_back(static_cast<int>(i));
      }
    }
    out.tallies.push_back(std::move(count));
  }
  out.turnsBeforePrescription = turnsBeforePrescription(method, turns);
  return out;
}

}  // namespace sparring
