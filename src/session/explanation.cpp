#include "session/explanation.h"

#include <algorithm>

#include "base/file.h"

namespace sparring {

Result<std::string> readExplanation(const DataFolders& folders, std::string_view code) {
  constexpr std::size_t largest = 64 * 1024;
  const bool isCode = !code.empty() && std::ranges::all_of(code, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  const std::filesystem::path page = folders.explanations / (std::string(code) + ".md");
  std::error_code failed;
  if (!isCode || !std::filesystem::exists(page, failed)) {
    return fail("There is no explanation of '" + std::string(code) + "'.", {},
                "Codes look like SC024.");
  }
  return readFile(page, largest);
}

}  // namespace sparring
