#include "language/match_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/dot.h"
#include "base/text.h"

namespace sparring {
namespace {

using Vector = std::array<double, sentenceWidth>;

constexpr std::array<std::string_view, 36> questionWords = {
    "what",  "how",      "why",      "who",      "whom",     "whose",   "when",  "where",
    "which", "do",       "does",     "did",      "is",       "are",     "was",   "were",
    "can",   "could",    "will",     "would",    "should",   "have",    "has",   "am",
    "isn't", "aren't",   "don't",    "wouldn't", "couldn't", "doesn't", "isn’t", "aren’t",
    "don’t", "wouldn’t", "couldn’t", "doesn’t"};
constexpr std::size_t openingWords = 3;

double askingOf(std::string_view text) {
  if (text.find('?') != std::string_view::npos) return 1.0;
  const std::vector<Span> words = wordSpans(text);
  for (std::size_t i = 0; i < std::min(words.size(), openingWords); ++i) {
    const std::string word = toLower(text.substr(words[i].begin, words[i].end - words[i].begin));
    if (std::ranges::find(questionWords, word) != questionWords.end()) return 0.5;
  }
  return 0.0;
}

double askingOf(const Candidate& candidate) {
  double sum = 0.0;
  for (const std::string& each : candidate.phrasings) sum += askingOf(each);
  return candidate.phrasings.empty() ? 0.0 : sum / static_cast<double>(candidate.phrasings.size());
}

Vector meanOf(std::span<const SentenceVector> vectors) {
  Vector mean{};
  for (const SentenceVector& each : vectors) {
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += static_cast<double>(each[i]);
  }
  if (!vectors.empty()) {
    for (double& each : mean) each /= static_cast<double>(vectors.size());
  }
  return mean;
}

// Of length 1; zeros where there is next to no direction.
Vector unit(Vector vector) {
  const double length = std::sqrt(dot<double>(vector, vector));
  const double scale = length > 1e-6 ? 1.0 / length : 0.0;
  for (double& each : vector) each *= scale;
  return vector;
}

Vector difference(const SentenceVector& a, const Vector& b) {
  Vector out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<double>(a[i]) - b[i];
  return out;
}

// The cosine of the text's chances and the sum of the phrasings'.
double likenessOfActs(const ActChances& text, const std::vector<double>& phrasings) {
  double both = 0.0;
  double textSquare = 0.0;
  double theirSquare = 0.0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto mine = static_cast<double>(text[i]);
    both += mine * phrasings[i];
    textSquare += mine * mine;
    theirSquare += phrasings[i] * phrasings[i];
  }
  const double lengths = std::sqrt(textSquare) * std::sqrt(theirSquare);
  return lengths > 1e-6 ? both / lengths : 0.0;
}

}  // namespace

OfferEvidence::OfferEvidence(std::span<const Candidate> candidates,
                             std::span<const SentenceVector> vectors,
                             std::span<const ActChances> acts)
    : m_middle(meanOf(vectors)), m_spelling(candidates) {
  for (const Candidate& candidate : candidates) {
    Compared& each = m_candidates.emplace_back();
    each.asking = askingOf(candidate);
    const std::size_t count = candidate.phrasings.size();
    if (count == 0) continue;
    for (const SentenceVector& vector : vectors.first(count)) {
      each.phrasings.push_back(unit(difference(vector, m_middle)));
    }
    const Vector mean = meanOf(vectors.first(count));
    each.mean = unit(mean);
    for (std::size_t i = 0; i < mean.size(); ++i) each.centre[i] = mean[i] - m_middle[i];
    each.centre = unit(each.centre);
    each.acts.resize(acts.front().size());
    for (const ActChances& chances : acts.first(count)) {
      for (std::size_t i = 0; i < chances.size(); ++i) {
        each.acts[i] += static_cast<double>(chances[i]);
      }
    }
    vectors = vectors.subspan(count);
    acts = acts.subspan(count);
  }
}

TextEvidence OfferEvidence::of(std::string_view text, const TextMaterial& material) const {
  const Vector said = unit(difference(material.whole, m_middle));
  const Vector plain = unit(difference(material.whole, Vector{}));
  std::vector<Vector> parts;
  for (const SentenceVector& each : material.parts) {
    parts.push_back(unit(difference(each, m_middle)));
  }
  if (parts.empty()) parts.push_back(said);
  const auto mostLike = [](const std::vector<Vector>& vectors, const Vector& other) {
    double most = -1.0;
    for (const Vector& each : vectors) most = std::max(most, dot<double>(each, other));
    return most;
  };

  TextEvidence out;
  out.heard = dot<double>(said, unit(difference(material.heard, m_middle)));
  const double asks = askingOf(text);
  const std::vector<SpellingLikeness> spelling = m_spelling.likeness(text);
  for (std::size_t i = 0; i < m_candidates.size(); ++i) {
    const Compared& candidate = m_candidates[i];
    CandidateEvidence& each = out.candidates.emplace_back();
    each.spelling = spelling[i].mean;
    each.spellingBest = spelling[i].best;
    each.asking = -std::abs(asks - candidate.asking);
    if (candidate.phrasings.empty()) continue;
    each.whole = dot<double>(plain, candidate.mean);
    each.phrasing = mostLike(candidate.phrasings, said);
    each.part = mostLike(parts, candidate.centre);
    each.acts = likenessOfActs(material.acts, candidate.acts);
  }
  return out;
}

double rankOf(const MatchWeights& weights, const CandidateEvidence& candidate) {
  return (weights.phrasing * candidate.phrasing + weights.part * candidate.part +
          weights.whole * candidate.whole + weights.spelling * candidate.spelling +
          weights.asking * candidate.asking + weights.acts * candidate.acts) /
         1000.0;
}

double fitOf(const MatchWeights& weights, double bestRank, double heard) {
  return (weights.rank * bestRank + weights.heard * heard + weights.constant) / 1000.0;
}

}  // namespace sparring
