#include "language/match_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

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

double dot(const Vector& a, const Vector& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// Of length 1; zeros where there is next to no direction.
Vector unit(Vector a) {
  const double length = std::sqrt(dot(a, a));
  const double scale = length > 1e-6 ? 1.0 / length : 0.0;
  for (double& each : a) each *= scale;
  return a;
}

void add(const SentenceVector& vector, Vector& sum) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += static_cast<double>(vector[i]);
}

Vector difference(const SentenceVector& a, const Vector& b) {
  Vector out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<double>(a[i]) - b[i];
  return out;
}

using Phrasings = std::span<const MatchMaterial::Phrasing>;

Vector meanOf(Phrasings phrasings) {
  Vector sum{};
  for (const auto& each : phrasings) add(*each.vector, sum);
  if (!phrasings.empty()) {
    for (double& each : sum) each /= static_cast<double>(phrasings.size());
  }
  return sum;
}

// The cosine of the text's chances and the sum of the phrasings'.
double likenessOfActs(const ActChances& text, Phrasings phrasings) {
  double both = 0.0;
  double textSquare = 0.0;
  double theirSquare = 0.0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto mine = static_cast<double>(text[i]);
    double theirs = 0.0;
    for (const auto& each : phrasings) theirs += static_cast<double>((*each.acts)[i]);
    both += mine * theirs;
    textSquare += mine * mine;
    theirSquare += theirs * theirs;
  }
  const double lengths = std::sqrt(textSquare) * std::sqrt(theirSquare);
  return lengths > 1e-6 ? both / lengths : 0.0;
}

double meanAsking(const Candidate& candidate) {
  double sum = 0.0;
  for (const std::string& each : candidate.phrasings) sum += askingOf(each);
  return candidate.phrasings.empty() ? 0.0 : sum / static_cast<double>(candidate.phrasings.size());
}

}  // namespace

TextEvidence evidenceOf(std::string_view text, const MatchMaterial& material,
                        std::span<const Candidate> candidates) {
  std::vector<MatchMaterial::Phrasing> all;
  for (const auto& each : material.phrasings) all.insert(all.end(), each.begin(), each.end());
  const Vector middle = meanOf(all);
  const Vector said = unit(difference(material.text, middle));
  const Vector plain = unit(difference(material.text, Vector{}));
  std::vector<Vector> parts;
  for (const SentenceVector& each : material.parts) {
    parts.push_back(unit(difference(each, middle)));
  }
  if (parts.empty()) parts.push_back(said);

  TextEvidence out;
  out.heard = dot(said, unit(difference(material.heard, middle)));
  const double asks = askingOf(text);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    CandidateEvidence& each = out.candidates.emplace_back();
    each.spelling = material.spelling[i].mean;
    each.spellingBest = material.spelling[i].best;
    each.asking = -std::abs(asks - meanAsking(candidates[i]));
    const Phrasings phrasings = material.phrasings[i];
    if (phrasings.empty()) continue;
    const Vector mean = meanOf(phrasings);
    Vector moved = mean;
    for (std::size_t at = 0; at < moved.size(); ++at) moved[at] -= middle[at];
    const Vector centre = unit(moved);
    each.whole = dot(plain, unit(mean));
    each.phrasing = -1.0;
    for (const auto& phrasing : phrasings) {
      each.phrasing =
          std::max(each.phrasing, dot(said, unit(difference(*phrasing.vector, middle))));
    }
    each.part = -1.0;
    for (const Vector& part : parts) each.part = std::max(each.part, dot(part, centre));
    each.acts = likenessOfActs(material.acts, phrasings);
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
