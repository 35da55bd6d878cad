// What pages show of a call, read from the core each time and never kept.
#pragma once

#include <QList>
#include <QString>

#include "bridge/text.h"
#include "session/practice_session.h"
#include "widgets/passage_view.h"
#include "widgets/tag_chip.h"

namespace sparring::ui {

// One thing to say about a turn.
struct TurnNote {
  enum class Kind {
    mark,     // What it earns or costs under a rule.
    breach,   // Done too early.
    watched,  // A concept that it keeps or breaks.
    perhaps,  // A mark that is not sure enough to count.
    shown,    // Neither earns nor costs: why the turn is behind a figure.
  };
  Kind kind = Kind::mark;
  Tone tone = Tone::neutral;
  QString title;    // The rule, "Too early", or the concept.
  QString meaning;  // What the rule asks for.
  QString words;    // What caused it,
  TextRange range;  // and where it stands in the turn,
  Span span;        // also in its bytes.
  QString why;
  QString better;  // Empty where there is nothing better to say.
  RuleId rule;     // Of a mark; empty otherwise.
  std::string
      about;  // The id of the rule, the breach or the concept, by which annotations name it.
};

// A note about some words of a turn, all but what is said of them.
TurnNote noteAt(TurnNote::Kind kind, const std::string& text, Span words);

// What counts, as it is shown while the call is held: marks and breaches; concepts that are broken
// only where nothing else costs, since they mostly say the same of the same words.
QList<TurnNote> notesOf(const Method& method, const Exchange& exchange);
// The same with all concepts, after what costs under a rule.
QList<TurnNote> wholeNotesOf(const Method& method, const Exchange& exchange);
// The one with this reason, as a turn worth redoing is named with; empty where there is none.
TurnNote noteThatSays(const PracticeSession& session, int position, const QString& why);
// What is not sure enough to count.
QList<TurnNote> perhapsOf(const Method& method, const Exchange& exchange);
// All of it, what is not sure last: what is shown once the call is over.
QList<TurnNote> allNotesOf(const Method& method, const Exchange& exchange);
// "Taken to mean: …" where own words were read as a move; empty otherwise.
QString readAs(const PracticeSession& session, const Exchange& exchange);
QList<PassageMark> passageMarksOf(const QList<TurnNote>& notes);
QList<Tag> tagsOf(const Method& method, const Exchange& exchange);

// What is heard in a step, in order. What one person says in a row stands together.
struct Heard {
  Utterance utterance;
  std::optional<int> handedTo;  // Instead of words: the call goes on with this persona and others.
};
std::vector<Heard> heardIn(const Step& step);

// "From here you speak with Neil Armitage, director of operations."
QString handoverText(const Scenario& scenario, int persona);

QString buyerNameOf(const Scenario& scenario, const Utterance& utterance);
QString buyerRoleOf(const Scenario& scenario, const Utterance& utterance);

// Whom the rep comes to meet: everybody who sits there without speaking first, or the first
// persona.
std::vector<const Persona*> buyersOf(const Scenario& scenario);

QString ruleTitle(const Method& method, const RuleId& rule);
QString conceptTitle(const Method& method, const ConceptId& id);
QString stageTitle(const Method& method, const StageId& stage);
const Outcome* outcomeOf(const PracticeSession& session);

}  // namespace sparring::ui
