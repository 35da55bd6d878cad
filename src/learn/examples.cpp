#include "learn/examples.h"

#include <algorithm>
#include <array>
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

std::string labelOf(const LabelledMark& mark) {
  return "mark:" + mark.rule.value + (mark.sign == Sign::cost ? '-' : '+');
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
  std::set<std::string> marks;
  for (const LabelledTurn& turn : turns) {
    for (const ActId& each : turn.acts) acts.insert("act:" + each.value);
    for (const LabelledMark& each : turn.marks) marks.insert(labelOf(each));
  }
  std::vector<std::string> out(acts.begin(), acts.end());
  out.emplace_back("asks");
  out.insert(out.end(), marks.begin(), marks.end());
  return out;
}

bool hasLabel(const LabelledTurn& turn, std::string_view label) {
  if (label == "asks") {
    return std::ranges::any_of(turn.acts,
                               [](const ActId& each) { return each.value.starts_with("ask_"); });
  }
  if (label.starts_with("mark:")) {
    return std::ranges::any_of(turn.marks,
                               [&](const LabelledMark& each) { return labelOf(each) == label; });
  }
  return std::ranges::any_of(turn.acts,
                             [&](const ActId& each) { return "act:" + each.value == label; });
}

void Samples::add(std::span<const std::string> features, std::span<const float> numbers) {
  const std::vector<float> values = featureValues(features);
  for (std::size_t i = 0; i < features.size(); ++i) {
    const auto [at, isNew] =
        m_index.emplace(features[i], static_cast<std::uint32_t>(m_names.size()));
    if (isNew) m_names.push_back(features[i]);
    m_features.push_back(at->second);
    m_values.push_back(values[i]);
  }
  m_starts.push_back(m_features.size());
  m_numbers.insert(m_numbers.end(), numbers.begin(), numbers.end());
}

std::span<const std::uint32_t> Samples::features(std::size_t row) const {
  return std::span(m_features).subspan(m_starts[row], m_starts[row + 1] - m_starts[row]);
}

std::span<const float> Samples::values(std::size_t row) const {
  return std::span(m_values).subspan(m_starts[row], m_starts[row + 1] - m_starts[row]);
}

std::span<const float> Samples::numbers(std::size_t row) const {
  return std::span(m_numbers).subspan(row * m_width, m_width);
}

}  // namespace sparring
