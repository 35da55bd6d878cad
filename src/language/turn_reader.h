// What the words of a turn do and whom they are about, with how sure that is and the words that
// show it. Knows the labels that it was trained on and nothing of what they are worth.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/encoder.h"
#include "language/reading_model.h"
#include "record/turn_meaning.h"

namespace sparring {

// Embeds together what reading a turn and matching it (MeaningMatcher) will ask for, which is
// quicker than one after the other. The encoder then has it at hand.
void embedTurn(std::string_view text, std::string_view heard, const SentenceEncoder& encoder);

class TurnReader {
 public:
  // `encoder` may be null: then words alone are looked at. It outlives the reader. One that the
  // model was not trained with counts as none.
  TurnReader(ReadingModel model, const SentenceEncoder* encoder);

  // Reads a model file, of text or packed.
  static Result<TurnReader> open(const std::filesystem::path& path, const SentenceEncoder* encoder);

  // Any text, in bounded time. `heard` is the buyer's line that it answers.
  [[nodiscard]] TurnMeaning read(std::string_view text, std::string_view heard) const;
  // The same where the turn has been looked at already, with this reader's encoder.
  [[nodiscard]] TurnMeaning read(std::string_view text, const TurnInput& input) const;

  // How likely the turn does each act that the model knows, in the model's order.
  [[nodiscard]] std::vector<float> chancesOfActs(const TurnInput& input) const;
  // What counts how much in matching moves (MeaningMatcher).
  [[nodiscard]] const MatchWeights& matchWeights() const { return m_model.matching; }
  // Null where words alone are looked at.
  [[nodiscard]] const SentenceEncoder* encoder() const { return m_encoder; }

  // Which model reads, with which encoder: equal names, equal readings.
  [[nodiscard]] std::string name() const;

  // Whether the sentence encoder is at work.
  [[nodiscard]] bool knowsMeaning() const { return m_encoder != nullptr; }

 private:
  ReadingModel m_model;
  const SentenceEncoder* m_encoder;
  ReadingModel::Parts ReadingModel::* m_parts;  // Those of the model that serve.
  NumberWeights m_turnNumbers;
  NumberWeights m_unitNumbers;
};

}  // namespace sparring
