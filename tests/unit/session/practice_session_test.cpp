#include "session/practice_session.h"
#include "session/digest.h"

#include <gtest/gtest.h>

#include "session/asking_back.h"
#include "session/named_acts.h"
#include "support/naming_reader.h"
#include "support/small_scenario.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

class PracticeSessionTest : public ::testing::Test {
 protected:
  PracticeSessionTest() : m_store(Store::inMemory().value()) {
    m_person = {m_ids(), "Ada"};
    EXPECT_TRUE(m_store.addPerson(m_person));
  }
  SessionPorts ports() { return {&m_store, &m_understanding, m_clock, m_ids}; }
  PracticeSession begin(std::uint64_t seed = 0) {
    return PracticeSession::begin(testing::loaded(testing::smallScenario()),
                                  testing::shippedMethod(), m_person, seed, ports());
  }
  PracticeSession reopened(const PracticeSession& session) {
    Result<PracticeSession> opened = PracticeSession::open(session.header().id, ports());
    EXPECT_TRUE(opened) << (opened ? "" : sentence(opened.error()));
    return std::move(*opened);
  }
  static void expectSame(const PracticeSession& a, const PracticeSession& b) {
    ASSERT_EQ(a.exchanges().size(), b.exchanges().size());
    for (std::size_t i = 0; i < a.exchanges().size(); ++i) {
      EXPECT_EQ(a.exchanges()[i].turn, b.exchanges()[i].turn);
      EXPECT_EQ(a.exchanges()[i].answer, b.exchanges()[i].answer);
      EXPECT_EQ(a.exchanges()[i].grade, b.exchanges()[i].grade);
    }
    EXPECT_EQ(a.grade(), b.grade());
    EXPECT_EQ(a.summary(), b.summary());
  }

  IdSource m_ids = testing::countingIds();
  Clock m_clock = testing::tickingClock();
  Understanding m_understanding;
  Store m_store;
  Person m_person;
};

TEST_F(PracticeSessionTest, ARecordedCallReplaysToTheSameStatesAndGrades) {
  PracticeSession session = begin(1);
  session.choose(MoveId("cite"));
  session.say("Tell me, how do your shops decide how much they bake? I am curious.", MoveId("ask"),
              Understood::confirmed);
  session.say("blah", std::nullopt, Understood::nothing);
  session.choose(MoveId("prescribe"));
  expectSame(session, reopened(session));
}

TEST_F(PracticeSessionTest, WordsThatMatchNothingAreAnsweredByWhatTheyDoAndReplaySo) {
  Scenario scenario = testing::smallScenario();
  Move lists;
  lists.id = MoveId("lists");
  lists.acts = {ActId("feature_claim")};
  lists.effects = {"trust -= 2"};
  lists.replies = {{LineId("lists_1"), {}, "not said lists", "Talk to Neil."},
                   {LineId("lists_2"), {}, "", "I said, talk to Neil."}};
  scenario.personas.front().reactions = {lists};
  PracticeSession session = PracticeSession::begin(testing::loaded(std::move(scenario)),
                                                   testing::shippedMethod(), m_person, 0, ports());
  const std::string text = "I name a feature_claim. Good.";
  const auto say = [&](int perMille) {
    m_understanding = testing::namingReader(session.method(), perMille, text);
    return session.say(text, std::nullopt, Understood::nothing);
  };
  const Exchange doubtful = say(495);
  EXPECT_EQ(doubtful.answer.said.front().text, "Say that again?");
  EXPECT_TRUE(doubtful.grade.graded);  // Read, though not surely enough to count.
  EXPECT_TRUE(doubtful.grade.breaches.empty());
  EXPECT_EQ(doubtful.answer.state.minutes, 1);
  const Exchange sure = say(505);
  EXPECT_EQ(sure.answer.said.front().text, "Talk to Neil.");
  EXPECT_EQ(sure.answer.state.variables[0], 2);
  EXPECT_EQ(sure.answer.state.minutes, 1 + 3);  // What listing features takes.
  ASSERT_EQ(sure.grade.breaches.size(), 1U);
  EXPECT_EQ(sure.grade.breaches.front().words, (Span{0, 23}));
  EXPECT_EQ(say(1000).answer.said.front().text, "I said, talk to Neil.");
  const PracticeSession again = reopened(session);
  expectSame(session, again);
  EXPECT_FALSE(again.difference());
}

