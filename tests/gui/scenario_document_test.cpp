// A scenario being written: every change undone byte for byte, typing in one step, the file never
// losing anything.
#include "bridge/scenario_document.h"

#include <gtest/gtest.h>

#include <fstream>

#include "author/part_steps.h"
#include "author/try_panel.h"
#include "base/file.h"
#include "bridge/authored_file.h"
#include "bridge/own_scenarios.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "edit/rename.h"
#include "scenario/write.h"
#include "support/bound_by_permissions.h"
#include "support/small_scenario.h"
#include "support/temp_folder.h"

namespace sparring::ui {
namespace {

class ScenarioDocumentTest : public ::testing::Test {
 protected:
  ScenarioDocumentTest() : m_document(vocabularyOf(*testing::shippedMethod().method)) {
    m_document.open(testing::smallScenario());
  }
  std::string bytes() const { return writeScenario(m_document.scenario()); }

  ScenarioDocument m_document;
};

TEST_F(ScenarioDocumentTest, EveryChangeIsUndoneAndDoneAgainByteForByte) {
  std::vector<std::string> states = {bytes()};
  const auto keep = [&] { states.push_back(bytes()); };
  ASSERT_TRUE(m_document.change(Edit{SetField{"/title", std::string("Other")}}, "title"));
  keep();
  addPart(m_document, "/nodes", 1, blankPart(m_document.scenario(), "/nodes"));
  keep();
  actOnPart(m_document, "/nodes/0/moves/0", ListAction::duplicate);
  keep();
  actOnPart(m_document, "/nodes/0/moves/0", ListAction::down);
  keep();
  actOnPart(m_document, "/nodes/2", ListAction::remove);
  keep();
  ASSERT_TRUE(
      m_document.change(*renameId(m_document.scenario(), "/nodes/0/id", "start_here"), "id"));
  keep();
  for (std::size_t i = states.size() - 1; i > 0; --i) {
    EXPECT_EQ(bytes(), states[i]);
    m_document.history().undo();
  }
  EXPECT_EQ(bytes(), states.front());
  while (m_document.history().canRedo()) m_document.history().redo();
  EXPECT_EQ(bytes(), states.back());
}

TEST_F(ScenarioDocumentTest, TypingIsOneStepUntilTheFieldIsLeft) {
  const std::string before = bytes();
  for (const char* text : {"A", "Ab", "Abc"}) m_document.type("/title", std::string(text), "title");
  EXPECT_EQ(m_document.history().count(), 1);
  m_document.endTyping();
  m_document.type("/title", std::string("Abcd"), "title");
  EXPECT_EQ(m_document.history().count(), 2);
  m_document.type("/summary", std::string("S"), "summary");
  EXPECT_EQ(m_document.history().count(), 3);
  m_document.history().undo();
  m_document.history().undo();
  EXPECT_EQ(m_document.scenario().title, "Abc");
  m_document.history().undo();
  EXPECT_EQ(bytes(), before);
}

TEST_F(ScenarioDocumentTest, AnEditThatDoesNotFitChangesNothing) {
  const std::string before = bytes();
  EXPECT_FALSE(m_document.change(Edit{SetField{"/nodes/99/title", std::string("x")}}, "x"));
  EXPECT_FALSE(m_document.change(Edit{SetField{"/title", 3}}, "x"));
  EXPECT_FALSE(m_document.change(Edit{RemovePart{"/nodes", 99}}, "x"));
  EXPECT_EQ(bytes(), before);
  EXPECT_EQ(m_document.history().count(), 0);
}

TEST_F(ScenarioDocumentTest, ProblemsFollowTheTextWithTheirPlaces) {
  EXPECT_FALSE(hasErrors(m_document.problems()));
  m_document.change(Edit{SetField{"/nodes/0/moves/0/target", std::string("nowhere")}}, "target");
  m_document.judge();
  ASSERT_TRUE(hasErrors(m_document.problems()));
  bool isThere = false;
  for (const Diagnostic& each : m_document.problems()) {
    isThere = isThere || each.pointer == "/nodes/0/moves/0/target";
  }
  EXPECT_TRUE(isThere);
  EXPECT_TRUE(placeText(m_document.scenario(), "/nodes/0/moves/0/target").endsWith("move 1"));
  m_document.history().undo();
  m_document.judge();
  EXPECT_FALSE(hasErrors(m_document.problems()));
}

TEST_F(ScenarioDocumentTest, WhatIsToMendComesFirst) {
  m_document.change(Edit{SetField{"/brief/objective", std::string("[to do: what for]")}}, "x");
  m_document.change(Edit{SetField{"/nodes/1/moves/0/when", std::string("trsut >= 5")}}, "x");
  m_document.judge();
  ASSERT_GE(m_document.problems().size(), 2U);
  EXPECT_EQ(m_document.problems().front().severity, Severity::error);
  EXPECT_EQ(m_document.problems().back().severity, Severity::warning);
}

TEST_F(ScenarioDocumentTest, ACopyOfAPartHasIdsOfItsOwn) {
  actOnPart(m_document, "/nodes/0", ListAction::duplicate);
  m_document.judge();
  for (const Diagnostic& each : m_document.problems()) {
    EXPECT_NE(each.code, "SC021") << each.message;  // An id is used twice.
  }
}

TEST_F(ScenarioDocumentTest, UndoLeadsToThePlaceThatChanged) {
  std::string place;
  QObject::connect(&m_document, &ScenarioDocument::steppedTo,
                   [&](const std::string& pointer) { place = pointer; });
  actOnPart(m_document, "/nodes/1/moves/2", ListAction::remove);
  EXPECT_EQ(place, "");
  m_document.history().undo();
  EXPECT_EQ(place, "/nodes/1/moves/2");
}

TEST(ScenarioPlaces, ThePartOfAPlaceIsWhatHasAPage) {
  EXPECT_EQ(partOf("/nodes/3/moves/2/marks/0/words"), "/nodes/3/moves/2");
  EXPECT_EQ(partOf("/nodes/3/lines/0/text"), "/nodes/3");
  EXPECT_EQ(partOf("/brief/facts/4/keys/1"), "/brief/facts/4");
  EXPECT_EQ(partOf("/brief/situation/1"), "/brief");
  EXPECT_EQ(partOf("/interruptions/2/when"), "/interruptions");
  EXPECT_EQ(partOf("/start"), "");
}

TEST(ScenarioPlaces, WhatIsGoneLeadsToANeighbourOrToWhatHeldIt) {
  Scenario scenario = testing::smallScenario();
  scenario.variants.clear();
  EXPECT_EQ(nearestPart(scenario, "/nodes/9"), "/nodes/2");
  EXPECT_EQ(nearestPart(scenario, "/nodes/2/moves/0"), "/nodes/2");  // It has no moves.
  EXPECT_EQ(nearestPart(scenario, "/variants/0"), "/variants");
  EXPECT_EQ(nearestPart(scenario, "/nodes/0/moves/1/marks/0"), "/nodes/0/moves/1");
}

// A copy of any scenario can be held, however broken, without two things sharing an id.
TEST(ScenarioToTry, ThingsThatShareAnIdAreKeptApart) {
  Scenario scenario = testing::smallScenario();
  for (Move& each : scenario.nodes[0].moves) each.id = MoveId("same");
  const Scenario copy = scenarioToTry(scenario, "deep");
  EXPECT_EQ(copy.start, "deep");
  EXPECT_NE(copy.nodes[0].moves[0].id, copy.nodes[0].moves[1].id);
  EXPECT_NE(copy.nodes[0].moves[1].id, copy.nodes[0].moves[2].id);
}

class AuthoredFileTest : public ::testing::Test {
 protected:
  AuthoredFileTest() : m_path(m_folder / "mine.json") {
    put(m_path, writeScenario(testing::smallScenario()));
  }
  static void put(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  static std::string get(const std::filesystem::path& path) {
    return readFile(path, 1 << 20).value_or("");
  }
  static Scenario changed() {
    Scenario scenario = testing::smallScenario();
    scenario.title = "Changed";
    return scenario;
  }

  TempFolder m_folder;
  std::filesystem::path m_path;
};

TEST_F(AuthoredFileTest, SavesInTheCanonicalFormAndDropsTheDraft) {
  auto file = AuthoredFile::open(m_path);
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->keepDraft(changed()));
  EXPECT_TRUE(hasDraft(m_path));
  const auto kept = file->save(changed());
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept->empty());
  EXPECT_EQ(get(m_path), writeScenario(changed()));
  EXPECT_FALSE(hasDraft(m_path));
}

TEST_F(AuthoredFileTest, ADraftIsThereAgainAndIsNoScenarioOfTheFolder) {
  ASSERT_TRUE(AuthoredFile::open(m_path)->keepDraft(changed()));
  const auto again = AuthoredFile::open(m_path);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->read().title, "Small");
  ASSERT_TRUE(again->draft());
  EXPECT_EQ(again->draft()->scenario.title, "Changed");
  EXPECT_GT(again->draft()->keptAt.milliseconds, 0);
  EXPECT_EQ(openScenarios(m_folder.path(), nullptr).size(), 1U);
}

