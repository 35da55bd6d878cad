// Damaged practice files: what can be read is in a new file afterwards, the damaged one is kept as
// it was, and the person is told.
#include <sqlite3.h>

#include <filesystem>

#include "base/hash.h"
#include "faulty_disk.h"
#include "first_version.h"
#include "storage/restore.h"
#include "storage/store.h"
#include "store_story.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

constexpr int calls = 12;
constexpr int turns = 10;
constexpr std::size_t pageSize = 4096;
constexpr Timestamp morning{1'795'342'500'000};

class StoreDamage : public StoreStory {
 protected:
  StoreDamage() : StoreStory(memoryFolder()) {}

  static SessionSummary summaryAfter(int said) {
    SessionSummary summary;
    summary.turns = said;
    summary.score = 50 + said;
    return summary;
  }
  static SellerTurn said(int turn) {
    return aTurn(turn, "turn " + std::to_string(turn) + std::string(300, '.'));
  }
  static void addCall(Store& store, int number) {
    addSession(store, number);
    for (int i = 0; i < turns; ++i) {
      EXPECT_TRUE(succeeded(store.append(uuid(number), i, said(i), summaryAfter(i + 1))));
    }
  }
  Store storeWithCalls() {
    Store store = openStore();
    for (int call = 1; call <= calls; ++call) addCall(store, call);
    EXPECT_TRUE(succeeded(store.addAnnotation({.id = uuid(500),
                                               .session = uuid(1),
                                               .turn = said(0).id,
                                               .author = aPerson().id,
                                               .at = morning,
                                               .text = "Well asked."})));
    return store;
  }
  void makeCalls() { storeWithCalls(); }
  // The files as a crash leaves them while the store is open.
  void crash(const Store&) {
    const auto left = contents(m_folder.path());
    fs::create_directory(m_folder / "crashed");
    for (const char* name : {"practice.db", "practice.db-wal"}) {
      writeBytes(m_folder / "crashed" / name, left.at(name));
    }
    m_file = m_folder / "crashed/practice.db";
  }
  void flip(std::size_t at, std::size_t count = 40) {
    std::string damaged = bytes();
    for (std::size_t i = at; i < std::min(at + count, damaged.size()); ++i) {
      damaged[i] = static_cast<char>(~damaged[i]);
    }
    writeBytes(m_file, damaged);
  }
  // The root page of a table or index.
  std::size_t rootOf(const std::string& name) {
    SQLite::Database database(m_file.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement root(database, "SELECT rootpage FROM sqlite_schema WHERE name = ?");
    root.bind(1, name);
    EXPECT_TRUE(root.executeStep());
    return static_cast<std::size_t>(root.getColumn(0).getInt64() - 1) * pageSize;
  }
  Result<OpenedStore> openThisMorning() {
    return openOrRestore(m_file, {.busyMilliseconds = 0, .now = morning},
                         [] { return std::vector<std::string>{"the scenario", "the method"}; });
  }
  // How many calls are in the list with all their turns. Of every one the words are there that were
  // said, from the first on, as many as the list says.
  static int wholeCalls(const Store& store) {
    int whole = 0;
    const std::vector<SessionRow> rows = store.sessions().value();
    for (const SessionRow& row : rows) {
      const std::vector<LogEntry> entries = store.session(row.header.id).value().entries;
      for (std::size_t i = 0; i < entries.size(); ++i) {
        EXPECT_EQ(entries[i], LogEntry(said(static_cast<int>(i))));
      }
      EXPECT_EQ(row.summary.turns, static_cast<int>(entries.size()));
      whole += row.summary == summaryAfter(turns) ? 1 : 0;
    }
    return whole;
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : contents(m_file.parent_path())) names.push_back(name);
    return names;
  }

  const std::string m_aside = "practice.db.damaged.2026-11-22T10-15-00";
};

TEST_F(StoreDamage, ASoundFileIsLeftAloneAlsoAfterACrash) {
  crash(storeWithCalls());
  const OpenedStore opened = openThisMorning().value();
  EXPECT_FALSE(opened.restoration);
  EXPECT_EQ(wholeCalls(opened.store), calls);
  EXPECT_FALSE(contents(m_file.parent_path()).contains(m_aside));
}

