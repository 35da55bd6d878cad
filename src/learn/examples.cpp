#include "learn/examples.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace sparring {
namespace {

// For each word of the turn, what its sentence is about.
std::vector<Focus> focusOfWords(const LabelledTurn& turn) {
  std::vector<Focus> out;
  for (const LabelledSentence& each : turn.focus) {
    out.insert(out.end(), static_cast<std::size_t>(countWords(each.text)), each.about);
  }
  return out;
}

}  // namespace

std::string withoutPunctuation(std::string_view text) {
  std::string out;
  for (const Span& word : wordSpans(text)) {
    if (!out.empty()) out += ' ';
    out += toLower(text.substr(word.begin, word.end - word.begin));
  }
  return out;
}

Example exampleOf(const LabelledTurn& turn, bool plain, const SentenceEncoder* encoder) {
  Example out;
  out.turn = &turn;
  const std::string text = plain ? withoutPunctuation(turn.text) : turn.text;
  out.input = turnInput(text, turn.heard, encoder);
  const std::vector<Focus> words = focusOfWords(turn);
  std::size_t at = 0;
  for (const Span& unit : out.input.units) {
    std::array<int, 3> count{};
    const int size = countWords(std::string_view(text).substr(unit.begin, unit.end - unit.begin));
    for (int i = 0; i < size && at < words.size(); ++i, ++at) {
      ++count[static_cast<std::size_t>(words[at])];
    }
    const auto most = std::ranges::max_element(count) - count.begin();
    out.focus.push_back(count == std::array<int, 3>{} ? Focus::neutral : static_cast<Focus>(most));
  }
  return out;
}

std::vector<std::string> labelsOf(std::span<const LabelledTurn> turns) {
  std::set<std::string> acts;
  for (const LabelledTurn& turn : turns) {
    for (const ActId& each : turn.acts) acts.insert("act:" + each.value);
  }
  std::vector<std::string> out(acts.begin(), acts.end());
  for (const char* each : {"focus:customer", "focus:seller", "focus:neutral"}) {
    out.emplace_back(each);
  }
  return out;
}

bool hasLabel(const LabelledTurn& turn, std::string_view label) {
  return std::ranges::any_of(turn.acts,
                             [&](const ActId& each) { return "act:" + each.value == label; });
}

Examples::Examples(const std::vector<const Example*>& examples, int leastTurns, bool withVectors)
    : m_dense(withVectors ? vectorNumbers : 0) {
  std::map<std::string, int> seen;
  for (const Example* each : examples) {
    std::set<std::string_view> own;
    for (const auto& unit : each->input.features) own.insert(unit.begin(), unit.end());
    for (const std::string_view feature : own) ++seen[std::string(feature)];
  }
  for (const auto& [name, count] : seen) {
    if (count >= leastTurns) m_names.push_back(name);
  }
  for (std::size_t i = 0; i < m_names.size(); ++i) {
    m_index.emplace(m_names[i], static_cast<std::uint32_t>(i));
  }
  for (const Example* each : examples) add(*each);
}

void Examples::add(const Example& example) {
  for (std::size_t unit = 0; unit < example.input.units.size(); ++unit) {
    std::array<std::size_t, 256> ofKind{};
    const auto kindOf = [](const std::string& name) {
      return static_cast<unsigned char>(name.front());
    };
    for (const std::string& each : example.input.features[unit]) ++ofKind[kindOf(each)];
    for (const std::string& each : example.input.features[unit]) {
      const auto found = m_index.find(each);
      if (found == m_index.end()) continue;
      m_columns.push_back(found->second);
      m_values.push_back(static_cast<float>(featureValue(each, ofKind[kindOf(each)])));
    }
    m_rowStart.push_back(m_columns.size());
    if (m_dense > 0) {
      const auto values = vectorValues(example.input, unit);
      m_vectors.insert(m_vectors.end(), values.begin(), values.end());
    }
  }
  m_turnStart.push_back(units());
}

double Examples::dot(std::size_t unit, const double* weights) const {
  double sum = 0;
  for (std::size_t i = m_rowStart[unit]; i < m_rowStart[unit + 1]; ++i) {
    sum += static_cast<double>(m_values[i]) * weights[m_columns[i]];
  }
  const float* row = m_vectors.data() + unit * m_dense;
  const double* dense = weights + m_names.size();
  // Four sums side by side, in an order of their own.
  std::array<double, 4> part{};
  for (std::size_t i = 0; i < m_dense; i += 4) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      part[lane] += static_cast<double>(row[i + lane]) * dense[i + lane];
    }
  }
  return sum + ((part[0] + part[1]) + (part[2] + part[3]));
}

void Examples::addTo(std::size_t unit, double factor, double* sums) const {
  for (std::size_t i = m_rowStart[unit]; i < m_rowStart[unit + 1]; ++i) {
    sums[m_columns[i]] += factor * static_cast<double>(m_values[i]);
  }
  const float* row = m_vectors.data() + unit * m_dense;
  double* dense = sums + m_names.size();
  for (std::size_t i = 0; i < m_dense; ++i) dense[i] += factor * static_cast<double>(row[i]);
}

}  // namespace sparring
