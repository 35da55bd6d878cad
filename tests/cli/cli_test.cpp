// The program from outside: arguments in; streams and exit code out.
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "base/file.h"
#include "base/json.h"
#include "scenario/write.h"
#include "storage/store.h"
#include "support/installed_copy.h"
#include "support/small_scenario.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

struct Ran {
  int code = -1;
  std::string out;  // Both streams.
};

Ran run(const std::string& arguments, const std::string& input = {},
        const std::string& program = std::string(SPARRING_BUILD_DIR) + "/sparring-cli") {
  const std::string command =
      "printf '%s' '" + input + "' | " + program + " " + arguments + " 2>&1";
  Ran ran;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return ran;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    ran.out.append(buffer.data(), got);
  }
  ran.code = WEXITSTATUS(pclose(pipe));
  return ran;
}

class CliTest : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    const auto path = m_folder.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::string database() const { return (m_folder.path() / "calls.db").string(); }
  std::string scenario() { return write("small.json", writeScenario(testing::smallScenario())); }
  Ran play(const std::string& script) {
    return run("play " + scenario() + " --db " + database() + " --script " +
               write("script.txt", script));
  }
  static bool has(const Ran& ran, const std::string& text) {
    return ran.out.find(text) != std::string::npos;
  }

  TempFolder m_folder;
};

TEST_F(CliTest, HelpNamesEveryCommand) {
  const Ran ran = run("--help");
  EXPECT_EQ(ran.code, 0);
  for (const char* command : {"play", "check", "format", "walk", "match", "replay", "why",
                              "understand", "grade", "regrade", "sessions"})
    EXPECT_TRUE(has(ran, command));
}

TEST_F(CliTest, AScriptCanNameItsSeedAndACallItsPerson) {
  // The second variant begins with too little trust for the topic.
  EXPECT_EQ(play("choose: price\n").code, 0);
  const Ran wary = play("seed: 1\nchoose: price\n");
  EXPECT_EQ(wary.code, 2);
  EXPECT_TRUE(has(wary, ":2: error: There is no move 'price'"));
  EXPECT_TRUE(has(play("seed: soon\n"), ":1: error: seed: takes a whole number."));
  run("play " + scenario() + " --db " + database() + " --person 'Grace Hopper' --script " +
      write("script.txt", "choose: cite\n"));
  const Ran list = run("sessions list --person 'grace hopper' --db " + database());
  EXPECT_TRUE(has(list, "1 turn"));
  EXPECT_FALSE(has(list, "0 turns"));
}

TEST_F(CliTest, MatchAnswersEachLineAndNamesBadOnes) {
  const std::string moves =
      R"("moves":[{"id":"cost","phrasings":["What does the delay cost you in a year?"]},)"
      R"({"id":"who","phrasings":["Who feels it most when a ship is late?"]}])";
  const std::string lines = R"({"id":"a","prev":"Ships wait.",)" + moves +
                            R"(,"text":"Who feels it most when a ship is late?","other":1})"
                            "\n" +
                            R"({"id":7,"moves":[)"
                            "\n" +
                            R"({"id":"c",)" + moves + "}\n" + R"({"id":"d",)" + moves +
                            R"(,"text":""})"
                            "\n";
  const Ran ran = run("match --jsonl " + write("lines.jsonl", lines));
  const auto answer = [&](const std::string& beginning) {
    const std::size_t begin = std::min(ran.out.find(beginning), ran.out.size());
    return parseJson(ran.out.substr(begin, ran.out.find('\n', begin) - begin)).root;
  };
  EXPECT_EQ(ran.code, 1);
  const Json said = answer(R"({"id":"a")");
  ASSERT_EQ(said.kind, Json::Kind::object) << ran.out;
  EXPECT_EQ(said.find("verdict")->string, "accept");
  EXPECT_EQ(said.find("move")->string, "who");
  const std::vector<Json>& ranking = said.find("ranking")->items;
  ASSERT_EQ(ranking.size(), 2U);
  EXPECT_EQ(ranking[0].find("move")->string, "who");
  EXPECT_GT(ranking[0].find("score")->real, ranking[1].find("score")->real);
  EXPECT_LE(ranking[0].find("score")->real, 1.0);
  const Json silent = answer(R"({"id":"d")");
  ASSERT_EQ(silent.kind, Json::Kind::object) << ran.out;
  EXPECT_EQ(silent.find("verdict")->string, "reject");
  EXPECT_EQ(silent.find("move")->kind, Json::Kind::null);
  EXPECT_TRUE(has(ran, "lines.jsonl:2: error: The line is not a whole JSON object."));
  EXPECT_TRUE(has(ran, "lines.jsonl:3: error: There is no \"text\""));
}

