// Embeds what can be said in the shipped scenarios, so that the program need not do it while a call
// runs. Runs when Sparring is built: encoder_vectors ENCODER SCENARIOS FILE.
#include <cstdio>

#include "base/file.h"
#include "base/hash.h"
#include "language/encoder.h"
#include "language/turn_features.h"
#include "language/vector_file.h"
#include "scenario/placeholders.h"
#include "scenario/read.h"

using namespace sparring;

namespace {

using Texts = std::vector<std::string>;

void addLines(const std::vector<Line>& lines, Texts& texts) {
  for (const Line& line : lines) {
    texts.push_back(line.text);
    addLines(line.then, texts);
  }
}

void addMoves(const std::vector<Move>& moves, Texts& texts) {
  for (const Move& move : moves) {
    for (const std::string& phrasing : move.phrasings) {
      for (const Span& unit : unitSpans(phrasing)) {
        texts.push_back(phrasing.substr(unit.begin, unit.end - unit.begin));
      }
    }
    addLines(move.replies, texts);
  }
}

// What sellers say, by units (wholeVectors), and buyers; texts that leave the rep's name open are
// not yet what is said.
Texts textsOf(const Scenario& scenario) {
  Texts texts;
  for (const Node& node : scenario.nodes) {
    addLines(node.lines, texts);
    addMoves(node.moves, texts);
  }
  for (const Persona& persona : scenario.personas) {
    texts.insert(texts.end(), persona.unclear.begin(), persona.unclear.end());
    addMoves(persona.topics, texts);
    addMoves(persona.reactions, texts);
  }
  std::erase_if(texts, [](const std::string& text) { return !placeholdersIn(text).empty(); });
  return texts;
}

Result<std::string> embedScenarios(const std::filesystem::path& model,
                                   const std::filesystem::path& folder) {
  const Result<SentenceEncoder> encoder = SentenceEncoder::open(model);
  if (!encoder) return std::unexpected(encoder.error());
  std::map<std::string, SentenceVector> vectors;
  const auto paths = filesIn(folder, ".json");
  if (!paths) return std::unexpected(paths.error());
  for (const std::filesystem::path& path : *paths) {
    Result<ScenarioReading> reading = loadScenario(path);
    if (!reading) return std::unexpected(reading.error());
    if (!reading->scenario) return fail("This is no scenario.", path.string());
    const Texts texts = textsOf(withPersonaNames(*std::move(reading->scenario)));
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const std::vector<SentenceVector> found = encoder->embed(views);
    for (std::size_t i = 0; i < texts.size(); ++i) vectors[contentHash(texts[i])] = found[i];
  }
  return writeVectorFile(vectors, encoder->hash());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("encoder_vectors ENCODER SCENARIOS FILE\n", stderr);
    return 2;
  }
  const Result<std::string> file = embedScenarios(argv[1], argv[2]);
  const Result<void> written =
      file ? writeFile(argv[3], *file) : Result<void>(std::unexpected(file.error()));
  if (written) return 0;
  std::fprintf(stderr, "The scenarios cannot be embedded: %s\n", sentence(written.error()).c_str());
  return 1;
}
