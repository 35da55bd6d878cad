// What was learned from labelled turns, in a form that people can read: for every label (an act, a
// focus) how much each feature and each number of a sentence's vector speaks for it. The
// sums are made in a fixed order of operations that IEEE 754 defines exactly, so that the same turn
// is read alike on every machine.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "language/encoder.h"
#include "language/turn_features.h"

namespace sparring {

// A turn as the model looks at it; one entry a unit in `features` and, where there is an encoder,
// in `vectors`.
struct TurnInput {
  std::vector<Span> units;
  std::vector<std::vector<std::string>> features;
  std::vector<SentenceVector> vectors;
  SentenceVector heard = {};  // Of the buyer's line.
};

// Without an encoder the vectors stay empty. Reads the first 4,000 bytes of the turn: what comes
// after them is in no unit.
TurnInput turnInput(std::string_view text, std::string_view heard, const SentenceEncoder* encoder);

// How much one of the features of a unit counts: less, the more of its kind there are.
double featureValue(std::string_view feature, std::size_t ofItsKind);
// The numbers of the vectors of a unit, in the order of the model's rows: unit, heard.
inline constexpr std::size_t vectorNumbers = 2 * sentenceWidth;
std::array<float, vectorNumbers> vectorValues(const TurnInput& turn, std::size_t unit);

// From a raw probability to how often it was right on turns that training had not seen.
struct Calibration {
  static constexpr int steps = 20;
  std::array<int, steps + 1> perMille = {};  // At raw probabilities of 0, 1/20 … 1.
  int threshold = 500;                       // Per-mille from which on a label is likely right.

  [[nodiscard]] int at(double probability) const;
};

// One set of weights: with vectors, or for words alone.
struct ReadingWeights {
  std::vector<double> bias;                                                       // Per label.
  std::unordered_map<std::string, std::vector<std::pair<int, double>>> features;  // By label.
  std::vector<std::vector<double>> vectors;  // vectorNumbers rows by label; none for words alone.
  std::vector<Calibration> calibrations;     // Per label.

  // Per unit and label: the evidence for it, as a log of odds.
  [[nodiscard]] std::vector<std::vector<double>> evidence(const TurnInput& turn) const;
};

struct ReadingModel {
  std::vector<std::string> labels;  // "act:close", "focus:seller" …
  std::string encoder;              // The name of the encoder that `meaning` was trained with.
  ReadingWeights meaning;
  ReadingWeights words;
  std::string hash = {};  // Of the text that it was read from; empty where it was not.
};

// Fails where the text is no model or a damaged one. `where` names the file in errors.
Result<ReadingModel> readReadingModel(std::string_view text, const std::string& where);
// Weights are kept to a thousandth; the text that reads back as the same model.
std::string writeReadingModel(const ReadingModel& model);

}  // namespace sparring
