// From labelled turns to a reading model, and to what it says of turns that it has not seen.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "language/reading_model.h"
#include "language/turn_reader.h"
#include "learn/corpus.h"

namespace sparring {

// A sentence about what is being done, for whoever waits.
using Progress = std::function<void(const std::string&)>;

// What was read in one turn by a model that knows no turn of its writer.
struct UnseenReading {
  const LabelledTurn* turn = nullptr;
  bool plain = false;  // Without punctuation and capitals.
  std::string text;    // As it was read.
  TurnMeaning meaning;
};

// Every turn twice, as written and plain.
using UnseenReadings = std::vector<UnseenReading>;

struct Training {
  ReadingModel model;
  UnseenReadings byMeaning;  // Empty without an encoder.
  UnseenReadings byWords;
};

// `encoder` may be null; the model then reads by words alone. Half of the turns are also learned
// without punctuation and capitals. The writers are put into five groups, each of which is read by
// what the other four taught; that is also how sureness is calibrated. The same turns in the same
// order give the same model. The turns outlive what is returned.
Training trainReading(std::span<const LabelledTurn> turns, const SentenceEncoder* encoder,
                      const Progress& progress);

}  // namespace sparring
