// A model of how turns are read, and a turn and buyer's line read by it: a model that is damaged is
// refused with a sentence; of any other every stretch lies within the text and no chance is beyond
// its bounds; facts are found within the text. What is fuzzed is the model, as text or packed, up
// to a line "---", the turn up to the next, and the line.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "language/encoder_model.h"
#include "language/fact_reader.h"
#include "language/quantities.h"
#include "language/turn_reader.h"
#include "support/naming_reader.h"
#include "support/small_scenario.h"

using namespace sparring;

namespace {

// What stands before the next line "---"; takes it off the rest.
std::string_view nextPart(std::string_view& rest) {
  constexpr std::string_view line = "\n---\n";
  const std::size_t end = rest.find(line);
  const std::string_view part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + line.size());
  return part;
}

void expectWithin(const Span& span, std::string_view text) {
  if (span.begin > span.end || span.end > text.size()) std::abort();
}

void expectSound(const TurnMeaning& meaning, std::string_view text) {
  for (const auto* acts : {&meaning.acts, &meaning.perhaps}) {
    for (const ActReading& each : *acts) expectWithin(each.words, text);
  }
  int words = 0;
  for (const FocusReading& each : meaning.focus) {
    expectWithin(each.words, text);
    if (each.wordCount < 0) std::abort();
    words += each.wordCount;
  }
  if (words > countWords(text)) std::abort();
  for (const MarkReading& each : meaning.marks) expectWithin(each.words, text);
}

// The line serves as a fact, its words as keys.
void expectFactsSound(std::string_view text, std::string_view line) {
  Fact fact;
  fact.text = line;
  for (const Span& word : wordSpans(line)) {
    if (fact.keys.size() == 8) break;
    fact.keys.emplace_back(line.substr(word.begin, word.end - word.begin));
  }
  for (const FactReading& each : readFacts(text, std::span(&fact, 1))) {
    expectWithin(each.words, text);
  }
  for (const Quantity& each : quantitiesIn(text)) {
    expectWithin(each.words, text);
    if (!sameAmount(each, each) || !sameKind(each, each)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Understanding naming = testing::namingReader(*testing::shippedMethod().method);
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::string model(nextPart(rest));
  const std::string_view text = nextPart(rest);
  const bool isPacked = isPackedReadingModel(model);
  if (!model.empty() && !isPacked) model += '\n';
  const TurnMeaning meaning = naming.reader->read(text, rest);
  expectSound(meaning, text);
  expectFactsSound(text, rest);
  for (const ActReading& each : meaning.acts) {
    if (each.perMille < 0 || each.perMille > 1000) std::abort();
  }
  if (isPacked) encoderHash(model).copy(model.data() + 8, 64);  // As if it were undamaged.
  Result<ReadingModel> read =
      isPacked ? unpackReadingModel(model, "model") : readReadingModel(model, "model");
  if (!read) {
    if (read.error().what.empty()) std::abort();
    return 0;
  }
  if (!isPacked && read->hash.size() != 64) std::abort();
  const TurnReader reader(std::move(*read), nullptr);
  const TurnMeaning again = reader.read(text, rest);
  expectSound(again, text);
  if (again != reader.read(text, rest)) std::abort();
  return 0;
}
