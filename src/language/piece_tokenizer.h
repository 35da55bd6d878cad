// Cuts a text into pieces of a vocabulary so that their scores add up to the most (SentencePiece's
// unigram model). Each piece is known by its place in the vocabulary, its id.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/encoder_model.h"

namespace sparring {

class PieceTokenizer {
 public:
  // `vocabulary` is of somebody who outlives the tokenizer.
  explicit PieceTokenizer(const PieceTable& vocabulary);

  // The ids in the text's order; 0 stands for a run of characters that no piece has. Takes any
  // bytes: what is not UTF-8 counts as U+FFFD. Reads the first 4,000 bytes or so.
  [[nodiscard]] std::vector<std::size_t> tokens(std::string_view text) const;

 private:
  struct Piece {
    std::size_t id = 0;  // 0 where it is only the start of a piece.
    double score = 0.0;
  };

  // Pieces, and all that pieces begin with: where a text goes on in no such way, no piece fits.
  std::unordered_map<std::string_view, Piece> m_starts;
};

}  // namespace sparring
