// What was understood of a turn, ready to show: what the words do, which facts of the brief they
// use and whom they are about, each with the words that show it.
#pragma once

#include <QList>
#include <QString>

#include "bridge/text.h"
#include "session/practice_session.h"

namespace sparring::ui {

// One thing that words were read as.
struct ReadingPart {
  QString text;             // "asks how things are today", "about them: 14 words"
  QString note;             // The words, and how sure it is.
  QList<TextRange> ranges;  // Where the words stand in the turn.
};

// Of a guided option, what stands beside its author's tags. Empty where no model has read the turn.
// Facts are told by what the brief says.
QList<ReadingPart> readingOf(const PracticeSession& session, const SellerTurn& turn);
// The parts in one line.
QString inOneLine(const QList<ReadingPart>& parts);

// "Taken to mean: …" where own words were taken as a move, in the move's shortest wording; empty
// otherwise.
QString takenInShort(const PracticeSession& session, const SellerTurn& turn);

}  // namespace sparring::ui
