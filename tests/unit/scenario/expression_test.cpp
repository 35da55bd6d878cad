#include "scenario/expression.h"

#include <gtest/gtest.h>

#include <string>

namespace sparring {
namespace {

std::string faultOf(const std::string& text) {
  const auto parsed = parseCondition(text);
  return parsed ? std::string() : parsed.error().message;
}

TEST(Expression, AndBindsTighterThanOr) {
  const auto parsed = parseCondition("a or b and not c");
  ASSERT_TRUE(parsed);
  ASSERT_EQ(parsed->kind, Condition::Kind::disjunction);
  ASSERT_EQ(parsed->parts.size(), 2u);
  EXPECT_EQ(parsed->parts[0].left.name, "a");
  ASSERT_EQ(parsed->parts[1].kind, Condition::Kind::conjunction);
  EXPECT_EQ(parsed->parts[1].parts[1].kind, Condition::Kind::negation);
}

TEST(Expression, BracketsGroup) {
  const auto parsed = parseCondition("(a or b) and c");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->kind, Condition::Kind::conjunction);
  EXPECT_EQ(parsed->parts[0].kind, Condition::Kind::disjunction);
}

TEST(Expression, BareNameMeansNotZero) {
  const auto parsed = parseCondition("goal_shared");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->comparison, Comparison::notEqual);
  EXPECT_EQ(parsed->right, 0);
}

TEST(Expression, ReadsEveryKindOfReference) {
  const auto parsed =
      parseCondition("trust >= -3 and visited n-1 and asked price and said cite and phase < late");
  ASSERT_TRUE(parsed);
  std::vector<Reference::Kind> kinds;
  forEachReference(*parsed, [&](const Reference& each) { kinds.push_back(each.kind); });
  using Kind = Reference::Kind;
  EXPECT_EQ(kinds,
            (std::vector{Kind::variable, Kind::visited, Kind::asked, Kind::said, Kind::phase}));
  EXPECT_EQ(parsed->parts[0].right, -3);
  EXPECT_EQ(parsed->parts[1].left.name, "n-1");
  EXPECT_EQ(parsed->parts[4].right, static_cast<int>(Phase::late));
}

TEST(Expression, EmptyTextAlwaysHolds) {
  const auto parsed = parseCondition("  ");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->kind, Condition::Kind::always);
}

TEST(Expression, SaysWhatIsWrongAndWhere) {
  const auto parsed = parseCondition("trust >= and");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().offset, 9u);
  EXPECT_NE(parsed.error().message.find("number"), std::string::npos);
  EXPECT_NE(faultOf("(a").find("')'"), std::string::npos);
  EXPECT_NE(faultOf("a b").find("'b'"), std::string::npos);
  EXPECT_NE(faultOf("phase").find("compared"), std::string::npos);
  EXPECT_NE(faultOf("trust >= late").find("phase"), std::string::npos);
  EXPECT_NE(faultOf("trust >= 1001").find("1000"), std::string::npos);
  EXPECT_NE(faultOf("visited").find("visited"), std::string::npos);
}

TEST(Expression, DeepAndLongTextIsRefusedNotFollowed) {
  EXPECT_NE(faultOf(std::string(200, '(') + "a" + std::string(200, ')')).find("32"),
            std::string::npos);
  EXPECT_NE(faultOf(std::string(5000, 'a')).find("1,000"), std::string::npos);
}

TEST(Expression, EffectsSetAddAndTakeConditions) {
  const auto add = parseEffect("trust -= 2 if asked price");
  ASSERT_TRUE(add);
  EXPECT_EQ(add->kind, Effect::Kind::add);
  EXPECT_EQ(add->amount, -2);
  EXPECT_EQ(add->when.left.kind, Reference::Kind::asked);
  const auto set = parseEffect("goal_shared = true");
  ASSERT_TRUE(set);
  EXPECT_EQ(set->kind, Effect::Kind::set);
  EXPECT_EQ(set->amount, 1);
  EXPECT_FALSE(parseEffect("trust"));
  EXPECT_FALSE(parseEffect("visited = 1"));
  EXPECT_FALSE(parseEffect("trust = late"));
  EXPECT_FALSE(parseEffect("trust += 1 when late"));
}

TEST(Expression, NamesStandWhereTheyAreWritten) {
  using Kind = Reference::Kind;
  EXPECT_EQ(namesIn("not(visited  costs or cfo.trust>=2) and phase < late and said n-1"),
            (std::vector<NameInText>{{{Kind::visited, "costs"}, 13},
                                     {{Kind::variable, "cfo.trust"}, 22},
                                     {{Kind::said, "n-1"}, 62}}));
  EXPECT_EQ(
      namesIn("trust -= 1 if asked price"),
      (std::vector<NameInText>{{{Kind::variable, "trust"}, 0}, {{Kind::asked, "price"}, 20}}));
  EXPECT_TRUE(namesIn("true and 3 >= 2").empty());
}

TEST(Expression, NamesAreFoundInWhatCannotBeRead) {
  using Kind = Reference::Kind;
  EXPECT_EQ(namesIn("trust >= and ) visited, asked"),
            (std::vector<NameInText>{{{Kind::variable, "trust"}, 0}}));
  EXPECT_EQ(namesIn("é visited late"), (std::vector<NameInText>{{{Kind::visited, "late"}, 11}}));
}

TEST(Expression, NamesAreTheReferencesOfWhatCanBeRead) {
  const std::string text =
      "a and (not visited not or asked b) or c.d != 2 and said a and phase > early";
  std::vector<Reference> references;
  forEachReference(*parseCondition(text), [&](const Reference& each) {
    if (each.kind != Reference::Kind::phase) references.push_back(each);
  });
  std::vector<Reference> names;
  for (const NameInText& each : namesIn(text)) names.push_back(each.reference);
  EXPECT_EQ(names, references);
}

}  // namespace
}  // namespace sparring
