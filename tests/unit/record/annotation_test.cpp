#include "record/annotation.h"

#include <gtest/gtest.h>

namespace sparring {
namespace {

using Kind = Annotation::Kind;

Uuid uuid(int number) {
  Uuid id;
  id.bytes[15] = static_cast<std::uint8_t>(number);
  return id;
}

// What author 1 says about rule "accountable" at the first four bytes of turn 1.
SignedAnnotation said(int number, Kind kind) {
  SignedAnnotation out;
  out.annotation.id = uuid(number);
  out.annotation.turn = uuid(1);
  out.annotation.author = uuid(1);
  out.annotation.kind = kind;
  out.annotation.about = kind == Kind::comment ? "" : "accountable";
  out.annotation.words = {0, 4};
  return out;
}

SignedAnnotation takenBack(int number, int earlier) {
  SignedAnnotation out = said(number, Kind::withdrawn);
  out.annotation.withdrawn = uuid(earlier);
  return out;
}

TEST(Standing, WhatWasSaidStandsInItsOrder) {
  EXPECT_TRUE(standing({}).empty());
  const std::vector all{said(3, Kind::comment), said(1, Kind::agree), said(2, Kind::comment)};
  EXPECT_EQ(standing(all), all);
}

TEST(Standing, WhatWasTakenBackIsGoneAndSoIsTheTakingBack) {
  EXPECT_EQ(standing({said(1, Kind::comment), said(2, Kind::comment), takenBack(3, 1),
                      said(4, Kind::disagree), takenBack(5, 4)}),
            std::vector{said(2, Kind::comment)});
}

TEST(Standing, OfAVerdictOnOneMarkOnlyTheLastStands) {
  EXPECT_EQ(standing({said(1, Kind::agree), said(2, Kind::comment), said(3, Kind::disagree)}),
            (std::vector{said(2, Kind::comment), said(3, Kind::disagree)}));
}

TEST(Standing, TakingAVerdictBackBringsNoEarlierOneBack) {
  EXPECT_TRUE(standing({said(1, Kind::agree), said(2, Kind::disagree), takenBack(3, 2)}).empty());
  const SignedAnnotation again = said(4, Kind::agree);
  EXPECT_EQ(standing({said(1, Kind::agree), takenBack(2, 1), again}), std::vector{again});
}

TEST(Standing, VerdictsOfOthersAndOnOtherMarksStandBesideIt) {
  SignedAnnotation author = said(2, Kind::disagree);
  author.annotation.author = uuid(2);
  SignedAnnotation turn = said(3, Kind::disagree);
  turn.annotation.turn = uuid(2);
  SignedAnnotation rule = said(4, Kind::disagree);
  rule.annotation.about = "on_our_side";
  SignedAnnotation words = said(5, Kind::disagree);
  words.annotation.words = {0, 5};
  const std::vector all{said(1, Kind::agree), author, turn, rule, words};
  EXPECT_EQ(standing(all), all);
}

}  // namespace
}  // namespace sparring
