// A practice file of an earlier version is brought up to date without losing a byte of what was
// said, and only once a copy of it stands beside it.
#include <sqlite3.h>

#include <filesystem>

#include "faulty_disk.h"
#include "first_version.h"
#include "storage/store.h"
#include "store_story.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

// Session a5…01 of Ana Ruiz, with two turns and a rewind, as the first version wrote them.
constexpr const char* firstRows = R"sql(
INSERT INTO people VALUES (1, x'a5000000000000000000000000000001', 'Ana Ruiz');
INSERT INTO documents VALUES ('aa', x'7b00ff'), ('bb', x'');
INSERT INTO sessions VALUES (1, x'a5000000000000000000000000000001',
  x'a5000000000000000000000000000001', 1790000000001, -1, 'ceo_call', 'Ten minutes', 'aa', 'bb',
  1, 1, 0, '', 40);
INSERT INTO log VALUES (x'a5000000000000000000000000000001', 0, 'turn', 1790000000000,
  '{"id":"a50000000000000000000000000003e8","text":"Für Züge?","understood":"matched","move":"ask_cost","acts":[{"act":"recap","perMille":874,"from":0,"to":4}],"focus":[{"about":"customer","from":0,"to":4,"words":1}],"facts":["new_cfo"]}');
INSERT INTO log VALUES (x'a5000000000000000000000000000001', 1, 'turn', 1790000000001,
  '{"id":"a50000000000000000000000000003e9","text":"Mhm.","understood":"nothing","acts":[],"focus":[],"facts":[]}');
INSERT INTO log VALUES (x'a5000000000000000000000000000001', 2, 'rewind', 1790000000002,
  '{"keptTurns":1,"reason":"redo"}');
)sql";

constexpr Timestamp morning{1'795'342'500'000};

class StoreMigration : public StoreStory {
 protected:
  void makeFirstVersion() { outsider(emptyFirstVersion() + firstRows); }
  // Everything that a file of the first version says, as text.
  static std::string everything(const fs::path& file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    std::string all;
    for (const char* row :
         {"quote(added) || quote(id) || quote(name) FROM people ORDER BY added",
          "quote(hash) || quote(bytes) FROM documents ORDER BY hash",
          "quote(added) || quote(id) || quote(person) || quote(started_at) || quote(seed) || "
          "quote(scenario_id) || quote(scenario_title) || quote(scenario_hash) || "
          "quote(method_hash) || quote(turns) || quote(rewinds) || quote(over) || "
          "quote(outcome_title) || quote(score) FROM sessions ORDER BY added",
          "quote(session) || quote(position) || quote(kind) || quote(at) || quote(hex(body)) "
          "FROM log ORDER BY session, position"}) {
      SQLite::Statement select(database, std::string("SELECT ") + row);
      while (select.executeStep()) all += select.getColumn(0).getString() + "\n";
    }
    return all;
  }
  static int version(const fs::path& file) {
    return SQLite::Database(file.string()).execAndGet("PRAGMA user_version").getInt();
  }
  static Result<Store> openThisMorning(const fs::path& file) {
    return Store::open(file, {.busyMilliseconds = 0, .now = morning});
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : contents(m_file.parent_path())) names.push_back(name);
    return names;
  }

  const fs::path m_copy = m_folder / "practice.db.before-version-2.2026-11-22T10-15-00";
};

TEST_F(StoreMigration, KeepsEveryByteOfWhatWasSaid) {
  makeFirstVersion();
  const std::string before = everything(m_file);
  {
    Store store = openStore();
    const SessionLog log = store.session(uuid(1)).value();
    ASSERT_EQ(log.entries.size(), 3U);
    EXPECT_EQ(std::get<SellerTurn>(log.entries[0]).text, "Für Züge?");
    EXPECT_EQ(std::get<SellerTurn>(log.entries[0]).meaning.facts,
              (std::vector{FactReading{FactId("new_cfo"), FactUse::cited, {0, 11}}}));
    EXPECT_EQ(store.sessions().value()[0].annotations, 0);
    EXPECT_TRUE(succeeded(store.addAnnotation({.id = uuid(9),
                                               .session = uuid(1),
                                               .turn = aTurn(1, "").id,
                                               .author = uuid(1),
                                               .at = morning,
                                               .text = "Say more."})));
  }
  EXPECT_EQ(everything(m_file), before);
  EXPECT_EQ(openStore().sessions().value()[0].annotations, 1);
}

