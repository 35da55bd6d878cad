#include "language/whole_vector.h"

#include <algorithm>
#include <cmath>

#include "language/turn_features.h"

namespace sparring {

SentenceVector wholeVector(std::string_view text, std::span<const Span> units,
                           std::span<const SentenceVector> vectors) {
  if (units.size() == 1) return vectors.front();
  SentenceVector sum{};
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const Span& span = units[unit];
    const int words = countWords(text.substr(span.begin, span.end - span.begin));
    const auto counts = static_cast<float>(std::max(words, 1));
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += counts * vectors[unit][i];
  }
  float square = 0.0F;
  for (const float each : sum) square += each * each;
  const float length = std::sqrt(std::max(square, 1e-12F));
  for (float& each : sum) each /= length;
  return sum;
}

std::vector<SentenceVector> wholeVectors(std::span<const std::string_view> texts,
                                         const SentenceEncoder& encoder) {
  std::vector<std::vector<Span>> units;
  std::vector<std::string_view> parts;
  for (const std::string_view text : texts) {
    for (const Span& each : units.emplace_back(unitSpans(text))) {
      parts.push_back(text.substr(each.begin, each.end - each.begin));
    }
  }
  const std::vector<SentenceVector> vectors = encoder.embed(parts);
  std::vector<SentenceVector> out(texts.size());
  for (std::size_t i = 0, at = 0; i < texts.size(); at += units[i++].size()) {
    if (units[i].empty()) continue;
    out[i] = wholeVector(texts[i], units[i], std::span(vectors).subspan(at, units[i].size()));
  }
  return out;
}

}  // namespace sparring
