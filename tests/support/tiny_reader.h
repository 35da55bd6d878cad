// A reader of turns with made-up weights, for tests of what is made of its readings: a text asks
// where it says "what" or "who" and claims where it says "our".
#pragma once

#include "language/turn_reader.h"

namespace sparring::testing {

// Knows meaning by the encoder of this name.
inline ReadingModel tinyReadingModel(const std::string& encoder) {
  using Entries = std::vector<FeatureTable::Entry>;
  ReadingModel::Parts parts;
  parts.turns.labels = {"act:ask_diagnostic", "act:feature_claim"};
  parts.turns.bias = {-200, -200};
  parts.turns.thresholds = {500, 500};
  parts.turns.features.add("t:our", 600, Entries{{1, 6000}});
  parts.turns.features.add("t:what", 600, Entries{{0, 6000}});
  parts.turns.features.add("t:who", 600, Entries{{0, 6000}});
  parts.units.labels = {"focus:customer", "focus:seller", "focus:neutral"};
  parts.units.bias = {0, 0, 0};
  parts.units.thresholds = {500, 500, 500};
  ReadingModel model{encoder, parts, parts, {}};
  model.matching = {.phrasing = 2000,
                    .part = 2000,
                    .whole = 8000,
                    .spelling = 15000,
                    .asking = 700,
                    .acts = 3600,
                    .rank = 500,
                    .heard = -500,
                    .constant = -3900};
  return model;
}

}  // namespace sparring::testing
