// A sales method as data: its rules, acts, stages, breaches, ratio and weights. The engine knows
// none of them by name; a company may bring its own file. Format and arithmetic: docs/grading.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "grading/pattern.h"
#include "record/seller_turn.h"
#include "record/turn_grade.h"
#include "scenario/expression.h"
#include "scenario/scenario.h"

namespace sparring {

struct ActDefinition {
  ActId id;
  std::string title;  // "asks for the goal": completes "This turn …".
  int minutes = 2;    // What the meeting's clock charges where the author says nothing.
  bool operator==(const ActDefinition&) const = default;
};

using SignalId = Id<struct SignalTag>;

// Something that can be seen in a turn beside its acts: from its words, from what it answers, from
// how it was read.
struct Signal {
  enum class Kind {
    words,   // At least `least` of the patterns stand in the turn.
    heard,   // The same of the buyer's line before.
    fact,    // A fact of the brief is used so.
    echo,    // At least `least` different words of `shortest` letters or more are the buyer's.
    focus,   // At least `least` per mille of ten or more words are about this.
    length,  // At least `least` words.
  };
  SignalId id;
  std::string title;  // Completes "This turn …".
  Kind kind = Kind::words;
  std::vector<WordPattern> patterns;  // Of an echo: words that do not count.
  FactUse use = FactUse::cited;
  Focus about = Focus::customer;
  int least = 1;
  int shortest = 5;
  bool operator==(const Signal&) const = default;
};

// When something holds of a turn, and what to say of it. A thing is an act or a signal, by its
// position: acts first, then signals.
struct Clause {
  std::vector<int> all, any, none;       // Things of this turn.
  std::vector<int> earlier, notEarlier;  // All of them, none of them in the turns before.
  std::vector<StageId> done, owed;       // All of them done; at least one of them not yet.
  std::vector<std::string> breaches;     // At least one of these breaches in this turn.
  std::vector<std::string> archetypes;   // Said to one of these kinds of buyers.
  std::string when;                      // Over the scenario's variables; holds only where it
  Condition state;                       // declares them all.
  int sure = 1000;                       // How often it is right where all of this is so.
  std::string why;
  std::string better;
  bool operator==(const Clause&) const = default;
};

// How marks of one sign are judged under a rule. Their sureness is that of the surest clause or of
// the trained reading, whichever is more.
struct Judging {
  RuleId scorer;      // The rule whose trained reading counts (MarkReading::rule); empty: none.
  int firm = 900;     // Per mille from which on a mark counts; above 1000: never.
  int perhaps = 300;  // From which on it is worth showing.
  std::string why;    // Where the reading alone gives the mark.
  std::string better;
  bool operator==(const Judging&) const = default;
};

struct Rule {
  RuleId id;
  std::string title;
  std::string says;     // As the buyer says it.
  std::string role;     // The role of the seller.
  std::string meaning;  // What earns under it, in one sentence to the seller.
  int weight = 1;       // How much the rule moves the outcome, against the other rules.
  std::vector<Clause> earns;
  std::vector<Clause> costs;
  Judging earned;
  Judging cost;
  bool operator==(const Rule&) const = default;
};

struct Stage {
  StageId id;
  std::string title;
  std::string meaning;   // What to do there, in one sentence to the seller.
  std::string doneWhen;  // A condition over the scenario's variables; an undeclared one reads 0.
  Condition done;
  // How the stage is done where the scenario knows nothing of it: turns with one of these things,
  // each answered in so many words.
  std::vector<int> doneBy;
  int doneTimes = 1;
  int answerWords = 0;
  bool operator==(const Stage&) const = default;
};

// A behaviour that is watched over the call. Broken beats kept within a turn.
struct Concept {
  ConceptId id;
  std::string title;
  std::string meaning;
  int weight = 1;
  std::vector<Clause> kept;
  std::vector<Clause> broken;
  std::vector<int> redeemedBy;  // One of these in the next turn: what was broken is kept after all.
  bool operator==(const Concept&) const = default;
};

// Turns that are counted and not scored.
struct Tally {
  std::string id;
  std::string title;
  Clause clause;
  bool operator==(const Tally&) const = default;
};

// What a transcript of a call with one of these kinds of buyers is graded for.
struct TranscriptRule {
  std::vector<std::string> archetypes;
  bool ratioApplies = true;
  StageId aimsFor;  // Empty: all stages.
  bool operator==(const TranscriptRule&) const = default;
};

// Acts that come too early while a stage is still owed.
struct BreachRule {
  std::string id;
  std::vector<ActId> acts;
  std::vector<ActId> unless;  // What else the turn may do so that it is no breach.
  std::vector<StageId> needs;
  std::string why;     // May name {stage}, the title of the first stage still owed.
  std::string remedy;  // One example sentence.
  bool operator==(const BreachRule&) const = default;
};

struct RatioBand {
  int atLeastTenths = 0;  // Tenths of customer words per seller word.
  int score = 0;
  std::string customerFirst;  // What to say of it, by order.
  std::string sellerFirst;
  bool operator==(const RatioBand&) const = default;
};

struct RatioRule {
  int targetTenths = 40;
  int enoughWords = 40;     // Counted words below which nothing is said.
  int firstWords = 15;      // Customer words that must come before the first seller word.
  int sellerFirstCost = 0;  // Taken off the score where the seller came first.
  std::vector<ActId> leftOutActs;
  std::vector<RatioBand> bands;  // Highest first.
  std::string neverAboutUs;      // What to say where nothing was said about the seller.
  bool operator==(const RatioRule&) const = default;
};

struct ScoreWeights {
  int rules = 1;
  int ratio = 1;
  int stages = 1;
  int concepts = 0;
  int assumedEarned = 1;   // Marks assumed for every rule before the first real one, so that a
  int assumedCost = 1;     // single mark is no verdict.
  int breachCost = 0;      // Points off the stage score for each breach.
  int walletPerPoint = 0;  // Per-mille of share of wallet for each point above or below 50.
  bool operator==(const ScoreWeights&) const = default;
};

// From which sureness on, in per mille, a mark counts, a mark is worth showing (where the rule says
// nothing else), and a breach or a concept counts.
struct Sureness {
  int firm = 900;
  int perhaps = 300;
  int watched = performedPerMille;
  bool operator==(const Sureness&) const = default;
};

struct Method {
  int format = 1;
  std::string id;
  int version = 1;
  std::string title;
  std::vector<ActDefinition> acts;
  std::vector<Signal> knownSignals;
  PatternIndex patterns;  // Of all signals, by position.
  std::vector<Rule> rules;
  std::vector<Stage> stages;
  std::vector<BreachRule> breaches;
  std::vector<Concept> concepts;
  std::vector<Tally> tallies;
  std::vector<ActId> questionActs;      // Whose turns are questions.
  std::vector<ActId> prescriptionActs;  // The first of which is looked for.
  std::vector<TranscriptRule> transcripts;
  Sureness sureness;
  RatioRule ratio;
  ScoreWeights weights;
  int longTurnWords = 60;  // A turn of more words costs longTurnMinutes more.
  int longTurnMinutes = 1;
  int unclearMinutes = 1;  // What a turn that was not understood costs.
  bool operator==(const Method&) const = default;
};

struct MethodReading {
  std::optional<Method> method;  // Nothing only where the bytes are not JSON.
  std::vector<Diagnostic> diagnostics;
};

MethodReading readMethod(std::string_view bytes);

// Whether the method can grade words that no author marked. One of format 1 cannot.
bool gradesOwnWords(const Method& method);

const Rule* findRule(const Method& method, const RuleId& id);
const ActDefinition* findAct(const Method& method, const ActId& id);
const Stage* findStage(const Method& method, const StageId& id);
const Concept* findConcept(const Method& method, const ConceptId& id);

// The simulated minutes of a turn: what the author says, else the longest of its acts, and more for
// a long turn. At least 1, unless the author says 0.
int turnMinutes(const Method& method, const std::vector<ActId>& acts, std::optional<int> authored,
                int wordCount);

}  // namespace sparring
