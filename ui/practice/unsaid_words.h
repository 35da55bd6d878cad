// What a rep has typed in a call and not said yet, kept with the settings of whoever uses this
// machine: it outlasts leaving the call and the program.
#pragma once

#include <QString>

#include "base/id.h"

namespace sparring::ui {

// Nothing where nothing was left unsaid.
QString unsaidWords(const Uuid& session);
// Instead of what was kept for the session; empty words are forgotten.
void keepUnsaidWords(const Uuid& session, const QString& words);

}  // namespace sparring::ui
