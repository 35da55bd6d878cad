// What a rep says, what it answers and what is on offer, one a line, matched by meaning with an
// encoder of toy size: every move is ranked once, the first is the likeliest, no chance is beyond
// its bounds, and the same question gets the same answer.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "language/meaning_matcher.h"
#include "support/temp_folder.h"
#include "support/tiny_encoder.h"
#include "support/tiny_reader.h"

using namespace sparring;

namespace {

const SentenceEncoder& tiny() {
  static const SentenceEncoder encoder = [] {
    const TempFolder folder;
    const std::filesystem::path path = folder / "encoder.bin";
    std::ofstream(path, std::ios::binary) << testing::tinyEncoder();
    return SentenceEncoder::open(path).value();  // Mapped: it outlives its file.
  }();
  return encoder;
}

std::vector<std::string> linesOf(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

void expectSound(const MoveReading& reading, std::size_t candidates) {
  if (reading.ranking.size() != candidates) std::abort();
  if (reading.verdict != MoveReading::Verdict::reject && candidates == 0) std::abort();
  int last = 1000;
  for (const RankedMove& each : reading.ranking) {
    if (each.perMille < 0 || each.perMille > last) std::abort();
    last = each.perMille;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string> lines = linesOf({reinterpret_cast<const char*>(data), size});
  const std::string heard = lines.size() > 1 ? lines[1] : std::string();
  std::vector<std::vector<std::string>> phrasings;  // A line a move, wordings between tabs.
  for (std::size_t i = 2; i < lines.size() && i < 40; ++i) {
    auto& wordings = phrasings.emplace_back(1);
    for (const char c : lines[i]) {
      if (c == '\t') {
        wordings.emplace_back();
      } else {
        wordings.back() += c;
      }
    }
  }
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < phrasings.size(); ++i) {
    candidates.push_back({MoveId(std::to_string(i)), phrasings[i]});
  }
  static const TurnReader reader(testing::tinyReadingModel(tiny().hash()), &tiny());
  static const MeaningMatcher byMeaning(reader);
  static const MeaningMatcher bySpelling;
  for (const MeaningMatcher* each : {&byMeaning, &bySpelling}) {
    const MeaningMatcher& matcher = *each;
    const MoveReading reading = matcher.match(lines.front(), heard, candidates);
    expectSound(reading, candidates.size());
    if (reading != matcher.match(lines.front(), heard, candidates)) std::abort();
  }
  return 0;
}
