// What was learned from labelled turns, in a form that people can read: for every label (an act, a
// mark, a focus) how much each feature and each number of the vectors speaks for it. The sums are
// made in a fixed order of operations that IEEE 754 defines exactly, so that the same turn is read
// alike on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/encoder.h"
#include "language/match_weights.h"
#include "language/turn_features.h"

namespace sparring {

// A turn as the model looks at it. Without an encoder there are no vectors.
struct TurnInput {
  std::vector<Span> units;
  std::vector<std::string> features;  // Of the turn.
  UnitFeatures ofUnits;
  std::vector<SentenceVector> vectors;  // One a unit.
  SentenceVector whole = {};            // Of all of them (wholeVector).
  SentenceVector heard = {};            // Of the buyer's line.
};

// Reads the first 4,000 bytes of the turn: what comes after them is in no unit.
TurnInput turnInput(std::string_view text, std::string_view heard, const SentenceEncoder* encoder);
// A text as if it were one unit, all of its turn, and answered nothing, without the unit's
// features. `vector` is the text's.
TurnInput asOneUnit(std::string_view text, const SentenceVector& vector);
// The same of one of a turn's units.
TurnInput alone(const TurnInput& turn, std::size_t unit, std::string_view text);

// How much each of the features counts before it is known how rare it is: less, the more of its
// kind there are.
std::vector<float> featureValues(std::span<const std::string> features);
// The numbers of the vectors, in the order of a model's rows; empty without an encoder.
inline constexpr std::size_t turnNumbers = 4 * sentenceWidth;
inline constexpr std::size_t unitNumbers = 5 * sentenceWidth;
std::vector<float> numbersOfTurn(const TurnInput& turn);
std::vector<float> numbersOfUnit(const TurnInput& turn, std::size_t unit);

// Features by name, each with how rare it is and what it says of which labels.
class FeatureTable {
 public:
  struct Entry {
    std::uint8_t label = 0;
    std::int16_t weight = 0;  // Hundredths.
    bool operator==(const Entry&) const = default;
  };

  static constexpr std::size_t mostFeatures = (1U << 20U) - 1;

  // REQUIRES: a name that comes after all before it, and fewer than mostFeatures.
  void add(std::string_view name, int rarity, std::span<const Entry> entries);
  // After the last one was added: before, none is found.
  void index();

  [[nodiscard]] std::size_t size() const { return m_features.size(); }
  // Where each of the names is, if it is here.
  [[nodiscard]] std::vector<std::optional<std::size_t>> find(
      std::span<const std::string> names) const;
  [[nodiscard]] std::string_view name(std::size_t feature) const;
  // Hundredths of the logarithm of how many turns there are to one that has it.
  [[nodiscard]] int rarity(std::size_t feature) const { return m_features[feature].rarity; }
  [[nodiscard]] std::span<const Entry> entries(std::size_t feature) const;

 private:
  struct Slot {
    std::uint32_t tag : 12 = 0;    // Of the name's hash: tells most other names apart.
    std::uint32_t count : 20 = 0;  // Of features up to this one; 0 where the slot is empty.
  };
  // Where a name's feature is noted in m_slots, or would be.
  [[nodiscard]] std::size_t slotOf(std::string_view name, std::uint64_t hash) const;
  void note(std::size_t feature, std::uint64_t hash);

  std::string m_names;  // One after the other.
  std::vector<Entry> m_entries;
  struct Feature {
    std::uint32_t nameEnd = 0;   // In m_names; it begins where that of the one before ends.
    std::uint32_t entryEnd = 0;  // In m_entries, likewise.
    std::uint16_t rarity = 0;
  };
  std::vector<Feature> m_features;
  std::vector<Slot> m_slots;  // By hash of the name.
};

// Sums of numbers, each cut off below 0, that speak for the labels in their turn: for what no one
// number tells. All weights are thousandths. May be empty.
struct HiddenLayer {
  std::vector<std::int16_t> in;   // A row of the layer's sums for each number.
  std::vector<int> inBias;        // By sum.
  std::vector<std::int16_t> out;  // A row of labels for each sum.
  std::vector<int> outBias;       // By label.

