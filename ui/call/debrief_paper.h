// A debrief as pages to hand to somebody: the grade with its parts, the turns to do again with what
// to say instead, then the call with what each turn earned and cost and what others wrote about it.
// Black on white whatever the theme is. Nothing of it is read as markup.
#pragma once

#include <QString>
#include <vector>

#include "base/result.h"
#include "record/annotation.h"
#include "session/practice_session.h"

class QTextDocument;

namespace sparring::ui {

// Replaces what the document holds. `standing` is what people wrote about the call and stand by.
void writeDebrief(QTextDocument& document, const PracticeSession& session, const QString& rep,
                  const std::vector<SignedAnnotation>& standing);

// "Debrief A first call.pdf": a name that every file system takes.
QString debriefFileName(const PracticeSession& session);

// On A4, whole or not at all. Fails where the file cannot be written.
Result<void> savePdf(const QTextDocument& document, const QString& file);

}  // namespace sparring::ui
