// The pictures of the user guide, made from the program as it is: into build/shots/guide, from
// where they are put into docs/user-guide/pictures. What the guide says is to be seen in each is
// seen.
#include <QDateTime>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <fstream>
#include <sstream>

#include "author/author_workspace.h"
#include "author/editor_page.h"
#include "base/file.h"
#include "bridge/own_scenarios.h"
#include "call/score_card.h"
#include "gui/gui_fixture.h"
#include "scenario/read.h"
#include "support/temp_folder.h"
#include "widgets/track_chart.h"

namespace sparring::ui {
namespace {

const std::filesystem::path source(SPARRING_SOURCE_DIR);

// A call of the golden playthroughs, as its moves.
struct Script {
  std::uint64_t seed = 0;
  std::vector<MoveId> moves;
};

Script scriptOf(const std::string& scenario, const std::string& name) {
  Script script;
  std::ifstream in(source / "tests/golden/playthroughs" / scenario / name / "script.txt");
  EXPECT_TRUE(in) << scenario << ' ' << name;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind;
    std::string what;
    words >> kind >> what;
    if (kind == "seed:") script.seed = std::stoull(what);
    if (kind == "choose:") script.moves.emplace_back(what);
  }
  return script;
}

class Guide : public GuiTest {
 protected:
  Guide() {
    m_workplace.folders = *findDataFolders(SPARRING_BUILD_DIR);  // As the program itself.
    m_workplace.ownScenarios = m_folder / "scenarios";
    m_workplace.reloadScenarios();
    Result<std::vector<Archetype>> archetypes =
        openArchetypes(m_workplace.folders.archetypes, *m_workplace.method.method);
    m_workplace.archetypes = archetypes.value_or(std::vector<Archetype>{});
    m_workplace.understanding = openUnderstanding(m_workplace.folders);
    // Half a minute a turn.
    m_workplace.now = [this] { return Timestamp{m_time += 31'000}; };
    m_workplace.newSeed = [this] { return m_seed++; };
    m_maya = m_workplace.person = addPerson("Maya Lindqvist");
    m_sofia = addPerson("Sofia Berg");
  }

  Person addPerson(const std::string& name) {
    Person person{m_workplace.newId(), name};
    EXPECT_TRUE(m_workplace.store->addPerson(person));
    return person;
  }
  void setTime(int daysAgo, int hour, int minute) {
    m_time =
        QDateTime(QDate::currentDate().addDays(-daysAgo), QTime(hour, minute)).toMSecsSinceEpoch();
  }
  LoadedScenario scenario(const std::string& id) const {
    for (const ScenarioFile& file : m_workplace.scenarios) {
      if (file.loaded.scenario->id == id) return readyToPlay(file.loaded, m_workplace.archetypes);
    }
    ADD_FAILURE() << id;
    return {};
  }
  void play(const Person& person, const std::string& id, const Script& script) {
    PracticeSession session = PracticeSession::begin(scenario(id), m_workplace.method, person,
                                                     script.seed, m_workplace.ports());
    for (const MoveId& move : script.moves) session.choose(move);
    EXPECT_FALSE(session.unsaved());
  }
  void play(const Person& person, const std::string& id, const std::string& name) {
    play(person, id, scriptOf(id, name));
  }
  // The four chairs, with too much about interfaces on the way.
  static Script mixedCall() {
    return {0,
            {MoveId("open_promise"), MoveId("goal_name"), MoveId("ops_share"), MoveId("ops_enough"),
             MoveId("fin_moved"), MoveId("fin_cost"), MoveId("tech_yes"), MoveId("list_long")}};
  }

  void sitDown(const Person& person) {
    m_workplace.person = person;
    open(false);
  }
  void choose(const QString& name) {
    for (QAbstractButton* each : m_window->findChildren<QAbstractButton*>()) {
      const bool isIt = each->text().startsWith(name) || each->accessibleName().startsWith(name);
      if (!each->isVisible() || !isIt) continue;
      each->setFocus();
      press(Qt::Key_Space);
      return;
    }
    FAIL() << name.toStdString();
  }
  // On the first page of all, the last call's card.
  void openLastCall() {
    const SessionRow row = m_workplace.store->sessions({.person = m_maya.id})->front();
    for (QAbstractButton* each : m_window->findChildren<QAbstractButton*>()) {
      const QString text = each->accessibleName() + each->accessibleDescription();
      const bool isIt = text.contains(row.summary.over ? toQt(row.summary.outcomeTitle)
                                                       : QStringLiteral("Not over"));
      if (!each->isVisible() || !isIt) continue;
      each->setFocus();
      press(Qt::Key_Return);
      return;
    }
    FAIL() << "the last call has no card";
  }
  void openReview() {
    sitDown(m_sofia);
    press(Qt::Key_2, Qt::ControlModifier);
  }
  // In a new window, somebody's last call, at this turn.
  void reviewTurn(int turn) {
    openReview();
    press(Qt::Key_Return);
    for (int i = 1; i < turn; ++i) press(Qt::Key_Right);
  }
  void picture(const QString& name) {
    settle();
    const QString folder = QStringLiteral(SPARRING_BUILD_DIR "/../shots/guide");
    QDir().mkpath(folder);
    EXPECT_TRUE(window()->grab().save(folder + u'/' + name + QStringLiteral(".png")));
  }

  TempFolder m_folder;
  std::int64_t m_time = 0;
  std::uint64_t m_seed = 0;
  Person m_maya;
  Person m_sofia;
};

TEST_F(Guide, ACallWithOptions) {
  setTime(0, 6, 37);
  play(m_maya, "committee-four-chairs", mixedCall());
  open(false);
  openLastCall();
  EXPECT_TRUE(shows(QStringLiteral("Choose what to say")));
  EXPECT_TRUE(shows(QStringLiteral("Also at the table")));
  EXPECT_TRUE(shows(QStringLiteral("You talk to one of four")));
  picture(QStringLiteral("rep-call"));
  press(Qt::Key_F4);
  EXPECT_TRUE(shows(QStringLiteral("Whom your words are about")));
  EXPECT_FALSE(shows(QStringLiteral("You talk to one of four")));
  picture(QStringLiteral("rep-ratio-only"));
}

TEST_F(Guide, OwnWordsAreUnderstoodAndPutRight) {
  setTime(0, 6, 37);
  open(false);
  choose(QStringLiteral("Four chairs and a clock"));
  press(Qt::Key_Tab);
  press(Qt::Key_Space);
  type(QStringLiteral(
      "As of April, when a fridge breaks down in a hospital or in a care home, you "
      "want it running again inside six hours. Could I ask each of you what it takes "
      "to do that?"));
  press(Qt::Key_Return);
  if (shows(QStringLiteral("What did you mean?"))) press(Qt::Key_1);
  EXPECT_TRUE(shows(QStringLiteral("That isn’t what I meant")));
  EXPECT_TRUE(shows(QStringLiteral("Understood:")));
  picture(QStringLiteral("rep-own-words"));
  press(Qt::Key_F2);
  EXPECT_TRUE(shows(QStringLiteral("Do you mean “")));
  picture(QStringLiteral("rep-misread"));
}

TEST_F(Guide, AHandOver) {
  setTime(0, 9, 10);
  Script script = scriptOf("ceo-first-call", "delegated");
  while (!script.moves.back().value.starts_with("neil_")) script.moves.pop_back();
  script.moves.pop_back();
  play(m_maya, "ceo-first-call", script);
  open(false);
  openLastCall();
  EXPECT_TRUE(shows(QStringLiteral("From here you speak with Neil Armitage")));
  picture(QStringLiteral("rep-handover"));
}

TEST_F(Guide, TheDebriefItsTrackAndACallGoneTwoWays) {
  setTime(0, 6, 37);
  play(m_maya, "committee-four-chairs", "price_only");
  open(false);
  openLastCall();
  EXPECT_TRUE(shows(QStringLiteral("The seven rules")));
  EXPECT_TRUE(shows(QStringLiteral("What you could not know")));
  // All of a poor call, which has broken most, still stands on one screen.
  const auto* card = m_window->findChild<ScoreCard*>();
  EXPECT_LE(card->mapTo(m_window.get(), QPoint(0, card->height())).y(), m_window->height());
  picture(QStringLiteral("rep-debrief"));
  auto* track = m_window->findChild<TrackChart*>();
  auto* scroll = m_window->findChild<QScrollArea*>(QStringLiteral("debrief"));
  track->setFocus();
  press(Qt::Key_Right);
  press(Qt::Key_Right);
  scroll->verticalScrollBar()->setValue(
      track->mapTo(scroll->widget(), QPoint(0, -2 * space::page)).y());
  EXPECT_TRUE(shows(QStringLiteral("The track of the call")));
  picture(QStringLiteral("rep-track"));
  press(Qt::Key_Return);
  EXPECT_TRUE(shows(QStringLiteral("Redo from here")));
  picture(QStringLiteral("rep-turn"));

  press(Qt::Key_R);
  press(Qt::Key_1);
  press(Qt::Key_1);
  press(Qt::Key_F7);
  EXPECT_TRUE(shows(QStringLiteral("said first and said again")));
  picture(QStringLiteral("rep-compare"));
}

TEST_F(Guide, TheManagerFindsACallAndWritesAboutIt) {
  const Person priya = addPerson("Priya Raman");
  const Person jonas = addPerson("Jonas Weber");
  const Person tom = addPerson("Tom Okafor");
  struct Held {
    const Person& rep;
    const char* scenario;
    const char* call;
    int daysAgo, hour, minute;
  };
  const std::vector<Held> held = {
      {tom, "delegatee-back-up", "features-for-ever", 9, 11, 3},
      {priya, "ceo-first-call", "refusal", 9, 15, 9},
      {tom, "delegatee-back-up", "silver-medal", 8, 13, 26},
      {m_maya, "ceo-first-call", "delegated", 6, 8, 55},
      {m_maya, "ceo-first-call", "next_meeting", 5, 10, 11},
      {priya, "committee-four-chairs", "price_only", 4, 8, 5},
      {jonas, "committee-four-chairs", "stopped", 4, 14, 47},
      {jonas, "delegatee-back-up", "time-up", 4, 16, 20},
      {priya, "ceo-first-call", "extended", 3, 11, 32},
      {priya, "committee-four-chairs", "second_session", 2, 9, 14},
      {jonas, "delegatee-back-up", "ingrid-wants", 1, 15, 58},
      {tom, "committee-four-chairs", "silver", 1, 16, 42},
  };
  for (const Held& each : held) {
    setTime(each.daysAgo, each.hour, each.minute);
    play(each.rep, each.scenario, each.call);
  }
  setTime(0, 6, 37);
  play(m_maya, "committee-four-chairs", mixedCall());
  setTime(0, 6, 48);

  reviewTurn(8);
  EXPECT_TRUE(shows(QStringLiteral("You talk to one of four")));
  press(Qt::Key_A);
  press(Qt::Key_C);
  press(Qt::Key_Right);
  for (int i = 0; i < 7; ++i) press(Qt::Key_Right, Qt::ShiftModifier);
  press(Qt::Key_Return);
  type(
      QStringLiteral("Three people stopped listening here. Give Dominic his five answers in "
                     "writing tonight, and ask Bev what changes at six in the morning."));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_TRUE(shows(QStringLiteral("Sofia Berg agrees")));
  choose(QStringLiteral("1 comment"));
  EXPECT_TRUE(shows(QStringLiteral("Three people stopped listening")));
  picture(QStringLiteral("manager-comment"));

  press(Qt::Key_Left);
  press(Qt::Key_D);
  type(
      QStringLiteral("Dominic had asked for exactly this, and it was one sentence. The fault was "
                     "to go on afterwards."));
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_TRUE(shows(QStringLiteral("Sofia Berg disagrees")));
  picture(QStringLiteral("manager-disagree"));
  press(Qt::Key_S);
  press(Qt::Key_PageDown);
  EXPECT_TRUE(shows(QStringLiteral("The track of the call")));
  picture(QStringLiteral("manager-score"));

  openReview();
  EXPECT_TRUE(shows(QStringLiteral("13 calls")));
  picture(QStringLiteral("manager-calls"));

  sitDown(m_maya);
  openLastCall();
  for (int i = 0; i < 30 && !shows(QStringLiteral("See how it went")); ++i) press(Qt::Key_1);
  press(Qt::Key_Space);
  EXPECT_TRUE(shows(QStringLiteral("comments only")));
  choose(QStringLiteral("Show "));
  EXPECT_TRUE(shows(QStringLiteral("Sofia Berg disagrees")));
  picture(QStringLiteral("manager-repsees"));
}

// The template of a short first call, written over.
Scenario hospitalCall() {
  std::string bytes = readFile(source / "data/templates/first-call.json", 1 << 20).value();
  const std::vector<std::pair<std::string, std::string>> rewritten = {
      {"\"A short first call\"", "\"First call on a hospital director\""},
      {"Alex Example", "Helen Marsh"},
      {"\"Chief executive\"", "\"Hospital director\""},
      {"Your annual report makes one promise. What would have to change for you to keep it?",
       "Your annual report promises that nobody waits more than four hours. What would have to "
       "change for that?"},
      {"Your annual report makes one promise",
       "Your annual report promises that nobody waits more than four hours"},
      {"You have read it. Good. What has to change is how late we notice things.",
       "You have read it. Good. A bed is free at noon, and the ward upstairs hears of it at four."},
      {"So: we notice things late. What about it?",
       "So a bed stands empty for four hours. What about it?"},
      {"How do your people find out today that something is going wrong?",
       "How does the ward find out today that a bed is free?"},
      {"How do your people find out today", "How does the ward find out today"},
      {"What you need is our system, and quickly.", "What you need is our bed board, and quickly."},
      {"What you need is our system", "What you need is our bed board"},
      {"[to do: the customer, what they do, where, how large]",
       "A hospital of 600 beds between two towns, with its own emergency department."},
      {"[to do: what a rep knows before the call, one short line each]",
       "Beds are counted by telephone, twice a day."},
      {"[to do: what it is]", "nobody waits more than four hours."},
      {"[to do: what the rep can only learn by asking]",
       "A bed that is free at noon is known upstairs at four."},
      {"[to do: what this person is after; it guides you in every answer]",
       "To keep the promise that she wrote herself."},
      {"[to do: how this person speaks: quick or slow, warm or dry]", "Quick, dry, and fair."},
  };
  for (const auto& [from, to] : rewritten) {
    for (std::size_t at = bytes.find(from); at != std::string::npos;
         at = bytes.find(from, at + to.size())) {
      bytes.replace(at, from.size(), to);
    }
  }
  return *readScenario(bytes).scenario;
}

TEST_F(Guide, TheTrainerWritesABuyer) {
  m_workplace.person = m_sofia;
  const std::filesystem::path file =
      addOwnScenario(m_workplace, hospitalCall(),
                     QStringLiteral("First call on a hospital director"))
          .value();
  m_workplace.reloadScenarios();
  open(false);
  press(Qt::Key_3, Qt::ControlModifier);
  auto* author = m_window->findChild<AuthorWorkspace*>();
  press(Qt::Key_N, Qt::ControlModifier);
  type(QStringLiteral("Two at the ward round"));
  EXPECT_TRUE(shows(QStringLiteral("Two people, with a hand-over")));
  picture(QStringLiteral("trainer-new"));
  press(Qt::Key_Escape);

  author->edit(file);
  settle();
  EditorPage& editor = author->editor();
  editor.goTo("/nodes/0/moves/0");
  press(Qt::Key_F5);
  press(Qt::Key_1);
  EXPECT_TRUE(shows(QStringLiteral("What can be said")));
  EXPECT_TRUE(shows(QStringLiteral("So a bed stands empty for four hours. What about it?")));
  picture(QStringLiteral("trainer-try"));
  auto* side = m_window->findChild<QTabWidget*>();
  side->setCurrentIndex(0);
  editor.goTo("/nodes/0/moves/0/marks/0/why");
  settle();
  EXPECT_TRUE(shows(QStringLiteral("Nothing to mend")));
  EXPECT_TRUE(shows(QStringLiteral("What it is worth")));
  picture(QStringLiteral("trainer-worth"));

  press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
  type(QStringLiteral("The board"));
  const std::string node = editor.part();
  editor.goTo(node + "/lines/0/text");
  settle();
  type(
      QStringLiteral("The board is in. They will ask me about the trolleys. What do I tell them?"));
  editor.goTo(node + "/lines/0/when");
  settle();
  type(QStringLiteral("goal_shard"));
  editor.document().judge();
  EXPECT_TRUE(shows(QStringLiteral("Did you mean “goal_shared”?")));
  picture(QStringLiteral("trainer-node"));
}

}  // namespace
}  // namespace sparring::ui
