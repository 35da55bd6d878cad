// What a person may rely on everywhere: Enter presses the button in focus, arrows up and down
// belong to the page rather than to its buttons, what takes the focus comes into view, and the
// wheel scrolls without changing the field beneath it.
#pragma once

namespace sparring::ui {

// For the whole application; may be called more than once.
void installKeyboardManners();

}  // namespace sparring::ui
