// How long the sentence encoder and the reading model take to load and the memory they take, and
// how long a sentence and a whole turn take on each set of instructions that this machine has.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "base/file.h"
#include "base/json.h"
#include "language/encoder.h"
#include "language/meaning_matcher.h"
#include "language/turn_reader.h"
#include "scenario/placeholders.h"
#include "scenario/read.h"

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

// Several times, because the first may also have to fetch the files from the disk.
void measureLoad() {
  for (int time = 0; time < 5; ++time) {
    const double before = residentMegabytes();
    Result<SentenceEncoder> encoder = fail("not yet");
    Result<TurnReader> reader = fail("not yet");
    const double encoderLoad = millisecondsOf([&] { encoder = SentenceEncoder::open(modelFile); });
    const double readerLoad = millisecondsOf([&] {
      reader = TurnReader::open(modelFile.parent_path() / "reading.bin", &encoder.value());
    });
    static_cast<void>(reader.value().read("How do your planners find out today?", ""));
    std::printf("encoder loaded in %.1f ms, reading model in %.1f ms, %.1f MB of memory\n",
                encoderLoad, readerLoad, residentMegabytes() - before);
  }
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

void print(const char* set, const char* what, std::vector<double> times) {
  std::ranges::sort(times);
  std::printf("%-5s %s: median %.2f ms, 99th percentile %.2f ms, best %.2f ms\n", set, what,
              times[times.size() / 2], times[times.size() * 99 / 100], times.front());
}

void measureSentences(const InstructionSet& set, int rounds) {
  std::vector<double> times;
  std::size_t tokens = 0;
  for (int round = 0; round < rounds; ++round) {
    // A new one each time: one that has seen a sentence remembers it.
    const SentenceEncoder encoder = SentenceEncoder::open(modelFile, set.sumTile).value();
    for (const std::string& text : sentences(encoder)) {
      times.push_back(millisecondsOf([&] { static_cast<void>(encoder.embed(text)); }));
      tokens += encoder.tokens(text).size();
    }
  }
  const std::string what = "a sentence of " + std::to_string(tokens / times.size()) + " tokens";
  print(set.name, what.c_str(), times);
}

struct Turn {
  std::string heard;
  std::string text;
};

std::vector<Turn> turns() {
  std::vector<Turn> out;
  std::ifstream lines(sourceFolder / "data/corpus/dev-turns.jsonl");
  for (std::string line; std::getline(lines, line);) {
    const Json turn = parseJson(line).root;
    out.push_back({turn.find("prev")->string, turn.find("text")->string});
  }
  return out;
}

// What the nodes of the first call on a chief executive offer.
std::vector<std::vector<Candidate>> offers(const Scenario& scenario) {
  std::vector<std::vector<Candidate>> out;
  for (const Node& node : scenario.nodes) {
    std::vector<Candidate> candidates;
    for (const Move& move : node.moves) candidates.push_back({move.id, move.phrasings});
    if (!candidates.empty()) out.push_back(candidates);
  }
  return out;
}

// From a turn's text to its acts and its move. What the buyer said and the phrasings are at hand,
// as they are in a call.
void measureTurns(const InstructionSet& set, int rounds) {
  const Scenario scenario =
      withPersonaNames(*loadScenario(sourceFolder / "scenarios/ceo-first-call.json")->scenario);
  const std::vector<std::vector<Candidate>> nodes = offers(scenario);
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    const SentenceEncoder encoder = SentenceEncoder::open(modelFile, set.sumTile).value();
    const TurnReader reader =
        TurnReader::open(modelFile.parent_path() / "reading.bin", &encoder).value();
    const MeaningMatcher matcher(reader);
    for (std::size_t i = 0; const Turn& turn : turns()) {
      const auto& node = nodes[i++ % nodes.size()];
      matcher.prepare(node);
      static_cast<void>(encoder.embed(turn.heard));
      times.push_back(millisecondsOf([&] {
        embedTurn(turn.text, turn.heard, encoder);
        static_cast<void>(reader.read(turn.text, turn.heard));
        static_cast<void>(matcher.match(turn.text, turn.heard, node));
      }));
    }
  }
  print(set.name, "a turn read and matched", times);
}

}  // namespace

int main() {
  if (!std::filesystem::exists(modelFile)) {
    std::puts("The sentence encoder's weights are not here: nothing to measure.");
    return 0;
  }
  measureLoad();
  for (const InstructionSet& set : instructionSets()) {
    const bool isSlow = set.sumTile == sumTilePlain;
    measureSentences(set, isSlow ? 2 : 40);
    measureTurns(set, isSlow ? 1 : 3);
  }
  return 0;
}