TEST_F(StoreDamage, WithADamagedIndexNothingIsLost) {
  makeCalls();
  for (const char* index : {"sqlite_autoindex_log_1", "sqlite_autoindex_sessions_1"}) {
    flip(rootOf(index), 8);
    const std::string damaged = bytes();
    const OpenedStore opened = openThisMorning().value();
    ASSERT_TRUE(opened.restoration) << index;
    EXPECT_EQ(opened.restoration->damaged.filename().string().substr(0, m_aside.size()), m_aside);
    EXPECT_EQ(opened.restoration->whole, calls);
    EXPECT_EQ(opened.restoration->shortened + opened.restoration->lost, 0);
    EXPECT_EQ(wholeCalls(opened.store), calls);
    EXPECT_EQ(opened.store.annotations(uuid(1)).value().size(), 1U);
    EXPECT_EQ(opened.store.sessions().value().back().annotations, 1);
    EXPECT_TRUE(contents(m_file.parent_path()).at(opened.restoration->damaged.filename()) ==
                damaged);
  }
  EXPECT_FALSE(openThisMorning()->restoration);
}

TEST_F(StoreDamage, WhateverIsDamagedTheRestIsHereAgain) {
  makeCalls();
  const std::string sound = bytes();
  int restored = 0;
  int whole = 0;
  for (std::size_t at = 0; at < sound.size(); at += pageSize / 2) {
    for (const auto& [name, bytes] : contents(m_folder.path())) fs::remove(m_folder / name);
    writeBytes(m_file, sound);
    flip(at);
    const std::string damaged = bytes();
    const Result<OpenedStore> opened = openThisMorning();
    if (at == 0) {
      EXPECT_TRUE(refused(opened, "not a practice file"));
      continue;
    }
    ASSERT_TRUE(succeeded(opened)) << at;
    if (!opened->restoration) continue;
    ++restored;
    const Restoration& done = *opened->restoration;
    EXPECT_EQ(wholeCalls(opened->store), done.whole) << at;
    EXPECT_LE(done.whole + done.shortened + done.lost, calls) << at;
    EXPECT_TRUE(contents(m_folder.path()).at(m_aside) == damaged) << at;
    whole += done.whole;
  }
  EXPECT_GT(restored, 10);
  EXPECT_GT(whole, restored * calls * 7 / 10);
}

TEST_F(StoreDamage, ATruncatedFileGivesWhatItHas) {
  makeCalls();
  const std::string sound = bytes();
  writeBytes(m_file, sound.substr(0, sound.size() * 7 / 10));
  const OpenedStore opened = openThisMorning().value();
  ASSERT_TRUE(opened.restoration);
  EXPECT_EQ(wholeCalls(opened.store), opened.restoration->whole);
  EXPECT_GE(opened.restoration->whole, calls / 3);
  EXPECT_LT(opened.restoration->whole, calls);
  EXPECT_GE(opened.restoration->lost + opened.restoration->shortened, 1);
}

TEST_F(StoreDamage, ADamagedScenarioIsTakenFromElsewhere) {
  makeCalls();
  std::string damaged = bytes();
  damaged.replace(damaged.find("the scenario"), 3, "thE");
  damaged[rootOf("sqlite_autoindex_log_1")] = 0;  // What makes the damage known.
  writeBytes(m_file, damaged);
  const OpenedStore opened = openThisMorning().value();
  EXPECT_EQ(opened.restoration->whole, calls);
  EXPECT_EQ(opened.store.document(contentHash("the scenario")).value(), "the scenario");
}

TEST_F(StoreDamage, CallsWhoseScenarioIsNowhereStayInTheDamagedFile) {
  makeCalls();
  std::string damaged = bytes();
  damaged.replace(damaged.find("the scenario"), 3, "thE");
  damaged[rootOf("sqlite_autoindex_log_1")] = 0;
  writeBytes(m_file, damaged);
  const OpenedStore opened = openOrRestore(m_file).value();
  EXPECT_EQ(opened.restoration->lost, calls);
  EXPECT_NE(sentence(*opened.restoration).find("12 calls could not be read"), std::string::npos);
  EXPECT_TRUE(contents(m_folder.path()).at("practice.db.damaged") == damaged);
}

