#include "edit/edit.h"

#include <gtest/gtest.h>

#include "scenario/write.h"
#include "unit/edit/full_scenario.h"

namespace sparring {
namespace {

using Texts = std::vector<std::string>;

// Lists of every kind of part.
const Texts lists = {"/brief/facts",
                     "/personas",
                     "/personas/1/topics",
                     "/personas/1/reactions",
                     "/variables",
                     "/variants",
                     "/interruptions",
                     "/nodes",
                     "/nodes/0/lines",
                     "/nodes/0/lines/1/then",
                     "/nodes/1/exits",
                     "/nodes/0/moves",
                     "/nodes/0/moves/1/focus",
                     "/nodes/0/moves/1/marks",
                     "/nodes/0/moves/1/replies",
                     "/outcomes"};

std::string at(const std::string& list, std::size_t index) {
  return list + "/" + std::to_string(index);
}

// A scenario that is edited, and must be as before once the edit is undone.
class Editing : public ::testing::Test {
 protected:
  void edit(Edit what) {
    const std::string before = bytes();
    auto inverse = apply(scenario, what);
    ASSERT_TRUE(inverse) << "The edit was refused.";
    const std::string after = bytes();
    Scenario undone = scenario;
    auto again = apply(undone, *inverse);
    ASSERT_TRUE(again) << "The inverse was refused.";
    EXPECT_EQ(writeScenario(undone), before);
    EXPECT_EQ(*again, what) << "The inverse of the inverse is another edit.";
    ASSERT_TRUE(apply(undone, *again));
    EXPECT_EQ(writeScenario(undone), after);
  }

  void refuse(Edit what) {
    const std::string before = bytes();
    EXPECT_FALSE(apply(scenario, std::move(what)));
    EXPECT_EQ(bytes(), before);
  }

  std::string bytes() const { return writeScenario(scenario); }