TEST_F(CliTest, MatchReadsStandardInputAndRefusesAMissingFile) {
  const Ran ran = run("match --jsonl -", R"({"id":1,"moves":[],"text":"hello"})");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has(ran, R"({"id":1,"verdict":"reject","move":null,"ranking":[]})"));
  const Ran missing = run("match --jsonl " + (m_folder.path() / "none.jsonl").string());
  EXPECT_EQ(missing.code, 2);
  EXPECT_TRUE(has(missing, "cannot be read"));
}

TEST_F(CliTest, AWalkCountsOutcomesAndSaysWhatWasNeverSeen) {
  const Ran walked = run("walk " + scenario() + " --picks 2000 --seed 3");
  EXPECT_EQ(walked.code, 0) << walked.out;
  EXPECT_TRUE(has(walked, "2000 turns in "));
  EXPECT_TRUE(has(walked, "Every node, move and topic was met."));
  const Ran json = run("walk " + scenario() + " --picks 3 --seed 3 --json");
  const JsonDocument figures = parseJson(json.out);
  EXPECT_EQ(figures.root.find("picks")->integer, 3);
  EXPECT_FALSE(figures.root.find("moves_never_picked")->items.empty());
  EXPECT_NE(figures.root.find("outcomes")->find("won"), nullptr);

  Scenario stuck = testing::smallScenario();
  stuck.nodes[1].moves.clear();
  stuck.personas[0].topics.clear();
  const Ran blocked = run("walk " + write("stuck.json", writeScenario(stuck)) + " --picks 50");
  EXPECT_EQ(blocked.code, 1);
  EXPECT_TRUE(has(blocked, "Stuck"));
}

TEST_F(CliTest, AReplayProvesThatCallsComeToTheSame) {
  play("choose: cite\nchoose: ask\nrewind: 1\nchoose: promise\nchoose: ask\nchoose: end\n");
  play("choose: pitch\n");
  const Ran same = run("replay --all --verify --db " + database());
  EXPECT_EQ(same.code, 0) << same.out;
  EXPECT_TRUE(has(same, "2 checked, 0 differ"));
  EXPECT_TRUE(has(same, "Small, 4 turns: identical"));
  const Ran json = run("replay --json --db " + database());
  EXPECT_TRUE(parseJson(json.out).root.items.at(0).find("identical")->boolean);
  EXPECT_EQ(run("replay nosuch --db " + database()).code, 2);
}

TEST_F(CliTest, WhyNamesWhatFailsAndTheTurnThatMadeItSo) {
  play("choose: stay\nchoose: pitch\nchoose: ask\n");
  const JsonDocument list = parseJson(run("sessions list --json --db " + database()).out);
  const std::string id = list.root.items.at(0).find("id")->string;
  const Ran now = run("why " + id + " --db " + database());
  EXPECT_EQ(now.code, 0) << now.out;
  EXPECT_TRUE(has(now, "price: What have you paid for this so far?"));
  EXPECT_TRUE(has(now, "'trust' is 0; it would have to be at least 4. So since turn 2."));
  EXPECT_FALSE(has(now, "stay:"));  // It belongs to another node.
  EXPECT_TRUE(
      has(run("why " + id + " --turn 1 --db " + database()), "“Thank you for the time today.”"));
  const JsonDocument opening =
      parseJson(run("why " + id + " --turn 0 --json --db " + database()).out);
  EXPECT_EQ(opening.root.find("unsaid")->items.at(0).find("line")->string, "hello_again");
  const Ran beyond = run("why " + id + " --turn 4 --db " + database());
  EXPECT_EQ(beyond.code, 2);
  EXPECT_TRUE(has(beyond, "Its turns go from 1 to 3"));
}

