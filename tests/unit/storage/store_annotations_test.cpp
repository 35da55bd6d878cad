// What people say about turns is kept beside the log: added, never changed, and never about what is
// not there.
#include <algorithm>
#include <random>

#include "storage/store.h"
#include "store_story.h"

namespace sparring {
namespace {

using Kind = Annotation::Kind;

// A practice file with a rep (person 1) and two managers (2 and 3).
class StoreAnnotations : public StoreStory {
 protected:
  // What manager 2 says about the whole of turn 0 of session 1.
  static Annotation says(int number, std::string text, Kind kind = Kind::comment) {
    return {.id = uuid(5000 + number),
            .session = uuid(1),
            .turn = aTurn(0, "").id,
            .author = uuid(2),
            .at = {1'790'000'100'000 + number},
            .kind = kind,
            .about = kind == Kind::agree || kind == Kind::disagree ? "accountable" : "",
            .withdrawn = {},
            .words = {},
            .text = std::move(text)};
  }
  static Annotation takesBack(int number, const Annotation& earlier) {
    Annotation out = says(number, "", Kind::withdrawn);
    out.turn = {};
    out.withdrawn = earlier.id;
    return out;
  }
  static SignedAnnotation byBo(Annotation annotation) { return {std::move(annotation), "Bo"}; }