TEST_F(StoreDamage, WhatIsOnlyInTheWriteAheadLogIsReadToo) {
  {
    Store store = storeWithCalls();
    crash(store);
  }
  flip(0, 16);  // Not even a database any more, but for what stands beside it.
  const std::string damaged = bytes();
  const OpenedStore opened = openThisMorning().value();
  ASSERT_TRUE(opened.restoration);
  EXPECT_TRUE(contents(m_file.parent_path()).contains(m_aside + "-wal"));
  EXPECT_TRUE(contents(m_file.parent_path()).at(m_aside) == damaged);
}

TEST_F(StoreDamage, WithoutItsWriteAheadLogTheFileHasWhatWasFoldedIntoIt) {
  makeCalls();
  Store store = openStore();
  ASSERT_TRUE(succeeded(store.addPerson(aPerson(2, "Bo"))));
  crash(store);
  fs::rename(m_file.string() + "-wal", m_file.string() + "-shm");
  EXPECT_EQ(wholeCalls(openThisMorning()->store), calls);
}

TEST_F(StoreDamage, WithoutItsFirstPageTheCallsAreFoundAllTheSame) {
  makeCalls();
  const std::string sound = bytes();
  for (const std::size_t gone : {std::size_t{16}, std::size_t{512}, pageSize}) {
    writeBytes(m_file, std::string(gone, '\0') + sound.substr(gone));
    EXPECT_TRUE(refused(openThisMorning(), "not a practice file"));
    const OpenedStore opened = openOrRestore(m_file, {.isOwnPlace = true}).value();
    EXPECT_EQ(opened.restoration->whole, calls) << gone;
    EXPECT_EQ(wholeCalls(opened.store), calls) << gone;
    EXPECT_EQ(opened.store.annotations(uuid(1)).value().size(), 1U);
  }
  EXPECT_EQ(files(), (std::vector<std::string>{"practice.db", "practice.db.damaged",
                                               "practice.db.damaged.2", "practice.db.damaged.3"}));
}

TEST_F(StoreDamage, AnEmptyFileIsRestoredFromTheCopyBesideIt) {
  makeCalls();
  fs::rename(m_file, m_folder / "practice.db.before-version-2.2026-11-01T08-00-00");
  for (const char* rest : {"", "Dear Ms Ruiz", "SQLite format 3"}) {
    writeBytes(m_file, rest);
    const OpenedStore opened = openThisMorning().value();
    ASSERT_TRUE(opened.restoration) << rest;
    EXPECT_EQ(wholeCalls(opened.store), calls);
    EXPECT_EQ(contents(m_folder.path()).at(opened.restoration->damaged.filename()), rest);
  }
}

TEST_F(StoreDamage, ANewCallIsAddedToWhatTheCopyHas) {
  makeCalls();
  fs::copy_file(m_file, m_folder / "practice.db.before-version-2");
  {
    Store store = openStore();
    addCall(store, calls + 1);
  }
  flip(rootOf("people"));  // The person is in the copy.
  const OpenedStore opened = openThisMorning().value();
  EXPECT_EQ(opened.restoration->whole, calls + 1);
  EXPECT_EQ(opened.store.people().value(), std::vector<Person>{aPerson()});
}

TEST_F(StoreDamage, CallsOfAPersonWhoseNameIsLostAreThere) {
  makeCalls();
  flip(rootOf("people"));
  const OpenedStore opened = openThisMorning().value();
  EXPECT_EQ(opened.restoration->whole, calls);
  const std::vector<Person> people = opened.store.people().value();
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].id, aPerson().id);
  EXPECT_EQ(people[0].name, "Restored a50000");
}

