#include "session/offer.h"

#include <algorithm>
#include <span>

#include "base/text.h"
#include "scenario/placeholders.h"

namespace sparring {
namespace {

// How many times as likely as anything on offer what the story withholds has to be before words
// are taken to mean it. Chosen on held-out phrasings of the shipped scenarios: at 2, words that
// mean what is withheld are taken for something on offer in 8 % of cases (45 % if nobody looks),
// and 84 % of what is on offer is still found (86 %).
constexpr int clearlyMeant = 2;

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (const Span& each : wordSpans(text)) {
    words.push_back(toLower(text.substr(each.begin, each.end - each.begin)));
  }
  return words;
}

}  // namespace

Offer offerAt(const Program& program, const CallState& state, const std::string& repName) {
  Offer out;
  if (state.outcome || state.node < 0) return out;
  const std::vector<int> offered = offeredMoves(program, state);
  const auto add = [&](int position) {
    out.moves.push_back(
        withRepName(*program.moves[static_cast<std::size_t>(position)].move, repName));
  };
  std::ranges::for_each(offered, add);
  out.open = out.moves.size();
  const auto addWithheld = [&](Range moves) {
    for (std::uint32_t i = moves.begin; i < moves.begin + moves.size; ++i) {
      const int position = static_cast<int>(i);
      if (std::ranges::find(offered, position) == offered.end()) add(position);
    }
  };
  addWithheld(program.nodes[static_cast<std::size_t>(state.node)].moves);
  for (const int persona : roomOf(program, state)) {
    addWithheld(program.topics[static_cast<std::size_t>(persona)]);
  }
  return out;
}

std::vector<Candidate> candidatesOf(const Offer& offer) {
  std::vector<Candidate> candidates;
  for (const Move& move : offer.moves) candidates.push_back({move.id, move.phrasings});
  return candidates;
}

MoveReading readAgainst(const Offer& offer, const MoveMatcher& matcher, std::string_view text,
                        std::string_view heard) {
  MoveReading reading = matcher.match(text, heard, candidatesOf(offer));
  if (reading.ranking.empty()) return reading;
  const auto withheld = std::span(offer.moves).subspan(offer.open);
  const auto isWithheld = [&](const RankedMove& each) {
    return std::ranges::find(withheld, each.id, &Move::id) != withheld.end();
  };
  const RankedMove first = reading.ranking.front();
  std::erase_if(reading.ranking, isWithheld);
  if (!isWithheld(first)) return reading;
  const bool clear =
      reading.ranking.empty() || first.perMille >= clearlyMeant * reading.ranking.front().perMille;
  if (clear) {
    reading.verdict = MoveReading::Verdict::reject;
  } else if (reading.verdict == MoveReading::Verdict::accept) {
    reading.verdict = MoveReading::Verdict::ask;
  }
  return reading;
}

bool repeats(std::string_view text, const Move& move) {
  const std::vector<std::string> said = wordsOf(text);
  return !said.empty() && std::ranges::any_of(move.phrasings, [&](const std::string& each) {
    return wordsOf(each) == said;
  });
}

Move withRepName(Move move, const std::string& repName) {
  for (std::string& each : move.phrasings) each = withRepName(std::move(each), repName);
  for (FocusWords& each : move.focus) each.words = withRepName(std::move(each.words), repName);
  return move;
}

}  // namespace sparring