TEST_F(AuthoredFileTest, WhatOthersWroteIsNoticedAndKeptBeside) {
  auto file = AuthoredFile::open(m_path);
  ASSERT_TRUE(file);
  EXPECT_FALSE(file->changedByOthers());
  put(m_path, "{ \"title\": \"Theirs\" }");
  EXPECT_TRUE(file->changedByOthers());
  const auto kept = file->save(changed());
  ASSERT_TRUE(kept);
  EXPECT_EQ(get(*kept), "{ \"title\": \"Theirs\" }");
  EXPECT_EQ(get(m_path), writeScenario(changed()));
  EXPECT_FALSE(file->changedByOthers());
}

TEST_F(AuthoredFileTest, AnOriginalThatWasNotReadWhollyIsKeptOnce) {
  const std::string original = "{ \"format\": 1, \"title\": \"Old\", \"note\": \"by hand\" }";
  put(m_path, original);
  auto file = AuthoredFile::open(m_path);
  ASSERT_TRUE(file);
  const auto first = file->save(changed());
  ASSERT_TRUE(first);
  EXPECT_EQ(first->filename(), "mine.json.before-edit");
  EXPECT_EQ(get(*first), original);
  const auto second = file->save(changed());
  ASSERT_TRUE(second);
  EXPECT_TRUE(second->empty());
}

