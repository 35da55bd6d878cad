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

// Every label of the corpus, in a fixed order: acts, then the three kinds of focus.
std::vector<std::string> labelsOf(std::span<const LabelledTurn> turns);
// Whether a turn has a label that is not a focus.
bool hasLabel(const LabelledTurn& turn, std::string_view label);

class Examples {
 public:
  // Features that fewer than `leastTurns` of the examples have are left out.
  Examples(const std::vector<const Example*>& examples, int leastTurns, bool withVectors);

  [[nodiscard]] std::size_t width() const { return m_names.size() + m_dense; }
  [[nodiscard]] std::size_t units() const { return m_rowStart.size() - 1; }
  [[nodiscard]] std::size_t turns() const { return m_turnStart.size() - 1; }
  [[nodiscard]] std::size_t turnStart(std::size_t turn) const { return m_turnStart[turn]; }
  [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }

  // Sum of weights times numbers of a unit; `weights` has width() entries: features, then vectors.
  [[nodiscard]] double dot(std::size_t unit, const double* weights) const;
  // Adds a unit's numbers times `factor`.
  void addTo(std::size_t unit, double factor, double* sums) const;

 private:
  void add(const Example& example);

  std::vector<std::string> m_names;
  std::unordered_map<std::string_view, std::uint32_t> m_index;
  std::vector<std::size_t> m_rowStart = {0};
  std::vector<std::uint32_t> m_columns;
  std::vector<float> m_values;
  std::vector<float> m_vectors;
  std::vector<std::size_t> m_turnStart = {0};
  std::size_t m_dense = 0;
};

}  // namespace sparring
