// What the program remembers between starts besides sessions: how it looks.
#pragma once

#include "widgets/theme.h"

namespace sparring::ui {

// The one chosen last; before any choice, the desktop's.
Theme savedTheme();
void saveTheme(Theme theme);

}  // namespace sparring::ui
