// The first shape that the database had, as it shipped.
#pragma once

#include <string>

namespace sparring {

// SQL that makes such a file, with nothing in it.
std::string emptyFirstVersion();

}  // namespace sparring
