#include "base/json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace sparring {
namespace {

std::string compact(std::string_view bytes) {
  return writeJsonLine(parseJson(bytes).root);
}

// The only fault of a document.
JsonFault faultIn(std::string_view bytes) {
  const JsonDocument document = parseJson(bytes);
  EXPECT_EQ(document.faults.size(), 1U);
  return document.faults.empty() ? JsonFault{} : document.faults.front();
}

std::string messageFor(std::string_view bytes) {
  return faultIn(bytes).message;
}

TEST(JsonParseTest, readsEveryKindOfValue) {
  const JsonDocument document = parseJson(R"({"a": [null, true, -3, 2.5, "x\u00e4\n"], "b": {}})");
  EXPECT_TRUE(document.isJson);
  EXPECT_TRUE(document.isWhole);
  EXPECT_TRUE(document.faults.empty());
  EXPECT_EQ(writeJsonLine(document.root), R"({"a":[null,true,-3,2.5,"xä\n"],"b":{}})");
  const Json* const list = document.root.find("a");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->items[2].integer, -3);
  EXPECT_EQ(list->items[3].real, 2.5);
  EXPECT_EQ(list->items[4].string, "xä\n");
  EXPECT_EQ(document.root.find("c"), nullptr);
}

TEST(JsonParseTest, knowsTheLineOfEveryValueAndKey) {
  const JsonDocument document = parseJson(
      "\n{\n"
      "  \"a\": 1\n"  // Line 3; a number before a line end.
      "  ,\"b\"\n"    // Line 4: the key …
      "    : [10,\n"  // Line 5: … and its value.
      "  20\n"
      "  ,true, 1e3\n"
      "], \"c\": -7}\n");
  ASSERT_TRUE(document.faults.empty());
  EXPECT_EQ(document.root.line, 2);
  ASSERT_EQ(document.root.members.size(), 3U);
  EXPECT_EQ(document.root.members[0].line, 3);
  EXPECT_EQ(document.root.members[0].value.line, 3);
  EXPECT_EQ(document.root.members[1].line, 4);
  EXPECT_EQ(document.root.members[1].value.line, 5);
  const std::vector<Json>& items = document.root.members[1].value.items;
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[0].line, 5);
  EXPECT_EQ(items[1].line, 6);
  EXPECT_EQ(items[2].line, 7);
  EXPECT_EQ(items[3].line, 7);
  EXPECT_EQ(document.root.members[2].value.line, 8);
}

TEST(JsonParseTest, aNumberIsReadToItsEndOrNotAtAll) {
  EXPECT_EQ(compact("-0"), "0");
  EXPECT_EQ(compact("[-12, 0.5, 1e3, 2E-2, 1e-999]"), "[-12,0.5,1000.0,0.02,0.0]");
  EXPECT_EQ(messageFor("[01]"), "A comma is missing before “1]”.");
  EXPECT_EQ(messageFor("[1.]"), "This is not JSON: “1.]”.");
  EXPECT_EQ(messageFor("[1e999]"), "This number is too large: “1e999”.");
}

TEST(JsonParseTest, escapedLettersAreLetters) {
  EXPECT_EQ(parseJson(R"("\u00e4\u20AC\ud83d\ude00\/\b\f")").root.string, "ä€😀/\b\f");
  for (const char* text : {R"("\ud83d")", R"("\ude00")", R"("\ud83d\u0041")", R"("\u12x4")"}) {
    EXPECT_FALSE(parseJson(text).isWhole) << text;
  }
}

TEST(JsonParseTest, acceptsAByteOrderMarkAndWindowsLineEnds) {
  const JsonDocument document = parseJson("\xEF\xBB\xBF{\r\n\"a\":\r\n1}");
  EXPECT_TRUE(document.faults.empty());
  EXPECT_EQ(document.root.find("a")->line, 3);
}

TEST(JsonParseTest, whatIsNoJsonAtAllGivesNoValue) {
  for (const std::string_view bytes : {"", "  \n", "hello", "tru", "}", "\xEF\xBB\xBF", "'a'"}) {
    const JsonDocument document = parseJson(bytes);
    EXPECT_FALSE(document.isJson) << bytes;
    EXPECT_EQ(document.faults.size(), 1U) << bytes;
  }
  EXPECT_EQ(messageFor(""), "This file is empty.");
  EXPECT_EQ(messageFor("Dear Ruth,\nhello"), "This is not JSON: “Dear Ruth,”.");
}

