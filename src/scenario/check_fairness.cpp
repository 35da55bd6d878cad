// What makes a call worth playing again: options that do not give themselves away, and moves that
// can be told apart by what the rep says.
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <tuple>

#include "base/text.h"
#include "scenario/check_parts.h"
#include "scenario/possible.h"

namespace sparring {
namespace {

constexpr std::size_t enoughPhrasings = 3;
constexpr std::size_t mostCompared = 32;  // Moves of one node, for being nearly alike.

bool hasMark(const Move& move, Sign sign) {
  return std::ranges::any_of(move.marks, [&](const Mark& mark) { return mark.sign == sign; });
}

// A right answer earns and costs nothing.
bool isRight(const Move& move) {
  return hasMark(move, Sign::earned) && !hasMark(move, Sign::cost);
}

std::size_t lengthOf(const Move& move) {
  return move.phrasings.empty() ? 0 : move.phrasings.front().size();
}

// How often a simple habit finds a right answer, against how often chance does.
struct Tally {
  int choices = 0;
  int found = 0;
  double expected = 0;
  double variance = 0;

  void add(bool isFound, double chance) {
    ++choices;
    found += isFound ? 1 : 0;
    expected += chance;
    variance += chance * (1 - chance);
  }
  // In four of five choices, of five at least, and three standard deviations above chance.
  [[nodiscard]] bool isBeyondChance() const {
    const double excess = found - expected;
    return choices >= 5 && found * 5 >= choices * 4 && excess > 0 && excess * excess > 9 * variance;
  }
};

void judgeHabit(const Checking& checking, const Tally& tally, const std::string& habit,
                const std::string& remedy) {
  if (!tally.isBeyondChance()) return;
  checking.findings.add(Code::predictable, "/nodes",
                        "In " + std::to_string(tally.found) + " of " +
                            std::to_string(tally.choices) + " choices the " + habit +
                            " option is a right one: reps will find it without reading.",
                        remedy);
}

void judgePredictability(const Checking& checking) {
  Tally longest;
  Tally first;
  for (const Node& node : checking.scenario.nodes) {
    const auto right = std::ranges::count_if(node.moves, isRight);
    const bool costs =
        std::ranges::any_of(node.moves, [](const Move& move) { return hasMark(move, Sign::cost); });
    if (right == 0 || !costs) continue;
    const double chance = static_cast<double>(right) / static_cast<double>(node.moves.size());
    longest.add(isRight(*std::ranges::max_element(node.moves, {}, lengthOf)), chance);
    first.add(isRight(node.moves.front()), chance);
  }
  judgeHabit(checking, longest, "longest",
             "Let some wrong options be long and some right ones short.");
  judgeHabit(checking, first, "first", "Change the order of the moves in some nodes.");
}

// The hashes of its words, in order of size.
std::vector<std::size_t> wordsOf(std::string_view phrasing) {
  const std::string text = toLower(phrasing);
  std::vector<std::size_t> words;
  for (const Span& span : wordSpans(text)) {
    words.push_back(std::hash<std::string_view>{}(
        std::string_view(text).substr(span.begin, span.end - span.begin)));
  }
  std::ranges::sort(words);
  return words;
}

// The same words in any order, or one word in six more.
bool isNearlyAlike(const std::vector<std::size_t>& left, const std::vector<std::size_t>& right) {
  const auto& [shorter, longer] =
      left.size() < right.size() ? std::tie(left, right) : std::tie(right, left);
  return !shorter.empty() && (longer.size() - shorter.size()) * 6 <= longer.size() &&
         std::ranges::includes(longer, shorter);
}

// Moves that are never on offer together need not be told apart.
bool canBeOfferedTogether(const Checking& checking, const Node& node, const Move& left,
                          const Move& right) {
  Known known = checking.possible.inside(node);
  return checking.possible.narrow(known, left.when) &&
         checking.possible.narrow(known, right.when) && checking.possible.narrow(known, left.when);
}

// How often each letter of the alphabet stands in a phrasing: quicker to compare than words, and
// where one has all letters of the other its words may be alike too.
using Letters = std::array<std::uint16_t, 27>;

Letters lettersOf(const Move& move) {
  constexpr unsigned other = 26;
  Letters letters{};
  if (move.phrasings.empty()) return letters;
  for (const char c : move.phrasings.front()) {
    const auto letter = static_cast<unsigned>((c | 0x20) - 'a');
    ++letters[std::min(letter, other)];
  }
  letters[other] = 0;
  return letters;
}

bool mayBeAlike(const Letters& left, const Letters& right) {
  const auto atMost = [](std::uint16_t a, std::uint16_t b) { return a <= b; };
  return std::ranges::equal(left, right, atMost) || std::ranges::equal(right, left, atMost);
}

void judgeAlike(const Checking& checking, const Node& node, const std::string& pointer) {
  std::vector<Letters> letters;
  for (const Move& move : node.moves) letters.push_back(lettersOf(move));
  for (std::size_t i = 1; i < node.moves.size(); ++i) {
    for (std::size_t j = i < mostCompared ? 0 : i - mostCompared; j < i; ++j) {
      const Move& earlier = node.moves[j];
      const Move& move = node.moves[i];
      if (earlier.phrasings.empty() || move.phrasings.empty() ||
          !mayBeAlike(letters[j], letters[i]) ||
          !isNearlyAlike(wordsOf(earlier.phrasings.front()), wordsOf(move.phrasings.front())) ||
          !canBeOfferedTogether(checking, node, earlier, move)) {
        continue;
      }
      checking.findings.add(Code::alikeMoves, pointerTo(pointer + "/moves", i) + "/phrasings",
                            inQuotes(move.id.value) + " and " + inQuotes(earlier.id.value) +
                                " are said in nearly the same words: own words cannot tell which "
                                "is meant.",
                            "Say one of them differently, or make them one move.");
      break;
    }
  }
}

// One finding for all of them: a call has hundreds of moves.
void judgePhrasings(const Checking& checking) {
  if (checking.scenario.guidedOnly) return;
  int few = 0;
  const Move* which = nullptr;
  forEachMoveAlone(checking.scenario, [&](const Move& move, MoveKind kind) {
    const bool isFew = !move.phrasings.empty() && move.phrasings.size() < enoughPhrasings;
    if (kind == MoveKind::reaction || !isFew) return;
    if (++few == 1) which = &move;
  });
  if (which == nullptr) return;
  std::string first;
  forEachMove(checking.scenario, [&](const Move& move, const std::string& pointer, MoveKind) {
    if (&move == which) first = pointer + "/phrasings";
  });
  const std::string name = inQuotes(which->id.value);
  checking.findings.add(
      Code::fewPhrasings, first,
      (few == 1 ? name + " has" : name + " and " + std::to_string(few - 1) + " more have") +
          " fewer than three phrasings: reps who use their own words are easily not understood.",
      "Add other ways of saying it.");
}

}  // namespace

void checkFairness(const Checking& checking) {
  judgePredictability(checking);
  const std::vector<Node>& nodes = checking.scenario.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    judgeAlike(checking, nodes[i], pointerTo("/nodes", i));
  }
  judgePhrasings(checking);
}

}  // namespace sparring
