// Opening a practice file: what is ours opens, everything else is refused as it stands.
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "storage/store.h"
#include "store_story.h"
#include "support/bound_by_permissions.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

using StoreOpening = StoreStory;

TEST_F(StoreOpening, MakesTheFileAndItsFolders) {
  const fs::path file = m_folder / "a" / "b c" / "Übung 100%?.db";
  {
    Store store = Store::open(file).value();
    addSession(store, 1, 2);
  }
  EXPECT_EQ(tryToOpen(file).value().session(uuid(1)).value().entries.size(), 2U);
}

TEST_F(StoreOpening, AClosedFileStandsAlone) {
  makeFile();
  const auto before = contents(m_folder.path());
  EXPECT_EQ(before.size(), 1U);
  openStore();
  EXPECT_EQ(contents(m_folder.path()), before);
}

TEST_F(StoreOpening, AnEmptyFileBecomesANewOne) {
  writeBytes(m_file, "");
  makeFile(2);
  EXPECT_EQ(openStore().session(uuid(1)).value().entries.size(), 2U);
}

TEST_F(StoreOpening, APathIsNothingButAPath) {
  const fs::path before = fs::current_path();
  fs::current_path(m_folder.path());
  for (const char* name : {":memory:", "file:x.db?mode=memory", "file:y.db"}) {
    EXPECT_TRUE(succeeded(tryToOpen(name)));
    EXPECT_TRUE(fs::exists(m_folder / name)) << name;
  }
  fs::current_path(before);
  EXPECT_TRUE(refused(tryToOpen(""), "No practice file is named"));
}

TEST_F(StoreOpening, WhatIsNotAFileIsRefused) {
  EXPECT_TRUE(refused(tryToOpen(m_folder.path()), "This is a folder"));
  writeBytes(m_file, "not a folder");
  EXPECT_TRUE(refused(tryToOpen(m_file / "practice.db"), "folder for the practice file cannot"));
  EXPECT_TRUE(refused(tryToOpen("/dev/full"), "not a practice file"));
  EXPECT_TRUE(refused(tryToOpen("/proc/practice.db"), "cannot be opened for writing"));
}

TEST_F(StoreOpening, APipeIsNotReadLikeAFile) {
  makeFile();
  const std::string head = bytes().substr(0, 4096);
  const fs::path pipe = m_folder / "pipe.db";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int end = ::open(pipe.c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::write(end, head.data(), head.size()), static_cast<ssize_t>(head.size()));
  EXPECT_TRUE(refused(tryToOpen(pipe), "not a practice file"));
  int waiting = 0;
  EXPECT_EQ(::ioctl(end, FIONREAD, &waiting), 0);
  EXPECT_EQ(waiting, static_cast<int>(head.size()));
  ::close(end);
}

