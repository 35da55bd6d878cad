// How long the sentence encoder takes to load and for a sentence, on each set of instructions that
// this machine has, and the memory it takes.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "base/file.h"
#include "base/json.h"
#include "language/encoder.h"

using namespace sparring;

namespace {

const std::filesystem::path sourceFolder = SPARRING_SOURCE_DIR;
const std::filesystem::path modelFile =
    std::filesystem::path(SPARRING_BUILD_DIR) / "model/encoder.bin";

template <class Work>
double millisecondsOf(Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

double residentMegabytes() {
  std::ifstream statm("/proc/self/statm");
  double total = 0;
  double resident = 0;
  statm >> total >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

// The sentences of the reference that are as long as what people say: 4 to 30 tokens.
std::vector<std::string> sentences(const SentenceEncoder& encoder) {
  std::vector<std::string> out;
  const auto text = readFile(sourceFolder / "tests/model/reference.json", 1'000'000);
  for (const Json& entry : parseJson(text.value()).root.items) {
    const std::string& sentence = entry.find("sentence")->string;
    const std::size_t tokens = encoder.tokens(sentence).size();
    if (tokens >= 4 && tokens <= 30) out.push_back(sentence);
  }
  return out;
}

void measure(const SentenceEncoder& encoder, const char* name, int rounds) {
  const std::vector<std::string> texts = sentences(encoder);
  std::vector<double> times;
  std::size_t tokens = 0;
  for (int round = 0; round < rounds; ++round) {
    for (const std::string& text : texts) {
      times.push_back(millisecondsOf([&] { static_cast<void>(encoder.embed(text)); }));
      tokens += encoder.tokens(text).size();
    }
  }
  std::ranges::sort(times);
  std::printf("%-5s a sentence of %.0f tokens: median %.2f ms, 99th percentile %.2f ms\n", name,
              static_cast<double>(tokens) / static_cast<double>(times.size()),
              times[times.size() / 2], times[times.size() * 99 / 100]);
}

}  // namespace

int main() {
  if (!std::filesystem::exists(modelFile)) {
    std::puts("The sentence encoder's weights are not here: nothing to measure.");
    return 0;
  }
  const double before = residentMegabytes();
  Result<SentenceEncoder> encoder = fail("not yet");
  const double load = millisecondsOf([&] { encoder = SentenceEncoder::open(modelFile); });
  static_cast<void>(encoder.value().embed("How do your planners find out today?"));
  std::printf("sentence encoder: loaded in %.1f ms, %.1f MB of memory\n", load,
              residentMegabytes() - before);
  for (const InstructionSet& set : instructionSets()) {
    const bool isSlow = set.sumTile == sumTilePlain;
    measure(SentenceEncoder::open(modelFile, set.sumTile).value(), set.name, isSlow ? 2 : 40);
  }
  return 0;
}
