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

}  // namespace
}  // namespace sparring
