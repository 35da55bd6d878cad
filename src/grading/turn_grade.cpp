#include <algorithm>

#include "grading/advice.h"
#include "grading/grade.h"
#include "grading/observation.h"
#include "grading/ratio.h"

namespace sparring {
namespace {

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

Span shown(Span words, const SellerTurn& turn) {
  return words.end > words.begin ? words : wholeOf(turn.text);
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

void addBreaches(const Method& method, const std::vector<bool>& done, const SellerTurn& turn,
                 const std::vector<Move>& moves, TurnGrade& grade) {
  for (const BreachRule& rule : method.breaches) {
    const auto does = [&](const std::vector<ActId>& acts) {
      return std::ranges::find_if(turn.meaning.acts, [&](const ActReading& each) {
        return each.perMille >= method.sureness.watched && contains(acts, each.act);
      });
    };
    const auto act = does(rule.acts);
    const auto none = turn.meaning.acts.end();
    if (act == none || does(rule.unless) != none) continue;
    const Stage* open = nullptr;  // The first that it comes too early for.
    std::string remedy;
    for (std::size_t i = 0; i < method.stages.size(); ++i) {
      const Stage& stage = method.stages[i];
      if (done[i] || std::ranges::find(rule.needs, stage.id) == rule.needs.end()) continue;
      if (open == nullptr) open = &stage;
      if (remedy.empty()) remedy = forwardHere(method, rule, stage, moves);
    }
    if (open == nullptr) continue;
    if (remedy.empty()) remedy = rule.remedy;
    grade.breaches.push_back({rule.id, open->id, shown(act->words, turn),
                              withStage(rule.why, open->title), std::move(remedy)});
  }
}

void countWords(const Method& method, const SellerTurn& turn, TurnGrade& grade) {
  for (const FocusReading& focus : turn.meaning.focus) {
    if (!countsForRatio(method.ratio, turn, focus)) continue;
    (focus.about == Focus::customer ? grade.customerWords : grade.sellerWords) += focus.wordCount;
  }
}

void addAuthoredMarks(const Method& method, const SellerTurn& turn, const Move& move,
                      TurnGrade& grade) {
  for (const Mark& mark : move.marks) {
    if (findRule(method, mark.rule) == nullptr) continue;  // No mark without a rule.
    grade.marks.push_back(
        {mark.rule, mark.sign, evidence(turn, mark.words), mark.why, mark.better});
  }
}

// The surest of some clauses; null where none holds at all.
struct Held {
  const Clause* clause = nullptr;
  Seen seen;
};
Held surest(const std::vector<Clause>& clauses, const Situation& situation) {
  Held out;
  for (const Clause& clause : clauses) {
    const Seen seen = weigh(clause, situation);
    if (seen.perMille > out.seen.perMille) out = {&clause, seen};
  }
  return out;
}

// What a turn earns or costs under a rule, by what it does and by the trained reading of the mark.
struct Judged {
  GivenMark mark;
  bool firm = false;
};
Judged judge(const Rule& rule, Sign sign, const SellerTurn& turn, const Situation& situation) {
  const bool isEarned = sign == Sign::earned;
  const Judging& judging = isEarned ? rule.earned : rule.cost;
  GivenMark mark{rule.id, sign, {}, judging.why, judging.better, 0};
  const Held held = surest(isEarned ? rule.earns : rule.costs, situation);
  if (held.clause != nullptr) {
    mark.perMille = held.seen.perMille;
    mark.words = held.seen.words;
    mark.why = held.clause->why;
    if (!held.clause->better.empty()) mark.better = held.clause->better;
  }
  for (const MarkReading& read : turn.meaning.marks) {
    if (read.rule != judging.scorer || read.sign != sign || read.perMille <= mark.perMille)
      continue;
    // A clause that holds only by chance does not say why the mark was read.
    if (mark.perMille < judging.perhaps) mark.why = judging.why;
    mark.perMille = read.perMille;
    mark.words = read.words;
  }
  if (mark.perMille < judging.perhaps) mark.perMille = 0;
  if (!isEarned && mark.perMille > 0) {
    std::string here = sayableHere(movesAt(situation.scenario, situation.before), rule.id);
    if (!here.empty()) mark.better = std::move(here);
  }
  mark.words = shown(mark.words, turn);
  const bool firm = mark.perMille >= judging.firm && mark.perMille > 0;
  return {std::move(mark), firm};
}

// At most one mark a rule: the firm one, else the surer.
void addMarks(const SellerTurn& turn, const Situation& situation, TurnGrade& grade) {
  for (const Rule& rule : situation.method.rules) {
    Judged earned = judge(rule, Sign::earned, turn, situation);
    Judged cost = judge(rule, Sign::cost, turn, situation);
    const bool costs =
        std::pair(cost.firm, cost.mark.perMille) > std::pair(earned.firm, earned.mark.perMille);
    Judged& stronger = costs ? cost : earned;
    if (stronger.mark.perMille == 0) continue;
    // Both firm: the reading contradicts itself, so nothing is counted.
    const bool counts = stronger.firm && !(cost.firm && earned.firm);
    (counts ? grade.marks : grade.perhaps).push_back(std::move(stronger.mark));
  }
}

void addConcepts(const SellerTurn& turn, const Situation& situation, TurnGrade& grade) {
  const int enough = situation.method.sureness.watched;
  for (const Concept& each : situation.method.concepts) {
    for (const bool kept : {false, true}) {
      const Held held = surest(kept ? each.kept : each.broken, situation);
      if (held.clause == nullptr || held.seen.perMille < enough) continue;
      grade.concepts.push_back({each.id, kept, shown(held.seen.words, turn), held.clause->why,
                                held.clause->better, held.seen.perMille});
      break;
    }
    if (std::ranges::any_of(each.redeemedBy, [&](int thing) {
          return situation.seen[static_cast<std::size_t>(thing)].perMille >= performedPerMille;
        })) {
      grade.redeems.push_back(each.id);
    }
  }
  for (const Tally& tally : situation.method.tallies) {
    if (weigh(tally.clause, situation).perMille >= performedPerMille) {
      grade.tallies.push_back(tally.id);
    }
  }
}

void remember(const Method& method, const Observation& seen, CallMemory& memory) {
  ++memory.turns;
  const auto isSeen = [&](int thing) {
    return seen[static_cast<std::size_t>(thing)].perMille >= performedPerMille;
  };
  for (std::size_t i = 0; i < seen.size(); ++i) memory.seen[i] += isSeen(static_cast<int>(i));
  for (std::size_t i = 0; i < method.stages.size(); ++i) {
    const Stage& stage = method.stages[i];
    if (std::ranges::none_of(stage.doneBy, isSeen)) continue;
    if (stage.answerWords == 0) {
      ++memory.stageTurns[i];
    } else {
      memory.unanswered[i] = true;
    }
  }
}

bool wasRead(const TurnMeaning& meaning) {
  return !meaning.acts.empty() || !meaning.perhaps.empty() || !meaning.marks.empty();
}

}  // namespace

void hearAnswer(const Method& method, std::string_view line, CallMemory& memory) {
  const int words = countWords(line);
  memory.seen.resize(method.acts.size() + method.knownSignals.size());
  memory.stageTurns.resize(method.stages.size());
  memory.unanswered.resize(method.stages.size());
  for (std::size_t i = 0; i < method.stages.size(); ++i) {
    if (memory.unanswered[i] && words >= method.stages[i].answerWords) ++memory.stageTurns[i];
    memory.unanswered[i] = false;
  }
}

bool countsForRatio(const RatioRule& rule, const SellerTurn& turn, const FocusReading& focus) {
  if (focus.about == Focus::neutral) return false;
  if (focus.about == Focus::customer) return true;
  return std::ranges::none_of(turn.meaning.acts, [&](const ActReading& each) {
    return contains(rule.leftOutActs, each.act) && each.words.begin < focus.words.end &&
           focus.words.begin < each.words.end;
  });
}

std::vector<bool> stagesDone(const Method& method, const Scenario& scenario, const CallState& state,
                             const CallMemory& memory) {
  std::vector<bool> done;
  for (std::size_t i = 0; i < method.stages.size(); ++i) {
    const Stage& stage = method.stages[i];
    if (stage.doneBy.empty() || declaresAll(stage.done, scenario)) {
      done.push_back(evaluate(stage.done, scenario, state));
    } else {
      done.push_back(i < memory.stageTurns.size() && memory.stageTurns[i] >= stage.doneTimes);
    }
  }
  return done;
}

TurnGrade gradeTurn(const Method& method, const Scenario& scenario, const CallState& before,
                    const SellerTurn& turn, const Move* move, const Heard& heard,
                    CallMemory& memory) {
  TurnGrade grade;
  // Own words that nothing could read, or that are an option's, carry the tags of that option.
  const bool hasReading = !turn.beside && (!turn.move || !turn.reader.empty());
  const bool byWords =
      turn.understood != Understood::chosen && hasReading && gradesOwnWords(method);
  hearAnswer(method, heard.line, memory);
  grade.graded = move != nullptr || (byWords && wasRead(turn.meaning));
  if (!grade.graded) return grade;
  const Situation situation{method,
                            scenario,
                            before,
                            memory,
                            heard.archetype,
                            stagesDone(method, scenario, before, memory),
                            observe(method, turn, heard.line),
                            grade.breaches};
  const auto owed = std::ranges::find(situation.stagesDone, false);
  if (owed != situation.stagesDone.end()) {
    grade.stage = method.stages[static_cast<std::size_t>(owed - situation.stagesDone.begin())].id;
  }
  if (!trim(turn.text).empty()) {  // No mark without words.
    addBreaches(method, situation.stagesDone, turn, movesAt(scenario, before), grade);
    if (byWords) {
      addMarks(turn, situation, grade);
    } else {
      addAuthoredMarks(method, turn, *move, grade);
    }
    addConcepts(turn, situation, grade);
  }
  countWords(method, turn, grade);
  remember(method, situation.seen, memory);
  return grade;
}

}  // namespace sparring
