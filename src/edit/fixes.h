// What can be done about a fault at one press: each fix is an edit with the words for its button.
// Offers only what makes the fault go away and brings no new error. Knows no fault of form: those
// are mended in the file, by hand.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "edit/edit.h"
#include "scenario/check.h"

namespace sparring {

struct Fix {
  std::string label;  // As on a button: "Write “goal_shared”".
  Edit edit;
  // Whether it may be done unasked: it loses nothing and invents nothing.
  bool isCertain = false;
};

// The likeliest first; often none. The diagnostic is one of this scenario; of an older state of it
// the fixes may be beside the point, but do no harm.
std::vector<Fix> fixesFor(const Scenario& scenario, const Vocabulary& vocabulary,
                          const Diagnostic& diagnostic);

}  // namespace sparring