TEST_F(PracticeSessionTest, ACallReplaysTheSameAfterTheRepIsRenamed) {
  Scenario scenario = testing::smallScenario();
  Node& hello = scenario.nodes.front();
  hello.lines.back().text = "Sit down, {rep}.";
  Move& cite = hello.moves.front();
  cite.phrasings = {"I am {rep}. What must change?"};
  cite.focus = {{Focus::seller, "I am {rep}."}};
  cite.marks.front().words = "What must change";
  cite.marks.front().better = "Say {rep}.";
  cite.replies.front().text = "Well, {rep}.";
  PracticeSession session = PracticeSession::begin(testing::loaded(std::move(scenario)),
                                                   testing::shippedMethod(), m_person, 0, ports());
  EXPECT_EQ(session.heard(), "Sit down, Ada.");
  EXPECT_EQ(session.wordingOf(*session.offered().front()), "I am Ada. What must change?");
  EXPECT_EQ(session.read("I am Ada. What must change?").verdict, MoveReading::Verdict::accept);
  const Exchange& said = session.choose(MoveId("cite"));
  EXPECT_EQ(said.turn.text, "I am Ada. What must change?");
  EXPECT_EQ(said.turn.meaning.focus.front().about, Focus::seller);
  EXPECT_EQ(said.turn.meaning.focus.front().words, (Span{0, 9}));
  EXPECT_EQ(said.grade.marks.front().better, "Say Ada.");
  EXPECT_EQ(said.answer.said.front().text, "Well, Ada.");
  ASSERT_TRUE(m_store.renamePerson({m_person.id, "Augusta"}));
  const PracticeSession again = reopened(session);
  EXPECT_FALSE(again.difference());
  EXPECT_EQ(again.opening().said.front().text, "Sit down, Augusta.");
  EXPECT_EQ(again.exchanges().front().turn.text, "I am Ada. What must change?");
  EXPECT_EQ(PracticeSession::branch(again, 0).heard(), "Sit down, Augusta.");
}

TEST_F(PracticeSessionTest, AReplayThatComesToSomethingElseSaysWhere) {
  PracticeSession session = begin();
  session.choose(MoveId("cite"));
  session.choose(MoveId("ask"));
  session.choose(MoveId("promise"));
  EXPECT_FALSE(reopened(session).difference());
  // The same call in another file, in which a digest of the second or third turn is another one.
  const SessionLog log = m_store.session(session.header().id).value();
  const auto differenceAfter = [&](std::size_t turn, std::string SellerTurn::* digest,
                                   const auto& change) {
    Store other = Store::inMemory().value();
    EXPECT_TRUE(other.addPerson(m_person));
    EXPECT_TRUE(other.keepDocument(session.source().bytes));
    EXPECT_TRUE(other.keepDocument(testing::shippedMethod().bytes));
    EXPECT_TRUE(other.addSession(log.header));
    for (std::size_t i = 0; i < log.entries.size(); ++i) {
      SellerTurn entry = std::get<SellerTurn>(log.entries[i]);
      if (i == turn) change(entry.*digest);
      EXPECT_TRUE(other.append(log.header.id, static_cast<int>(i), entry, {}));
    }
    return PracticeSession::open(log.header.id, {&other, nullptr, m_clock, m_ids})->difference();
  };
  const auto garble = [](std::string& digest) { digest.back() ^= 1; };
  const auto answer = differenceAfter(1, &SellerTurn::answerDigest, garble);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->turn, 1);
  const auto grade = differenceAfter(2, &SellerTurn::gradeDigest, garble);
  ASSERT_TRUE(grade);
  EXPECT_EQ(grade->turn, 2);
  EXPECT_NE(grade->why, answer->why);
  // By another version of the grading: it is named where the grade is another one, too.
  const auto byVersion9 = [](std::string& digest) { digest.replace(0, 1, "9"); };
  EXPECT_FALSE(differenceAfter(2, &SellerTurn::gradeDigest, byVersion9));
  const auto newer = differenceAfter(2, &SellerTurn::gradeDigest, [&](std::string& digest) {
    byVersion9(digest);
    garble(digest);
  });
  ASSERT_TRUE(newer);
  EXPECT_NE(newer->why.find("version 9"), std::string::npos) << newer->why;
  // By the first version, which wrote no number: what it knew of is still the same.
  const TurnGrade& third = session.exchanges()[2].grade;
  EXPECT_FALSE(differenceAfter(2, &SellerTurn::gradeDigest,
                               [&](std::string& digest) { digest = digestOf(third, 1); }));
  EXPECT_TRUE(differenceAfter(2, &SellerTurn::gradeDigest, [&](std::string& digest) {
    digest = digestOf(third, 1);
    garble(digest);
  }));
}

