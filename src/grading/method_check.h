// What only the whole method shows: it contradicts itself, runs in circles, or weighs nothing.
// Private to the grading room.
#pragma once

#include "grading/field_reader.h"
#include "grading/method.h"

namespace sparring {

void checkMethod(const Json& root, const Method& method, FieldReader& reader);

}  // namespace sparring
