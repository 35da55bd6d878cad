#include "learn/corpus.h"

#include <algorithm>
#include <optional>

#include "base/file.h"
#include "base/json.h"
#include "base/text.h"

namespace sparring {
namespace {

constexpr std::size_t largestCorpus = 256UL * 1024 * 1024;

std::string textOf(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value != nullptr && value->kind == Json::Kind::string ? value->string : std::string();
}

const std::vector<Json>& listOf(const Json& object, std::string_view key) {
  static const std::vector<Json> none;
  const Json* value = object.find(key);
  return value != nullptr && value->kind == Json::Kind::array ? value->items : none;
}

std::optional<Focus> focusOf(const std::string& word) {
  if (word == "customer") return Focus::customer;
  if (word == "seller") return Focus::seller;
  if (word == "neutral") return Focus::neutral;
  return std::nullopt;
}

// The turn of a line, or a sentence about what is wrong with it.
std::expected<LabelledTurn, std::string> turnOf(const Json& line, const std::string& file) {
  LabelledTurn turn;
  turn.id = textOf(line, "id");
  turn.call = textOf(line, "call");
  turn.quality = textOf(line, "quality");
  turn.persona = textOf(line, "persona");
  turn.heard = textOf(line, "prev");
  turn.text = textOf(line, "text");
  if (turn.id.empty() || turn.call.empty() || turn.text.empty()) {
    return std::unexpected("It needs an id, a call and a text.");
  }
  const bool named = turn.call.size() > 1 && turn.call[1] == '-';
  turn.writer = named ? file + '-' + turn.call.front() : file;
  for (const Json& each : listOf(line, "acts")) turn.acts.emplace_back(each.string);
  if (turn.acts.empty()) return std::unexpected("It has no acts.");
  for (const Json& each : listOf(line, "focus")) {
    const std::optional<Focus> about = focusOf(textOf(each, "about"));
    if (!about) return std::unexpected("A focus is neither customer, seller nor neutral.");
    turn.focus.push_back({textOf(each, "sentence"), *about});
  }
  if (const Json* rules = line.find("rules")) {
    for (const Json::Member& each : rules->members) {
      const std::string words = textOf(each.value, "words");
      if (words.empty() || turn.text.find(words) == std::string::npos) {
        return std::unexpected("The words of the mark for '" + each.key +
                               "' do not stand in the text.");
      }
      turn.marks.push_back(
          {RuleId(each.key), textOf(each.value, "mark") == "-" ? Sign::cost : Sign::earned, words});
    }
  }
  return turn;
}

}  // namespace

Result<Corpus> readCorpus(const std::filesystem::path& path) {
  const Result<std::string> bytes = readFile(path, largestCorpus);
  if (!bytes) return std::unexpected(bytes.error());
  Corpus corpus;
  int number = 0;
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    ++number;
    if (trim(line).empty()) continue;
    const JsonDocument document = parseJson(line);
    auto turn = document.isWhole && document.faults.empty()
                    ? turnOf(document.root, path.stem().string())
                    : std::unexpected(std::string("It is not JSON."));
    if (turn) {
      corpus.turns.push_back(std::move(*turn));
    } else {
      corpus.diagnostics.push_back(
          {"CO001", Severity::error, {}, number, turn.error(), "The line is left out."});
    }
  }
  return corpus;
}

Result<Corpus> readCorpusFolder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".jsonl") paths.push_back(entry.path());
  }
  if (failed) return fail("The folder of labelled turns cannot be read.", folder.string());
  std::ranges::sort(paths);
  Corpus all;
  for (const std::filesystem::path& path : paths) {
    Result<Corpus> one = readCorpus(path);
    if (!one) return std::unexpected(one.error());
    std::ranges::move(one->turns, std::back_inserter(all.turns));
    std::ranges::move(one->diagnostics, std::back_inserter(all.diagnostics));
  }
  return all;
}

}  // namespace sparring