TEST(JsonParseTest, keepsWhatCameBeforeAFault) {
  const JsonDocument document = parseJson(R"({"a": 1, "b": [1, 2, {"c": 3, "d" 4}], "e": 5})");
  EXPECT_TRUE(document.isJson);
  EXPECT_FALSE(document.isWhole);
  EXPECT_EQ(writeJsonLine(document.root), R"({"a":1,"b":[1,2,{"c":3}]})");
  ASSERT_EQ(document.faults.size(), 1U);
  EXPECT_EQ(document.faults[0].pointer, "/b/2");
}

TEST(JsonParseTest, saysInPlainWordsWhatIsWrong) {
  EXPECT_EQ(messageFor("[1, 2,]"), "There is a comma too many before “]”.");
  EXPECT_EQ(messageFor("{\"a\": 1,}"), "There is a comma too many before “}”.");
  EXPECT_EQ(messageFor("[1 2]"), "A comma is missing before “2]”.");
  EXPECT_EQ(messageFor("{\"a\": \"b\"\n \"c\": 1}"), "A comma is missing before “\"c\": 1}”.");
  EXPECT_EQ(messageFor("{\"a\" 1}"), "A colon is missing before “1}”.");
  EXPECT_EQ(messageFor("{a: 1}"), "A name in double quotation marks is missing before “a: 1}”.");
  EXPECT_EQ(messageFor("[1, oops]"), "This is not JSON: “oops]”.");
  EXPECT_EQ(messageFor("[\"a\\x\"]"), "This is not JSON: “\"a\\x\"]”.");
  EXPECT_EQ(messageFor("[1e999]"), "This number is too large: “1e999”.");
  EXPECT_EQ(messageFor("{} {}"), "The JSON ends before this: “{}”.");
  EXPECT_EQ(messageFor("12 x"), "The JSON ends before this: “x”.");
  EXPECT_EQ(messageFor("[\"a\nb\"]"),
            "A text ends with a quotation mark on the line where it begins (write \\n for a line "
            "end inside it, \\t for a tab): “\"a”.");
}

TEST(JsonParseTest, aFaultHasTheLineOfWhatIsWrong) {
  EXPECT_EQ(faultIn("[\n1,\n2,\n]").line, 4);
  EXPECT_EQ(faultIn("[\n1\n2]").line, 3);
  EXPECT_EQ(faultIn("{}\n\nx\n").line, 3);
  EXPECT_EQ(faultIn("[\n\"a\nb\"]").line, 2);
  EXPECT_EQ(faultIn("[\n1,\n2\n").line, 3);
}

TEST(JsonParseTest, aFileThatEndsTooEarlySaysWhereItWas) {
  EXPECT_EQ(faultIn("{\"a\": [1, 2").kind, JsonFault::Kind::truncated);
  EXPECT_EQ(messageFor("{\n\"a\":\n[1, 2"),
            "The file ends in the middle of the list that begins on line 3.");
  EXPECT_EQ(messageFor("{\"a\": \"b\","),
            "The file ends in the middle of the object that begins on line 1.");
  EXPECT_EQ(messageFor("{\"a\": \"b"), "The file ends in the middle of a text.");
  EXPECT_EQ(compact("{\"a\": [1, 2"), "{\"a\":[1,2]}");
  EXPECT_EQ(compact("{\"a\": 1, \"b\":"), "{\"a\":1}");
}

TEST(JsonParseTest, aNullByteIsNotTheEnd) {
  using namespace std::string_view_literals;
  EXPECT_EQ(faultIn("[1\0, 2]"sv).kind, JsonFault::Kind::syntax);
  EXPECT_EQ(faultIn("[1]\0[2]"sv).kind, JsonFault::Kind::syntax);
}

TEST(JsonParseTest, aRepeatedKeyKeepsItsFirstValue) {
  const JsonDocument document = parseJson(
      "{\"a\": {\"x/y\": 1,\n\"x/y\": {\"p\": {\"q\": 1, \"q\": 2}, \"r\": []}},\n\"b\": 3}");
  EXPECT_EQ(writeJsonLine(document.root), R"({"a":{"x/y":1},"b":3})");
  ASSERT_EQ(document.faults.size(), 1U);
  EXPECT_EQ(document.faults[0].kind, JsonFault::Kind::repeatedKey);
  EXPECT_EQ(document.faults[0].pointer, "/a/x~1y");
  EXPECT_EQ(document.faults[0].line, 2);
}

TEST(JsonParseTest, badUtf8IsMendedAndSaidOnce) {
  const JsonDocument document = parseJson("[\n\"B\xE4r\", \"\xFF\xFE\"]");
  EXPECT_TRUE(document.isWhole);
  ASSERT_EQ(document.faults.size(), 1U);
  EXPECT_EQ(document.faults[0].kind, JsonFault::Kind::notUtf8);
  EXPECT_EQ(document.faults[0].line, 2);
  EXPECT_EQ(document.root.items[0].string, "B\uFFFDr");
}