TEST_F(PracticeSessionTest, WhatPeopleSayAboutACallDoesNotChangeItsReplay) {
  PracticeSession session = begin(1);
  session.choose(MoveId("cite"));
  session.choose(MoveId("prescribe"));
  const Exchange& said = session.exchanges()[0];
  ASSERT_FALSE(said.grade.marks.empty());
  const GivenMark& mark = said.grade.marks[0];
  for (const auto kind : {Annotation::Kind::comment, Annotation::Kind::disagree}) {
    ASSERT_TRUE(m_store.addAnnotation({.id = m_ids(),
                                       .session = session.header().id,
                                       .turn = said.turn.id,
                                       .author = m_person.id,
                                       .at = m_clock(),
                                       .kind = kind,
                                       .about = mark.rule.value,
                                       .words = mark.words,
                                       .text = "Anybody could know that."}));
  }
  expectSame(session, reopened(session));
}

TEST_F(PracticeSessionTest, ATurnIsInTheStoreBeforeItsAnswerIsReturned) {
  PracticeSession session = begin();
  EXPECT_TRUE(m_store.sessions()->empty());  // Nothing said, nothing kept.
  session.choose(MoveId("cite"));
  const Result<SessionLog> log = m_store.session(session.header().id);
  ASSERT_TRUE(log);
  ASSERT_EQ(log->entries.size(), 1u);
  EXPECT_EQ(std::get<SellerTurn>(log->entries[0]), session.exchanges()[0].turn);
}

TEST_F(PracticeSessionTest, RewindingGoesBackAndKeepsTheRecord) {
  PracticeSession session = begin();
  session.choose(MoveId("pitch"));
  session.choose(MoveId("prescribe"));
  const CallState start = session.opening().state;
  session.rewind(0, Rewind::Reason::redo);
  EXPECT_EQ(session.state(), start);
  session.choose(MoveId("cite"));
  EXPECT_EQ(session.summary().turns, 1);
  EXPECT_EQ(session.summary().rewinds, 1);
  EXPECT_EQ(m_store.session(session.header().id)->entries.size(), 4u);
  expectSame(session, reopened(session));
}

TEST_F(PracticeSessionTest, ABranchTakesOverTurnsAndLeavesTheOtherCallAsItIs) {
  PracticeSession session = begin(1);
  session.choose(MoveId("cite"));
  session.choose(MoveId("ask"));
  session.choose(MoveId("end"));
  PracticeSession branch = PracticeSession::branch(session, 1);
  EXPECT_EQ(branch.state(), session.exchanges()[0].answer.state);
  branch.choose(MoveId("prescribe"));
  EXPECT_NE(branch.header().id, session.header().id);
  expectSame(session, reopened(session));
  expectSame(branch, reopened(branch));
  EXPECT_TRUE(reopened(session).over());
}

TEST_F(PracticeSessionTest, AMisreadTurnIsTakenBackAtNoCost) {
  PracticeSession session = begin();
  session.choose(MoveId("pitch"));
  session.rewind(0, Rewind::Reason::misread);
  EXPECT_EQ(session.state().minutes, 0);
  EXPECT_EQ(session.summary().rewinds, 0);
  EXPECT_EQ(session.grade().turns, 0);
  expectSame(session, reopened(session));
}

TEST_F(PracticeSessionTest, AReopenedCallGoesOn) {
  PracticeSession session = begin();
  session.choose(MoveId("cite"));
  PracticeSession again = reopened(session);
  again.choose(MoveId("ask"));
  again.choose(MoveId("end"));
  EXPECT_TRUE(again.over());
  EXPECT_EQ(again.summary().outcomeTitle, "Next meeting");
  expectSame(again, reopened(again));
  EXPECT_TRUE(m_store.sessions()->front().summary.over);
}

