#include "learn/corpus.h"

#include <algorithm>
#include <optional>

#include "learn/json_lines.h"

namespace sparring {
namespace {

std::optional<Focus> focusOf(const std::string& word) {
  if (word == "customer") return Focus::customer;
  if (word == "seller") return Focus::seller;
  if (word == "neutral") return Focus::neutral;
  return std::nullopt;
}

// The turn of a line, or a sentence about what is wrong with it.
std::expected<LabelledTurn, std::string> turnOf(const Json& line, const std::string& file) {
  LabelledTurn turn;
  turn.id = textIn(line, "id");
  turn.call = textIn(line, "call");
  turn.quality = textIn(line, "quality");
  turn.persona = textIn(line, "persona");
  turn.heard = textIn(line, "prev");
  turn.text = textIn(line, "text");
  if (turn.id.empty() || turn.call.empty() || turn.text.empty()) {
    return std::unexpected("It needs an id, a call and a text.");
  }
  const bool named = turn.call.size() > 1 && turn.call[1] == '-';
  turn.writer = named ? file + '-' + turn.call.front() : file;
  for (const Json& each : listIn(line, "acts")) turn.acts.emplace_back(each.string);
  if (turn.acts.empty()) return std::unexpected("It has no acts.");
  for (const Json& each : listIn(line, "focus")) {
    const std::optional<Focus> about = focusOf(textIn(each, "about"));
    if (!about) return std::unexpected("A focus is neither customer, seller nor neutral.");
    turn.focus.push_back({textIn(each, "sentence"), *about});
  }
  if (const Json* rules = line.find("rules")) {
    for (const Json::Member& each : rules->members) {
      const std::string words = textIn(each.value, "words");
      if (words.empty() || turn.text.find(words) == std::string::npos) {
        return std::unexpected("The words of the mark for '" + each.key +
                               "' do not stand in the text.");
      }
      turn.marks.push_back(
          {RuleId(each.key), textIn(each.value, "mark") == "-" ? Sign::cost : Sign::earned, words});
    }
  }
  return turn;
}

}  // namespace

Result<Corpus> readCorpus(const std::filesystem::path& path) {
  Corpus corpus;
  const Result<void> read = eachLabelledLine(
      path, corpus.diagnostics,
      [&](const Json& line, const std::string& file) -> std::optional<std::string> {
        auto turn = turnOf(line, file);
        if (!turn) return turn.error();
        corpus.turns.push_back(std::move(*turn));
        return std::nullopt;
      });
  if (!read) return std::unexpected(read.error());
  return corpus;
}

}  // namespace sparring
