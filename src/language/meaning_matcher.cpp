#include "language/meaning_matcher.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/exact_math.h"
#include "base/text.h"
#include "language/match_evidence.h"
#include "language/match_weights.h"
#include "language/ngram_matcher.h"
#include "language/sentences.h"

namespace sparring {
namespace {

constexpr std::size_t longestText = 4000;  // Bytes that are read of one text.
constexpr std::size_t mostSentences = 24;  // The last ones: what counts in a turn comes late.

// The first bytes of a text, cut at the end of a character.
std::string_view shortened(std::string_view text) {
  if (text.size() <= longestText) return text;
  std::size_t end = longestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

// What vectors are wanted of: the text, what was heard, all phrasings, then the text's sentences.
std::vector<std::string_view> textsOf(std::string_view text, std::string_view heard,
                                      std::span<const Candidate> candidates) {
  std::vector<std::string_view> out = {text, heard};
  for (const Candidate& candidate : candidates) {
    for (const std::string& each : candidate.phrasings) out.push_back(shortened(each));
  }
  const std::vector<Span> sentences = sentenceSpans(text);
  for (std::size_t i = sentences.size() - std::min(sentences.size(), mostSentences);
       sentences.size() > 1 && i < sentences.size(); ++i) {
    out.push_back(text.substr(sentences[i].begin, sentences[i].end - sentences[i].begin));
  }
  return out;
}

// The vectors of those texts, as evidence is taken of them. `all` outlives them.
MatchVectors vectorsOf(std::span<const SentenceVector> all, std::span<const Candidate> candidates) {
  MatchVectors out;
  out.text = all[0];
  out.heard = all[1];
  std::size_t at = 2;
  for (const Candidate& candidate : candidates) {
    auto& phrasings = out.phrasings.emplace_back();
    for (std::size_t i = 0; i < candidate.phrasings.size(); ++i) phrasings.push_back(&all[at++]);
  }
  out.sentences.assign(all.begin() + static_cast<std::ptrdiff_t>(at), all.end());
  return out;
}

MoveReading::Verdict verdictOn(const MoveReading& reading) {
  if (reading.ranking.empty() || reading.ranking.front().perMille < rejectBelow) {
    return MoveReading::Verdict::reject;
  }
  return reading.ranking.front().perMille >= acceptFrom ? MoveReading::Verdict::accept
                                                        : MoveReading::Verdict::ask;
}

// Whether the text all but repeats a phrasing, of which there is nothing to be learned from
// labelled texts: they are all in other words.
bool repeats(const CandidateEvidence& best) {
  return best.spellingBest >= nearRepetition &&
         std::max(best.phrasing, best.raw) >= nearRepetition;  // A lone phrasing is its own middle.
}

}  // namespace

MoveReading MeaningMatcher::match(std::string_view text, std::string_view heard,
                                  std::span<const Candidate> candidates) const {
  text = shortened(text);
  if (m_encoder == nullptr) return NgramMatcher().match(text, heard, candidates);
  const std::vector<std::string_view> texts = textsOf(text, shortened(heard), candidates);
  const std::vector<SentenceVector> all = m_encoder->embed(texts);
  const TextEvidence evidence = evidenceOf(text, vectorsOf(all, candidates), candidates);

  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    order.emplace_back(rankOf(evidence.candidates[i]), i);
  }
  std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.first > b.first; });
  MoveReading reading;
  if (order.empty() || countWords(text) == 0) {
    for (const auto& [rank, at] : order) reading.ranking.push_back({candidates[at].id, 0});
    return reading;
  }
  const CandidateEvidence& best = evidence.candidates[order.front().second];
  const double lead = order.size() > 1 ? order[0].first - order[1].first : 0.0;
  const double odds = exactExp(fitOf(evidence, best, lead));
  double chance = odds / (1.0 + odds);
  if (repeats(best)) chance = std::max(chance, chanceOfRepetition);
  for (const auto& [rank, at] : order) {
    // The others in proportion to the first.
    const double share = chance * exactExp(rank - order.front().first);
    reading.ranking.push_back(
        {candidates[at].id, static_cast<int>(std::floor(1000.0 * share + 0.5))});
  }
  reading.verdict = verdictOn(reading);
  return reading;
}

}  // namespace sparring
