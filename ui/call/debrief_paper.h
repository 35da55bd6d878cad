// A debrief as pages to hand to somebody: the grade with its parts, the turns to do again with what
// to say instead, and what each turn earned and cost. Black on white whatever the theme is. Nothing
// of it is read as markup.
#pragma once

#include <QString>

#include "base/result.h"
#include "session/practice_session.h"

class QTextDocument;

namespace sparring::ui {

// Replaces what the document holds.
void writeDebrief(QTextDocument& document, const PracticeSession& session, const QString& rep);

// "Debrief A first call.pdf": a name that every file system takes.
QString debriefFileName(const PracticeSession& session);

// On A4, whole or not at all. Fails where the file cannot be written.
Result<void> savePdf(const QTextDocument& document, const QString& file);

}  // namespace sparring::ui