TEST_F(AuthoredFileTest, WhatCannotBeWrittenIsSaidAndTheFileStays) {
  auto file = AuthoredFile::open(m_path);
  ASSERT_TRUE(file);
  const std::string before = get(m_path);
  std::filesystem::permissions(
      m_folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  {
    const BoundByPermissions bound;
    EXPECT_FALSE(file->save(changed()));
    EXPECT_FALSE(file->keepDraft(changed()));
  }
  std::filesystem::permissions(m_folder.path(), std::filesystem::perms::owner_all);
  EXPECT_EQ(get(m_path), before);
}

class OwnScenariosTest : public ::testing::Test {
 protected:
  OwnScenariosTest() {
    m_workplace.method = testing::shippedMethod();
    m_workplace.ownScenarios = m_folder / "scenarios";
    m_workplace.folders.templates =
        std::filesystem::path(SPARRING_SOURCE_DIR) / "data" / "templates";
  }
  TempFolder m_folder;
  Workplace m_workplace;
};

TEST_F(OwnScenariosTest, TitlesBecomeSafeIds) {
  EXPECT_EQ(idFromTitle("First call: a director"), "first-call-a-director");
  EXPECT_EQ(idFromTitle("Où est l'Élan?"), "ou-est-l-elan");
  EXPECT_EQ(idFromTitle("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(idFromTitle("2026"), "scenario");
  EXPECT_EQ(idFromTitle("日本"), "scenario");
  EXPECT_TRUE(isWellFormedId(idFromTitle(QString(300, u'x'))));
}

TEST_F(OwnScenariosTest, ATitleThatIsTakenGetsANumber) {
  const auto first = addOwnScenario(m_workplace, testing::smallScenario(), "A call");
  const auto second = addOwnScenario(m_workplace, testing::smallScenario(), "A call");
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->filename(), "a-call.json");
  EXPECT_EQ(second->filename(), "a-call-2.json");
  EXPECT_EQ(AuthoredFile::open(*second)->read().id, "a-call-2");
}

TEST_F(OwnScenariosTest, EveryTemplateIsFreeOfFaultsAndCanonical) {
  const std::vector<ScenarioFile> templates = openTemplates(m_workplace);
  EXPECT_EQ(templates.size(), 3U);
  EXPECT_EQ(templates.front().path.filename(), "first-call.json");
  for (const ScenarioFile& each : templates) {
    for (const Diagnostic& fault : each.diagnostics) {
      ADD_FAILURE() << formatDiagnostic(each.path.string(), fault);
    }
    EXPECT_EQ(readFile(each.path, 1 << 20).value_or(""), each.loaded.bytes) << each.path;
  }
}

}  // namespace
}  // namespace sparring::ui
