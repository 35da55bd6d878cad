#include "base/text.h"

#include <gtest/gtest.h>

namespace sparring {
namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (const Span& span : wordSpans(text)) {
    out.emplace_back(text.substr(span.begin, span.end - span.begin));
  }
  return out;
}

std::string found(std::string_view text, std::string_view what) {
  const Span span = findWords(text, what);
  return std::string(text.substr(span.begin, span.end - span.begin));
}

TEST(Utf8Test, findsTheFirstInvalidByte) {
  constexpr auto none = std::string_view::npos;
  EXPECT_EQ(firstInvalidUtf8(""), none);
  EXPECT_EQ(firstInvalidUtf8("Bäckerei €5 😀"), none);
  EXPECT_EQ(firstInvalidUtf8("ab\xE4"), 2U);              // Latin-1.
  EXPECT_EQ(firstInvalidUtf8("a\xE2\x82"), 1U);           // Cut off.
  EXPECT_EQ(firstInvalidUtf8("\xC0\xAF"), 0U);            // Overlong.
  EXPECT_EQ(firstInvalidUtf8("\xE0\x80\xAF"), 0U);        // Overlong.
  EXPECT_EQ(firstInvalidUtf8("\xED\xA0\x80"), 0U);        // Surrogate.
  EXPECT_EQ(firstInvalidUtf8("\xF4\x90\x80\x80"), 0U);    // Above U+10FFFF.
  EXPECT_EQ(firstInvalidUtf8("\xF4\x8F\xBF\xBF"), none);  // U+10FFFF.
  EXPECT_EQ(firstInvalidUtf8("\x80"), 0U);                // A continuation alone.
}

TEST(Utf8Test, mendsEveryInvalidByteAndNothingElse) {
  EXPECT_EQ(mendUtf8("Bäckerei"), "Bäckerei");
  EXPECT_EQ(mendUtf8("B\xE4"
                     "ckerei"),
            "B\uFFFDckerei");
  EXPECT_EQ(mendUtf8("\xE2\x82"), "\uFFFD\uFFFD");
}

TEST(CleanInputTest, keepsTextAndDropsControlCharacters) {
  EXPECT_EQ(cleanInput("one\ttwo\nthree", 100), "one\ttwo\nthree");
  EXPECT_EQ(cleanInput(std::string_view("a\0b\x1B[31mc\x7F\xC2\x85", 12), 100), "ab[31mc");
  EXPECT_EQ(cleanInput("a\r\nb\rc", 100), "a\nb\nc");
  EXPECT_EQ(cleanInput("a\xFF", 100), "a\uFFFD");
}

TEST(CleanInputTest, cutsBetweenCharacters) {
  EXPECT_EQ(cleanInput("aä", 2), "a");
  EXPECT_EQ(cleanInput("aä", 3), "aä");
  EXPECT_EQ(cleanInput("anything", 0), "");
}

TEST(TrimTest, takesWhiteSpaceOfAnyKindOffBothEnds) {
  EXPECT_EQ(trim("  a b\n"), "a b");
  EXPECT_EQ(trim("\u00A0ä\u2003"), "ä");
  EXPECT_EQ(trim(" \t\u00A0"), "");
  EXPECT_EQ(trim(""), "");
}

TEST(ToLowerTest, lowersAsciiAndLatin1) {
  EXPECT_EQ(toLower("HELLO Ärger ÜBER É"), "hello ärger über é");
  EXPECT_EQ(toLower("3 × ß ÷"), "3 × ß ÷");
  EXPECT_EQ(toLower("ΑΒΓ"), "ΑΒΓ");
}

TEST(WordsTest, areRunsOfLettersDigitsAndInnerApostrophes) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(words("Don't, it’s 40 shops."), (Words{"Don't", "it’s", "40", "shops"}));
  EXPECT_EQ(words("the 'plan' — “ours”…"), (Words{"the", "plan", "ours"}));
  EXPECT_EQ(words("waste—and\u00A0time"), (Words{"waste", "and", "time"}));
  EXPECT_EQ(words("naïve Übung"), (Words{"naïve", "Übung"}));
  EXPECT_EQ(words("— ' …"), Words{});
  EXPECT_EQ(countWords("one two, three"), 3);
}

TEST(FindWordsTest, ignoresCaseSpaceQuotesAndDashes) {
  EXPECT_EQ(found("You said: “Halve  the\nwaste” — by spring.", "\"halve the waste\" - by"),
            "“Halve  the\nwaste” — by");
  EXPECT_EQ(found("It’s ÜBER us", "it's über"), "It’s ÜBER");
  EXPECT_EQ(found("a text", "  TEXT  "), "text");
}

TEST(FindWordsTest, prefersWholeWords) {
  EXPECT_EQ(findWords("What answer do we owe", "we"), (Span{15, 17}));
  EXPECT_EQ(findWords("the answer", "we"), (Span{7, 9}));
  EXPECT_EQ(findWords("ababac", "abac"), (Span{2, 6}));
}

TEST(FindWordsTest, givesAnEmptySpanWhereTheyAreNot) {
  EXPECT_EQ(findWords("this year", "next year"), Span{});
  EXPECT_EQ(findWords("this year", ""), Span{});
  EXPECT_EQ(findWords("", "year"), Span{});
}

TEST(FindWordsTest, isLinearInHostileText) {
  const std::string text(1'000'000, 'a');
  EXPECT_EQ(findWords(text, std::string(500'000, 'a') + "b"), Span{});
}

}  // namespace
}  // namespace sparring