  Store storeWithTurns(int turns = 3) { return withTurns(openStore(), turns); }
  static Store withTurns(Store store, int turns) {
    addSession(store, 1, turns);
    EXPECT_TRUE(succeeded(store.addPerson(aPerson(2, "Bo"))));
    EXPECT_TRUE(succeeded(store.addPerson(aPerson(3, "Cem"))));
    return store;
  }
  static void add(Store& store, const Annotation& annotation) {
    ASSERT_TRUE(succeeded(store.addAnnotation(annotation)));
  }
  // Of session 1, as the list says.
  static int count(const Store& store) { return store.sessions().value().back().annotations; }
  // Refused with these words, and nothing is added.
  static void expectRefused(Store& store, const Annotation& annotation, const std::string& words) {
    const auto before = store.annotations(annotation.session).value();
    EXPECT_TRUE(refused(store.addAnnotation(annotation), words));
    EXPECT_EQ(store.annotations(annotation.session).value(), before);
  }
};

TEST_F(StoreAnnotations, ComeBackAsTheyWereSaidInTheirOrder) {
  std::vector<Annotation> all = {
      says(9, "O'Brien said \"no\"; -- 100 % sure"), says(1, "Gespräch — 会議 🙂\nsecond line"),
      says(2, "", Kind::agree), says(3, "It has a date.", Kind::disagree)};
  all[0].words = {0, 4};
  all[1].at = {-5};
  all[3].words = {5, 6};
  all.push_back(takesBack(4, all[0]));
  all.push_back(says(5, std::string(20'000, 'x')));
  std::vector<SignedAnnotation> kept;
  {
    Store store = storeWithTurns();
    EXPECT_TRUE(store.annotations(uuid(1)).value().empty());
    for (const Annotation& each : all) {
      add(store, each);
      kept.push_back(byBo(each));
    }
  }
  const Store store = openStore();
  EXPECT_EQ(store.annotations(uuid(1)).value(), kept);
  EXPECT_TRUE(store.annotations(uuid(2)).value().empty());
  EXPECT_EQ(count(store), 4);
}

TEST_F(StoreAnnotations, MayBeAddedAgain) {
  Store store = storeWithTurns();
  const Annotation first = says(1, "Well asked.");
  const Annotation back = takesBack(2, first);
  for (int i = 0; i < 2; ++i) {
    add(store, first);
    add(store, back);
  }
  EXPECT_EQ(store.annotations(uuid(1)).value(), (std::vector{byBo(first), byBo(back)}));
  Annotation other = first;
  other.text = "Badly asked.";
  expectRefused(store, other, "Another comment with the same id");
}

TEST_F(StoreAnnotations, OnWhatIsNotThereAreRefused) {
  Store store = storeWithTurns();
  Annotation nowhere = says(1, "Well asked.");
  nowhere.session = uuid(8);
  expectRefused(store, nowhere, "is not in this file");
  Annotation byNobody = says(1, "Well asked.");
  byNobody.author = uuid(8);
  expectRefused(store, byNobody, "The person who says this is not in this file");
  Annotation onNoTurn = says(1, "Well asked.");
  onNoTurn.turn = aTurn(3, "").id;
  expectRefused(store, onNoTurn, "turn that this is about is not in its session");
  addSession(store, 2, 4);  // Has that turn; session 1 still has not.
  expectRefused(store, onNoTurn, "turn that this is about is not in its session");
  Annotation onNoMark = says(1, "It has a date.", Kind::disagree);
  onNoMark.about.clear();
  expectRefused(store, onNoMark, "which mark");
}

TEST_F(StoreAnnotations, MayBeAboutATurnThatTheRepWentBackBefore) {
  Store store = storeWithTurns(1);
  ASSERT_TRUE(
      succeeded(store.append(uuid(1), 1, Rewind{0, Rewind::Reason::redo, {}}, afterTurns(0))));
  EXPECT_TRUE(succeeded(store.addAnnotation(says(1, "Why did you go back?"))));
}

TEST_F(StoreAnnotations, WordsAreAStretchOfTheTurn) {
  Store store = storeWithTurns(0);
  const std::string text = "Für 30 Züge?";  // 14 bytes; bytes 1 to 3 and 9 to 11 are one letter.
  ASSERT_TRUE(succeeded(store.append(uuid(1), 0, aTurn(0, text), {})));
  int number = 0;
  for (const Span words : {Span{0, 14}, Span{1, 3}, Span{14, 14}, Span{3, 9}}) {
    Annotation sound = says(++number, "Good.");
    sound.words = words;
    EXPECT_TRUE(succeeded(store.addAnnotation(sound))) << words.begin << " " << words.end;
  }
  constexpr std::size_t huge = std::string::npos;
  for (const Span words : {Span{0, 15}, Span{15, 15}, Span{4, 3}, Span{0, 2}, Span{2, 4},
                           Span{huge - 1, huge}, Span{0, huge}}) {
    Annotation unsound = says(99, "Good.");
    unsound.words = words;
    expectRefused(store, unsound, "words that this is about are not in the turn");
  }
}

TEST_F(StoreAnnotations, SaySomethingAndNotTooMuch) {
  Store store = storeWithTurns();
  for (const char* empty : {"", " \n\t "}) {
    expectRefused(store, says(1, empty), "comment is empty");
    expectRefused(store, says(1, empty, Kind::disagree), "needs a reason");
  }
  for (const Kind kind : {Kind::comment, Kind::agree, Kind::disagree}) {
    expectRefused(store, says(1, std::string(20'001, 'x'), kind), "too long");
  }
  expectRefused(store, says(1, "caf\xe9 au lait"), "characters that cannot be kept");
}

TEST_F(StoreAnnotations, AreTakenBackByTheirAuthorsOnly) {
  Store store = storeWithTurns();
  addSession(store, 2, 1);
  const Annotation comment = says(1, "Well asked.");
  expectRefused(store, takesBack(2, comment), "is not in this session");
  add(store, comment);
  Annotation byAnother = takesBack(2, comment);
  byAnother.author = uuid(3);
  expectRefused(store, byAnother, "Only its author");
  Annotation elsewhere = takesBack(2, comment);
  elsewhere.session = uuid(2);
  expectRefused(store, elsewhere, "is not in this session");
  Annotation itself = takesBack(2, comment);
  itself.withdrawn = itself.id;
  expectRefused(store, itself, "is not in this session");

  const Annotation back = takesBack(2, comment);
  EXPECT_EQ(count(store), 1);
  add(store, back);
  EXPECT_EQ(count(store), 0);
  expectRefused(store, takesBack(3, back), "cannot itself be taken back");
}

TEST_F(StoreAnnotations, ChangeNeitherTheLogNorTheSummary) {
  Store store = storeWithTurns();
  const SessionLog log = store.session(uuid(1)).value();
  const SessionSummary summary = store.sessions().value()[0].summary;
  add(store, says(1, "Well asked."));
  add(store, says(2, "No date.", Kind::disagree));
  EXPECT_EQ(store.session(uuid(1)).value(), log);
  EXPECT_EQ(store.sessions().value()[0].summary, summary);
  EXPECT_TRUE(succeeded(store.append(uuid(1), 3, aTurn(3, "and on"), afterTurns(4))));
}

TEST_F(StoreAnnotations, NobodyCanChangeThem) {
  {
    Store store = storeWithTurns();
    add(store, says(1, "Well asked."));
    add(store, says(2, "And heard."));
  }
  SQLite::Database other = outsider("PRAGMA foreign_keys = ON");
  const std::string columns =
      "session, turn, author, at, kind, about, withdrawn, words_begin, words_end, text ";
  const std::string insert = "INTO annotations (added, id, " + columns + ") SELECT ";
  for (const std::string& sql : std::vector<std::string>{
           "UPDATE annotations SET text = 'x'",
           "UPDATE OR REPLACE annotations SET added = 1 WHERE added = 2",
           "DELETE FROM annotations",
           "REPLACE " + insert + "1, randomblob(16), " + columns + "FROM annotations LIMIT 1",
           "REPLACE " + insert + "7, id, " + columns + "FROM annotations LIMIT 1",
           "INSERT " + insert + "0, randomblob(16), " + columns + "FROM annotations LIMIT 1",
           "INSERT " + insert + "7, x'00', " + columns + "FROM annotations LIMIT 1",
           "DELETE FROM people WHERE name = 'Bo'",
       }) {
    EXPECT_THROW(other.exec(sql), SQLite::Exception) << sql;
  }
  EXPECT_EQ(openStore().annotations(uuid(1)).value(),
            (std::vector{byBo(says(1, "Well asked.")), byBo(says(2, "And heard."))}));
}

TEST_F(StoreAnnotations, ADamagedRowIsSaid) {
  Store store = storeWithTurns();
  add(store, says(1, "Well asked."));
  outsider(
      "PRAGMA ignore_check_constraints = ON; DROP TRIGGER annotations_keep_words; "
      "UPDATE annotations SET kind = 'song'");
  EXPECT_TRUE(refused(store.annotations(uuid(1)), "damaged"));
}

TEST_F(StoreAnnotations, CarryTheirAuthorsPresentName) {
  Store store = storeWithTurns();
  add(store, says(1, "Well asked."));
  ASSERT_TRUE(succeeded(store.renamePerson(aPerson(2, "Bo Lindqvist"))));
  EXPECT_EQ(store.annotations(uuid(1)).value()[0].authorName, "Bo Lindqvist");
}

// Two people say, change and take back many things about three turns of two sessions.
TEST_F(StoreAnnotations, TheListCountsWhatStands) {
  Store store = withTurns(Store::inMemory().value(), 3);
  addSession(store, 2, 3);
  std::mt19937 random(7);
  const auto oneOf = [&](int count) { return static_cast<int>(random() % unsigned(count)); };
  for (int number = 0; number < 400; ++number) {
    Annotation next = says(number, "Why.", static_cast<Kind>(oneOf(4)));
    next.session = uuid(1 + oneOf(2));
    next.turn = aTurn(oneOf(3), "").id;
    next.author = uuid(2 + oneOf(2));
    if (!next.about.empty() && oneOf(2) == 0) next.about = "applications";
    if (oneOf(3) == 0) next.words = {0, 4};
    next.withdrawn = next.kind == Kind::withdrawn ? uuid(5000 + oneOf(number + 1)) : Uuid{};
    // Some are refused: what they take back is another's, or a withdrawal.
    if (next.kind != Kind::withdrawn) {
      add(store, next);
    } else if (!store.addAnnotation(next)) {
      continue;
    }
  }
  const std::vector<SessionRow> rows = store.sessions().value();
  for (const SessionRow& row : rows) {
    const auto stands = standing(store.annotations(row.header.id).value());
    EXPECT_EQ(row.annotations, static_cast<int>(stands.size()));
    EXPECT_GT(std::ranges::count(stands, Kind::disagree,
                                 [](const auto& each) { return each.annotation.kind; }),
              2);
    EXPECT_GT(store.annotations(row.header.id).value().size(), stands.size() * 3 / 2);
  }
}

}  // namespace
}  // namespace sparring
