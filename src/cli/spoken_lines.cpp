#include "cli/spoken_lines.h"

#include <algorithm>

#include "base/text.h"

namespace sparring::cli {
namespace {

constexpr std::size_t longestName = 40;  // Bytes.
constexpr int mostNameWords = 4;

struct SpokenLine {
  std::string speaker;
  std::string text;
};

bool startsWithLetter(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  return first >= 0x80 || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
}

// The name before the colon; empty where the line has none.
std::string_view nameOf(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > longestName) return {};
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return {};
  const std::string_view name = trim(line.substr(0, colon));
  if (name.empty() || !startsWithLetter(name) || countWords(name) > mostNameWords) return {};
  return name;
}

std::vector<SpokenLine> linesOf(std::string_view text) {
  std::vector<SpokenLine> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    const std::string_view name = nameOf(line);
    if (!name.empty()) {
      lines.push_back({std::string(name), std::string(trim(line.substr(line.find(':') + 1)))});
    } else if (!lines.empty()) {
      lines.back().text += " " + std::string(line);
    }
  }
  return lines;
}

bool sameName(std::string_view a, std::string_view b) {
  return toLower(trim(a)) == toLower(trim(b));
}

std::vector<std::string> speakersOf(const std::vector<SpokenLine>& lines) {
  std::vector<std::string> out;
  for (const SpokenLine& line : lines) {
    const auto isKnown = [&](const std::string& each) { return sameName(each, line.speaker); };
    if (std::ranges::none_of(out, isKnown)) out.push_back(line.speaker);
  }
  return out;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& each : names) out += (out.empty() ? "" : ", ") + each;
  return out;
}

void join(std::string& to, const std::string& text) {
  if (!to.empty() && !text.empty()) to += ' ';
  to += text;
}

Result<void> judge(const std::vector<std::string>& speakers, const std::string& seller) {
  if (speakers.empty()) {
    return fail("Nobody speaks in this transcript.", {}, "Each line should read “Name: text”.");
  }
  if (seller.empty()) {
    return fail("It is not clear who sells.", {},
                "Say it with --seller NAME; here speak: " + listed(speakers) + ".");
  }
  const auto isSeller = [&](const std::string& each) { return sameName(each, seller); };
  if (std::ranges::none_of(speakers, isSeller)) {
    return fail("“" + seller + "” says nothing in this transcript.", {},
                "Here speak: " + listed(speakers) + ".");
  }
  if (speakers.size() == 1) {
    return fail("Only " + speakers.front() + " speaks in this transcript.", {},
                "A call needs somebody who answers: does the file name each speaker?");
  }
  return {};
}

}  // namespace

Result<SpokenCall> spokenCall(std::string_view text, const std::string& seller) {
  const std::vector<SpokenLine> lines = linesOf(text);
  SpokenCall call;
  call.others = speakersOf(lines);
  if (const Result<void> fit = judge(call.others, seller); !fit) {
    return std::unexpected(fit.error());
  }
  std::erase_if(call.others, [&](const std::string& each) { return sameName(each, seller); });
  bool isSpeaking = false;
  for (const SpokenLine& line : lines) {
    if (!sameName(line.speaker, seller)) {
      join(call.lastHeard, line.text);
      isSpeaking = false;
      continue;
    }
    if (!isSpeaking) call.turns.push_back({std::move(call.lastHeard), {}});
    if (!isSpeaking) call.lastHeard.clear();
    isSpeaking = true;
    join(call.turns.back().text, line.text);
  }
  return call;
}

}  // namespace sparring::cli
