#include "language/vector_memory.h"

namespace sparring {

bool VectorMemory::find(const std::string& text, SentenceVector& out) const {
  const std::lock_guard lock(m_mutex);
  const auto found = m_vectors.find(text);
  if (found == m_vectors.end()) return false;
  out = found->second;
  return true;
}

void VectorMemory::keep(const std::string& text, const SentenceVector& vector) {
  const std::lock_guard lock(m_mutex);
  if (m_vectors.size() >= m_most) m_vectors.clear();
  m_vectors.emplace(text, vector);
}

std::size_t VectorMemory::size() const {
  const std::lock_guard lock(m_mutex);
  return m_vectors.size();
}

}  // namespace sparring
