// The pages of what can be said, and of what a buyer says.
#pragma once

namespace sparring::ui {

class FormBuilder;

void buildMove(FormBuilder& form, bool isReaction);
// A line of a node or a reply, with what follows it.
void buildLine(FormBuilder& form);

}  // namespace sparring::ui
