// Anything that a rep may type or paste: it is mended, cut into sentences and words, looked for and
// matched without a crash, and every stretch lies within the text.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "language/ngram_matcher.h"
#include "language/sentences.h"

using namespace sparring;

namespace {

constexpr std::size_t longestTurn = 1000;

void expectWithin(const std::string& text, const std::vector<Span>& spans) {
  std::size_t last = 0;
  for (const Span& span : spans) {
    if (span.begin < last || span.end <= span.begin || span.end > text.size()) std::abort();
    if (firstInvalidUtf8(std::string_view(text).substr(span.begin, span.end - span.begin)) !=
        std::string::npos) {
      std::abort();
    }
    last = span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view raw(reinterpret_cast<const char*>(data), size);
  if (firstInvalidUtf8(mendUtf8(raw)) != std::string::npos) std::abort();
  const std::string text = cleanInput(raw, longestTurn);
  if (text.size() > longestTurn || cleanInput(text, longestTurn) != text) std::abort();
  if (firstInvalidUtf8(text) != std::string::npos) std::abort();
  expectWithin(text, sentenceSpans(text));
  expectWithin(text, wordSpans(text));
  const std::string_view half = std::string_view(raw).substr(0, size / 2);
  for (const std::string_view words : {std::string_view(text), half, std::string_view("spring")}) {
    const Span found = findWords(text, words);
    if (found.begin > found.end || found.end > text.size()) std::abort();
  }
  const std::array<std::string, 2> asked{"What must change by spring?", "Which shops bake most?"};
  const std::array<std::string, 1> own{std::string(half)};
  const std::array<Candidate, 2> candidates{
      {{MoveId("ask"), asked}, {MoveId("own"), std::span<const std::string>(own)}}};
  const MoveReading reading = NgramMatcher().match(text, half, candidates);
  if (reading.ranking.size() > candidates.size()) std::abort();
  if (reading.verdict != MoveReading::Verdict::reject && reading.ranking.empty()) std::abort();
  for (const RankedMove& each : reading.ranking) {
    if (each.perMille < 0 || each.perMille > 1000) std::abort();
  }
  return 0;
}