TEST(JsonParseTest, nestingIsLimited) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(parseJson(nested(64)).faults.empty());
  const JsonDocument document = parseJson("{\"a\": 1, \"b\": " + nested(100'000) + "}");
  ASSERT_EQ(document.faults.size(), 1U);
  EXPECT_EQ(document.faults[0].kind, JsonFault::Kind::tooLarge);
  EXPECT_EQ(document.root.find("a")->integer, 1);
}

TEST(JsonParseTest, theNumberOfValuesIsLimited) {
  std::string bytes = "[";
  for (int i = 0; i < 2'000'001; ++i) bytes += "0,";
  bytes.back() = ']';
  const JsonDocument document = parseJson(bytes);
  ASSERT_EQ(document.faults.size(), 1U);
  EXPECT_EQ(document.faults[0].kind, JsonFault::Kind::tooLarge);
  EXPECT_EQ(document.root.items.size(), 1'999'999U);
}

TEST(JsonParseTest, manyKeysAreReadInReasonableTime) {
  std::string bytes = "{";
  for (int i = 0; i < 200'000; ++i) bytes += "\"k" + std::to_string(i) + "\":0,";
  bytes.back() = '}';
  EXPECT_EQ(parseJson(bytes).root.members.size(), 200'000U);
}

TEST(JsonParseTest, wholeNumbersBeyond64BitsBecomeReal) {
  const Json root =
      parseJson("[9223372036854775807, 9223372036854775808, -9223372036854775809]").root;
  EXPECT_EQ(root.items[0].integer, std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(root.items[1].kind, Json::Kind::real);
  EXPECT_EQ(root.items[2].kind, Json::Kind::real);
}

TEST(JsonWriteTest, shortContainersStandOnOneLine) {
  const Json root = parseJson(R"({"a":[1,2],"b":{"c":"d"},"e":[],"f":{},"g":[[1]]})").root;
  EXPECT_EQ(writeJson(root),
            "{\n"
            "  \"a\": [1, 2],\n"
            "  \"b\": { \"c\": \"d\" },\n"
            "  \"e\": [],\n"
            "  \"f\": {},\n"
            "  \"g\": [\n"
            "    [1]\n"
            "  ]\n"
            "}\n");
}

TEST(JsonWriteTest, aLineHasAtMost100Columns) {
  const auto linesFor = [](std::size_t letters) {
    Json list = Json::array();
    std::string text;
    for (std::size_t i = 0; i < letters; ++i) text += "ä";  // One column each, two bytes.
    list.push(Json::of(text));
    Json root = Json::object();
    root.add("k", list);
    root.add("l", Json::array());
    const std::string bytes = writeJson(root);
    return std::count(bytes.begin(), bytes.end(), '\n');
  };
  // `{ "k": ["…"], "l": [] }`: the object holds lists, so it is broken in any case; two spaces, six
  // for the key, four around the text and one for the comma leave 88.
  EXPECT_EQ(linesFor(88), 4);
  EXPECT_EQ(linesFor(89), 6);
}

TEST(JsonWriteTest, textIsWrittenAsItIsAndControlCharactersEscaped) {
  EXPECT_EQ(writeJsonLine(Json::of("ä😀\"\\/\n\t\r\b\f\x01\x7F")),
            R"("ä😀\"\\/\n\t\r\b\f\u0001\u007f")");
  EXPECT_EQ(writeJsonLine(Json::of(std::string("a\0b", 3))), R"("a\u0000b")");
  EXPECT_EQ(writeJsonLine(Json::of("\xFF")), "\"\uFFFD\"");
}

TEST(JsonWriteTest, realNumbersStayReal) {
  EXPECT_EQ(compact("[1.0, 0.1, 1e300, -2.5e-7, 1e22]"), "[1.0,0.1,1e+300,-2.5e-07,1e+22]");
  Json infinite;
  infinite.kind = Json::Kind::real;
  infinite.real = std::numeric_limits<double>::infinity();
  EXPECT_EQ(writeJsonLine(infinite), "null");
}

TEST(JsonPointerTest, escapesWhatPointersUse) {
  EXPECT_EQ(pointerTo("/a", "b~c/d"), "/a/b~0c~1d");
  EXPECT_EQ(pointerTo("", ""), "/");
  EXPECT_EQ(pointerTo("/nodes", 12U), "/nodes/12");
}

}  // namespace
}  // namespace sparring
