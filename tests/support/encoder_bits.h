// Inputs that an encoder may stumble over, and vectors compared bit by bit.
#pragma once

#include <string>
#include <vector>

#include "base/hash.h"
#include "language/encoder.h"

namespace sparring::testing {

inline std::vector<std::string> awkwardTexts() {
  std::string marks = "e";  // Accents in an order that Unicode sorts.
  for (int i = 0; i < 3000; ++i) marks += i % 2 == 0 ? "\xCC\x81" : "\xCC\xA3";
  std::string words;
  while (words.size() < 100'000) words += "wait for the water ";
  return {"",
          " ",
          "a",
          "?!…—",
          "12345 67890",
          "the waiting is what the water is at",
          "THE WAITING",
          "日本語のテスト",
          "🙂🙃 ok 👩‍👩‍👧",
          "مرحبا بالعالم",
          std::string("\0\x01\x02\x7F wait", 9),
          "\xFF\xFE\xC3\x28\xF0\x28\x8C\xBC",
          marks,
          words,
          std::string(100'000, 'x'),
          std::string(100'000, '\xF0')};
}

inline std::string bitsOf(const SentenceVector& vector) {
  return {reinterpret_cast<const char*>(vector.data()), sizeof vector};
}

inline std::string hashOfVectors(const SentenceEncoder& encoder,
                                 const std::vector<std::string>& texts) {
  std::string bits;
  for (const std::string& text : texts) bits += bitsOf(encoder.embed(text));
  return contentHash(bits);
}

}  // namespace sparring::testing