TEST_F(CliTest, TurnsAreUnderstoodLineByLineAndABadLineIsNamed) {
  const std::string lines = write(
      "turns.jsonl",
      R"({"id": "one", "prev": "Go on.", "text": "How do your planners find out today that a shipment will be late?", "extra": 1})"
      "\nnot json\n"
      R"({"id": "two", "text": "Your letter promises 50 percent less waste.", "facts": [{"id": "waste", "text": "The letter promises 50 percent less waste.", "keys": ["letter"]}]})"
      "\n");
  const Ran ran = run("understand --jsonl " + lines);
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(has(ran, "line 2:"));
  std::istringstream out(ran.out);
  std::vector<Json> answers;
  for (std::string line; std::getline(out, line);) {
    if (line.starts_with('{')) answers.push_back(parseJson(line).root);
  }
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].find("id")->string, "one");
  EXPECT_EQ(answers[0].find("acts")->items.at(0).find("act")->string, "ask_diagnostic");
  EXPECT_EQ(answers[0].find("focus")->items.at(0).find("about")->string, "customer");
  EXPECT_EQ(answers[1].find("facts")->items.at(0).find("use")->string, "cited");
  EXPECT_EQ(run("understand --jsonl " + (m_folder / "nowhere").string()).code, 2);
}

TEST_F(CliTest, AnUnknownCommandIsRefusedInOneSentence) {
  const Ran ran = run("frobnicate");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(has(ran, "sparring-cli --help"));
}

TEST_F(CliTest, AScriptIsPlayedGradedAndRecorded) {
  const Ran played = play("choose: cite\nchoose: ask\nchoose: end\n");
  EXPECT_EQ(played.code, 0) << played.out;
  EXPECT_TRUE(has(played, "Outcome: Next meeting"));
  const Ran list = run("sessions list --db " + database());
  EXPECT_TRUE(has(list, "Small, Next meeting, 3 turns"));
  const Ran json = run("sessions list --json --db " + database());
  const JsonDocument document = parseJson(json.out);
  ASSERT_EQ(document.root.items.size(), 1u);
  const std::string id = document.root.items[0].find("id")->string;
  const Ran shown = run("sessions show " + id.substr(0, 10) + " --db " + database());
  EXPECT_TRUE(has(shown, "half the waste by spring"));
  const Ran shownJson = run("sessions show " + id + " --json --db " + database());
  EXPECT_EQ(parseJson(shownJson.out).root.find("turns")->items.size(), 3u);
}

TEST_F(CliTest, WhatPeopleSaidStandsUnderTheTurn) {
  play("choose: pitch\nrewind: 0\nchoose: cite\n");
  Uuid session;
  {
    Store store = Store::open(database()).value();
    const Person bo{Uuid{{1}}, "Bo"};
    ASSERT_TRUE(store.addPerson(bo));
    const SessionLog log = store.session(store.sessions()->front().header.id).value();
    session = log.header.id;
    Annotation said;
    said.session = session;
    said.author = bo.id;
    const auto say = [&](std::uint8_t number, std::size_t entry, Annotation::Kind kind, Span words,
                         const std::string& text) {
      said.id = Uuid{{number}};
      said.turn = std::get<SellerTurn>(log.entries[entry]).id;
      said.kind = kind;
      said.about = kind == Annotation::Kind::comment ? "" : "understands_business";
      said.words = words;
      said.text = text;
      return store.addAnnotation(said).has_value();
    };
    ASSERT_TRUE(say(1, 2, Annotation::Kind::comment, {0, 11}, "Well read.\nYou: hello"));
    ASSERT_TRUE(say(2, 2, Annotation::Kind::agree, {21, 45}, ""));
    ASSERT_TRUE(say(3, 2, Annotation::Kind::disagree, {21, 45}, "He put it on a slide."));
    ASSERT_TRUE(say(4, 0, Annotation::Kind::comment, {}, "Rightly taken back."));
  }
  const Ran list = run("sessions list --db " + database());
  EXPECT_TRUE(has(list, "1 turns, Me, 3 comments")) << list.out;
  const Ran shown = run("sessions show " + session.toString() + " --db " + database());
  EXPECT_TRUE(has(shown, "\n  > Bo on \"Your letter\": Well read.\n    You: hello\n")) << shown.out;
  EXPECT_TRUE(has(shown,
                  "  > Bo disagrees with Understands our business on \"half the waste by "
                  "spring\": He put it on a slide.\nRuth: "));
  EXPECT_FALSE(has(shown, " agrees with"));
  EXPECT_TRUE(has(shown,
                  "Said before going back: Our platform has two hundred connectors.\n"
                  "  > Bo: Rightly taken back.\n"));

  const Ran json = run("sessions show " + session.toString() + " --json --db " + database());
  const Json root = parseJson(json.out).root;
  const std::vector<Json>& turns = root.find("turns")->items;
  ASSERT_EQ(turns.size(), 1u);
  const std::vector<Json>& notes = turns[0].find("annotations")->items;
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_EQ(notes[0].find("words")->string, "Your letter");
  EXPECT_EQ(notes[0].find("about")->kind, Json::Kind::null);
  EXPECT_EQ(notes[1].find("kind")->string, "disagree");
  EXPECT_EQ(notes[1].find("about")->string, "understands_business");
  EXPECT_EQ(notes[1].find("author")->string, "Bo");
  const std::vector<Json>& rewound = root.find("rewound_turns")->items;
  ASSERT_EQ(rewound.size(), 1u);
  EXPECT_EQ(rewound[0].find("annotations")->items[0].find("text")->string, "Rightly taken back.");
}

