#include "session/digest.h"

#include <charconv>

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

void addMarks(const std::vector<GivenMark>& marks, Text& text) {
  for (const GivenMark& mark : marks) {
    text.add(mark.rule.value);
    text.add(mark.sign == Sign::earned ? 1 : 0);
    text.add(mark.words);
    text.add(mark.why);
    text.add(mark.better);
  }
}

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

std::string digestOf(const TurnGrade& grade, int version) {
  Text text;
  text.add(grade.graded ? 1 : 0);
  addMarks(grade.marks, text);
  for (const Breach& breach : grade.breaches) {
    text.add(breach.id);
    text.add(breach.missing.value);
    text.add(breach.words);
  }
  text.add(grade.customerWords);
  text.add(grade.sellerWords);
  if (version == 1) return text.digest();
  addMarks(grade.perhaps, text);
  for (const GivenMark& mark : grade.marks) text.add(mark.perMille);
  for (const ConceptMark& mark : grade.concepts) {
    text.add(mark.id.value);
    text.add(mark.kept ? 1 : 0);
    text.add(mark.words);
    text.add(mark.why);
    text.add(mark.remedy);
  }
  for (const ConceptId& each : grade.redeems) text.add(each.value);
  for (const std::string& each : grade.tallies) text.add(each);
  text.add(grade.stage ? grade.stage->value : std::string());
  return std::to_string(version) + ":" + text.digest();
}

int versionOf(const std::string& gradeDigest) {
  const std::size_t colon = gradeDigest.find(':');
  if (colon == std::string::npos) return 1;
  int version = 0;
  const char* end = gradeDigest.data() + colon;
  const auto [stopped, failed] = std::from_chars(gradeDigest.data(), end, version);
  return failed == std::errc() && stopped == end && version > 1 ? version : 0;
}

}  // namespace sparring
