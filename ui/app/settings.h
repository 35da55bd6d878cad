// What the program remembers between starts besides sessions: how it looks, who used it last, and
// what of the grade is shown during a call.
#pragma once

#include "base/id.h"
#include "practice/live_panel.h"
#include "widgets/theme.h"

namespace sparring::ui {

// The one chosen last; before any choice, the desktop's.
Theme savedTheme();
void saveTheme(Theme theme);

// All of it before any choice.
LiveView savedLiveView();
void saveLiveView(LiveView view);

// Null where nobody is remembered.
Uuid savedPerson();
void savePerson(const Uuid& person);

}  // namespace sparring::ui
