// What stands behind one figure of a call's grade: the turns and the words that made it.
#pragma once

#include <QList>
#include <QString>

#include "bridge/call_view.h"

namespace sparring::ui {

struct Evidence {
  QString title;    // Of the figure.
  QString meaning;  // What it asks for or how it is counted.
  QList<QList<TurnNote>>
      turns;  // One list a turn of the call; empty where a turn is no part of it.
  bool empty() const;
};

Evidence evidenceOfRules(const PracticeSession& session);
Evidence evidenceOfRule(const PracticeSession& session, const RuleId& rule);
Evidence evidenceOfConcepts(const PracticeSession& session);
Evidence evidenceOfConcept(const PracticeSession& session, const ConceptId& id);
// What came before its stage was done.
Evidence evidenceOfBreaches(const PracticeSession& session);
// The turn after which the stage was done for the first time; empty where it never was.
Evidence evidenceOfStage(const PracticeSession& session, const StageId& stage);
// Whose words are about whom.
Evidence evidenceOfRatio(const PracticeSession& session);
// The longest stretch without a word about the customer.
Evidence evidenceOfStretch(const PracticeSession& session, const Stretch& stretch);
// All questions, each by its kind.
Evidence evidenceOfQuestions(const PracticeSession& session, const CallFigures& figures);
Evidence evidenceOfTally(const PracticeSession& session, const TallyCount& tally);
// The first turn that prescribed.
Evidence evidenceOfPrescription(const PracticeSession& session, int turnsBefore);

}  // namespace sparring::ui
