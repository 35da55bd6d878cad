// What the program remembers between starts besides sessions: how it looks, and who used it last.
#pragma once

#include "base/id.h"
#include "widgets/theme.h"

namespace sparring::ui {

// The one chosen last; before any choice, the desktop's.
Theme savedTheme();
void saveTheme(Theme theme);

// Null where nobody is remembered.
Uuid savedPerson();
void savePerson(const Uuid& person);

}  // namespace sparring::ui
