// Content hashes: a recorded session names its scenario and method by what they contained.
#pragma once

#include <string>
#include <string_view>

namespace sparring {

// SHA-256 as 64 lower-case hex digits.
std::string contentHash(std::string_view bytes);

}  // namespace sparring
