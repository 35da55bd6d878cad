// What a sentence means, as numbers.
#pragma once

#include <array>
#include <cstddef>

namespace sparring {

inline constexpr std::size_t sentenceWidth = 512;  // Numbers in a sentence's vector.

using SentenceVector = std::array<float, sentenceWidth>;

}  // namespace sparring
