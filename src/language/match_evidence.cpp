#include "language/match_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/text.h"
#include "language/ngram_matcher.h"

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
constexpr int mostWords = 64;

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

Vector meanOf(std::span<const SentenceVector* const> vectors) {
  Vector sum{};
  for (const SentenceVector* each : vectors) add(*each, sum);
  if (!vectors.empty()) {
    for (double& each : sum) each /= static_cast<double>(vectors.size());
  }
  return sum;
}

double meanAsking(const Candidate& candidate) {
  double sum = 0.0;
  for (const std::string& each : candidate.phrasings) sum += askingOf(each);
  return candidate.phrasings.empty() ? 0.0 : sum / static_cast<double>(candidate.phrasings.size());
}

}  // namespace

TextEvidence evidenceOf(std::string_view text, const MatchVectors& vectors,
                        std::span<const Candidate> candidates) {
  std::vector<const SentenceVector*> all;
  for (const auto& each : vectors.phrasings) all.insert(all.end(), each.begin(), each.end());
  const Vector middle = meanOf(all);
  const Vector said = unit(difference(vectors.text, middle));
  const Vector plain = unit(difference(vectors.text, Vector{}));
  std::vector<Vector> sentences;
  for (const SentenceVector& each : vectors.sentences) {
    sentences.push_back(unit(difference(each, middle)));
  }
  if (sentences.empty()) sentences.push_back(said);
  const std::vector<SpellingLikeness> spelling = spellingLikeness(text, candidates);

  TextEvidence out;
  out.length = std::sqrt(static_cast<double>(std::min(countWords(text), mostWords)));
  out.heard = dot(said, unit(difference(vectors.heard, middle)));
  const double asks = askingOf(text);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    CandidateEvidence& each = out.candidates.emplace_back();
    each.spelling = spelling[i].mean;
    each.spellingBest = spelling[i].best;
    each.asking = -std::abs(asks - meanAsking(candidates[i]));
    const auto& phrasings = vectors.phrasings[i];
    if (phrasings.empty()) continue;
    const Vector mean = meanOf(phrasings);
    Vector moved = mean;
    for (std::size_t at = 0; at < moved.size(); ++at) moved[at] -= middle[at];
    const Vector centre = unit(moved);
    each.centroid = dot(said, centre);
    each.raw = dot(plain, unit(mean));
    each.phrasing = -1.0;
    for (const SentenceVector* phrasing : phrasings) {
      each.phrasing = std::max(each.phrasing, dot(said, unit(difference(*phrasing, middle))));
    }
    each.sentence = -1.0;
    for (const Vector& sentence : sentences) {
      each.sentence = std::max(each.sentence, dot(sentence, centre));
    }
    each.lastSentence = dot(sentences.back(), centre);
  }
  return out;
}

}  // namespace sparring