TEST_F(PracticeSessionTest, OwnWordsAreReadAgainstWhatIsOnOffer) {
  PracticeSession session = begin();
  const MoveReading reading =
      session.read("you promised to halve the waste, what has to be different");
  EXPECT_EQ(reading.verdict, MoveReading::Verdict::accept);
  EXPECT_EQ(reading.ranking.front().id.value, "cite");
  session.choose(MoveId("cite"));
  for (const RankedMove& each : session.read("you promised to halve the waste").ranking) {
    EXPECT_NE(each.id.value, "cite");
  }
}

// What the program advises must be worth what it was advised for.
TEST_F(PracticeSessionTest, WhoTypesAnOptionAsItIsWrittenIsGradedAsItsAuthorSays) {
  m_understanding = testing::namingReader(*testing::shippedMethod().method);
  PracticeSession session = begin();
  const Exchange& typed =
      session.say("your letter promises half the waste by spring, what must change", MoveId("cite"),
                  Understood::matched);
  EXPECT_EQ(typed.turn.understood, Understood::matched);
  EXPECT_TRUE(typed.turn.beside.has_value());
  PracticeSession other = begin();
  EXPECT_EQ(typed.grade.marks, other.choose(MoveId("cite")).grade.marks);
  EXPECT_FALSE(typed.grade.marks.empty());
  PracticeSession free = begin();
  const Exchange& own = free.say("Half the waste by spring, you write. What must change?",
                                 MoveId("cite"), Understood::matched);
  EXPECT_FALSE(own.turn.beside.has_value());
  expectSame(session, reopened(session));
}

// Else the buyer would answer, or ask back about, what was not meant at all.
TEST_F(PracticeSessionTest, WordsThatMeanWhatTheStoryWithholdsMeanNothingOnOffer) {
  Scenario scenario = testing::smallScenario();
  Move secret;
  secret.id = MoveId("secret");
  secret.phrasings = {"What would make this a good year for you?"};
  secret.when = "trust > 8";
  scenario.nodes[0].moves.push_back(secret);
  scenario.nodes[0].moves.front().phrasings.push_back("Is this a good time for you?");
  PracticeSession session = PracticeSession::begin(testing::loaded(scenario),
                                                   testing::shippedMethod(), m_person, 0, ports());
  const MoveReading withheld = session.read("so what would make this a good year for you");
  EXPECT_EQ(withheld.verdict, MoveReading::Verdict::reject);
  for (const RankedMove& each : withheld.ranking) EXPECT_NE(each.id, secret.id);
  EXPECT_EQ(withheld.ranking.size(), session.offered().size());
  EXPECT_EQ(session.read("is this a good time for you").verdict, MoveReading::Verdict::accept);
}

TEST_F(PracticeSessionTest, OwnWordsTakeTheFocusOfTheMoveSentenceBySentence) {
  PracticeSession session = begin();
  const Exchange& turn = session.say("We have connectors. Two hundred of them.", MoveId("pitch"),
                                     Understood::confirmed);
  ASSERT_EQ(turn.turn.meaning.focus.size(), 2u);
  EXPECT_EQ(turn.turn.meaning.focus[0].about, Focus::seller);
  EXPECT_EQ(turn.grade.sellerWords, 7);
}

TEST_F(PracticeSessionTest, OwnWordsAreWorthWhatIsReadInThemWhateverTheirMove) {
  m_understanding = testing::namingReader(*testing::shippedMethod().method);
  PracticeSession session = begin();
  const std::string text = "You ask_goal of them. Then concede to us.";
  const SellerTurn turn = session.say(text, MoveId("pitch"), Understood::confirmed).turn;
  EXPECT_EQ(turn.reader, m_understanding.reader->name());
  EXPECT_FALSE(turn.beside);
  EXPECT_EQ(performedActs(turn), (std::vector<ActId>{ActId("ask_goal"), ActId("concede")}));
  ASSERT_EQ(turn.meaning.focus.size(), 2U);
  EXPECT_EQ(turn.meaning.focus[0].about, Focus::customer);
  EXPECT_EQ(turn.meaning.focus[1].about, Focus::seller);
  // The move decides what the buyer does.
  EXPECT_EQ(session.exchanges().back().answer.said.front().text, "Reply to pitch");
}