TEST_F(CliTest, TheCallsOfOnePersonAreListed) {
  play("choose: cite\n");
  {
    Store store = Store::open(database()).value();
    ASSERT_TRUE(store.addPerson({Uuid{{1}}, "Bo Lind"}));
  }
  EXPECT_TRUE(has(run("sessions list --person me --db " + database()), "Small, not over"));
  const Ran others = run("sessions list --person \"bo lind\" --db " + database());
  EXPECT_EQ(others.code, 0);
  EXPECT_EQ(others.out, "No sessions yet.\n");
  const Ran nobody = run("sessions list --person Cem --db " + database());
  EXPECT_EQ(nobody.code, 2);
  EXPECT_TRUE(has(nobody, "There is nobody called 'Cem' here. Those who are: Me, Bo Lind."));
}

TEST_F(CliTest, OwnWordsArePlayedOrAskedAboutInTheBuyersVoice) {
  const std::string program = testing::installedWithoutModel(m_folder / "installed").string();
  const Ran ran = run("play " + scenario() + " --script " +
                          write("script.txt",
                                "say: you promised to halve the waste, what has to be different\n"
                                "say: so who decides about money and shops\npick: 1\nsay: xyzzy\n"),
                      {}, program);
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_TRUE(has(ran, "sparring-cli: Own words are understood by their spelling alone"));
  EXPECT_TRUE(has(ran, "Reply to cite"));
  EXPECT_TRUE(has(ran, "Ruth: Do you mean “"));
  EXPECT_TRUE(has(ran, "0. None of these"));
  EXPECT_TRUE(has(ran, "not graded"));
}

TEST_F(CliTest, WhatWasUnderstoodIsSaidAndCanBeTakenBack) {
  const std::string words = "Our platform has two hundred connectors.";
  const Ran ran = play("say: " + words + "\nmisread:\npick: 1\nmisread:\npick: 0\n");
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_TRUE(has(ran, "taken to mean: \"" + words + "\""));
  EXPECT_TRUE(has(ran, "  ~ read as: "));
  EXPECT_TRUE(has(ran, "about us"));
  EXPECT_TRUE(has(ran, "(Not what you meant: taken back.)\nRuth: Do you mean “"));
  Store store = Store::open(database()).value();
  const SessionLog log = store.session(store.sessions()->front().header.id).value();
  ASSERT_EQ(log.entries.size(), 5U);
  const auto understood = [&](std::size_t at) {
    return std::get<SellerTurn>(log.entries[at]).understood;
  };
  EXPECT_EQ(understood(0), Understood::matched);
  EXPECT_EQ(std::get<Rewind>(log.entries[1]).reason, Rewind::Reason::misread);
  EXPECT_EQ(understood(2), Understood::confirmed);
  EXPECT_NE(std::get<SellerTurn>(log.entries[2]).move, MoveId("pitch"));
  EXPECT_EQ(std::get<Rewind>(log.entries[3]).reason, Rewind::Reason::misread);
  EXPECT_EQ(understood(4), Understood::nothing);
  EXPECT_TRUE(has(run("replay --all --db " + database()), "identical"));
  EXPECT_TRUE(has(play("misread:\n"), "There is no turn to take back."));
}

TEST_F(CliTest, RewindGoesBack) {
  const Ran ran = play("choose: pitch\nrewind: 0\nchoose: cite\n");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has(ran, "Reply to cite"));
}

