// sparring-cli grade and regrade from outside.
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <set>

#include "base/json.h"
#include "scenario/write.h"
#include "support/small_scenario.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

class GradeCommand : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    const auto path = m_folder.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return "'" + path.string() + "'";
  }
  std::string read(const std::string& name) const {
    std::ifstream in(m_folder.path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  Ran run(const std::string& arguments) {
    const std::string folder = m_folder.path().string();
    const std::string command = std::string(SPARRING_BUILD_DIR) + "/sparring-cli " + arguments +
                                " > '" + folder + "/out' 2> '" + folder + "/err'";
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), read("out"), read("err")};
  }
  // What is said of a transcript that cannot be graded.
  std::string refusal(const std::string& transcript, const std::string& options) {
    const Ran ran = run("grade " + write("call.txt", transcript) + " " + options);
    EXPECT_EQ(ran.code, 2);
    EXPECT_TRUE(ran.out.empty());
    return ran.err;
  }
  static bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  }

  const std::string m_call =
      "Ada: Good morning, thank you for the half hour.\n"
      "Ruth Bell: You have twenty minutes.\n"
      "Ada: Our platform has two hundred connectors, a rules engine and a dashboard.\n"
      "It also has an API.\n"
      "Ruth Bell: I see.\n";
  TempFolder m_folder;
};

std::vector<Json> linesOf(const std::string& text) {
  std::vector<Json> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    const JsonDocument line = parseJson(text.substr(at, end - at));
    EXPECT_TRUE(line.isWhole);
    out.push_back(line.root);
    at = end + 1;
  }
  return out;
}

TEST_F(GradeCommand, LinesAreAnsweredInOrderAndEachCallWithItsGrade) {
  const Ran ran = run(
      "grade --jsonl " +
      write(
          "lines.jsonl",
          R"({"id":"a1","call":"a","persona":"ceo","prev":"Good morning.","text":"Thank you for the time."})"
          "\n"
          R"({"id":"a2","call":"a","persona":"ceo","prev":"Go on.","text":"Our platform has two hundred connectors, a rules engine and a dashboard."})"
          "\nno line\n"
          R"({"id":"b1","call":"b","persona":"ceo","prev":"Go on.","text":"What would you most like to have changed by next year?"})"
          "\n"));
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(has(ran.err, "line 3")) << ran.err;
  const std::vector<Json> lines = linesOf(ran.out);
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0].find("id")->string, "a1");
  EXPECT_EQ(lines[1].find("call")->string, "a");
  for (const char* key : {"rules", "perhaps", "concepts", "ratio", "stage"}) {
    EXPECT_NE(lines[1].find(key), nullptr) << key;
  }
  const Json& words = *lines[1].find("ratio");
  EXPECT_EQ(words.find("customer")->integer + words.find("seller")->integer +
                words.find("neutral")->integer,
            12);
  const Json* grade = lines[2].find("call_grade");
  ASSERT_NE(grade, nullptr);
  EXPECT_EQ(lines[2].find("call")->string, "a");
  EXPECT_EQ(grade->find("turns")->integer, 2);
  for (const char* key : {"score", "rules", "ratio", "order", "stages", "concepts"}) {
    EXPECT_NE(grade->find(key), nullptr) << key;
  }
  EXPECT_EQ(lines[3].find("id")->string, "b1");
  EXPECT_EQ(lines[4].find("call")->string, "b");
  // The question of the second call must not be worth less than the pitch of the first.
  EXPECT_GT(lines[4].find("call_grade")->find("score")->integer, grade->find("score")->integer);
}

// What each line of an answer is: the id of a turn, or whose grade.
std::vector<std::string> shapeOf(const std::vector<Json>& lines) {
  std::vector<std::string> out;
  for (const Json& line : lines) {
    const Json* id = line.find("id");
    out.push_back(id != nullptr ? id->string : line.find("call")->string + ": grade");
  }
  return out;
}

TEST_F(GradeCommand, InterleavedCallsAreGradedAsIfEachStoodAlone) {
  const std::string a1 =
      R"({"id":"a1","call":"a","persona":"ceo","prev":"Good morning.","text":"What would you most like to have changed by next year?"})"
      "\n";
  const std::string a2 =
      R"({"id":"a2","call":"a","persona":"ceo","prev":"Our delivery times.","text":"How are your delivery times kept today, and who is touched when one slips?"})"
      "\n";
  const std::string a3 =
      R"({"id":"a3","call":"a","persona":"ceo","prev":"Everybody.","text":"What does a late delivery cost you?"})"
      "\n";
  const std::string b1 =
      R"({"id":"b1","call":"b","persona":"ceo","prev":"Go on.","text":"Our platform has two hundred connectors, a rules engine and a dashboard."})"
      "\n";
  const std::string b2 =
      R"({"id":"b2","call":"b","persona":"ceo","prev":"And?","text":"It also has an API and a cloud."})"
      "\n";
  const std::vector<Json> apart =
      linesOf(run("grade --jsonl " + write("apart.jsonl", a1 + a2 + a3 + b1 + b2)).out);
  const std::string mixed = write("mixed.jsonl", a1 + b1 + a2 + b2 + a3);
  const std::string answer = run("grade --jsonl " + mixed).out;
  const std::vector<Json> together = linesOf(answer);
  EXPECT_EQ(shapeOf(together),
            (std::vector<std::string>{"a1", "b1", "a2", "b2", "b: grade", "a3", "a: grade"}));
  std::multiset<std::string> expected;
  std::multiset<std::string> given;
  for (const Json& line : apart) expected.insert(writeJsonLine(line));
  for (const Json& line : together) given.insert(writeJsonLine(line));
  EXPECT_EQ(given, expected);
  EXPECT_EQ(run("grade --jsonl - < " + mixed).out, answer);
}

