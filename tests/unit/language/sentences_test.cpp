#include "language/sentences.h"

#include <gtest/gtest.h>

#include <string>

namespace sparring {
namespace {

std::string split(const std::string& text) {
  std::string out;
  for (const Span& span : sentenceSpans(text)) {
    out += (out.empty() ? "" : "|") + text.substr(span.begin, span.end - span.begin);
  }
  return out;
}

TEST(Sentences, EndAtPunctuationFollowedBySpace) {
  EXPECT_EQ(split("Good morning. How are you? Fine!"), "Good morning.|How are you?|Fine!");
  EXPECT_EQ(split("It is 3.5 per cent. Really?"), "It is 3.5 per cent.|Really?");
  EXPECT_EQ(split("What?! No..."), "What?!|No...");
}

TEST(Sentences, TitlesEndNoSentence) {
  EXPECT_EQ(split("Good morning, Mr. Aldous. Shall we?"), "Good morning, Mr. Aldous.|Shall we?");
}

TEST(Sentences, TextWithoutPunctuationIsOne) {
  EXPECT_EQ(split("so how do you do it today"), "so how do you do it today");
  EXPECT_EQ(split("  \n "), "");
  EXPECT_EQ(split("one\ntwo"), "one|two");
}

TEST(Sentences, ARunOfMarksWithinAWordEndsNone) {
  EXPECT_EQ(split("so...well. Good"), "so...well.|Good");
  EXPECT_EQ(split("(\"Really?\") he said"), "(\"Really?\")|he said");
}

std::string sizedText(std::size_t size, const std::string& of) {
  std::string out;
  while (out.size() < size) out += of;
  return out;
}

TEST(PartRead, EndsWhereAWordDoesOrACharacter) {
  EXPECT_EQ(partRead("Good morning."), "Good morning.");
  EXPECT_EQ(partRead(sizedText(5000, "longer ")).size(),
            3996U);  // 571 words and the space between.
  EXPECT_EQ(partRead(sizedText(5000, "longer\n")).size(), 3996U);
  EXPECT_EQ(partRead(std::string(5000, 'a')).size(), 4000U);
  EXPECT_EQ(partRead("Ok " + std::string(5000, 'a')).size(), 4000U);
  EXPECT_EQ(partRead(std::string(5000, ' ') + "Yes.").size(), 5004U);
  EXPECT_EQ(partRead("a" + sizedText(5000, "ж")).size(), 3999U);
}

}  // namespace
}  // namespace sparring