TEST_F(CliTest, FaultsOfAScriptNameTheirLineAndWhatIsOnOffer) {
  const Ran unknown = play("# a comment\nchoose: nothing\n");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_TRUE(has(unknown, "script.txt:2: error: There is no move 'nothing'"));
  EXPECT_TRUE(has(unknown, "cite"));
  EXPECT_TRUE(has(play("shout: hello\n"), "'shout' is not a script word"));
  EXPECT_TRUE(has(play("rewind: 4\n"), "from 0 to 0"));
  EXPECT_TRUE(
      has(play("choose: cite\nchoose: ask\nchoose: end\nchoose: ask\n"), "The call is over"));
}

TEST_F(CliTest, ALiveCallCanBePlayedThroughAPipe) {
  const Ran ran = run("play " + scenario() + " --db " + database(), "1\n1\n3\n");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has(ran, "Outcome: Next meeting")) << ran.out;
}

TEST_F(CliTest, CheckExitsWithOneOnErrorsAndNamesFileLineAndCode) {
  EXPECT_EQ(run("check " + scenario()).code, 0);
  Scenario broken = testing::smallScenario();
  broken.nodes[0].moves[0].target = "nowhere";
  const std::string file = write("broken.json", writeScenario(broken));
  const Ran ran = run("check " + file);
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(has(ran, "broken.json:"));
  EXPECT_TRUE(has(ran, ": error SC"));
  EXPECT_TRUE(has(ran, "nowhere"));
  const Ran json = run("check --json " + file);
  const JsonDocument document = parseJson(json.out);
  ASSERT_FALSE(document.root.items.empty());
  EXPECT_GT(document.root.items[0].find("line")->integer, 1);
  EXPECT_TRUE(has(json, "Add the outcome “nowhere”"));
}

TEST_F(CliTest, MissingFilesAreSaidPlainly) {
  EXPECT_EQ(run("check /no/such/file.json").code, 2);
  EXPECT_EQ(run("play no-such-scenario").code, 2);
  EXPECT_TRUE(has(run("play no-such-scenario"), "There is no scenario 'no-such-scenario'"));
  EXPECT_TRUE(has(run("sessions list --db /no/such.db"), "no database here yet"));
}

