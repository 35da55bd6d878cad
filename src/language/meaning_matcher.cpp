#include "language/meaning_matcher.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <utility>

#include "base/exact_math.h"
#include "base/text.h"
#include "language/ngram_matcher.h"
#include "language/sentences.h"
#include "language/text_memory.h"
#include "language/whole_vector.h"

namespace sparring {
namespace {

constexpr std::size_t mostParts = 24;  // The last ones: what counts in a turn comes late.
constexpr std::size_t mostPhrasings = 4096;

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
         std::max(best.phrasing, best.whole) >=
             nearRepetition;  // A lone phrasing is its own middle.
}

}  // namespace

// What is known of all that is on offer, whatever is said.
struct MeaningMatcher::Offer {
  std::vector<std::string> phrasings;  // Of all candidates, one after the other.
  std::vector<std::size_t> counts;     // Of each candidate's phrasings.
  OfferEvidence evidence;

  [[nodiscard]] bool isOf(std::span<const Candidate> candidates) const {
    if (candidates.size() != counts.size()) return false;
    auto at = phrasings.begin();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (candidates[i].phrasings.size() != counts[i]) return false;
      if (!std::ranges::equal(candidates[i].phrasings,
                              std::span(at, at + static_cast<std::ptrdiff_t>(counts[i])))) {
        return false;
      }
      at += static_cast<std::ptrdiff_t>(counts[i]);
    }
    return true;
  }
};

struct MeaningMatcher::Memory {
  // By phrasing. Readings of so many phrasings take less than a megabyte.
  TextMemory<ActChances> acts = TextMemory<ActChances>(mostPhrasings);
  std::mutex mutex;
  std::shared_ptr<const Offer> last;  // Guarded by the mutex.
};

MeaningMatcher::MeaningMatcher() = default;
MeaningMatcher::MeaningMatcher(MeaningMatcher&&) noexcept = default;
MeaningMatcher& MeaningMatcher::operator=(MeaningMatcher&&) noexcept = default;
MeaningMatcher::~MeaningMatcher() = default;

MeaningMatcher::MeaningMatcher(const TurnReader& reader) {
  if (!reader.knowsMeaning()) return;
  m_reader = &reader;
  m_memory = std::make_unique<Memory>();
}

void MeaningMatcher::prepare(std::span<const Candidate> candidates) const {
  if (m_reader != nullptr) static_cast<void>(offerOf(candidates));
}

ActChances MeaningMatcher::actsOf(const std::string& phrasing, const SentenceVector& vector) const {
  ActChances chances;
  if (m_memory->acts.find(phrasing, chances)) return chances;
  chances = m_reader->chancesOfActs(asOneUnit(partRead(phrasing), vector));
  m_memory->acts.keep(phrasing, chances);
  return chances;
}

std::shared_ptr<const MeaningMatcher::Offer> MeaningMatcher::offerOf(
    std::span<const Candidate> candidates) const {
  {
    const std::lock_guard lock(m_memory->mutex);
    if (m_memory->last && m_memory->last->isOf(candidates)) return m_memory->last;
  }
  std::vector<std::string> phrasings;
  std::vector<std::size_t> counts;
  for (const Candidate& each : candidates) {
    counts.push_back(each.phrasings.size());
    phrasings.insert(phrasings.end(), each.phrasings.begin(), each.phrasings.end());
  }
  std::vector<std::string_view> texts;
  for (const std::string& each : phrasings) texts.push_back(partRead(each));
  const std::vector<SentenceVector> vectors = wholeVectors(texts, *m_reader->encoder());
  std::vector<ActChances> acts;
  for (std::size_t i = 0; i < phrasings.size(); ++i) {
    acts.push_back(actsOf(phrasings[i], vectors[i]));
  }
  auto offer = std::make_shared<const Offer>(std::move(phrasings), std::move(counts),
                                             OfferEvidence(candidates, vectors, acts));
  const std::lock_guard lock(m_memory->mutex);
  return m_memory->last = offer;
}

TextEvidence MeaningMatcher::evidence(std::string_view text, std::string_view heard,
                                      std::span<const Candidate> candidates) const {
  text = partRead(text);
  const std::shared_ptr<const Offer> offer = offerOf(candidates);
  const TurnInput input = turnInput(text, partRead(heard), m_reader->encoder());
  TextMaterial material{input.whole, input.heard, {}, m_reader->chancesOfActs(input)};
  const std::size_t parts = std::min(input.vectors.size(), mostParts);
  material.parts.assign(input.vectors.end() - static_cast<std::ptrdiff_t>(parts),
                        input.vectors.end());
  return offer->evidence.of(text, material);
}

MoveReading MeaningMatcher::match(std::string_view text, std::string_view heard,
                                  std::span<const Candidate> candidates) const {
  text = partRead(text);
  if (m_reader == nullptr) return NgramMatcher().match(text, heard, candidates);
  MoveReading reading;
  if (candidates.empty() || countWords(text) == 0) {
    for (const Candidate& each : candidates) reading.ranking.push_back({each.id, 0});
    return reading;
  }
  const TextEvidence found = evidence(text, heard, candidates);
  const MatchWeights& weights = m_reader->matchWeights();
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    order.emplace_back(rankOf(weights, found.candidates[i]), i);
  }
  std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.first > b.first; });
  const auto [bestRank, first] = order.front();
  const double odds = exactExp(fitOf(weights, bestRank, found.heard));
  double chance = odds / (1.0 + odds);
  if (repeats(found.candidates[first])) chance = std::max(chance, chanceOfRepetition);
  for (const auto& [rank, at] : order) {
    // The others in proportion to the first.
    const double share = chance * exactExp(rank - bestRank);
    reading.ranking.push_back(
        {candidates[at].id, static_cast<int>(std::floor(1000.0 * share + 0.5))});
  }
  reading.verdict = verdictOn(reading);
  return reading;
}

}  // namespace sparring
