// Gives assistive tools the right role for the widgets that draw themselves.
#pragma once

namespace sparring::ui {

// May be called more than once.
void installAccessibleRoles();

}  // namespace sparring::ui
