// The pages that say more about a code than its sentence: what it means, an example, what to do.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "session/library.h"

namespace sparring {

// The page of a code such as "SC024", in Markdown. Fails where there is none.
Result<std::string> readExplanation(const DataFolders& folders, std::string_view code);

}  // namespace sparring
