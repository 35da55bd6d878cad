// Folders that are test cases: what was played stands in script.txt beside what was expected.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace sparring::testing {

// Empty where there is no such file.
inline std::string contentOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The folders below one that hold a script.txt, in order.
inline std::vector<std::filesystem::path> scriptedCases(const std::filesystem::path& below) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(below)) {
    if (entry.path().filename() == "script.txt") found.push_back(entry.path().parent_path());
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace sparring::testing
