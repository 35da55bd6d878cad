// sparring-cli walk: a scenario played at random.
#include "explore/walk.h"

#include <iomanip>
#include <ostream>
#include <sstream>

#include "base/json.h"
#include "cli/commands.h"

namespace sparring::cli {
namespace {

std::vector<std::string> neverSeen(const Program& program, const WalkReport& report) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < report.nodesSeen.size(); ++i) {
    if (report.nodesSeen[i] == 0) ids.push_back(program.scenario->nodes[i].id.value);
  }
  return ids;
}

// Reactions are not on offer and so not counted.
std::vector<std::string> neverPicked(const Program& program, const WalkReport& report) {
  std::vector<std::string> ids;
  std::size_t offerable = program.moves.size();
  for (const Range& reactions : program.reactions) offerable -= reactions.size;
  for (std::size_t i = 0; i < offerable; ++i) {
    if (report.movesPicked[i] == 0) ids.push_back(program.moves[i].move->id.value);
  }
  return ids;
}

Json listOf(const std::vector<std::string>& texts) {
  Json out = Json::array();
  for (const std::string& each : texts) out.push(Json::of(each));
  return out;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& each : texts) out += (out.empty() ? "" : ", ") + each;
  return out;
}

std::string hex(std::uint32_t number) {
  std::ostringstream out;
  out << std::hex << std::setw(8) << std::setfill('0') << number;
  return out.str();
}

void printJson(const Program& program, const WalkReport& report, double seconds,
               std::ostream& out) {
  const auto number = [](std::uint64_t value) {
    return Json::of(static_cast<std::int64_t>(value));
  };
  Json outcomes = Json::object();
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    const std::string& id = program.scenario->outcomes[i].id.value;
    if (outcomes.find(id) == nullptr) outcomes.add(id, number(report.outcomes[i]));
  }
  Json all = Json::object();
  all.add("picks", number(report.picks));
  all.add("calls", number(report.calls));
  all.add("stuck", number(report.stuck));
  all.add("outcomes", std::move(outcomes));
  all.add("nodes_never_seen", listOf(neverSeen(program, report)));
  all.add("moves_never_picked", listOf(neverPicked(program, report)));
  all.add("text_bytes", number(report.textBytes));
  all.add("digest", Json::of(hex(report.digest)));
  all.add("cpu_microseconds", number(static_cast<std::uint64_t>(seconds * 1e6)));
  out << writeJson(all);
}

void printText(const Program& program, const WalkReport& report, double seconds,
               std::ostream& out) {
  out << report.picks << " turns in " << report.calls << " calls that came to an end, "
      << std::fixed << std::setprecision(2) << seconds << " seconds of CPU time, digest "
      << hex(report.digest) << '\n';
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    out << "  " << program.scenario->outcomes[i].id.value << ": " << report.outcomes[i] << '\n';
  }
  if (report.stuck > 0) {
    out << "Stuck " << report.stuck << " times: nothing was on offer and the call was not over.\n";
  }
  const std::vector<std::string> nodes = neverSeen(program, report);
  const std::vector<std::string> moves = neverPicked(program, report);
  if (!nodes.empty()) out << "Nodes never seen: " << joined(nodes) << '\n';
  if (!moves.empty()) out << "Moves and topics never picked: " << joined(moves) << '\n';
  if (nodes.empty() && moves.empty()) out << "Every node, move and topic was met.\n";
}

}  // namespace

int walk(const WalkRequest& request, const Surroundings& around) {
  const Result<LoadedMethod> method = shippedMethod(around);
  if (!method) return refuse(method.error(), around);
  const Result<ScenarioFile> file = findScenario(request.scenario, *method->method, around);
  if (!file) return refuse(file.error(), around);
  const Program program = compile(file->loaded.scenario);
  const double before = around.cpuSeconds();
  const WalkReport report = sparring::walk(program, *method->method, request.picks, request.seed);
  const double seconds = around.cpuSeconds() - before;
  request.asJson ? printJson(program, report, seconds, around.out)
                 : printText(program, report, seconds, around.out);
  return report.stuck > 0 ? 1 : 0;
}

}  // namespace sparring::cli
