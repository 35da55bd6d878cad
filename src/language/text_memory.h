// What was computed of texts seen before: a buyer's lines and a scenario's phrasings come again and
// again.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

namespace sparring {

// May be used by several threads at once.
template <class Value>
class TextMemory {
 public:
  // Holds at most `most` values (1 or more); when there are more, it begins anew.
  explicit TextMemory(std::size_t most) : m_most(most) {}

  // Whether a text's value is known; it then is in `out`. Texts are named by anything that tells
  // them apart, such as a content hash.
  bool find(const std::string& text, Value& out) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_values.find(text);
    if (found == m_values.end()) return false;
    out = found->second;
    return true;
  }

  void keep(const std::string& text, const Value& value) {
    const std::lock_guard lock(m_mutex);
    if (m_values.size() >= m_most) m_values.clear();
    m_values.emplace(text, value);
  }

  [[nodiscard]] std::size_t size() const {
    const std::lock_guard lock(m_mutex);
    return m_values.size();
  }

 private:
  std::size_t m_most;
  mutable std::mutex m_mutex;
  std::unordered_map<std::string, Value> m_values;
};

}  // namespace sparring
