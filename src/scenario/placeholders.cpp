#include "scenario/placeholders.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

namespace sparring {
namespace {

// Calls visit(text) for every text that somebody says, or that must be found in one.
template <class Scenario_, class Visit>
void forEachSaid(Scenario_& scenario, const Visit& visit) {
  const auto lines = [&](auto& all) {
    for (auto& line : all) {
      visit(line.text);
      for (auto& next : line.then) visit(next.text);
    }
  };
  const auto moves = [&](auto& all) {
    for (auto& move : all) {
      for (auto& phrasing : move.phrasings) visit(phrasing);
      for (auto& focus : move.focus) visit(focus.words);
      for (auto& mark : move.marks) {
        visit(mark.words);
        visit(mark.why);
        visit(mark.better);
      }
      lines(move.replies);
    }
  };
  for (auto& persona : scenario.personas) {
    for (auto& unclear : persona.unclear) visit(unclear);
    moves(persona.topics);
    moves(persona.reactions);
  }
  for (auto& node : scenario.nodes) {
    lines(node.lines);
    moves(node.moves);
  }
  for (auto& outcome : scenario.outcomes) visit(outcome.verdict);
}

void replace(std::string& text, const Placeholder& place, std::string_view by) {
  text.replace(place.offset, place.name.size() + 2, by);
}

// "Sit down, {rep}." and "{rep}, sit down." without the name.
void leaveOut(std::string& text, const Placeholder& place) {
  constexpr std::string_view comma = ", ";
  const std::size_t begin = place.offset;
  const std::size_t end = begin + place.name.size() + 2;
  if (begin >= comma.size() && text.compare(begin - comma.size(), comma.size(), comma) == 0) {
    text.erase(begin - comma.size(), end - begin + comma.size());
  } else if (text.compare(end, comma.size(), comma) == 0) {
    text.erase(begin, end - begin + comma.size());
    const bool isSmall = begin < text.size() && text[begin] >= 'a' && text[begin] <= 'z';
    if (begin == 0 && isSmall) text[begin] = static_cast<char>(text[begin] - 'a' + 'A');
  } else {
    replace(text, place, "you");
  }
}

}  // namespace

std::vector<Placeholder> placeholdersIn(std::string_view text) {
  std::vector<Placeholder> found;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at)) {
    const std::size_t end = text.find_first_of("{}", at + 1);
    if (end == std::string_view::npos) break;
    if (text[end] == '}') found.push_back({text.substr(at + 1, end - at - 1), at});
    at = end;
  }
  return found;
}

bool hasPlaceholders(const Scenario& scenario) {
  bool has = false;
  forEachSaid(scenario,
              [&](const std::string& text) { has = has || text.find('{') != std::string::npos; });
  return has;
}

Scenario withPersonaNames(Scenario scenario) {
  std::map<std::string, std::string, std::less<>> names;
  for (const Persona& each : scenario.personas) names.emplace(each.id.value, each.name);
  names.erase(std::string(repWord));
  forEachSaid(scenario, [&](std::string& text) {
    const std::string before = text;
    for (const Placeholder& each : placeholdersIn(before) | std::views::reverse) {
      const auto name = names.find(each.name);
      if (name != names.end()) replace(text, each, name->second);
    }
  });
  return scenario;
}

std::string withRepName(std::string text, std::string_view name) {
  const std::string before = text;
  for (const Placeholder& each : placeholdersIn(before) | std::views::reverse) {
    if (each.name != repWord) continue;
    name.empty() ? leaveOut(text, each) : replace(text, each, name);
  }
  return text;
}

}  // namespace sparring