TEST_F(PracticeSessionTest, OwnWordsShowWhichFactsTheyUse) {
  Scenario scenario = testing::smallScenario();
  scenario.brief.facts = {{FactId("vans"),
                           "products_services",
                           true,
                           "Forty vans deliver before six.",
                           {"forty vans"}}};
  m_understanding = testing::namingReader(*testing::shippedMethod().method);
  PracticeSession session = PracticeSession::begin(testing::loaded(std::move(scenario)),
                                                   testing::shippedMethod(), m_person, 0, ports());
  const SellerTurn turn =
      session.say("Your forty vans leave early.", MoveId("cite"), Understood::confirmed).turn;
  ASSERT_EQ(turn.meaning.facts.size(), 1U);
  EXPECT_EQ(turn.meaning.facts.front().fact.value, "vans");
}

TEST_F(PracticeSessionTest, AGuidedOptionKeepsItsTagsAndTheReadingOfItsWordsBesideThem) {
  m_understanding = testing::namingReader(*testing::shippedMethod().method);
  Scenario scenario = testing::smallScenario();
  scenario.nodes.front().moves.front().phrasings.front() += " I close.";
  PracticeSession session = PracticeSession::begin(testing::loaded(std::move(scenario)),
                                                   testing::shippedMethod(), m_person, 0, ports());
  const SellerTurn turn = session.choose(MoveId("cite")).turn;
  EXPECT_EQ(performedActs(turn), std::vector<ActId>{ActId("ask_goal")});
  ASSERT_TRUE(turn.beside);
  EXPECT_EQ(turn.beside->acts.front().act.value, "close");
  EXPECT_EQ(turn.reader, m_understanding.reader->name());
}

TEST_F(PracticeSessionTest, AReplayTakesItsReadingsFromTheLogAndNeverReadsAnew) {
  m_understanding = testing::namingReader(*testing::shippedMethod().method);
  PracticeSession session = begin();
  session.say("You ask_goal of them.", MoveId("cite"), Understood::confirmed);
  session.say("I name a feature_claim.", std::nullopt, Understood::nothing);
  session.choose(MoveId("ask"));
  const std::string reader = session.exchanges().front().turn.reader;
  m_understanding = testing::namingReader(*testing::shippedMethod().method, 600, "feature_claim");
  const PracticeSession again = reopened(session);
  ASSERT_NE(m_understanding.reader->name(), reader);
  expectSame(session, again);
  EXPECT_FALSE(again.difference());
  expectSame(
      session,
      PracticeSession::open(session.header().id, {&m_store, nullptr, m_clock, m_ids}).value());
  const PracticeSession branch = PracticeSession::branch(again, 2);
  EXPECT_EQ(branch.exchanges()[1].turn.meaning, session.exchanges()[1].turn.meaning);
  EXPECT_EQ(branch.exchanges()[0].turn.reader, reader);
}

TEST_F(PracticeSessionTest, AModelThatComesInTheMiddleOfACallReadsTheNextTurns) {
  PracticeSession session = begin();
  session.say("You ask_goal of them.", MoveId("cite"), Understood::confirmed);
  m_understanding = testing::namingReader(session.method());
  session.say("You concede to them.", MoveId("ask"), Understood::confirmed);
  EXPECT_TRUE(session.exchanges()[0].turn.reader.empty());
  EXPECT_EQ(performedActs(session.exchanges()[1].turn), std::vector<ActId>{ActId("concede")});
  expectSame(session, reopened(session));
}

TEST_F(PracticeSessionTest, TheBuyerAsksBackWithTheLikeliestReadingsInShort) {
  Scenario scenario = testing::smallScenario();
  scenario.nodes.front().moves[0].phrasings.emplace_back("Half the waste.");
  // Shorter, but as speech recognition writes it.
  scenario.nodes.front().moves[0].phrasings.emplace_back("half of it");
  PracticeSession session = PracticeSession::begin(testing::loaded(std::move(scenario)),
                                                   testing::shippedMethod(), m_person, 0, ports());
  MoveReading reading;
  for (const char* id : {"cite", "stay", "price", "pitch"}) reading.ranking.push_back({MoveId(id)});
  const AskingBack asked = askBack(session, reading);
  EXPECT_EQ(asked.speaker, 0);
  EXPECT_EQ(asked.text, "Do you mean “Half the waste”, or “Thank you for the time today”?");
  EXPECT_EQ(asked.readings.size(), 3U);
  const AskingBack other = askBack(session, reading, MoveId("stay"));
  EXPECT_EQ(other.text, "Do you mean “Half the waste”, or “What have you paid for this so far?”");
  EXPECT_EQ(other.readings.back().value, "pitch");
  EXPECT_TRUE(askBack(session, {}).text.empty());
  // What is far less likely is only listed for who was misread.
  for (RankedMove& each : reading.ranking) each.perMille = 60;
  reading.ranking.front().perMille = 500;
  EXPECT_EQ(askBack(session, reading).text, "Do you mean “Half the waste”?");
  EXPECT_EQ(askBack(session, reading, MoveId("cite")).readings.size(), 3U);
}

