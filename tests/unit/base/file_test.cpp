#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "support/bound_by_permissions.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  fs::path at(std::string_view name) const { return m_folder / name; }

  int filesInFolder() const {
    int count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(m_folder.path())) ++count;
    return count;
  }

  TempFolder m_folder;
};

// No file may grow beyond some bytes while this lives; what the system says then is much like a
// full disk.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit small{bytes, m_before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }

 private:
  rlimit m_before{};
  void (*m_handler)(int);
};

TEST_F(FileTest, readsBackWhatWasWritten) {
  const std::string bytes("a\0b\r\n\xFF", 6);
  ASSERT_TRUE(writeFile(at("one"), bytes));
  EXPECT_EQ(readFile(at("one"), 6).value(), bytes);
  EXPECT_EQ(filesInFolder(), 1);
}

TEST_F(FileTest, replacesAFileAndKeepsItsPermissions) {
  ASSERT_TRUE(writeFile(at("one"), "old and long"));
  ASSERT_EQ(::chmod(at("one").c_str(), 0640), 0);
  ASSERT_TRUE(writeFile(at("one"), "new"));
  EXPECT_EQ(readFile(at("one"), 100).value(), "new");
  EXPECT_EQ(fs::status(at("one")).permissions(), fs::perms(0640));
}

TEST_F(FileTest, writesThroughALink) {
  ASSERT_TRUE(writeFile(at("real"), "old"));
  fs::create_symlink(at("real"), at("link"));
  ASSERT_TRUE(writeFile(at("link"), "new"));
  EXPECT_TRUE(fs::is_symlink(at("link")));
  EXPECT_EQ(readFile(at("real"), 100).value(), "new");
}

TEST_F(FileTest, writesIntoTheCurrentFolder) {
  const fs::path before = fs::current_path();
  fs::current_path(m_folder.path());
  EXPECT_TRUE(writeFile("plain", "here"));
  fs::current_path(before);
  EXPECT_EQ(readFile(at("plain"), 100).value(), "here");
}

TEST_F(FileTest, namesAFileThatIsNotThere) {
  const Error error = readFile(at("none"), 100).error();
  EXPECT_EQ(error.what, "There is no such file.");
  EXPECT_EQ(error.where, at("none").string());
  EXPECT_FALSE(error.hint.empty());
}

TEST_F(FileTest, refusesAFileThatIsTooLarge) {
  ASSERT_TRUE(writeFile(at("one"), "12345"));
  EXPECT_TRUE(readFile(at("one"), 5));
  EXPECT_EQ(readFile(at("one"), 4).error().what,
            "The file is too large: at most 4 bytes can be read.");
  fs::resize_file(at("one"), 33 * 1024 * 1024);
  EXPECT_EQ(readFile(at("one"), 32 * 1024 * 1024).error().what,
            "The file is too large: at most 32 MB can be read.");
}

TEST_F(FileTest, refusesFoldersAndPipes) {
  EXPECT_EQ(readFile(m_folder.path(), 100).error().what, "This is a folder.");
  EXPECT_EQ(writeFile(m_folder.path(), "x").error().what, "This is a folder.");
  ASSERT_EQ(::mkfifo(at("pipe").c_str(), 0600), 0);
  EXPECT_EQ(readFile(at("pipe"), 100).error().what, "This is not an ordinary file.");
}

TEST_F(FileTest, namesAFolderThatIsNotThere) {
  EXPECT_EQ(writeFile(at("none") / "one", "x").error().what,
            "The folder of this file does not exist.");
}

TEST_F(FileTest, namesAMissingPermission) {
  const BoundByPermissions bound;
  ASSERT_TRUE(writeFile(at("one"), "old"));
  fs::permissions(at("one"), fs::perms::none);
  EXPECT_EQ(readFile(at("one"), 100).error().what, "You have no permission to read this file.");
  fs::permissions(m_folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(writeFile(at("one"), "new").error().what, "You have no permission to write here.");
  fs::permissions(m_folder.path(), fs::perms::owner_all);
}

TEST_F(FileTest, aNameThatIsTooLongIsSaid) {
  EXPECT_EQ(writeFile(at(std::string(300, 'x')), "x").error().what,
            "The name of this file is too long.");
  EXPECT_EQ(filesInFolder(), 0);
}

TEST_F(FileTest, keepsTheOldBytesWhereTheNewOnesDoNotFit) {
  ASSERT_TRUE(writeFile(at("one"), "old"));
  {
    const SmallDisk disk(10);
    const auto result = writeFile(at("one"), std::string(1000, 'x'));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().what, "The file would become too large for this disk.");
  }
  EXPECT_EQ(readFile(at("one"), 100).value(), "old");
  EXPECT_EQ(filesInFolder(), 1);
}

TEST_F(FileTest, leftoversOfACrashAreNoHindrance) {
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(
        writeFile(at(".sparring-" + std::to_string(::getpid()) + "-" + std::to_string(i) + ".part"),
                  "left over"));
  }
  EXPECT_TRUE(writeFile(at("one"), "new"));
}

TEST_F(FileTest, aMappedFileShowsItsBytesAfterItIsReplacedAndAfterAMove) {
  ASSERT_TRUE(writeFile(at("one"), "old"));
  MappedFile file = MappedFile::open(at("one")).value();
  EXPECT_EQ(file.bytes(), "old");
  ASSERT_TRUE(writeFile(at("one"), "new"));
  MappedFile moved = std::move(file);
  EXPECT_EQ(moved.bytes(), "old");
  moved = MappedFile::open(at("one")).value();
  EXPECT_EQ(moved.bytes(), "new");
}

TEST_F(FileTest, whatCannotBeMappedIsSaidAsForReading) {
  EXPECT_EQ(MappedFile::open(at("none")).error().what, "There is no such file.");
  EXPECT_EQ(MappedFile::open(m_folder.path()).error().what, "This is a folder.");
  ASSERT_TRUE(writeFile(at("empty"), ""));
  EXPECT_EQ(MappedFile::open(at("empty")).value().bytes(), "");
}

}  // namespace
}  // namespace sparring
