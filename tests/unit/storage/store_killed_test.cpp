// A program that is killed at each single step of its work on the disk: while the file is made,
// brought up to date, written to, and folded together at the end. What it acknowledged is there.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "faulty_disk.h"
#include "first_version.h"
#include "storage/store.h"
#include "store_story.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

constexpr int turns = 4;
constexpr int mostSteps = 3000;

class StoreKilled : public StoreStory {
 protected:
  StoreKilled() : StoreStory(memoryFolder()) {}

  struct Ended {
    int acknowledged = 0;  // How many turns the store said it had kept.
    bool wasKilled = false;
  };

  // Records session 1 in a program of its own, which is killed at that step of its work.
  static Ended record(const fs::path& file, int killedAfter) {
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
    const pid_t child = ::fork();
    EXPECT_GE(child, 0);
    if (child == 0) {
      FaultyDisk disk;
      disk.killAfter(killedAfter);
      ::_exit(recordHere(file, pipe[1]) ? 0 : 1);
    }
    ::close(pipe[1]);
    Ended ended;
    for (char mark = 0; ::read(pipe[0], &mark, 1) == 1;) ++ended.acknowledged;
    ::close(pipe[0]);
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    ended.wasKilled = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    EXPECT_TRUE(ended.wasKilled || status == 0) << status;
    return ended;
  }

  void expectSound(const fs::path& file, int acknowledged) {
    EXPECT_EQ(SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
                  .execAndGet("PRAGMA integrity_check")
                  .getString(),
              "ok");
    Store store = tryToOpen(file).value();
    const Result<SessionLog> log = store.session(uuid(1));
    const int kept = log ? static_cast<int>(log->entries.size()) : 0;
    EXPECT_GE(kept, acknowledged);
    EXPECT_LE(kept, acknowledged + 1);
    for (int i = 0; i < kept; ++i) {
      EXPECT_EQ(log->entries[static_cast<std::size_t>(i)], LogEntry(said(i)));
    }
  }

  // Kills it at the first step, the second, and so on; `prepare` makes the file anew for each.
  template <class Prepare>
  void killAtEveryStep(Prepare prepare) {
    int steps = 0;
    for (bool killed = true; killed; ++steps) {
      prepare();
      const Ended ended = record(m_file, steps);
      killed = ended.wasKilled;
      expectSound(m_file, ended.acknowledged);
      ASSERT_FALSE(HasFailure()) << "killed after " << steps << " steps";
      ASSERT_LT(steps, mostSteps);
    }
    EXPECT_GT(steps, 100);
  }

  void empty() const {
    for (const auto& each : fs::directory_iterator(m_folder.path())) fs::remove(each.path());
  }

 private:
  // Turns long enough for many pages each.
  static SellerTurn said(int turn) {
    return aTurn(turn, std::string(9'000, 'a') + char('0' + turn));
  }

  static bool recordHere(const fs::path& file, int acknowledge) {
    Result<Store> store = tryToOpen(file);
    if (!store) return false;
    addSession(*store, 1);
    for (int i = 0; i < turns; ++i) {
      if (!store->append(uuid(1), i, said(i), afterTurns(i + 1))) return false;
      if (::write(acknowledge, "x", 1) != 1) return false;
    }
    return !HasFailure();
  }
};

TEST_F(StoreKilled, WhileANewFileIsMadeAndWrittenTo) {
  killAtEveryStep([this] { empty(); });
}

TEST_F(StoreKilled, WhileAnOlderFileIsBroughtUpToDate) {
  killAtEveryStep([this] {
    empty();
    outsider(emptyFirstVersion());
  });
}

TEST_F(StoreKilled, WhileWhatAnEarlierKillLeftIsTakenUp) {
  empty();
  const Ended before = record(m_file, 150);
  ASSERT_TRUE(before.wasKilled);
  const auto left = contents(m_folder.path());
  ASSERT_TRUE(left.contains("practice.db-wal"));
  killAtEveryStep([&] {
    empty();
    for (const auto& [name, bytes] : left) writeBytes(m_folder / name, bytes);
  });
}

}  // namespace
}  // namespace sparring