TEST(NamedActs, AreThoseThatCountOrElseTheLikeliestPerhaps) {
  const auto named = [](std::vector<int> chances) {
    TurnMeaning meaning;
    for (const int each : chances) meaning.acts.push_back({ActId("act"), each, {}});
    return namedActs(meaning).size();
  };
  EXPECT_EQ(named({900, 500, 499}), 2U);
  EXPECT_EQ(named({499, 400}), 1U);
  EXPECT_EQ(named({299}), 0U);
  EXPECT_EQ(named({}), 0U);
}

TEST_F(PracticeSessionTest, AnythingThatIsSaidIsAnswered) {
  m_understanding = testing::namingReader(*testing::shippedMethod().method);
  const std::vector<std::string> odd = {
      "",
      std::string(100'000, 'a'),
      std::string(200'000, ' ') + "?",
      "?!… --- ...",
      "🤷🏽‍♀️🚀🚀",
      "どうしますか。何が問題ですか？ ماذا تريد؟",
      std::string("\x00\x01\x7f\t\r\n", 6),
      "\xff\xfe\xc3",
      "a\xcc\x81\xcc\x81\xcc\x81 \xe2\x80\xae reversed",
  };
  PracticeSession session = begin();
  for (const std::string& text : odd) {
    const MoveReading reading = session.read(text);
    EXPECT_EQ(reading.ranking.size(), session.offered().size());
    const Exchange& said = session.say(text, std::nullopt, Understood::nothing);
    EXPECT_FALSE(said.answer.said.empty());
    for (const FocusReading& each : said.turn.meaning.focus) {
      EXPECT_LE(each.words.end, said.turn.text.size());
    }
    session.rewind(0, Rewind::Reason::misread);
  }
  expectSame(session, reopened(session));
}

TEST_F(PracticeSessionTest, ControlCharactersAndBrokenBytesAreMended) {
  PracticeSession session = begin();
  session.say(std::string("cite\x01\xff") + "d", MoveId("cite"), Understood::confirmed);
  EXPECT_EQ(firstInvalidUtf8(session.exchanges()[0].turn.text), std::string::npos);
  expectSame(session, reopened(session));
}

TEST_F(PracticeSessionTest, WithoutAStoreNothingIsKeptAndNothingFails) {
  PracticeSession session =
      PracticeSession::begin(testing::loaded(testing::smallScenario()), testing::shippedMethod(),
                             m_person, 0, {nullptr, &m_understanding, m_clock, m_ids});
  session.choose(MoveId("cite"));
  EXPECT_FALSE(session.unsaved());
}

TEST(PracticeSessionOnDisk, AFullOrLockedDiskLosesNothing) {
  // The person is unknown to the store at first, so every write is refused; once they are known,
  // what was said meanwhile is written in order.
  Store store = Store::inMemory().value();
  IdSource ids = testing::countingIds();
  const Person person{ids(), "Ada"};
  PracticeSession session =
      PracticeSession::begin(testing::loaded(testing::smallScenario()), testing::shippedMethod(),
                             person, 0, {&store, nullptr, testing::tickingClock(), ids});
  session.choose(MoveId("cite"));
  session.choose(MoveId("ask"));
  ASSERT_TRUE(session.unsaved());
  EXPECT_EQ(session.exchanges().size(), 2u);
  ASSERT_TRUE(store.addPerson(person));
  session.choose(MoveId("end"));
  EXPECT_FALSE(session.unsaved());
  EXPECT_EQ(store.session(session.header().id)->entries.size(), 3u);
}

}  // namespace
}  // namespace sparring
