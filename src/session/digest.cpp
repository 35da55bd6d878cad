#include "session/digest.h"

#include "base/hash.h"

namespace sparring {
namespace {

constexpr std::size_t digits = 16;

// Parts of different length cannot run into each other.
class Text {
 public:
  void add(const std::string& part) {
    m_text += std::to_string(part.size());
    m_text += ':';
    m_text += part;
  }
  void add(std::int64_t number) { add(std::to_string(number)); }
  void add(Span span) {
    add(static_cast<std::int64_t>(span.begin));
    add(static_cast<std::int64_t>(span.end));
  }

  [[nodiscard]] std::string digest() const { return contentHash(m_text).substr(0, digits); }

 private:
  std::string m_text;
};

}  // namespace

std::string digestOf(const Scenario& scenario, const Step& answer) {
  Text text;
  const CallState& state = answer.state;
  const bool somewhere = state.node >= 0;
  text.add(somewhere ? scenario.nodes[static_cast<std::size_t>(state.node)].id.value
                     : std::string());
  text.add(state.outcome ? scenario.outcomes[static_cast<std::size_t>(*state.outcome)].id.value
                         : std::string());
  text.add(state.minutes);
  text.add(state.length);
  for (std::size_t i = 0; i < state.variables.size(); ++i) {
    text.add(nameOf(scenario.variables[i]));
    text.add(state.variables[i]);
  }
  for (const Utterance& each : answer.said) {
    text.add(each.speaker);
    text.add(each.text);
  }
  return text.digest();
}

std::string digestOf(const TurnGrade& grade) {
  Text text;
  text.add(grade.graded ? 1 : 0);
  for (const GivenMark& mark : grade.marks) {
    text.add(mark.rule.value);
    text.add(mark.sign == Sign::earned ? 1 : 0);
    text.add(mark.words);
    text.add(mark.why);
    text.add(mark.better);
  }
  for (const Breach& breach : grade.breaches) {
    text.add(breach.id);
    text.add(breach.missing.value);
    text.add(breach.words);
  }
  text.add(grade.customerWords);
  text.add(grade.sellerWords);
  return text.digest();
}

}  // namespace sparring
