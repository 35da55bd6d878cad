// The small language of conditions and effects: bounded, total, no loops, no calls. Kept as text in
// the scenario, so that it prints back as written; parsed here into trees.
//
//   condition:  trust >= 5 and not goal_shared and (visited costs or phase >= late)
//   effect:     trust += 2          goal_shared = true          patience -= 1 if asked price
//
// `cfo.trust` is a variable of the persona cfo. `true` and `false` stand for themselves.
// A condition can read variables, `visited NODE`, `asked TOPIC`, `said MOVE` and `phase` (early,
// middle, late, overtime). Empty text always holds.
#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparring {

enum class Phase { early, middle, late, overtime };

// What a name in a condition refers to.
struct Reference {
  enum class Kind { variable, visited, asked, said, phase };
  Kind kind = Kind::variable;
  std::string name;  // Empty for the phase.
  bool operator==(const Reference&) const = default;
};

enum class Comparison { less, lessOrEqual, equal, notEqual, greaterOrEqual, greater };

bool compare(int left, Comparison comparison, int right);

// What holds where the comparison does not.
Comparison opposite(Comparison comparison);

struct Condition {
  enum class Kind { always, never, compare, negation, conjunction, disjunction };
  Kind kind = Kind::always;
  Reference left;                                // Of a comparison.
  Comparison comparison = Comparison::notEqual;  // A bare name means "is not 0".
  int right = 0;                                 // A number, 0 or 1 for a flag, or a Phase.
  std::vector<Condition> parts;                  // Of a negation (one), conjunction, disjunction.
  bool operator==(const Condition&) const = default;
};

struct Effect {
  enum class Kind { set, add };
  std::string variable;
  Kind kind = Kind::set;
  int amount = 0;
  Condition when;
  bool operator==(const Effect&) const = default;
};

// An effect on this name lengthens or shortens the meeting, as in `meeting += 10`. It is no
// variable: conditions ask for the phase.
inline constexpr std::string_view meetingWord = "meeting";

struct ExpressionFault {
  std::size_t offset = 0;  // In bytes of the text.
  std::string message;     // A plain sentence.
};

// At most 1,000 bytes and 32 levels of brackets and negations; numbers from -1000 to 1000.
std::expected<Condition, ExpressionFault> parseCondition(std::string_view text);
std::expected<Effect, ExpressionFault> parseEffect(std::string_view text);

// Whether the whole text can stand where a name is expected, as after `visited`.
bool isOneName(std::string_view text);

// A name in a condition or an effect.
struct NameInText {
  Reference reference;     // Never the phase, which has no name.
  std::size_t offset = 0;  // Where the name itself stands, in bytes of the text.
  bool operator==(const NameInText&) const = default;
};

// The names of a condition or an effect in the order of its text, the variable that an effect
// changes among them. Also of a text that cannot be read, as far as its words tell.
std::vector<NameInText> namesIn(std::string_view text);

// Calls visit(reference) for every reference of a condition, in the order of its text.
template <class Visit>
void forEachReference(const Condition& condition, const Visit& visit) {
  if (condition.kind == Condition::Kind::compare) visit(condition.left);
  for (const Condition& part : condition.parts) forEachReference(part, visit);
}

}  // namespace sparring