TEST_F(GradeCommand, EveryMarkStandsOnWordsOfItsTurn) {
  const std::string text = "Our platform has an API, a rules engine, a dashboard and a cloud.";
  const Ran ran =
      run("grade --jsonl " +
          write("lines.jsonl", R"({"id":"1","call":"a","persona":"ceo","prev":"Go on.","text":")" +
                                   text + "\"}\n"));
  int marks = 0;
  const Json line = linesOf(ran.out).at(0);
  for (const char* kind : {"rules", "perhaps", "concepts"}) {
    for (const Json::Member& mark : line.find(kind)->members) {
      ++marks;
      const std::string words = mark.value.find("words")->string;
      EXPECT_FALSE(words.empty());
      EXPECT_TRUE(has(text, words)) << words;
      EXPECT_FALSE(mark.value.find("why")->string.empty());
    }
  }
  EXPECT_GT(marks, 0);
}

TEST_F(GradeCommand, ATranscriptIsGradedForItsSeller) {
  const Ran ran = run("grade " + write("call.txt", m_call) + " --seller ada --buyer ceo");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "1. Good morning"));
  EXPECT_TRUE(has(ran.out,
                  "2. Our platform has two hundred connectors, a rules engine and a "
                  "dashboard. It also has an API."));
  EXPECT_FALSE(has(ran.out, "twenty minutes"));
  EXPECT_TRUE(has(ran.out, "Score: "));
  const Ran json = run("grade " + write("call.txt", m_call) + " --seller Ada --json");
  const JsonDocument document = parseJson(json.out);
  ASSERT_TRUE(document.isWhole);
  EXPECT_EQ(document.root.find("turns")->items.size(), 2U);
  EXPECT_EQ(json.out, run("grade " + write("call.txt", m_call) + " --seller Ada --json").out);
}

TEST_F(GradeCommand, TranscriptsThatAreNoCallAreRefusedInASentence) {
  EXPECT_TRUE(has(refusal("", "--seller Ada"), "Nobody speaks"));
  EXPECT_TRUE(has(refusal("just some words\n", "--seller Ada"), "Name: text"));
  EXPECT_TRUE(has(refusal("Ada: Hello.\nAda: Anybody?\n", "--seller Ada"), "Only Ada speaks"));
  EXPECT_TRUE(has(refusal(m_call, "--seller Grace"), "Ada, Ruth Bell"));
  EXPECT_TRUE(has(refusal(m_call, ""), "--seller NAME"));
}

TEST_F(GradeCommand, InATranscriptOfTenAllOthersAreBuyers) {
  std::string call;
  for (const char* name : {"Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo"}) {
    call += std::string(name) + ": What do you say?\nAda: Thank you for the question.\n";
  }
  const Ran ran = run("grade " + write("call.txt", call) + " --seller Ada");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has(ran.err, "9 others speak")) << ran.err;
  EXPECT_TRUE(has(ran.out, "9. Thank you"));
}

TEST_F(GradeCommand, AnotherMethodCanBeNamed) {
  const std::string spin = std::string(SPARRING_SOURCE_DIR) + "/data/method/spin.json";
  const Ran ran = run("grade " + write("call.txt", m_call) + " --seller Ada --method " + spin);
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "Need-payoff questions"));
  const Ran broken = run("grade " + write("call.txt", m_call) + " --seller Ada --method " +
                         write("method.json", "{}"));
  EXPECT_EQ(broken.code, 2);
  EXPECT_TRUE(has(broken.err, "ME0")) << broken.err;
}

TEST_F(GradeCommand, RecordedCallsAreGradedAnewAndProved) {
  const std::string database = " --db " + (m_folder.path() / "calls.db").string();
  const std::string scenario = write("small.json", writeScenario(testing::smallScenario()));
  const std::string script = write("script.txt", "choose: cite\nchoose: ask\nchoose: end\n");
  ASSERT_EQ(run("play " + scenario + database + " --script " + script).code, 0);
  const Ran proved = run("regrade --all --verify" + database);
  EXPECT_EQ(proved.code, 0);
  EXPECT_TRUE(has(proved.out, "identical")) << proved.out;
  const Ran again = run("regrade --json" + database);
  const std::vector<Json> lines = linesOf(again.out);
  ASSERT_EQ(lines.size(), 1U);
  const std::string id = lines[0].find("call")->string;
  const Ran graded = run("grade " + id + database + " --json");
  const JsonDocument document = parseJson(graded.out);
  ASSERT_TRUE(document.isWhole) << graded.err;
  EXPECT_EQ(writeJsonLine(*document.root.find("call_grade")),
            writeJsonLine(*lines[0].find("call_grade")));
  EXPECT_EQ(document.root.find("turns")->items.size(), 3U);
  EXPECT_EQ(run("grade nosuchcall" + database).code, 2);
}

}  // namespace
}  // namespace sparring
