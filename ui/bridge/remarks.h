// What people wrote about a turn, as pages show it: comments in the order they came, numbered so
// that the words they are about can carry the number, and what people think of a mark.
#pragma once

#include <QList>
#include <QString>
#include <vector>

#include "bridge/call_view.h"
#include "record/annotation.h"

namespace sparring::ui {

struct Remark {
  Uuid id;
  Uuid author;
  Annotation::Kind kind = Annotation::Kind::comment;
  int number = 0;   // Of a comment, from 1 in each turn; 0 otherwise.
  QString name;     // Of the author.
  QString when;     // In the reader's words for dates.
  QString words;    // What a comment is about; empty where it is the whole turn.
  TextRange range;  // Where they stand.
  QString text;     // The comment or the reason; may be empty where somebody agrees.
};

// Of what stands, the comments on a turn.
QList<Remark> commentsOn(const std::vector<SignedAnnotation>& standing, const SellerTurn& turn);
// Of what stands, who agrees or disagrees with a mark of the turn.
QList<Remark> verdictsOn(const std::vector<SignedAnnotation>& standing, const SellerTurn& turn,
                         const TurnNote& note);
// Everything that stands about a turn.
int remarkCount(const std::vector<SignedAnnotation>& standing, const SellerTurn& turn);

QList<PassageMark> passageMarksOf(const QList<Remark>& comments);

// "3 comments"; empty where there is none.
QString remarkCountText(int count);

}  // namespace sparring::ui
