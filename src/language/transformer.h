// The encoder's network: from a sentence's tokens to its vector.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "language/encoder_model.h"

namespace sparring {

// The vector, of length 1. REQUIRES: 1 to longestSentence tokens, each a piece of the model.
std::array<float, sentenceWidth> encode(const EncoderModel& model,
                                        std::span<const std::size_t> tokens, SumTile sumTile);

}  // namespace sparring
