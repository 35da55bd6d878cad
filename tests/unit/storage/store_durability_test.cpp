// What the store said it keeps is kept, whatever happens next; what it could not keep, it says, and
// the file stays whole.
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "faulty_disk.h"
#include "storage/store.h"
#include "store_story.h"

namespace sparring {
namespace {

using StoreDurability = StoreStory;

// While it lives, the system lets no file grow beyond `bytes`.
class LimitedFiles {
 public:
  explicit LimitedFiles(rlim_t bytes) : m_signal(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit limit{bytes, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~LimitedFiles() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    ::signal(SIGXFSZ, m_signal);
  }
  LimitedFiles(const LimitedFiles&) = delete;
  LimitedFiles& operator=(const LimitedFiles&) = delete;

 private:
  rlimit m_before{};
  sighandler_t m_signal;
};

TEST_F(StoreDurability, AnotherConnectionSeesATurnAtOnce) {
  Store store = openStore();
  addSession(store, 1);
  const Store other = openStore();
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(succeeded(store.append(uuid(1), i, aTurn(i, "said"), afterTurns(i + 1))));
    EXPECT_EQ(other.session(uuid(1)).value().entries.back(), LogEntry(aTurn(i, "said")));
    EXPECT_EQ(other.sessions().value()[0].summary, afterTurns(i + 1));
  }
}

TEST_F(StoreDurability, AKilledProgramLosesNothing) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    Result<Store> store = Store::open(m_file);
    if (!store) ::_exit(1);
    addSession(*store, 1, 7);
    if (HasFailure()) ::_exit(2);
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << status;

  Store store = openStore();
  const std::vector<LogEntry> entries = store.session(uuid(1)).value().entries;
  ASSERT_EQ(entries.size(), 7U);
  EXPECT_EQ(entries.back(), LogEntry(aTurn(6, "turn 6")));
  EXPECT_EQ(store.sessions().value()[0].summary, afterTurns(7));
  EXPECT_TRUE(succeeded(store.append(uuid(1), 7, aTurn(7, "and on"), afterTurns(8))));
}

TEST_F(StoreDurability, EveryTurnIsFlushedToTheDisk) {
  FaultyDisk disk;
  Store store = openStore();
  addSession(store, 1);
  for (int i = 0; i < 5; ++i) {
    const int before = disk.logFlushes();
    ASSERT_TRUE(succeeded(store.append(uuid(1), i, aTurn(i, "said"), {})));
    EXPECT_GT(disk.logFlushes(), before) << "turn " << i;
  }
}

TEST_F(StoreDurability, WhatIsKeptAlreadyWritesNothing) {
  FaultyDisk disk;
  Store store = openStore();
  addSession(store, 1, 2);
  const int before = disk.writes();
  addSession(store, 1, 2);
  EXPECT_EQ(disk.writes(), before);
}

TEST_F(StoreDurability, AFullDiskIsSaidAndLosesNothing) {
  FaultyDisk disk;
  Store store = openStore();
  addSession(store, 1, 3);
  // The disk fills up before the turn or in the midst of it.
  for (const int good : {0, 1, 2, 3}) {
    disk.failWrites(SQLITE_FULL, good);
    EXPECT_TRUE(refused(store.append(uuid(1), 3, aTurn(3, std::string(20'000, 'x')), {}),
                        "so nothing more can be saved"));
    EXPECT_EQ(store.session(uuid(1)).value().entries.size(), 3U);
    EXPECT_EQ(store.sessions().value()[0].summary, afterTurns(3));
    disk.heal();
  }
  EXPECT_TRUE(succeeded(store.append(uuid(1), 3, aTurn(3, "turn 3"), afterTurns(4))));
  EXPECT_EQ(openStore().session(uuid(1)).value().entries.back(), LogEntry(aTurn(3, "turn 3")));
}

TEST_F(StoreDurability, ADiskThatDoesNotFlushIsSaid) {
  FaultyDisk disk;
  Store store = openStore();
  addSession(store, 1, 3);
  disk.failFlushes(SQLITE_IOERR_FSYNC);
  EXPECT_TRUE(refused(store.append(uuid(1), 3, aTurn(3, "turn 3"), {}), "The disk did not"));
  disk.heal();
  EXPECT_EQ(store.session(uuid(1)).value().entries.size(), 3U);
  EXPECT_TRUE(succeeded(store.append(uuid(1), 3, aTurn(3, "turn 3"), afterTurns(4))));
}

TEST_F(StoreDurability, AFileThatCannotGrowIsSaidAndLosesNothing) {
  Store store = openStore();
  addSession(store, 1, 3);
  {
    const LimitedFiles limited(100'000);
    EXPECT_TRUE(refused(store.append(uuid(1), 3, aTurn(3, std::string(200'000, 'x')), {}),
                        "The disk did not"));
  }
  EXPECT_TRUE(succeeded(store.append(uuid(1), 3, aTurn(3, "turn 3"), afterTurns(4))));
  EXPECT_EQ(openStore().session(uuid(1)).value().entries.size(), 4U);
}

TEST_F(StoreDurability, AFileThatWasNeverFinishedIsFinishedLater) {
  int failures = 0;
  for (int good = 0; good < 100; ++good) {
    const std::filesystem::path file = m_folder / ("half" + std::to_string(good));
    {
      FaultyDisk disk;
      disk.failWrites(SQLITE_FULL, good);
      const Result<Store> store = tryToOpen(file);
      if (store) break;
      EXPECT_TRUE(refused(store, "so nothing more can be saved")) << good;
      ++failures;
    }
    Result<Store> store = tryToOpen(file);
    ASSERT_TRUE(succeeded(store)) << good;
    EXPECT_TRUE(succeeded(store->addPerson(aPerson()))) << good;
  }
  EXPECT_GT(failures, 5);
  EXPECT_LT(failures, 100);
}

TEST_F(StoreDurability, ALockThatIsHeldForAMomentIsWaitedFor) {
  int refusals = 0;
  for (int good = 0; good < 200; ++good) {
    FaultyDisk disk;
    disk.refuseLock(good);
    Result<Store> store = Store::open(m_folder / ("new" + std::to_string(good)));
    if (!disk.hasRefusedLock()) break;
    ASSERT_TRUE(succeeded(store)) << good;
    EXPECT_TRUE(succeeded(store->addPerson(aPerson()))) << good;
    ++refusals;
  }
  EXPECT_GT(refusals, 10);
  EXPECT_LT(refusals, 200);
}

TEST_F(StoreDurability, ATurnWaitsWhileAnotherProgramWrites) {
  makeFile(1);
  Store store = tryToOpen(m_file).value();
  SQLite::Database other = outsider("BEGIN IMMEDIATE");
  EXPECT_TRUE(refused(store.append(uuid(1), 1, aTurn(1, "said"), {}), "Another program is using"));
  EXPECT_EQ(store.session(uuid(1)).value().entries.size(), 1U);  // Reading goes on.
  other.exec("ROLLBACK");
  EXPECT_TRUE(succeeded(store.append(uuid(1), 1, aTurn(1, "said"), {})));
}

}  // namespace
}  // namespace sparring
