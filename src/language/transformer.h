// The encoder's network: from sentences' tokens to their vectors.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "language/encoder_model.h"

namespace sparring {

using Tokens = std::vector<std::size_t>;  // Ids of pieces.

// A vector of length 1 for each sentence. They go through the network together, which reads the
// weights only once; what comes of each does not depend on the others.
// REQUIRES: 1 to longestSentence tokens a sentence, each a piece of the model.
std::vector<SentenceVector> encode(const EncoderModel& model, std::span<const Tokens> sentences,
                                   SumTile sumTile);

}  // namespace sparring
