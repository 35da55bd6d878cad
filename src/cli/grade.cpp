// sparring-cli grade: what turns and calls earn and cost, of a recorded call, of a transcript, or
// line by line of JSON.
#include <map>
#include <memory>
#include <optional>
#include <ostream>

#include "base/file.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/grade_json.h"
#include "cli/grade_text.h"
#include "cli/json_lines.h"
#include "cli/spoken_lines.h"
#include "cli/stored.h"
#include "grading/transcript_grader.h"
#include "session/practice_session.h"
#include "session/regrade.h"
#include "session/understanding.h"

namespace sparring::cli {
namespace {

constexpr std::size_t largestTranscript = 16 * 1024 * 1024;
constexpr std::size_t longestTurn = 100'000;  // Bytes.
constexpr std::size_t mostToName = 6;

Result<LoadedMethod> methodOf(const GradeRequest& request, const Surroundings& around) {
  return request.method.empty() ? shippedMethod(around) : openMethod(request.method);
}

// What reads turns; where that is by words alone, says so.
Result<Understanding> openReading(const Surroundings& around) {
  if (!around.folders) return std::unexpected(missingFiles());
  Understanding understanding = openUnderstanding(*around.folders);
  if (understanding.reader == nullptr) return std::unexpected(*understanding.lacks);
  if (!understanding.reader->knowsMeaning()) {
    around.err << "sparring-cli: The sentence encoder is not at hand; turns are read by their "
                  "words alone, which is less sure.\n";
  }
  return understanding;
}

SellerTurn turnOf(const std::string& text, const std::string& heard, const TurnReader& reader) {
  SellerTurn turn;
  turn.text = cleanInput(text, longestTurn);
  turn.meaning = reader.read(turn.text, heard);
  return turn;
}

std::string textOf(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value != nullptr && value->kind == Json::Kind::string ? value->string : std::string();
}

// Grades lines in the order in which they come, and each call after its last line. Calls may be
// interleaved, so all lines are there before the first is graded.
void gradeInOrder(const std::vector<Json>& lines, const Method& method, const TurnReader& reader,
                  std::ostream& out) {
  std::map<std::string, int> linesLeft;
  for (const Json& line : lines) ++linesLeft[textOf(line, "call")];
  std::map<std::string, TranscriptGrader> begun;
  for (const Json& line : lines) {
    const std::string call = textOf(line, "call");
    const auto at = begun.try_emplace(call, method, textOf(line, "persona")).first;
    TranscriptGrader& grader = at->second;
    const std::string heard = textOf(line, "prev");
    grader.add(turnOf(textOf(line, "text"), heard, reader), heard);
    const TranscriptGrader::Graded& graded = grader.turns().back();
    out << writeJsonLine(turnGradeJson(textOf(line, "id"), call, graded.turn, graded.grade))
        << '\n';
    if (--linesLeft[call] > 0) continue;
    Json whole = Json::object();
    whole.add("call", Json::of(call));
    whole.add("call_grade", callGradeJson(grader.grade()));
    out << writeJsonLine(whole) << '\n';
    begun.erase(at);
  }
}

int gradeLines(const GradeRequest& request, const Surroundings& around) {
  const Result<LoadedMethod> method = methodOf(request, around);
  if (!method) return refuse(method.error(), around);
  const Result<Understanding> reading = openReading(around);
  if (!reading) return refuse(reading.error(), around);
  std::vector<Json> lines;
  const int code =
      eachJsonLine(request.lines, around, [&](const Json& line) { lines.push_back(line); });
  gradeInOrder(lines, *method->method, *reading->reader, around.out);
  return code;
}

// A call with its grades, wherever it comes from.
struct GradedCall {
  std::string name;
  const Method& method;
  std::vector<GradedTurn> turns;
  CallGrade grade;
};

void show(const GradedCall& call, bool asJson, std::ostream& out) {
  if (!asJson) {
    for (std::size_t i = 0; i < call.turns.size(); ++i) {
      printTurnGrade(out, call.method, static_cast<int>(i) + 1, *call.turns[i].turn,
                     *call.turns[i].grade);
    }
    printCallGrade(out, call.method, call.grade);
    return;
  }
  Json turns = Json::array();
  for (std::size_t i = 0; i < call.turns.size(); ++i) {
    turns.push(
        turnGradeJson(std::to_string(i + 1), call.name, *call.turns[i].turn, *call.turns[i].grade));
  }
  Json whole = Json::object();
  whole.add("call", Json::of(call.name));
  whole.add("turns", std::move(turns));
  whole.add("call_grade", callGradeJson(call.grade));
  out << writeJson(whole);
}

int gradeTranscript(const GradeRequest& request, const Surroundings& around) {
  const Result<std::string> bytes = readFile(request.call, largestTranscript);
  if (!bytes) return refuse(bytes.error(), around);
  const Result<SpokenCall> spoken =
      spokenCall(cleanInput(*bytes, largestTranscript), request.seller);
  if (!spoken) return refuse({spoken.error().what, request.call, spoken.error().hint}, around);
  const Result<LoadedMethod> method = methodOf(request, around);
  if (!method) return refuse(method.error(), around);
  const Result<Understanding> reading = openReading(around);
  if (!reading) return refuse(reading.error(), around);
  if (spoken->others.size() > mostToName) {
    around.err << "sparring-cli: " << spoken->others.size()
               << " others speak in this call; all of them count as buyers.\n";
  }
  TranscriptGrader grader(*method->method, request.buyer);
  for (const SpokenTurn& each : spoken->turns) {
    grader.add(turnOf(each.text, each.heard, *reading->reader), each.heard);
  }
  if (!spoken->lastHeard.empty()) grader.hear(spoken->lastHeard);
  GradedCall call{request.call, *method->method, {}, grader.grade()};
  for (const TranscriptGrader::Graded& each : grader.turns()) {
    call.turns.push_back({&each.turn, &each.grade});
  }
  show(call, request.asJson, around.out);
  return 0;
}

int gradeSession(const GradeRequest& request, const Surroundings& around) {
  Result<Store> store = openStore(request.database, around);
  if (!store) return refuse(store.error(), around);
  const Result<Uuid> id = findSession(*store, request.call);
  if (!id) return refuse(id.error(), around);
  const Result<PracticeSession> session =
      PracticeSession::open(*id, {&*store, nullptr, around.now, around.newId});
  if (!session) return refuse(session.error(), around);
  std::optional<LoadedMethod> other;
  if (!request.method.empty()) {
    Result<LoadedMethod> opened = openMethod(request.method);
    if (!opened) return refuse(opened.error(), around);
    other = std::move(*opened);
  }
  const Method& method = other ? *other->method : session->method();
  const SessionGrade graded = gradedBy(*session, method);
  GradedCall call{id->toString(), method, {}, graded.call};
  for (std::size_t i = 0; i < graded.turns.size(); ++i) {
    call.turns.push_back({&session->exchanges()[i].turn, &graded.turns[i]});
  }
  show(call, request.asJson, around.out);
  return 0;
}

}  // namespace

int grade(const GradeRequest& request, const Surroundings& around) {
  if (!request.lines.empty()) return gradeLines(request, around);
  std::error_code failed;
  const bool isFile = std::filesystem::is_regular_file(request.call, failed);
  return isFile ? gradeTranscript(request, around) : gradeSession(request, around);
}

}  // namespace sparring::cli
