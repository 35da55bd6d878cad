// What the tests of the store tell their stories with: a practice file in a folder of its own, a
// rep, a session, turns, and looks at the file from outside.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "storage/store.h"
#include "support/temp_folder.h"

namespace sparring {

template <class T>
testing::AssertionResult succeeded(const Result<T>& result) {
  if (result) return testing::AssertionSuccess();
  return testing::AssertionFailure() << sentence(result.error());
}

// Failed, and says these words.
template <class T>
testing::AssertionResult refused(const Result<T>& result, const std::string& words) {
  if (result) return testing::AssertionFailure() << "it succeeded";
  const std::string said = sentence(result.error());
  if (said.find(words) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "it says: " << said;
}

Uuid uuid(int number);
Person aPerson(int number = 1, std::string name = "Ana Ruiz");
SellerTurn aTurn(int number, std::string text);
SessionSummary afterTurns(int turns);

// The names and bytes of the files in a folder.
std::map<std::string, std::string> contents(const std::filesystem::path& folder);
void writeBytes(const std::filesystem::path& file, const std::string& bytes);

class StoreStory : public testing::Test {
 protected:
  explicit StoreStory(const std::filesystem::path& parent = std::filesystem::temp_directory_path())
      : m_folder(parent) {}
  Store openStore();
  static Result<Store> tryToOpen(const std::filesystem::path& file);  // Without waiting.
  // Adds a person, two documents and a session with as many turns.
  static SessionHeader addSession(Store& store, int number, int turns = 0);
  // Another program at the file; `sql` runs in it.
  SQLite::Database outsider(const std::string& sql = "");
  void makeFile(int turns = 3);  // A closed practice file with session 1.
  std::string bytes() const;     // Of the practice file.

  TempFolder m_folder;
  std::filesystem::path m_file = m_folder / "practice.db";
};

}  // namespace sparring
