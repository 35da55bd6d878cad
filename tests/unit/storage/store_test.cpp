// What is put into a store comes out of it, and the log is only ever added to.
#include "storage/store.h"

#include <SQLiteCpp/Exception.h>

#include <limits>

#include "base/hash.h"
#include "store_story.h"

namespace sparring {
namespace {

using StoreRecords = StoreStory;
using StoreLog = StoreStory;

// Names, titles and turns are data: none of these is a statement, a pattern or an end.
const std::vector<std::string> awkwardTexts = {
    "",
    "O'Brien said \"no\"; -- 100 % sure",
    "'); DROP TABLE people; --",
    "Gespräch über Kosten — 会議は三十分 🙂",
    std::string("before\0after", 12),
    "line one\nline two\ttab\r\x01\x1f\x7f",
    "\\u0041 \\\" {\"json\": [1]}",
};

TEST_F(StoreRecords, PeopleComeBackInTheOrderTheyWereAdded) {
  std::vector<Person> people;
  for (int i = 1; i < static_cast<int>(awkwardTexts.size()); ++i) {
    people.push_back(aPerson(100 - i, awkwardTexts[static_cast<std::size_t>(i)]));
  }
  {
    Store store = openStore();
    for (const Person& person : people) ASSERT_TRUE(succeeded(store.addPerson(person)));
    EXPECT_EQ(store.people().value(), people);
  }
  EXPECT_EQ(openStore().people().value(), people);
}

TEST_F(StoreRecords, APersonIsAddedOnce) {
  Store store = openStore();
  ASSERT_TRUE(succeeded(store.addPerson(aPerson(1, "Ana"))));
  EXPECT_TRUE(succeeded(store.addPerson(aPerson(1, "Ana"))));
  EXPECT_TRUE(refused(store.addPerson(aPerson(1, "Bo")), "Another person"));
  EXPECT_EQ(store.people().value(), std::vector{aPerson(1, "Ana")});
}

TEST_F(StoreRecords, APersonIsRenamed) {
  Store store = openStore();
  ASSERT_TRUE(succeeded(store.addPerson(aPerson(1, "Ana"))));
  ASSERT_TRUE(succeeded(store.addPerson(aPerson(2, "Bo"))));
  EXPECT_TRUE(succeeded(store.renamePerson(aPerson(1, "Ana Ruiz"))));
  EXPECT_TRUE(succeeded(store.renamePerson(aPerson(1, "ANA RUIZ"))));  // Still nobody else's.
  EXPECT_TRUE(refused(store.renamePerson(aPerson(3, "Cem")), "is not in this file"));
  EXPECT_EQ(openStore().people().value(), (std::vector{aPerson(1, "ANA RUIZ"), aPerson(2, "Bo")}));
}

TEST_F(StoreRecords, ANameSaysSomethingAndTellsPeopleApart) {
  Store store = openStore();
  const std::string longest = std::string(198, 'x') + "é";
  ASSERT_TRUE(succeeded(store.addPerson(aPerson(1, "Ána Ruiz"))));
  ASSERT_TRUE(succeeded(store.addPerson(aPerson(2, longest))));
  for (const auto& [name, words] : std::vector<std::pair<std::string, std::string>>{
           {"", "A person needs a name"},
           {" \t\n", "A person needs a name"},
           {longest + "x", "This name is too long"},
           {"Ána Ruiz", "Somebody here is called Ána Ruiz already"},
           {" áNA ruiz ", "Somebody here is called áNA ruiz already"}}) {
    EXPECT_TRUE(refused(store.addPerson(aPerson(3, name)), words)) << name;
    EXPECT_TRUE(refused(store.renamePerson(aPerson(2, name)), words)) << name;
  }
  EXPECT_EQ(store.people().value(), (std::vector{aPerson(1, "Ána Ruiz"), aPerson(2, longest)}));
  EXPECT_TRUE(succeeded(store.addPerson(aPerson(3, "Ana Ruiz"))));  // Without the accent.
}

TEST_F(StoreRecords, DocumentsAreKeptUnderWhatTheyContain) {
  std::vector<std::string> documents = awkwardTexts;
  documents.push_back(std::string("\xff\xfe\0\x80", 4));
  documents.push_back(std::string(1'000'000, 'x'));
  {
    Store store = openStore();
    for (const std::string& bytes : documents) {
      EXPECT_EQ(store.keepDocument(bytes).value(), contentHash(bytes));
      EXPECT_EQ(store.keepDocument(bytes).value(), contentHash(bytes));
    }
  }
  const Store store = openStore();
  for (const std::string& bytes : documents) {
    EXPECT_EQ(store.document(contentHash(bytes)).value(), bytes);
  }
}

TEST_F(StoreRecords, NothingIsADocumentToo) {
  Store store = openStore();
  EXPECT_EQ(store.keepDocument(std::string_view()).value(), contentHash(""));
  EXPECT_EQ(store.document(contentHash("")).value(), "");
}

TEST_F(StoreRecords, ADocumentThatIsNotThereOrNotItselfIsAnError) {
  Store store = openStore();
  const std::string hash = store.keepDocument("a scenario").value();
  EXPECT_TRUE(refused(store.document(contentHash("another")), "does not hold"));
  outsider("UPDATE documents SET bytes = x'00'");
  EXPECT_TRUE(refused(store.document(hash), "damaged"));
}

TEST_F(StoreRecords, AHeaderComesBackWhole) {
  SessionHeader header;
  {
    Store store = openStore();
    header = addSession(store, 1);
    header.id = uuid(2);
    header.startedAt = {-1};
    header.seed = std::numeric_limits<std::uint64_t>::max();
    header.scenarioId = awkwardTexts[1];
    header.scenarioTitle = awkwardTexts[3];
    ASSERT_TRUE(succeeded(store.addSession(header)));
  }
  EXPECT_EQ(openStore().session(uuid(2)).value(), (SessionLog{header, {}}));
}

TEST_F(StoreRecords, ASessionIsAddedOnceAndOnlyWithWhatItNeeds) {
  Store store = openStore();
  const SessionHeader header = addSession(store, 1);
  EXPECT_TRUE(succeeded(store.addSession(header)));
  SessionHeader other = header;
  other.seed = 99;
  EXPECT_TRUE(refused(store.addSession(other), "Another session"));
  other.id = uuid(2);
  other.person = uuid(77);
  EXPECT_TRUE(refused(store.addSession(other), "person"));
  other = header;
  other.id = uuid(2);
  other.methodHash = contentHash("unknown");
  EXPECT_TRUE(refused(store.addSession(other), "scenario or method of this session"));
  std::swap(other.methodHash, other.scenarioHash);
  EXPECT_TRUE(refused(store.addSession(other), "scenario or method of this session"));
  EXPECT_EQ(store.sessions().value().size(), 1U);
}

TEST_F(StoreRecords, SessionsAreListedNewestFirst) {
  Store store = openStore();
  for (const int number : {2, 5, 1, 4, 3}) addSession(store, number, number);
  SessionHeader twin = store.session(uuid(3)).value().header;
  twin.id = uuid(6);  // Began in the same millisecond, added later.
  ASSERT_TRUE(succeeded(store.addSession(twin)));

  std::vector<Uuid> order;
  const std::vector<SessionRow> all = store.sessions().value();
  for (const SessionRow& row : all) order.push_back(row.header.id);
  EXPECT_EQ(order, (std::vector{uuid(5), uuid(4), uuid(6), uuid(3), uuid(2), uuid(1)}));

  const std::vector<SessionRow> newest = store.sessions({.most = 2}).value();
  ASSERT_EQ(newest.size(), 2U);
  EXPECT_EQ(newest[1],
            (SessionRow{store.session(uuid(4)).value().header, "Ana Ruiz", afterTurns(4)}));
  EXPECT_TRUE(store.sessions({.most = 0}).value().empty());
  EXPECT_TRUE(store.sessions({.most = -1}).value().empty());
}

TEST_F(StoreRecords, TheSessionsOfOnePersonAreListedAlone) {
  Store store = openStore();
  ASSERT_TRUE(succeeded(store.addPerson(aPerson(2, "Bo"))));
  for (const int number : {1, 3, 5}) {
    SessionHeader others = addSession(store, number);
    others.id = uuid(number + 1);
    others.person = uuid(2);
    others.startedAt.milliseconds += 1;
    ASSERT_TRUE(succeeded(store.addSession(others)));
  }
  std::vector<Uuid> order;
  const std::vector<SessionRow> rows = store.sessions({.person = uuid(2), .most = 2}).value();
  for (const SessionRow& row : rows) {
    EXPECT_EQ(row.personName, "Bo");
    order.push_back(row.header.id);
  }
  EXPECT_EQ(order, (std::vector{uuid(6), uuid(4)}));
  EXPECT_EQ(store.sessions({.person = uuid(1)}).value().size(), 3U);
  EXPECT_TRUE(store.sessions({.person = uuid(7)}).value().empty());
}

TEST_F(StoreRecords, AStoreInMemoryKeepsToItself) {
  Store one = Store::inMemory().value();
  Store two = Store::inMemory().value();
  const SessionHeader header = addSession(one, 1, 2);
  EXPECT_EQ(one.session(header.id).value().entries.size(), 2U);
  EXPECT_TRUE(two.sessions().value().empty());
}

TEST_F(StoreLog, EntriesComeBackAsTheyWereSaid) {
  std::vector<LogEntry> entries;
  for (const std::string& text : awkwardTexts) {
    SellerTurn turn = aTurn(static_cast<int>(entries.size()), text);
    turn.meaning = {};  // Its spans are of another text.
    entries.push_back(turn);
  }
  for (const Understood how : {Understood::chosen, Understood::matched, Understood::confirmed}) {
    SellerTurn turn = aTurn(static_cast<int>(entries.size()), "What does it cost you?");
    turn.understood = how;
    entries.push_back(turn);
  }
  SellerTurn notUnderstood;
  notUnderstood.understood = Understood::nothing;
  notUnderstood.text = "Mhm.";
  entries.push_back(notUnderstood);
  entries.push_back(Rewind{3, Rewind::Reason::redo, {1'790'000'000'500}});
  entries.push_back(Rewind{0, Rewind::Reason::misread, {-5}});
  SellerTurn longTurn = aTurn(50, std::string(100'000, 'w') + "é");
  longTurn.meaning.acts.back().words = {99'000, 100'002};
  entries.push_back(longTurn);
  {
    Store store = openStore();
    addSession(store, 1);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      ASSERT_TRUE(succeeded(store.append(uuid(1), static_cast<int>(i), entries[i], {})));
    }
  }
  EXPECT_EQ(openStore().session(uuid(1)).value().entries, entries);
}

TEST_F(StoreLog, TheSummaryFollowsTheLog) {
  Store store = openStore();
  addSession(store, 1, 2);
  EXPECT_EQ(store.sessions().value()[0].summary, afterTurns(2));
  const SessionSummary end{3, 1, true, "She names a date \"in May\"", 71};
  ASSERT_TRUE(succeeded(store.append(uuid(1), 2, aTurn(2, "Shall we?"), end)));
  EXPECT_EQ(openStore().sessions().value()[0].summary, end);
}

TEST_F(StoreLog, AnEntryMayBeAddedAgain) {
  Store store = openStore();
  addSession(store, 1, 3);
  const SessionLog before = store.session(uuid(1)).value();
  EXPECT_TRUE(succeeded(store.append(uuid(1), 1, aTurn(1, "turn 1"), afterTurns(2))));
  EXPECT_TRUE(succeeded(store.append(uuid(1), 2, aTurn(2, "turn 2"), afterTurns(3))));
  EXPECT_EQ(store.session(uuid(1)).value(), before);
  EXPECT_EQ(store.sessions().value()[0].summary, afterTurns(3));
}

TEST_F(StoreLog, AnotherEntryInTheSamePlaceIsRefused) {
  Store store = openStore();
  addSession(store, 1, 3);
  const SessionLog before = store.session(uuid(1)).value();
  EXPECT_TRUE(refused(store.append(uuid(1), 1, aTurn(1, "other words"), {}), "already kept"));
  SellerTurn later = aTurn(1, "turn 1");
  later.saidAt.milliseconds += 1;
  EXPECT_TRUE(refused(store.append(uuid(1), 1, later, {}), "already kept"));
  EXPECT_TRUE(refused(store.append(uuid(1), 1, Rewind{}, {}), "already kept"));
  EXPECT_EQ(store.session(uuid(1)).value(), before);
  EXPECT_EQ(store.sessions().value()[0].summary, afterTurns(3));
}

TEST_F(StoreLog, AGapIsRefused) {
  Store store = openStore();
  addSession(store, 1, 1);
  EXPECT_TRUE(refused(store.append(uuid(1), 2, aTurn(2, "too early"), {}), "gap"));
  EXPECT_TRUE(refused(store.append(uuid(1), -1, aTurn(2, "before all"), {}), "gap"));
  EXPECT_TRUE(refused(store.append(uuid(8), 0, aTurn(2, "nowhere"), {}), "is not in this file"));
  EXPECT_TRUE(refused(store.session(uuid(8)), "is not in this file"));
  EXPECT_EQ(store.session(uuid(1)).value().entries.size(), 1U);
  EXPECT_EQ(store.sessions().value()[0].summary, afterTurns(1));
}

TEST_F(StoreLog, WhatCouldNotBeReadAgainIsNotWritten) {
  Store store = openStore();
  addSession(store, 1);
  SellerTurn beyond = aTurn(0, "short");
  beyond.meaning.acts[0].words = {0, 6};
  SellerTurn tooSure = aTurn(0, "short");
  tooSure.meaning.acts[0].perMille = 1001;
  const SellerTurn notUtf8 = aTurn(0, "caf\xe9 au lait");
  for (const SellerTurn& turn : {beyond, tooSure, notUtf8}) {
    EXPECT_TRUE(refused(store.append(uuid(1), 0, turn, afterTurns(1)), "cannot be kept"));
  }
  EXPECT_TRUE(store.session(uuid(1)).value().entries.empty());
  EXPECT_EQ(store.sessions().value()[0].summary, SessionSummary{});
}

TEST_F(StoreLog, NobodyCanChangeIt) {
  makeFile(2);
  SQLite::Database other = outsider();
  const std::string row = " SELECT session, 0, kind, at, '{}' FROM log WHERE position = 0";
  for (const std::string& sql : std::vector<std::string>{
           "UPDATE log SET body = '{}'",
           "DELETE FROM log",
           "REPLACE INTO log" + row,
           "INSERT INTO log SELECT session, 7, kind, at, body FROM log LIMIT 1",
           "UPDATE OR REPLACE log SET position = 0 WHERE position = 1",
       }) {
    EXPECT_THROW(other.exec(sql), SQLite::Exception) << sql;
  }
  EXPECT_EQ(openStore().session(uuid(1)).value().entries,
            (std::vector<LogEntry>{aTurn(0, "turn 0"), aTurn(1, "turn 1")}));
}

TEST_F(StoreLog, ADamagedRowIsNamed) {
  makeFile(3);
  SQLite::Database other = outsider("DROP TRIGGER log_keeps_words");
  const std::string sound = other.execAndGet("SELECT body FROM log WHERE position = 1").getString();
  std::vector<std::string> bodies = {"",
                                     "{",
                                     "[]",
                                     "null",
                                     "{}",
                                     sound + "x",
                                     R"({"keptTurns":1,"reason":"redo"})",
                                     std::string(70, '[')};
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {R"("matched")", R"("guessed")"},
           {R"("matched")", "3"},
           {R"("perMille":874)", R"("perMille":-1)"},
           {R"("perMille":874)", R"("perMille":8.5)"},
           {R"("perMille":874)", R"("perMille":18446744073709551617)"},
           {R"("from":0,"to":2)", R"("from":3,"to":2)"},
           {R"("from":2,"to":3)", R"("from":2,"to":300)"},
           {R"("about":"seller")", R"("about":"nobody")"},
           {R"("facts":[)", R"("facts":[7,)"},
           {R"("acts":[)", R"("acts":[[],)"},
           {R"("move":"ask_cost")", R"("move":null)"},
           {R"({"id":"a5)", R"({"id":"xx)"},
       }) {
    ASSERT_NE(sound.find(from), std::string::npos) << from;
    bodies.push_back(std::string(sound).replace(sound.find(from), from.size(), to));
  }
  const Store store = openStore();
  SQLite::Statement damage(other, "UPDATE log SET body = ? WHERE position = 1");
  for (const std::string& body : bodies) {
    damage.reset();
    damage.bind(1, body);
    damage.exec();
    EXPECT_TRUE(refused(store.session(uuid(1)), "entry 1 of session " + uuid(1).toString()))
        << body;
  }
  EXPECT_EQ(store.sessions().value().size(), 1U);
}

TEST_F(StoreLog, AMissingOrUnknownRowIsNamed) {
  makeFile(3);
  const Store store = openStore();
  outsider("DROP TRIGGER log_keeps_entries; DELETE FROM log WHERE position = 1");
  EXPECT_TRUE(refused(store.session(uuid(1)), "entry 1 of session " + uuid(1).toString()));
  outsider("DROP TRIGGER log_keeps_words; UPDATE log SET kind = 'song' WHERE position = 0");
  EXPECT_TRUE(refused(store.session(uuid(1)), "entry 0 of session " + uuid(1).toString()));
}

}  // namespace
}  // namespace sparring