  // Adds to each label's evidence, a log of odds. REQUIRES: a number for each row.
  void addTo(std::vector<double>& evidence, std::span<const float> numbers) const;
};

// What a second look at the units of a turn goes by: what was found in each by itself, and what the
// turn does.
struct FirstLook {
  std::vector<std::vector<double>> units;  // By unit and label of units: evidence.
  std::vector<int> words;                  // By unit.
  std::vector<double> turn;                // By label of turns: evidence.
};

// The numbers of a second look at one unit: what was found in it, in those before and after it and
// in all by their words, where it stands, how long it is, and what the turn does.
std::vector<float> secondLook(const FirstLook& first, std::size_t unit);
inline std::size_t secondLookNumbers(std::size_t unitLabels, std::size_t turnLabels) {
  return 4 * unitLabels + 3 + turnLabels;
}

// One set of weights: of turns or of units, with vectors or for words alone. All weights are
// hundredths of a log of odds.
struct ReadingWeights {
  std::vector<std::string> labels;  // "act:close", "mark:accessible+", "focus:seller" …
  std::vector<int> bias;            // By label.
  std::vector<int> thresholds;      // By label: per-mille from which on it is likely right.
  FeatureTable features;
  std::vector<std::int16_t> vectors;  // A row of labels for each number; none for words alone.

  // Per label the evidence for it, as a log of odds: by features, of which some may have gone into
  // beginning() already, and by what NumberWeights made of the numbers (nothing for words alone).
  [[nodiscard]] std::vector<double> evidence(std::vector<double> begun,
                                             std::span<const std::string> named,
                                             std::span<const float> ofNumbers) const;
  [[nodiscard]] std::vector<double> beginning(std::span<const std::string> named = {}) const;
};

// The weights of the numbers, made ready to be multiplied as the encoder's are (whole_matrix.h).
class NumberWeights {
 public:
  NumberWeights() = default;  // Of words alone.
  explicit NumberWeights(const ReadingWeights& weights);

  // For each row of numbers a row that begins with the hundredths they add by label; empty rows for
  // words alone.
  [[nodiscard]] Rows times(const Rows& numbers) const;

 private:
  WholeWeights m_weights;
  std::vector<float> m_bias;  // Zeros.
};

// At most so many labels in one set of weights: each is written as a letter.
inline constexpr std::size_t mostLabels = 52;

struct ReadingModel {
  std::string encoder;  // The name of the encoder that `meaning` was trained with.
  struct Parts {
    ReadingWeights turns;    // Acts, "asks" (any question), marks.
    ReadingWeights units;    // Focus, at first look.
    HiddenLayer focus = {};  // What the second adds.
  };
  Parts meaning;
  Parts words;
  MatchWeights matching;  // Of moves, with `meaning`.
  std::string hash = {};  // Of the text that it was read from; empty where it was not.
};

std::unexpected<Error> damagedReadingModel(const std::string& where);

// Fails where the text is no model or a damaged one. `where` names the file in errors.
// Given the name of an encoder (or "" for none), only the weights that serve with it are read:
// `meaning` where it was trained with it, else `words`; the others stay empty.
Result<ReadingModel> readReadingModel(std::string_view text, const std::string& where,
                                      const std::optional<std::string>& ofEncoder = std::nullopt);
// The text that reads back as the same model.
std::string writeReadingModel(const ReadingModel& model);

// The same model as bytes, which load several times as quickly (reading_model_pack.cpp).
// REQUIRES: a model that was read from its text.
std::string packReadingModel(const ReadingModel& model);
bool isPackedReadingModel(std::string_view bytes);
// As readReadingModel, of such bytes.
Result<ReadingModel> unpackReadingModel(std::string_view bytes, const std::string& where,
                                        const std::optional<std::string>& ofEncoder = std::nullopt);

}  // namespace sparring