TEST_F(StoreDamage, AFileOfAnEarlierVersionIsRestoredToo) {
  outsider(emptyFirstVersion());
  {
    Store store = openStore();  // As if it had been the earlier program.
    addCall(store, 1);
  }
  outsider(
      "DROP TABLE annotations; DROP INDEX sessions_of_person; "
      "ALTER TABLE sessions DROP COLUMN annotations; PRAGMA user_version = 1");
  for (const auto& [name, bytes] : contents(m_folder.path())) {
    if (name != "practice.db") fs::remove(m_folder / name);
  }
  flip(rootOf("sqlite_autoindex_log_1"), 8);
  const OpenedStore opened = openThisMorning().value();
  EXPECT_EQ(opened.restoration->whole, 1);
  EXPECT_EQ(wholeCalls(opened.store), 1);
}

TEST_F(StoreDamage, AFullDiskLeavesTheDamagedFileAsItIs) {
  makeCalls();
  flip(rootOf("sqlite_autoindex_log_1"), 8);
  const std::string damaged = bytes();
  int failures = 0;
  for (int good = 0; good < 4000; good += 97) {
    FaultyDisk disk;
    disk.failWrites(SQLITE_FULL, good);
    const Result<OpenedStore> opened = openThisMorning();
    if (opened) break;
    ++failures;
    EXPECT_TRUE(refused(opened, "could not be put into a new one")) << good;
    disk.heal();
    ASSERT_TRUE(bytes() == damaged) << good;
    ASSERT_FALSE(fs::exists(m_folder / "practice.db.restored")) << good;
  }
  EXPECT_GT(failures, 3);
  EXPECT_EQ(wholeCalls(openThisMorning()->store), calls);
}

TEST_F(StoreDamage, AFileThatAnotherProgramHasOpenIsNotTakenFromIt) {
  makeCalls();
  flip(rootOf("sqlite_autoindex_log_1"), 8);
  const auto before = contents(m_folder.path());
  {
    SQLite::Database other = outsider("SELECT count(*) FROM people");
    EXPECT_TRUE(refused(openThisMorning(), "Another program is using"));
  }
  EXPECT_TRUE(contents(m_folder.path()).at("practice.db") == before.at("practice.db"));
  EXPECT_TRUE(openThisMorning()->restoration);
}

TEST_F(StoreDamage, ARestorationThatACrashBrokeOffIsFinished) {
  makeCalls();
  fs::rename(m_file, m_folder / "practice.db.restored");
  writeBytes(m_folder / m_aside, "damaged");
  writeBytes(m_file.string() + "-wal", "of the damaged one");
  const OpenedStore opened = openThisMorning().value();
  EXPECT_EQ(opened.restoration->damaged, m_folder / m_aside);
  EXPECT_EQ(opened.restoration->whole, calls);
  EXPECT_EQ(wholeCalls(opened.store), calls);
  EXPECT_EQ(contents(m_folder.path()).at(m_aside + "-wal"), "of the damaged one");
}

TEST_F(StoreDamage, DamageThatIsMetInUseIsRestoredAtTheNextStart) {
  const std::string large(9 * 1024 * 1024, 'x');  // Too much to be checked at every start.
  {
    Store store = storeWithCalls();
    ASSERT_TRUE(succeeded(store.keepDocument(large)));
  }
  flip(rootOf("log"), 8);
  {
    const Result<OpenedStore> opened = openThisMorning();
    ASSERT_TRUE(succeeded(opened));
    EXPECT_FALSE(opened->restoration);
    EXPECT_TRUE(refused(opened->store.session(uuid(1)), "damaged"));
  }
  const OpenedStore opened = openThisMorning().value();
  EXPECT_TRUE(opened.restoration);
  EXPECT_EQ(opened.store.document(contentHash(large)).value(), large);
}

TEST_F(StoreDamage, TheSentenceSaysWhatWasDone) {
  EXPECT_EQ(sentence({"/home/ana/practice.db.damaged", 1, 2, 3}),
            "The practice file was damaged; a crash or a fault of the disk can do that. 1 call is "
            "here again. 2 calls lack their last turns. 3 calls could not be read. The damaged "
            "file is kept beside the new one, as practice.db.damaged.");
}

}  // namespace
}  // namespace sparring
