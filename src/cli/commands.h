// The commands of sparring-cli, one file each. Every command takes its streams and its surroundings
// as arguments and returns the exit code: 0 done, 1 the answer is "no" (faults found), 2 the
// request could not be carried out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "session/library.h"

namespace sparring::cli {

// What main() knows of the machine and hands in.
struct Surroundings {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::optional<DataFolders> folders;  // Where shipped scenarios and methods are.
  std::filesystem::path defaultDatabase;
  Clock now;
  IdSource newId;
  int utcOffsetMinutes = 0;
  std::function<double()> cpuSeconds = [] { return 0.0; };  // Of this process so far.
};

struct PlayRequest {
  std::string scenario;  // A file, or the id of a shipped scenario.
  std::uint64_t seed = 0;
  std::string script;  // A file of say:, choose:, pick:, misread:, rewind: lines, at first perhaps
                       // seed:; empty: read from `in`.
  std::string person = {};    // A name, new or known; empty: whoever came first.
  std::string database = {};  // Empty: the person's own when playing live, none for a script.
};

int play(const PlayRequest& request, const Surroundings& around);
struct CheckRequest {
  std::vector<std::string> files;
  bool asJson = false;
  bool fixes = false;   // Mends what can be mended for certain and writes the files.
  std::string explain;  // A code such as SC024: prints its page instead.
};
int check(const CheckRequest& request, const Surroundings& around);
int format(const std::vector<std::string>& files, const Surroundings& around);

struct WalkRequest {
  std::string scenario;  // A file, or the id of a shipped scenario.
  std::uint64_t picks = 100'000;
  std::uint32_t seed = 1;
  bool asJson = false;
};
int walk(const WalkRequest& request, const Surroundings& around);

struct MatchRequest {
  std::string file;  // JSON lines; "-": read from `in`.
};
// A line {"id","prev","moves":[{"id","phrasings":[...]}],"text"} gives a line
// {"id","verdict","move","ranking":[{"move","score"}]} with scores from 0 to 1; a bad one is named,
// left out and makes the exit code 1.
int match(const MatchRequest& request, const Surroundings& around);

struct ReplayRequest {
  std::vector<std::string> ids;  // Sessions, by id or its beginning; empty: all.
  std::string database;
  bool asJson = false;
};
// Plays recorded calls again from their logs and says of each whether it came to the same.
int replay(const ReplayRequest& request, const Surroundings& around);

struct WhyRequest {
  std::string id;           // Of a session, or its beginning.
  std::optional<int> turn;  // After which one; 0: the opening; nothing: the last.
  std::string database;
  bool asJson = false;
};
// Says what could not be said at a moment of a recorded call, and why.
int why(const WhyRequest& request, const Surroundings& around);

// Reads seller turns from lines of JSON, "-" for standard input.
int understand(const std::string& file, const Surroundings& around);

struct GradeRequest {
  std::string call;         // A stored session's id, its beginning, or a file with a transcript.
  std::string seller;       // Whose turns to grade in a transcript.
  std::string buyer = {};   // The kind of buyer there, where it is known: ceo, procurement …
  std::string lines = {};   // Instead of a call: JSON lines; "-": read from `in`.
  std::string method = {};  // A file; empty: the session's own, or the one that ships.
  std::string database = {};
  bool asJson = false;
};
// Grades a call. Of JSON lines {"id","call","persona","prev","text"} each is answered with its
// grade, and after the last line of a call stands {"call","call_grade"}.
int grade(const GradeRequest& request, const Surroundings& around);

// Grades recorded calls anew from their logs and prints what each comes to.
int regrade(const ReplayRequest& request, const Surroundings& around);

// All sessions, or one person's where a name is given.
int listSessions(const std::string& database, const std::string& person, bool asJson,
                 const Surroundings& around);
int showSession(const std::string& id, const std::string& database, bool asJson,
                const Surroundings& around);

// Parses the command line and runs the command.
int run(int argc, const char* const* argv, const Surroundings& around);

// Prints the sentence and returns 2.
int refuse(const Error& error, const Surroundings& around);

// A scenario ready to play, by its file or as a shipped one by its id.
Result<ScenarioFile> findScenario(const std::string& name, const Method& method,
                                  const Surroundings& around);

// That the program's own files are not there.
Error missingFiles();

// The method that ships with the program.
Result<LoadedMethod> shippedMethod(const Surroundings& around);

}  // namespace sparring::cli
