// Killed with SIGKILL at any moment, the program has lost no turn whose answer it had shown, and
// its practice file is sound. The program itself is run, hundreds of times on one file that grows;
// a turn counts as acknowledged once the prompt behind its answer has come out of the program.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <SQLiteCpp/Database.h>

#include <array>
#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <string>

#include "scenario/write.h"
#include "session/practice_session.h"
#include "support/installed_copy.h"
#include "support/small_scenario.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

constexpr int kills = 500;
constexpr int turnsOffered = 20;          // More than a call comes to before it is killed.
constexpr std::size_t mostBytes = 2500;   // Some twelve turns of a call.
constexpr int mostMicroseconds = 12'000;  // From the program's start to its first turns.

std::string words(int call, int turn) {
  return "zq" + std::to_string(call) + " xj" + std::to_string(turn) + " vv";
}

int countOf(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// When a call ends: once so many bytes have come out of the program and so much time has passed,
// which is spent looking at the clock.
struct Moment {
  std::size_t bytes = 0;
  std::chrono::microseconds later{0};
};

struct Ended {
  int acknowledged = 0;  // Turns whose answer was shown.
  bool wasKilled = false;
};

class KilledTest : public ::testing::Test {
 protected:
  KilledTest() { std::ofstream(m_scenario) << writeScenario(testing::smallScenario()); }

  pid_t start(int input, int output) const {
    const pid_t child = ::fork();
    if (child != 0) return child;
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::close(STDERR_FILENO);  // It says each time that it has no model.
    ::execl(m_program.c_str(), m_program.c_str(), "play", m_scenario.c_str(), "--db",
            m_file.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }

  // Holds a call of so many turns, each in words of its own, and kills it at the moment.
  Ended hold(int call, Moment moment) const {
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    EXPECT_EQ(::pipe2(input.data(), O_CLOEXEC), 0);
    EXPECT_EQ(::pipe2(output.data(), O_CLOEXEC), 0);
    const pid_t child = start(input[0], output[1]);
    EXPECT_GT(child, 0);
    ::close(input[0]);
    ::close(output[1]);
    std::string said;
    for (int turn = 0; turn < turnsOffered; ++turn) said += words(call, turn) + "\n";
    EXPECT_EQ(::write(input[1], said.data(), said.size()), static_cast<ssize_t>(said.size()));
    std::string shown;
    readUntil(output[0], moment.bytes, shown);
    const auto then = std::chrono::steady_clock::now() + moment.later;
    while (std::chrono::steady_clock::now() < then) continue;
    ::kill(child, SIGKILL);
    readUntil(output[0], std::string::npos, shown);  // What had come out before.
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    ::close(input[1]);
    ::close(output[0]);
    return {std::max(0, countOf(shown, "\n> ") - 1), WIFSIGNALED(status)};
  }

  static void readUntil(int from, std::size_t size, std::string& out) {
    std::array<char, 512> block{};
    while (out.size() < size) {
      const ssize_t got = ::read(from, block.data(), block.size());
      if (got <= 0) return;
      out.append(block.data(), static_cast<std::size_t>(got));
    }
  }

  // What SQLite finds wrong in a copy, so that it is the program that mends what it left.
  std::string faults() const {
    const std::filesystem::path copy = m_folder / "copy.db";
    for (const char* part : {"", "-wal"}) {
      std::filesystem::remove(copy.string() + part);
      if (!std::filesystem::exists(m_file.string() + part)) continue;
      std::filesystem::copy_file(m_file.string() + part, copy.string() + part);
    }
    if (!std::filesystem::exists(copy)) return "ok";
    SQLite::Database database(copy.string(), SQLite::OPEN_READWRITE);
    return database.execAndGet("PRAGMA integrity_check").getString();
  }

  // The words of the turns of each recorded call; every call opens and replays to the same.
  std::map<std::string, std::vector<std::string>> recorded() const {
    std::map<std::string, std::vector<std::string>> calls;
    Store store = Store::open(m_file).value();
    const std::vector<SessionRow> rows = store.sessions().value();
    for (const SessionRow& row : rows) {
      const Result<PracticeSession> session =
          PracticeSession::open(row.header.id, {&store, nullptr, {}, {}});
      EXPECT_TRUE(session) << sentence(session.error());
      if (!session) continue;
      EXPECT_FALSE(session->difference());
      EXPECT_EQ(session->summary(), row.summary);
      std::vector<std::string> said;
      for (const Exchange& each : session->exchanges()) said.push_back(each.turn.text);
      if (!said.empty()) calls[said[0]] = said;
    }
    return calls;
  }

  TempFolder m_folder{memoryFolder()};  // What a killed program has written stays there.
  std::filesystem::path m_program = testing::installedWithoutModel(m_folder.path());
  std::filesystem::path m_scenario = m_folder / "small.json";
  std::filesystem::path m_file = m_folder / "calls.db";
};

TEST_F(KilledTest, NoAcknowledgedTurnIsLostAndTheFileIsSound) {
  std::mt19937 random(20261122);
  std::map<int, int> acknowledged;  // By call.
  int killed = 0;
  int inOpening = 0;
  for (int call = 0; killed < kills; ++call) {
    Moment moment;
    if (random() % 4 == 0) {
      moment.later = std::chrono::microseconds(random() % mostMicroseconds);
    } else {
      moment.bytes = random() % mostBytes;
      moment.later = std::chrono::microseconds(random() % 500);
    }
    const Ended ended = hold(call, moment);
    acknowledged[call] = ended.acknowledged;
    killed += ended.wasKilled ? 1 : 0;
    inOpening += ended.acknowledged == 0 ? 1 : 0;
    ASSERT_EQ(faults(), "ok") << "call " << call;
    ASSERT_LT(call, 2 * kills) << "the calls end before they are killed";
  }
  EXPECT_GT(inOpening, kills / 20);
  EXPECT_LT(inOpening, kills / 2);

  const auto calls = recorded();
  for (const auto& [call, turns] : acknowledged) {
    const auto found = calls.find(words(call, 0));
    const std::size_t kept = found == calls.end() ? 0 : found->second.size();
    // One more may be on disk, whose answer was not shown any more.
    ASSERT_GE(kept, static_cast<std::size_t>(turns)) << "call " << call;
    ASSERT_LE(kept, static_cast<std::size_t>(turns) + 1) << "call " << call;
    for (std::size_t turn = 0; turn < kept; ++turn) {
      EXPECT_EQ(found->second[turn], words(call, static_cast<int>(turn)));
    }
  }
}

}  // namespace
}  // namespace sparring
