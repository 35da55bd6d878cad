// What pages show of a call, read from the core each time and never kept.
#pragma once

#include <QList>
#include <QString>

#include "bridge/text.h"
#include "session/practice_session.h"
#include "widgets/passage_view.h"
#include "widgets/tag_chip.h"

namespace sparring::ui {

// One thing to say about a turn: a mark, or something done too early.
struct TurnNote {
  Tone tone = Tone::neutral;
  QString title;    // The rule, or "Too early".
  QString meaning;  // What the rule asks for.
  QString words;    // What caused it,
  TextRange range;  // and where it stands in the turn,
  Span span;        // also in its bytes.
  QString why;
  QString better;     // Empty where there is nothing better to say.
  RuleId rule;        // Empty for a breach.
  std::string about;  // The rule's id, or the breach's: how annotations name the mark.
};

QList<TurnNote> notesOf(const Method& method, const Exchange& exchange);
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
QString stageTitle(const Method& method, const StageId& stage);
const Outcome* outcomeOf(const PracticeSession& session);

}  // namespace sparring::ui