TEST_F(CliTest, HostileScenariosEndInASentence) {
  const std::vector<std::string> files = {
      write("empty.json", ""),
      write("truncated.json", writeScenario(testing::smallScenario()).substr(0, 900)),
      write("deep.json", std::string(100'000, '[')),
      write("binary.json", std::string("\x00\xff\xfe\x80", 4)),
      write("wrong.json", R"({"format": "one", "nodes": {"a": 1}, "personas": [[[]]]})"),
  };
  for (const std::string& file : files) {
    const Ran ran = run("check " + file);
    EXPECT_EQ(ran.code, 1) << file << "\n" << ran.out;
    EXPECT_TRUE(has(ran, "error SC")) << file;
    const Ran played = run("play " + file + " --db " + database(), "1\n1\n");
    EXPECT_LE(played.code, 2) << file;
  }
}

TEST_F(CliTest, ADatabaseThatIsNotOursIsRefusedAndLeftAlone) {
  const std::string file = write("notes.db", "These are my notes, not a database.\n");
  const Ran ran = run("play " + scenario() + " --db " + file, "1\n");
  EXPECT_EQ(ran.code, 2);
  std::ifstream again(file);
  std::string line;
  std::getline(again, line);
  EXPECT_EQ(line, "These are my notes, not a database.");
}

TEST_F(CliTest, ADamagedDatabaseIsRestoredAndThatIsSaid) {
  play("choose: cite\nchoose: ask\n");
  std::filesystem::resize_file(database(), 3 * std::filesystem::file_size(database()) / 4);
  const Ran list = run("sessions list --db " + database());
  EXPECT_EQ(list.code, 0);
  EXPECT_TRUE(has(list, "The practice file was damaged")) << list.out;
  EXPECT_TRUE(has(list, "as calls.db.damaged.20")) << list.out;
  EXPECT_FALSE(has(run("sessions list --db " + database()), "damaged"));
  EXPECT_TRUE(has(play("choose: cite\n"), "Reply to cite"));
}

TEST_F(CliTest, FormatLeavesABrokenFileAsItIs) {
  const std::string bytes = R"({"format": 1, "unknown_key": [1, 2]})";
  const std::string file = write("odd.json", bytes);
  EXPECT_EQ(run("format " + file).code, 1);
  std::ifstream again(file);
  std::string line;
  std::getline(again, line);
  EXPECT_EQ(line, bytes);
}

TEST_F(CliTest, CheckMendsOnlyWhereAskedAndSaysWhatItDid) {
  Scenario broken = testing::smallScenario();
  broken.nodes[0].moves[0].target = "depe";            // deep
  broken.nodes[0].moves[1].effects = {"trust -= 30"};  // At most 10.
  broken.outcomes[0].verdict = "";                     // Only its author can write it.
  const std::string bytes = writeScenario(broken);
  const std::string file = write("broken.json", bytes);
  EXPECT_EQ(run("check " + file).code, 1);
  EXPECT_EQ(readFile(file, 1 << 20).value_or(""), bytes);

  const Ran ran = run("check --fix " + file);
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(has(ran, "mended SC022: “depe” is neither a node nor an outcome. Write “deep”."));
  EXPECT_TRUE(has(ran, "mended SC041"));
  EXPECT_TRUE(has(ran, "error SC051"));
  EXPECT_FALSE(has(ran, "error SC022"));
  broken.nodes[0].moves[0].target = "deep";
  broken.nodes[0].moves[1].effects = {"trust -= 10"};
  EXPECT_EQ(readFile(file, 1 << 20).value_or(""), writeScenario(broken));
}

TEST_F(CliTest, CheckLeavesAFileWhoseWordsItWouldLose) {
  std::string bytes = writeScenario(testing::smallScenario());
  bytes.replace(bytes.find("\"target\": \"deep\""), 16, "\"tagret\": \"depe\"");
  const std::string file = write("broken.json", bytes);
  const Ran ran = run("check --fix " + file);
  EXPECT_TRUE(has(ran, "left as it is"));
  EXPECT_EQ(readFile(file, 1 << 20).value_or(""), bytes);
}

TEST_F(CliTest, CheckJudgesAnArchetypeByWhatAnArchetypeIs) {
  const std::string shipped = std::string(SPARRING_SOURCE_DIR) + "/data/archetypes/coo.json";
  EXPECT_EQ(run("check " + shipped).out, "1 checked, 0 errors, 0 warnings\n");
  const std::string bytes = R"({"format": 1, "id": "baker", "title": "Baker", "reactions": [
{"id": "gives", "acts": ["conceed"], "replies": [{"id": "a", "text": "{ceo}?"}]}]})";
  const std::string file = write("baker.json", bytes);
  const Ran ran = run("check " + file);
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(has(ran, "baker.json:2: error AR045: The method has no act “conceed”. Did you mean"));
  EXPECT_TRUE(has(ran, "baker.json:2: warning AR059"));
  EXPECT_TRUE(has(ran, "1 checked, 1 errors, 1 warnings"));
  const Ran json = run("check --json " + file);
  const JsonDocument document = parseJson(json.out);
  ASSERT_EQ(document.root.items.size(), 2U);
  EXPECT_EQ(document.root.items[0].find("code")->string, "AR045");
  EXPECT_EQ(document.root.items[0].find("pointer")->string, "/reactions/0/acts/0");
  EXPECT_TRUE(document.root.items[0].find("fixes")->items.empty());
  EXPECT_TRUE(has(run("check --fix " + file), "There are no fixes for archetypes"));
  EXPECT_EQ(readFile(file, 1 << 20).value_or(""), bytes);
}

TEST_F(CliTest, CheckKnowsTheKindsOfBuyersThatShip) {
  Scenario odd = testing::smallScenario();
  odd.personas[0].archetype = "procurment";
  const std::string file = write("odd.json", writeScenario(odd));
  EXPECT_TRUE(has(run("check " + file), "warning SC071: There is no kind of buyer “procurment”"));
  EXPECT_TRUE(has(run("check --fix " + file), "mended SC071"));
  odd.personas[0].archetype = "procurement";
  EXPECT_EQ(readFile(file, 1 << 20).value_or(""), writeScenario(odd));
}

TEST_F(CliTest, CheckExplainsACode) {
  const Ran ran = run("check --explain sc024");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has(ran, "# SC024: a node is never reached"));
  EXPECT_TRUE(has(run("check --explain AR038"), "# AR038: an unreadable condition"));
  EXPECT_EQ(run("check --explain SC999").code, 2);
  EXPECT_EQ(run("check --explain ../../README").code, 2);
  EXPECT_EQ(run("check").code, 2);
}

}  // namespace
}  // namespace sparring
