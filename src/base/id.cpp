#include "base/id.h"

#include <algorithm>

namespace sparring {

bool isWellFormedId(std::string_view text) {
  const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto isAllowed = [&](char c) {
    return isLower(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !text.empty() && text.size() <= 64 && isLower(text.front()) &&
         std::ranges::all_of(text, isAllowed);
}

std::string Uuid::toString() const {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(32);
  for (const std::uint8_t byte : bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::optional<Uuid> Uuid::fromString(std::string_view text) {
  if (text.size() != 32) return std::nullopt;
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
  };
  Uuid out;
  for (std::size_t i = 0; i < 16; ++i) {
    const int high = digit(text[2 * i]);
    const int low = digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return out;
}

}  // namespace sparring
