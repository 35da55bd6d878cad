// What happens before the window: the practice file, sound, damaged or not ours.
#include "app/opening.h"

#include <gtest/gtest.h>

#include <fstream>

#include "bridge/text.h"
#include "support/temp_folder.h"

namespace sparring::ui {
namespace {

class OpeningTest : public ::testing::Test {
 protected:
  Result<Opening> open(bool isOwnPlace) {
    return openWorkplace(QStringLiteral(SPARRING_SOURCE_DIR "/build"), toQt(m_file.string()),
                         isOwnPlace);
  }
  void write(const std::string& bytes) { std::ofstream(m_file, std::ios::binary) << bytes; }

  TempFolder m_folder;
  std::filesystem::path m_file = m_folder / "sparring.db";
};

TEST_F(OpeningTest, ANewPlaceOpensWithoutAWord) {
  const Opening opening = open(true).value();
  EXPECT_TRUE(opening.firstStart);
  EXPECT_TRUE(opening.problem.isEmpty()) << fromQt(opening.problem);
  EXPECT_TRUE(opening.workplace->store);
}

TEST_F(OpeningTest, ADamagedFileIsPutAsideAndThatIsSaid) {
  write(std::string(9000, '\0'));
  const Opening opening = open(true).value();
  EXPECT_TRUE(opening.problem.contains(QStringLiteral("The practice file was damaged")));
  EXPECT_TRUE(opening.problem.contains(QStringLiteral("sparring.db.damaged.")));
  EXPECT_TRUE(opening.workplace->store);
  EXPECT_TRUE(open(true)->problem.isEmpty());
}

TEST_F(OpeningTest, AFileOfSomebodyElseIsLeftAloneAndPracticeGoesOn) {
  write("Dear Ms Ruiz");
  const Opening opening = open(false).value();
  EXPECT_TRUE(opening.problem.contains(QStringLiteral("Calls cannot be saved")));
  EXPECT_FALSE(opening.workplace->store);
  EXPECT_EQ(std::filesystem::file_size(m_file), 12U);
}

}  // namespace
}  // namespace sparring::ui