TEST_F(StoreOpening, OtherFilesAreRefusedUntouched) {
  const std::string magic("SQLite format 3\0", 16);
  const std::map<std::string, std::string> files = {{"one byte", "x"},
                                                    {"text", "Dear Ms Ruiz,\n\nthank you …"},
                                                    {"zeros", std::string(8192, '\0')},
                                                    {"long text", std::string(50'000, 'a')}};
  for (const auto& [name, bytes] : files) {
    writeBytes(m_folder / name, bytes);
    EXPECT_TRUE(refused(tryToOpen(m_folder / name), "not a practice file")) << name;
  }
  EXPECT_EQ(contents(m_folder.path()), files);
}

TEST_F(StoreOpening, ADatabaseOfAnotherProgramIsRefusedUntouched) {
  for (const std::string& sql :
       {std::string("CREATE TABLE notes (text)"), std::string("PRAGMA user_version = 1"),
        std::string("PRAGMA application_id = 7; CREATE TABLE people (id)"),
        std::string("PRAGMA journal_mode = WAL; CREATE TABLE log (session)")}) {
    fs::remove(m_file);
    outsider(sql);
    const auto before = contents(m_folder.path());
    EXPECT_TRUE(refused(tryToOpen(m_file), "not a practice file")) << sql;
    EXPECT_EQ(contents(m_folder.path()), before) << sql;
  }
}

TEST_F(StoreOpening, ANewerFileIsRefusedUntouched) {
  makeFile();
  outsider("PRAGMA user_version = 99");
  const auto before = contents(m_folder.path());
  ASSERT_EQ(before.size(), 1U);
  EXPECT_TRUE(refused(tryToOpen(m_file), "newer version"));
  EXPECT_EQ(contents(m_folder.path()), before);
}

TEST_F(StoreOpening, ANewerFileWhoseProgramCrashedIsRefusedUntouched) {
  makeFile();
  const fs::path crashed = m_folder / "crashed";
  fs::create_directory(crashed);
  {
    SQLite::Database newer = outsider("CREATE TABLE comments (text); PRAGMA user_version = 99");
    for (const char* name : {"practice.db", "practice.db-wal"}) {
      fs::copy_file(m_folder / name, crashed / name);  // The head still says the old version.
    }
  }
  const auto before = contents(crashed);
  EXPECT_TRUE(refused(tryToOpen(crashed / "practice.db"), "newer version"));
  auto after = contents(crashed);
  after.erase("practice.db-shm");  // An index of the -wal file, made by whoever reads it.
  EXPECT_EQ(after, before);
}

TEST_F(StoreOpening, ATruncatedFileIsRefusedUntouched) {
  makeFile(50);
  const std::string whole = bytes();
  for (const std::size_t size : {whole.size() / 2, std::size_t{4096}, std::size_t{600},
                                 std::size_t{100}, std::size_t{99}, std::size_t{16}}) {
    writeBytes(m_file, whole.substr(0, size));
    const auto before = contents(m_folder.path());
    EXPECT_TRUE(refused(tryToOpen(m_file), "damaged")) << size;
    EXPECT_EQ(contents(m_folder.path()), before) << size;
  }
}

TEST_F(StoreOpening, DamageAnywhereIsNeverACrash) {
  makeFile(20);
  const std::string whole = bytes();
  int errors = 0;
  for (std::size_t at = 0; at < whole.size(); at += 512) {
    std::string damaged = whole;
    for (std::size_t i = at; i < at + 40; ++i) damaged[i] = static_cast<char>(~damaged[i]);
    writeBytes(m_file, damaged);
    const Result<Store> store = tryToOpen(m_file);
    errors += !store || !store->people() || !store->sessions() || !store->session(uuid(1));
  }
  EXPECT_GT(errors, 3);  // The heads of pages, at the least, do not pass for sound.
}

TEST_F(StoreOpening, AFileThatMayNotBeChangedIsRefusedUntouched) {
  makeFile();
  const std::string before = bytes();
  fs::permissions(m_file, fs::perms::owner_read);
  const BoundByPermissions bound;
  EXPECT_TRUE(refused(tryToOpen(m_file), "can be read but not changed"));
  EXPECT_EQ(bytes(), before);
  fs::permissions(m_file, fs::perms::none);
  EXPECT_TRUE(refused(tryToOpen(m_file), "cannot be read"));
}

TEST_F(StoreOpening, AFolderThatMayNotBeChangedIsRefused) {
  makeFile();
  const BoundByPermissions bound;
  fs::permissions(m_folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_TRUE(refused(tryToOpen(m_file), "can be read but not changed"));
  EXPECT_TRUE(refused(tryToOpen(m_folder / "new.db"), "cannot be opened for writing"));
  EXPECT_TRUE(refused(tryToOpen(m_folder / "sub/new.db"), "folder for the practice file cannot"));
  fs::permissions(m_folder.path(), fs::perms::none);
  EXPECT_TRUE(refused(tryToOpen(m_file), "cannot be reached"));
  fs::permissions(m_folder.path(), fs::perms::owner_all);
}

TEST_F(StoreOpening, AFileThatAnotherProgramHoldsIsRefusedUntilItLetsGo) {
  makeFile();
  SQLite::Database other = outsider("BEGIN EXCLUSIVE");
  EXPECT_TRUE(refused(tryToOpen(m_file), "Another program is using"));
  other.exec("ROLLBACK");
  EXPECT_TRUE(succeeded(tryToOpen(m_file)));
}

TEST_F(StoreOpening, ANewFileThatAnotherProgramHoldsIsRefused) {
  SQLite::Database other = outsider("BEGIN EXCLUSIVE");
  EXPECT_TRUE(refused(tryToOpen(m_file), "Another program is using"));
  other.exec("ROLLBACK");
  EXPECT_TRUE(succeeded(tryToOpen(m_file)));
}

TEST_F(StoreOpening, ManyMayMakeTheSameFileAtOnce) {
  constexpr int count = 6;
  std::vector<std::string> errors(count);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i) {
      threads.emplace_back([this, i, &errors] {
        const auto index = static_cast<std::size_t>(i);
        Result<Store> store = Store::open(m_file, {.busyMilliseconds = 60'000});
        Result<void> added =
            store ? store->addPerson(aPerson(i, "Ana " + std::to_string(i))) : fail("did not open");
        if (!store) errors[index] = sentence(store.error());
        if (store && !added) errors[index] = sentence(added.error());
      });
    }
  }
  EXPECT_EQ(errors, std::vector<std::string>(count));
  EXPECT_EQ(openStore().people().value().size(), static_cast<std::size_t>(count));
}

}  // namespace
}  // namespace sparring
