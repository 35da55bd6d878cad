// What a person at the keyboard may rely on everywhere: Enter presses the button in focus, arrows
// up and down belong to the page rather than to its buttons, and what takes the focus comes into
// view.
#pragma once

namespace sparring::ui {

// For the whole application; may be called more than once.
void installKeyboardManners();

}  // namespace sparring::ui
