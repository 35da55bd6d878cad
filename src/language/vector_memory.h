// Vectors of texts seen before: a buyer's lines and a scenario's phrasings come again and again.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "language/sentence_vector.h"

namespace sparring {

// Texts are named by their content hashes. May be used by several threads at once.
class VectorMemory {
 public:
  // Holds at most `most` vectors (1 or more); when there are more, it begins anew.
  explicit VectorMemory(std::size_t most) : m_most(most) {}

  // Whether a text's vector is known; it then is in `out`.
  bool find(const std::string& text, SentenceVector& out) const;
  void keep(const std::string& text, const SentenceVector& vector);
  [[nodiscard]] std::size_t size() const;

 private:
  std::size_t m_most;
  mutable std::mutex m_mutex;
  std::unordered_map<std::string, SentenceVector> m_vectors;
};

}  // namespace sparring
