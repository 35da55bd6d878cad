// The practice file disappears while it is open: deleted, moved away or replaced, alone or with its
// folder. What the store says it keeps is then in a file at its place, or it does not say so.
#include <sqlite3.h>

#include <filesystem>

#include "faulty_disk.h"
#include "storage/store.h"
#include "store_story.h"
#include "support/bound_by_permissions.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

class StorePlace : public StoreStory {
 protected:
  StorePlace() { m_file = m_folder / "home" / "practice.db"; }

  // As a program sees it that starts now: session 1 with so many turns, and the person.
  void expectOnDisk(int turns) const {
    const Store other = tryToOpen(m_file).value();
    const std::vector<LogEntry> entries = other.session(uuid(1)).value().entries;
    ASSERT_EQ(entries.size(), static_cast<std::size_t>(turns));
    for (int i = 0; i < turns; ++i) {
      EXPECT_EQ(entries[static_cast<std::size_t>(i)],
                LogEntry(aTurn(i, "turn " + std::to_string(i))));
    }
    EXPECT_EQ(other.people().value().size(), 1U);
  }
  static Result<void> say(Store& store, int turn) {
    return store.append(uuid(1), turn, aTurn(turn, "turn " + std::to_string(turn)),
                        afterTurns(turn + 1));
  }
  const fs::path m_home = m_folder / "home";
};

TEST_F(StorePlace, ADeletedFolderIsMadeAnewWithAllThatWasSaid) {
  Store store = openStore();
  addSession(store, 1, 3);
  fs::remove_all(m_home);
  EXPECT_TRUE(succeeded(say(store, 3)));
  expectOnDisk(4);
  EXPECT_TRUE(succeeded(say(store, 4)));
  expectOnDisk(5);
}

TEST_F(StorePlace, AFolderThatWasMovedAwayIsMadeAnewAndTheOtherOneIsLeftAlone) {
  Store store = openStore();
  addSession(store, 1, 3);
  fs::rename(m_home, m_folder / "moved");
  EXPECT_TRUE(succeeded(say(store, 3)));
  expectOnDisk(4);
  EXPECT_EQ(
      tryToOpen(m_folder / "moved/practice.db").value().session(uuid(1)).value().entries.size(),
      3U);
}

TEST_F(StorePlace, ADeletedWriteAheadLogLosesNothing) {
  Store store = openStore();
  addSession(store, 1, 3);
  fs::remove(m_file.string() + "-wal");
  EXPECT_TRUE(succeeded(say(store, 3)));
  // As after a crash: nothing but the file itself.
  fs::copy_file(m_file, m_folder / "crashed.db");
  m_file = m_folder / "crashed.db";
  expectOnDisk(4);
}

TEST_F(StorePlace, WhatCannotBePutBackIsNotSaidToBeKept) {
  Store store = openStore();
  addSession(store, 1, 3);
  fs::remove_all(m_home);
  {
    const BoundByPermissions bound;
    fs::permissions(m_folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_TRUE(refused(say(store, 3), "gone from its place and cannot be made there again"));
    fs::permissions(m_folder.path(), fs::perms::owner_all);
  }
  EXPECT_FALSE(fs::exists(m_home));
  EXPECT_TRUE(succeeded(say(store, 3)));
  expectOnDisk(4);
}

TEST_F(StorePlace, AFullDiskLeavesNoHalfFileInItsPlace) {
  FaultyDisk disk;
  Store store = openStore();
  addSession(store, 1, 3);
  fs::remove_all(m_home);
  int failures = 0;
  for (int good = 0; good < 100; ++good) {
    disk.failWrites(SQLITE_FULL, good);
    const Result<void> said = say(store, 3);
    disk.heal();
    if (said) break;
    ++failures;
    EXPECT_TRUE(refused(said, "nothing more can be saved")) << good;
    if (fs::exists(m_file)) expectOnDisk(3);
  }
  EXPECT_GT(failures, 5);
  EXPECT_LT(failures, 100);
  expectOnDisk(4);
}

TEST_F(StorePlace, AnotherFileInItsPlaceIsLeftAlone) {
  Store store = openStore();
  addSession(store, 1, 3);
  fs::rename(m_file, m_folder / "elsewhere.db");
  writeBytes(m_file, "Dear Ms Ruiz");
  writeBytes(m_file.string() + "-wal", "thank you");
  EXPECT_TRUE(refused(say(store, 3), "moved, replaced or deleted"));
  EXPECT_TRUE(refused(store.addPerson(aPerson(9, "Bo")), "moved, replaced or deleted"));
  {
    const Store closed = std::move(store);
  }
  EXPECT_EQ(bytes(), "Dear Ms Ruiz");
  EXPECT_EQ(contents(m_home).at("practice.db-wal"), "thank you");
}

TEST_F(StorePlace, AFileThatComesBackIsGoneOnWith) {
  Store store = openStore();
  addSession(store, 1, 3);
  fs::rename(m_file, m_folder / "elsewhere.db");
  fs::rename(m_folder / "elsewhere.db", m_file);
  EXPECT_TRUE(succeeded(say(store, 3)));
  expectOnDisk(4);
}

}  // namespace
}  // namespace sparring
