// Labelled turns as numbers to learn from: a sparse row of features and a dense row of vectors for
// every unit of every turn, and what each turn and unit was labelled.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/reading_model.h"
#include "learn/corpus.h"

namespace sparring {

// The turn as dictation software writes it: no capitals, no punctuation.
std::string withoutPunctuation(std::string_view text);

// One turn to learn from or to be tested on.
struct Example {
  const LabelledTurn* turn = nullptr;
  TurnInput input;
  std::vector<Focus> focus;  // Per unit: of the labelled sentences, the one that most words are of.
};

// `plain`: without punctuation and capitals.
Example exampleOf(const LabelledTurn& turn, bool plain, const SentenceEncoder* encoder);

// Every label of turns in the corpus, in a fixed order: acts, "asks", marks ("mark:accessible+").
std::vector<std::string> labelsOf(std::span<const LabelledTurn> turns);
// Whether a turn has one of these labels.
bool hasLabel(const LabelledTurn& turn, std::string_view label);

// Turns or units as numbers to learn from: a sparse row of features and a dense row of vectors
// each.
class Samples {
 public:
  // `numbers`: how many of the vectors each row has.
  explicit Samples(std::size_t numbers) : m_width(numbers) {}

  // REQUIRES: as many numbers as each row has.
  void add(std::span<const std::string> features, std::span<const float> numbers);

  [[nodiscard]] std::size_t count() const { return m_starts.size() - 1; }
  [[nodiscard]] std::size_t width() const { return m_width; }
  [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
  // The features of a row, and how much each counts before it is known how rare it is.
  [[nodiscard]] std::span<const std::uint32_t> features(std::size_t row) const;
  [[nodiscard]] std::span<const float> values(std::size_t row) const;
  [[nodiscard]] std::span<const float> numbers(std::size_t row) const;

 private:
  std::size_t m_width;
  std::vector<std::string> m_names;
  std::unordered_map<std::string, std::uint32_t> m_index;
  std::vector<std::size_t> m_starts = {0};
  std::vector<std::uint32_t> m_features;
  std::vector<float> m_values;
  std::vector<float> m_numbers;
};

}  // namespace sparring