TEST_F(StoreMigration, KeepsACopyThatStandsAlone) {
  makeFirstVersion();
  const std::string before = everything(m_file);
  EXPECT_TRUE(succeeded(openThisMorning(m_file)));
  EXPECT_EQ(files(), (std::vector<std::string>{"practice.db", m_copy.filename()}));
  EXPECT_EQ(version(m_copy), 1);
  EXPECT_EQ(everything(m_copy), before);
  EXPECT_EQ(version(m_file), 2);
  EXPECT_TRUE(succeeded(openThisMorning(m_file)));  // Nothing is owed any more.
  EXPECT_EQ(files().size(), 2U);
  EXPECT_TRUE(succeeded(tryToOpen(m_copy)));  // Going back to it works.
}

TEST_F(StoreMigration, ACopyNeverReplacesAnother) {
  makeFirstVersion();
  const std::string original = bytes();
  ASSERT_TRUE(succeeded(tryToOpen(m_file)));
  EXPECT_EQ(files(), (std::vector<std::string>{"practice.db", "practice.db.before-version-2"}));
  const std::string first = contents(m_folder.path()).at("practice.db.before-version-2");
  writeBytes(m_file, original);
  outsider("INSERT INTO people VALUES (2, x'a5000000000000000000000000000002', 'Bo')");
  ASSERT_TRUE(succeeded(tryToOpen(m_file)));
  EXPECT_EQ(contents(m_folder.path()).at("practice.db.before-version-2"), first);
  EXPECT_NE(everything(m_folder / "practice.db.before-version-2.2").find("'Bo'"),
            std::string::npos);
}

TEST_F(StoreMigration, TheCopyHasWhatStandsInTheWriteAheadLog) {
  makeFirstVersion();
  const SQLite::Database other = outsider(
      "PRAGMA wal_autocheckpoint = 0;"
      "INSERT INTO people VALUES (2, x'a5000000000000000000000000000002', 'Bo')");
  ASSERT_EQ(bytes().find("Bo"), std::string::npos);  // Not in the file itself yet.
  ASSERT_TRUE(succeeded(openThisMorning(m_file)));
  EXPECT_NE(everything(m_copy).find("'Bo'"), std::string::npos);
}

TEST_F(StoreMigration, WithoutACopyNothingChanges) {
  makeFirstVersion();
  const std::string before = bytes();
  const fs::path inTheWay = m_copy.string() + ".unfinished";
  fs::create_directories(inTheWay / "something");
  const Result<Store> store = openThisMorning(m_file);
  EXPECT_TRUE(refused(store, "because no copy of it could be kept"));
  EXPECT_EQ(store.error().where, m_file.string());
  EXPECT_EQ(bytes(), before);
  fs::remove_all(inTheWay);
  EXPECT_TRUE(succeeded(openThisMorning(m_file)));
}

TEST_F(StoreMigration, AnUnfinishedCopyOfACrashIsMadeAnew) {
  makeFirstVersion();
  const std::string before = everything(m_file);
  writeBytes(m_copy.string() + ".unfinished", "half a co");
  EXPECT_TRUE(succeeded(openThisMorning(m_file)));
  EXPECT_EQ(everything(m_copy), before);
  EXPECT_EQ(files().size(), 2U);
}

// The disk fills up at any moment of it.
TEST_F(StoreMigration, AFullDiskIsSaidAndLosesNothing) {
  makeFirstVersion();
  const std::string original = bytes();
  const std::string before = everything(m_file);
  int failures = 0;
  for (int good = 0; good < 200; ++good) {
    const fs::path folder = m_folder / std::to_string(good);
    fs::create_directory(folder);
    writeBytes(folder / "practice.db", original);
    {
      FaultyDisk disk;
      disk.failWrites(SQLITE_FULL, good);
      const Result<Store> store = openThisMorning(folder / "practice.db");
      if (store) break;
      EXPECT_TRUE(refused(store, "so nothing more can be saved")) << good;
      ++failures;
    }
    EXPECT_EQ(version(folder / "practice.db"), 1) << good;
    EXPECT_EQ(everything(folder / "practice.db"), before) << good;
    EXPECT_FALSE(fs::exists(folder / (m_copy.filename().string() + ".unfinished"))) << good;
    if (fs::exists(folder / m_copy.filename())) {
      EXPECT_EQ(everything(folder / m_copy.filename()), before) << good;
    }
    EXPECT_TRUE(succeeded(openThisMorning(folder / "practice.db"))) << good;
    EXPECT_EQ(everything(folder / "practice.db"), before) << good;
  }
  EXPECT_GT(failures, 10);
  EXPECT_LT(failures, 200);
}

}  // namespace
}  // namespace sparring
