// The vectors of the shipped scenarios, made when Sparring is built, against those computed now.
#include <gtest/gtest.h>

#include "base/hash.h"
#include "language/turn_features.h"
#include "language/vector_file.h"
#include "scenario/placeholders.h"
#include "scenario/read.h"
#include "support/encoder_bits.h"
#include "support/temp_folder.h"

namespace sparring {
namespace {

// Every seventh phrasing of the scenario, and the line before each node's moves.
TEST(Vectors, ShippedPhrasingsAreFoundAsComputed) {
  const std::filesystem::path model = std::filesystem::path(SPARRING_BUILD_DIR) / "model";
  const TempFolder folder;  // Where the encoder stands alone, it computes.
  std::filesystem::create_symlink(model / "encoder.bin", folder / "encoder.bin");
  const SentenceEncoder encoder = SentenceEncoder::open(folder / "encoder.bin").value();
  const VectorFile file = VectorFile::open(model / vectorFileName, encoder.hash());
  const auto expectShipped = [&](const std::string& text) {
    if (!placeholdersIn(text).empty()) return;
    SentenceVector shipped = {};
    ASSERT_TRUE(file.find(contentHash(text), shipped)) << text;
    EXPECT_EQ(testing::bitsOf(shipped), testing::bitsOf(encoder.embed(text))) << text;
  };
  const auto path =
      std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios" / "ceo-first-call.json";
  const Scenario scenario = withPersonaNames(loadScenario(path).value().scenario.value());
  std::size_t compared = 0;
  for (const Node& node : scenario.nodes) {
    for (const Line& line : node.lines) expectShipped(line.text);
    for (const Move& move : node.moves) {
      for (const std::string& each : move.phrasings) {
        if (compared++ % 7 != 0) continue;
        for (const Span& unit : unitSpans(each)) {
          expectShipped(each.substr(unit.begin, unit.end - unit.begin));
        }
      }
    }
  }
  EXPECT_GT(compared, 100U);
}

}  // namespace
}  // namespace sparring