  Scenario scenario = fullScenario();
};

TEST_F(Editing, AFieldTakesAnotherValueOfItsKind) {
  const std::vector<std::pair<std::string, FieldValue>> changes = {
      {"/title", "Another"},
      {"/minutes", 45},
      {"/ratio_applies", true},
      {"/aims_for", ""},
      {"/brief/company", "Finch"},
      {"/brief/situation", Texts{"Snow."}},
      {"/brief/facts/1/public", true},
      {"/brief/facts/1/keys", Texts{}},
      {"/personas/0/present", "trust >= 1"},
      {"/personas/0/unclear/1", "Hm?"},
      {"/variables/0/of", "ceo"},
      {"/variables/0/initial", -1},
      {"/start", "hello"},
      {"/interruptions/1/target", "lost"},
      {"/nodes/0/lines/1/then/0/when", ""},
      {"/nodes/0/moves/1/id", "offer"},
      {"/nodes/0/moves/1/minutes", std::optional<int>(9)},
      {"/nodes/0/moves/1/minutes", std::optional<int>()},
      {"/nodes/0/moves/1/acts", Texts{"rapport", "ask_goal", "feature_claim"}},
      {"/nodes/0/moves/1/acts/1", "rapport"},
      {"/nodes/0/moves/1/facts", Texts{}},
      {"/nodes/0/moves/1/effects/2", "trust = 0"},
      {"/nodes/0/moves/1/marks/0/mark", "-"},
      {"/nodes/0/moves/1/marks/1/mark", "+"},
      {"/nodes/0/moves/1/focus/0/about", "neutral"},
      {"/nodes/0/moves/1/focus/1/about", "customer"},
      {"/outcomes/0/share_of_wallet", 100},
  };
  for (const auto& [pointer, value] : changes) {
    SCOPED_TRACE(pointer);
    EXPECT_NE(fieldAt(scenario, pointer), value);
    edit({SetField{pointer, value}});
    EXPECT_EQ(fieldAt(scenario, pointer), value);
  }
}

TEST_F(Editing, NothingElseChangesWithAField) {
  Scenario expected = scenario;
  expected.nodes[1].lines[0].then[1].text = "Hm.";
  edit({SetField{"/nodes/1/lines/0/then/1/text", "Hm."}});
  EXPECT_EQ(scenario, expected);
}

TEST_F(Editing, AValueOfAnotherKindIsRefused) {
  refuse({SetField{"/title", 1}});
  refuse({SetField{"/title", Texts{"A"}}});
  refuse({SetField{"/minutes", "30"}});
  refuse({SetField{"/minutes", std::optional<int>(30)}});
  refuse({SetField{"/minutes", true}});
  refuse({SetField{"/guided_only", 1}});
  refuse({SetField{"/nodes/0/moves/0/minutes", 3}});
  refuse({SetField{"/nodes/0/moves/0/acts", "ask_goal"}});
  refuse({SetField{"/nodes/0/moves/0/phrasings/0", Texts{"A"}}});
  refuse({SetField{"/nodes/0/moves/0/marks/0/mark", true}});
}

TEST_F(Editing, AWordThatTheFormatDoesNotKnowIsRefused) {
  for (const char* word : {"", "*", "++", "earned"}) {
    refuse({SetField{"/nodes/0/moves/0/marks/0/mark", word}});
  }
  for (const char* word : {"", "Customer", "us"}) {
    refuse({SetField{"/nodes/0/moves/0/focus/0/about", word}});
  }
}

TEST_F(Editing, WhatIsNoFieldCannotBeSet) {
  for (const char* pointer : {"", "/titel", "/brief", "/nodes", "/nodes/0", "/nodes/2/title",
                              "/nodes/0/moves/0/phrasings/2", "/nodes/0/moves/0/phrasings/-"}) {
    SCOPED_TRACE(pointer);
    refuse({SetField{pointer, "A"}});
    refuse({SetField{pointer, Texts{}}});
  }
}

TEST_F(Editing, APartStandsWhereItIsInserted) {
  for (const std::string& list : lists) {
    for (const std::size_t index : {0u, 1u, 2u}) {
      SCOPED_TRACE(at(list, index));
      scenario = fullScenario();
      const auto first = partAt(scenario, at(list, 0));
      const auto second = partAt(scenario, at(list, 1));
      ASSERT_TRUE(first && second);
      edit({InsertPart{list, index, *second}});
      EXPECT_EQ(sizeOf(scenario, list), *sizeOf(fullScenario(), list) + 1);
      EXPECT_EQ(partAt(scenario, at(list, index)), second);
      EXPECT_EQ(partAt(scenario, at(list, index == 0 ? 1 : 0)), first);
    }
  }
}

TEST_F(Editing, APartCanBeTheFirstOfItsList) {
  edit({InsertPart{"/nodes/1/moves", 0, fullMove("first")}});
  EXPECT_EQ(partAt(scenario, "/nodes/1/moves/0"), Part(fullMove("first")));
}

TEST_F(Editing, ARemovedPartIsGoneAndTheOthersStay) {
  for (const std::string& list : lists) {
    SCOPED_TRACE(list);
    scenario = fullScenario();
    const std::size_t size = *sizeOf(scenario, list);
    const auto first = partAt(scenario, at(list, 0));
    const auto last = partAt(scenario, at(list, size - 1));
    edit({RemovePart{list, size - 1}});
    EXPECT_EQ(sizeOf(scenario, list), size - 1);
    EXPECT_EQ(partAt(scenario, at(list, 0)), first);
    scenario = fullScenario();
    edit({RemovePart{list, 0}});
    EXPECT_EQ(sizeOf(scenario, list), size - 1);
    EXPECT_EQ(partAt(scenario, at(list, size - 2)), last);
  }
}

TEST_F(Editing, AReorderedPartStandsAtItsNewPlace) {
  for (std::size_t i = 2; i < 5; ++i) {
    scenario.outcomes.push_back({OutcomeId("more_" + std::to_string(i)), "", "", "So.", 0});
  }
  const auto outcomes = [this] {
    Texts ids;
    for (const Outcome& each : scenario.outcomes) ids.push_back(each.id.value);
    return ids;
  };
  edit({ReorderPart{"/outcomes", 1, 3}});
  EXPECT_EQ(outcomes(), (Texts{"won", "more_2", "more_3", "lost", "more_4"}));
  edit({ReorderPart{"/outcomes", 4, 0}});
  EXPECT_EQ(outcomes(), (Texts{"more_4", "won", "more_2", "more_3", "lost"}));
  edit({ReorderPart{"/outcomes", 2, 2}});
  EXPECT_EQ(outcomes(), (Texts{"more_4", "won", "more_2", "more_3", "lost"}));
}

TEST_F(Editing, APlaceThatDoesNotExistIsRefused) {
  for (const std::string& list : lists) {
    SCOPED_TRACE(list);
    const std::size_t size = *sizeOf(scenario, list);
    refuse({InsertPart{list, size + 1, *partAt(scenario, at(list, 0))}});
    refuse({RemovePart{list, size}});
    refuse({ReorderPart{list, 0, size}});
    refuse({ReorderPart{list, size, 0}});
  }
  for (const char* list : {"", "/", "/node", "/nodes/0", "/nodes/2/moves", "/brief", "/title",
                           "/nodes/0/moves/0/phrasings", "/brief/situation"}) {
    SCOPED_TRACE(list);
    refuse({InsertPart{list, 0, Exit{}}});
    refuse({RemovePart{list, 0}});
    refuse({ReorderPart{list, 0, 1}});
  }
}

TEST_F(Editing, APartOfAnotherKindIsRefused) {
  refuse({InsertPart{"/nodes", 0, fullMove("move")}});
  refuse({InsertPart{"/nodes/0/moves", 0, fullNode("node")}});
  refuse({InsertPart{"/nodes/0/moves/0/marks", 0, FocusWords{}}});
  refuse({InsertPart{"/outcomes", 0, Variant{}}});
}

TEST_F(Editing, NothingFollowsALineThatFollowsOne) {
  refuse({InsertPart{"/nodes/0/lines/0/then", 0, fullLine("with_more")}});
  refuse({InsertPart{"/nodes/0/moves/0/replies/0/then/1/then", 0, Line{}}});
  edit({InsertPart{"/nodes/0/moves/0/replies/0/then", 1, Line{LineId("alone"), {}, {}, "So."}}});
}

TEST_F(Editing, AGroupIsDoneInOrder) {
  edit({EditGroup{{{InsertPart{"/nodes/1/moves", 0, Move{}}},
                   {SetField{"/nodes/1/moves/0/id", "new"}},
                   {EditGroup{{{SetField{"/nodes/1/moves/0/phrasings", Texts{"A", "B"}}},
                               {SetField{"/nodes/1/moves/0/phrasings/1", "C"}}}}},
                   {ReorderPart{"/nodes", 1, 0}},
                   {RemovePart{"/nodes", 1}}}}});
  ASSERT_EQ(scenario.nodes.size(), 1u);
  ASSERT_EQ(scenario.nodes[0].moves.size(), 1u);
  EXPECT_EQ(scenario.nodes[0].moves[0].id, MoveId("new"));
  EXPECT_EQ(scenario.nodes[0].moves[0].phrasings, (Texts{"A", "C"}));
}

TEST_F(Editing, AnEmptyGroupChangesNothing) {
  const std::string before = bytes();
  edit({EditGroup{}});
  EXPECT_EQ(bytes(), before);
}

TEST_F(Editing, AGroupOfWhichOneFailsIsNotDoneAtAll) {
  const Edit wrong{SetField{"/nodes/7/title", "A"}};
  const Edit insert{InsertPart{"/nodes", 0, fullNode("new")}};
  const Edit retitle{SetField{"/nodes/0/title", "New"}};
  const Edit remove{RemovePart{"/personas", 1}};
  refuse({EditGroup{{wrong}}});
  refuse({EditGroup{{insert, retitle, remove, wrong}}});
  refuse({EditGroup{{insert, {EditGroup{{retitle, remove, wrong}}}}}});
  refuse({EditGroup{{insert, wrong, retitle}}});
}

TEST_F(Editing, PartsAreMovedAndTheirTextsNotCopied) {
  const std::string* const before = scenario.nodes[0].moves[0].phrasings.data();
  auto insert = apply(scenario, {RemovePart{"/nodes", 0}});
  ASSERT_TRUE(insert);
  auto remove = apply(scenario, std::move(*insert));
  ASSERT_TRUE(remove);
  ASSERT_TRUE(apply(scenario, {ReorderPart{"/nodes", 0, 1}}));
  ASSERT_TRUE(apply(scenario, {InsertPart{"/nodes", 0, Node{}}}));
  EXPECT_EQ(scenario.nodes[2].moves[0].phrasings.data(), before);
}

}  // namespace
}  // namespace sparring
