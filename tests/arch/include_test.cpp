// The house's include table, enforced: who may include whom (docs/ARCHITECTURE.md).
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  fs::path file;
  int line = 0;
  std::string target;
};

const fs::path root = SPARRING_SOURCE_DIR;

std::vector<Include> includesUnder(const fs::path& folder) {
  static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ifstream file(entry.path());
    std::string text;
    for (int line = 1; std::getline(file, text); ++line) {
      std::smatch match;
      if (std::regex_search(text, match, pattern)) found.push_back({entry.path(), line, match[1]});
    }
  }
  return found;
}

std::string roomOf(const std::string& target) {
  const std::size_t slash = target.find('/');
  return slash == std::string::npos ? std::string() : target.substr(0, slash);
}

std::string placeOf(const Include& include) {
  return fs::relative(include.file, root).string() + ":" + std::to_string(include.line);
}

// Rooms of src/ and those that each may include besides itself.
const std::map<std::string, std::set<std::string>> allowedInCore = {
    {"base", {}},
    {"scenario", {"base"}},
    {"record", {"base", "scenario"}},
    {"edit", {"base", "scenario"}},
    {"dialogue", {"base", "scenario", "record"}},
    {"language", {"base", "scenario", "record"}},
    {"grading", {"base", "scenario", "record"}},
    {"explore", {"base", "scenario", "record", "dialogue", "grading"}},
    {"storage", {"base", "scenario", "record"}},
    {"session", {"base", "scenario", "record", "dialogue", "language", "grading", "storage"}},
    {"cli",
     {"base", "scenario", "record", "dialogue", "language", "grading", "storage", "session", "edit",
      "explore"}},
    {"learn", {"base", "scenario", "record", "language"}},
    {"tools", {"base", "scenario", "record", "language", "grading", "learn"}},
};

const std::map<std::string, std::set<std::string>> allowedInUi = {
    {"bridge", {"widgets"}},
    {"widgets", {}},
    {"call", {"bridge", "widgets"}},
    {"practice", {"bridge", "widgets", "call"}},
    {"review", {"bridge", "widgets", "call"}},
    {"author", {"bridge", "widgets", "call"}},
    {"app", {"bridge", "widgets", "call", "practice", "review", "author"}},
};

bool isQt(const std::string& target) {
  return target.starts_with("Q") || target.starts_with("qt") || target.starts_with("Qt");
}

TEST(IncludeTable, EveryRoomIsInTheTable) {
  for (const auto& [folder, table] :
       {std::pair{"src", &allowedInCore}, std::pair{"ui", &allowedInUi}}) {
    for (const auto& entry : fs::directory_iterator(root / folder)) {
      const std::string name = entry.path().filename().string();
      if (!entry.is_directory() || name == "resources") continue;
      EXPECT_TRUE(table->contains(name)) << folder << "/" << name << " has no row in the table";
    }
  }
}

TEST(IncludeTable, CoreRoomsIncludeOnlyWhatTheyMay) {
  for (const auto& [room, allowed] : allowedInCore) {
    for (const Include& include : includesUnder(fs::path("src") / room)) {
      const std::string target = roomOf(include.target);
      if (!allowedInCore.contains(target) || target == room) continue;
      EXPECT_TRUE(allowed.contains(target))
          << placeOf(include) << ": " << room << " may not include " << include.target;
    }
  }
}

TEST(IncludeTable, NoQtInTheCore) {
  for (const Include& include : includesUnder("src")) {
    EXPECT_FALSE(isQt(include.target)) << placeOf(include) << " includes " << include.target;
  }
}

TEST(IncludeTable, OnlyStorageTouchesSqlite) {
  for (const Include& include : includesUnder("src")) {
    const bool sqlite =
        include.target.starts_with("SQLiteCpp") || include.target.starts_with("sqlite3");
    if (!sqlite) continue;
    EXPECT_TRUE(include.file.string().find("/src/storage/") != std::string::npos)
        << placeOf(include);
  }
}

TEST(IncludeTable, TheOtherJsonReaderIsForTestsAlone) {
  for (const Include& include : includesUnder("src")) {
    EXPECT_FALSE(include.target.starts_with("nlohmann")) << placeOf(include);
  }
}

TEST(IncludeTable, UiRoomsIncludeOnlyWhatTheyMay) {
  for (const auto& [room, allowed] : allowedInUi) {
    for (const Include& include : includesUnder(fs::path("ui") / room)) {
      const std::string target = roomOf(include.target);
      if (allowedInUi.contains(target) && target != room) {
        EXPECT_TRUE(allowed.contains(target))
            << placeOf(include) << ": " << room << " may not include " << include.target;
      }
      if (room == "widgets") {
        EXPECT_FALSE(allowedInCore.contains(target))
            << placeOf(include) << ": widgets know nothing of the core";
      }
    }
  }
}

TEST(IncludeTable, TheCoreReadsNoClockNoChanceNoEnvironment) {
  static const std::regex forbidden(
      R"(\b(getenv|random_device|system_clock|steady_clock|srand|std::time)\b)");
  for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
    if (!entry.is_regular_file()) continue;
    if (entry.path().string().ends_with("/cli/main.cpp")) continue;  // Where they come in.
    std::ifstream file(entry.path());
    std::string text;
    for (int line = 1; std::getline(file, text); ++line) {
      EXPECT_FALSE(std::regex_search(text, forbidden))
          << fs::relative(entry.path(), root).string() << ":" << line << ": " << text;
    }
  }
}

}  // namespace
