// sparring-cli match: which move each of many texts means, for measuring the matcher.
#include <cmath>
#include <fstream>
#include <istream>
#include <optional>
#include <ostream>

#include "base/json.h"
#include "cli/commands.h"
#include "session/understanding.h"

namespace sparring::cli {
namespace {

constexpr std::size_t longestLine = 4 * 1024 * 1024;

// A line of the input: what was said and what it may mean.
struct Question {
  Json id;
  std::string heard;
  std::string text;
  std::vector<MoveId> moves;
  std::vector<std::vector<std::string>> phrasings;  // A list a move.
};

const std::string* textOf(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found != nullptr && found->kind == Json::Kind::string ? &found->string : nullptr;
}

// Reads one of "moves"; the sentence of what is wrong with it otherwise.
std::optional<std::string> readMove(const Json& move, Question& into) {
  const std::string* id = textOf(move, "id");
  const Json* phrasings = move.find("phrasings");
  if (id == nullptr) return "A move has no \"id\" that is a text.";
  if (phrasings == nullptr || phrasings->kind != Json::Kind::array) {
    return "The move '" + *id + "' has no list of \"phrasings\".";
  }
  into.moves.emplace_back(*id);
  auto& texts = into.phrasings.emplace_back();
  for (const Json& each : phrasings->items) {
    if (each.kind != Json::Kind::string) {
      return "A phrasing of the move '" + *id + "' is no text.";
    }
    texts.push_back(each.string);
  }
  return std::nullopt;
}

std::optional<std::string> readQuestion(const std::string& line, Question& into) {
  if (line.size() > longestLine) return "The line is longer than 4 MB.";
  const JsonDocument document = parseJson(line);
  if (!document.isWhole || document.root.kind != Json::Kind::object) {
    return "The line is not a whole JSON object.";
  }
  for (const JsonFault& fault : document.faults) {
    if (fault.kind != JsonFault::Kind::repeatedKey) return fault.message;
  }
  const std::string* text = textOf(document.root, "text");
  if (text == nullptr) return "There is no \"text\", or it is no text.";
  into.text = *text;
  if (const Json* id = document.root.find("id")) into.id = *id;
  if (const std::string* heard = textOf(document.root, "prev")) into.heard = *heard;
  const Json* moves = document.root.find("moves");
  if (moves == nullptr || moves->kind != Json::Kind::array) return "There is no list of \"moves\".";
  for (const Json& move : moves->items) {
    if (auto fault = readMove(move, into)) return fault;
  }
  return std::nullopt;
}

Json chance(int perMille) {
  Json value;
  value.kind = Json::Kind::real;
  value.real = perMille / 1000.0;
  return value;
}

Json answerTo(const Question& question, const MoveMatcher& matcher) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < question.moves.size(); ++i) {
    candidates.push_back({question.moves[i], question.phrasings[i]});
  }
  const MoveReading reading = matcher.match(question.text, question.heard, candidates);
  using Verdict = MoveReading::Verdict;
  Json answer = Json::object();
  answer.add("id", question.id);
  answer.add("verdict", Json::of(reading.verdict == Verdict::accept   ? "accept"
                                 : reading.verdict == Verdict::reject ? "reject"
                                                                      : "ask"));
  answer.add("move", reading.verdict == Verdict::reject
                         ? Json()
                         : Json::of(reading.ranking.front().id.value));
  Json ranking = Json::array();
  for (const RankedMove& each : reading.ranking) {
    Json entry = Json::object();
    entry.add("move", Json::of(each.id.value));
    entry.add("score", chance(each.perMille));
    ranking.push(std::move(entry));
  }
  answer.add("ranking", std::move(ranking));
  return answer;
}

int matchLines(std::istream& lines, const std::string& name, const Surroundings& around) {
  if (!around.folders) return refuse(missingFiles(), around);
  const Understanding understanding = openUnderstanding(*around.folders);
  if (understanding.lacks) {
    around.err << "sparring-cli: " << sentence(*understanding.lacks) << '\n';
  }
  bool sound = true;
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Question question;
    if (const auto fault = readQuestion(line, question)) {
      around.err << name << ':' << number << ": error: " << *fault << " Left out.\n";
      sound = false;
      continue;
    }
    around.out << writeJsonLine(answerTo(question, understanding.matcher)) << '\n';
  }
  return sound ? 0 : 1;
}

}  // namespace

int match(const MatchRequest& request, const Surroundings& around) {
  if (request.file == "-") return matchLines(around.in, "standard input", around);
  std::error_code failed;
  std::ifstream lines;
  if (std::filesystem::is_regular_file(request.file, failed)) {
    lines.open(request.file, std::ios::binary);
  }
  if (!lines.is_open()) {
    return refuse({"The file '" + request.file + "' cannot be read.",
                   {},
                   "Name a file of JSON lines, or '-' for standard input."},
                  around);
  }
  return matchLines(lines, request.file, around);
}

}  // namespace sparring::cli
