// The command line of sparring-cli.
#include <CLI/CLI.hpp>
#include <ostream>

#include "cli/commands.h"

namespace sparring::cli {

int refuse(const Error& error, const Surroundings& around) {
  around.out.flush();
  around.err << "sparring-cli: " << sentence(error) << '\n';
  return 2;
}

Error missingFiles() {
  return {"The program's own files (scenarios, method) are missing.",
          {},
          "Install Sparring again, or run it from its source folder."};
}

Result<LoadedMethod> shippedMethod(const Surroundings& around) {
  if (!around.folders) return std::unexpected(missingFiles());
  return openMethod(around.folders->method / "customer-focused.json");
}

Result<ScenarioFile> findScenario(const std::string& name, const Method& method,
                                  const Surroundings& around) {
  std::filesystem::path path = name;
  std::error_code failed;
  if (!std::filesystem::exists(path, failed) && isWellFormedId(name) && around.folders) {
    path = around.folders->scenarios / (name + ".json");
  }
  if (!std::filesystem::exists(path, failed)) {
    return fail("There is no scenario '" + name + "'.", {},
                "Name a file, or one of the shipped scenarios by its id.");
  }
  ScenarioFile file = openScenario(path, &method);
  if (file.error) return std::unexpected(*file.error);
  if (!file.loaded.scenario || file.loaded.scenario->nodes.empty()) {
    const std::string first = file.diagnostics.empty()
                                  ? std::string("It has no nodes.")
                                  : formatDiagnostic(path.string(), file.diagnostics.front());
    return fail("This scenario cannot be played. " + first, {},
                "'sparring-cli check' lists all that is wrong with it.");
  }
  const auto archetypes = around.folders ? openArchetypes(around.folders->archetypes, method)
                                         : Result<std::vector<Archetype>>();
  if (!archetypes) return std::unexpected(archetypes.error());
  file.loaded = readyToPlay(std::move(file.loaded), *archetypes);
  return file;
}

int run(int argc, const char* const* argv, const Surroundings& around) {
  CLI::App app{"Sparring: a practice ring for executive sales calls, in the terminal."};
  app.set_version_flag("--version", std::string("sparring-cli ") + SPARRING_VERSION);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App* /*app*/, const CLI::Error& error) {
    return "sparring-cli: " + std::string(error.what()) +
           ". 'sparring-cli --help' shows what can be said.\n";
  });

  PlayRequest request;
  CLI::App* playing = app.add_subcommand("play", "Hold a call with a scripted buyer.");
  playing->add_option("SCENARIO", request.scenario, "A scenario file, or the id of a shipped one")
      ->required();
  playing->add_option("--seed", request.seed, "Picks the variant of the buyer (default 0)");
  playing->add_option("--script", request.script,
                      "Play from a file instead of typing. Lines: 'say: your words', "
                      "'choose: move-id', 'pick: 1' (after an unclear say; 0 is none of them), "
                      "'misread:' (the last turn was not meant so), 'rewind: turns to keep'; '#' "
                      "starts a comment. A script is recorded only with --db");
  playing->add_option("--person", request.person,
                      "Whose call it is; a new name is added (default: whoever came first)");
  playing->add_option("--db", request.database, "Record in this database instead of your own");

  bool asJson = false;
  std::vector<std::string> files;
  CheckRequest judging;
  CLI::App* checking = app.add_subcommand("check",
                                          "Say what is wrong with files of scenarios and "
                                          "archetypes; exit code 1 where there are errors.");
  auto* judged = checking->add_option("FILE", judging.files, "Files of scenarios or archetypes");
  checking->add_flag("--json", judging.asJson, "Print the findings as JSON");
  checking->add_flag("--fix", judging.fixes,
                     "Mend what can be mended without a doubt in scenarios and write the files; "
                     "says what it did and lists what is left");
  checking->add_option("--explain", judging.explain, "Explain a code, such as SC024, and stop")
      ->excludes(judged);

  CLI::App* formatting =
      app.add_subcommand("format", "Rewrite scenario files in their canonical form.");
  formatting->add_option("FILE", files, "Scenario files")->required();

  WalkRequest walking;
  CLI::App* wandering = app.add_subcommand(
      "walk", "Play a scenario at random, call after call, and say what was never seen.");
  wandering->add_option("SCENARIO", walking.scenario, "A scenario file, or the id of a shipped one")
      ->required();
  wandering->add_option("--picks", walking.picks, "How many turns in all (default 100000)");
  wandering->add_option("--seed", walking.seed, "Where chance begins (default 1)");
  wandering->add_flag("--json", walking.asJson, "Print the figures as JSON");

  MatchRequest matching;
  CLI::App* meaning = app.add_subcommand(
      "match", "Say which of the moves on offer each text of a file means, or none.");
  meaning
      ->add_option("--jsonl", matching.file,
                   "JSON lines with id, prev (the buyer's line), moves (id, phrasings) and text; "
                   "'-' reads standard input")
      ->required();

  ReplayRequest replaying;
  bool all = false;
  bool verify = false;
  CLI::App* again = app.add_subcommand(
      "replay", "Play recorded calls again and say of each: identical, or where it differs.");
  again->add_option("ID", replaying.ids, "Sessions by id, or its beginning (default: all)");
  again->add_flag("--all", all, "All sessions");
  again->add_flag("--verify", verify, "Compare with what was recorded (it always does)");
  again->add_option("--db", replaying.database, "Look in this database instead of your own");
  again->add_flag("--json", replaying.asJson, "Print as JSON");

  WhyRequest asking;
  CLI::App* reasons = app.add_subcommand(
      "why", "Say what could not be said at a moment of a recorded call, and for what reason.");
  reasons->add_option("ID", asking.id, "The session's id, or its beginning")->required();
  reasons->add_option("--turn", asking.turn,
                      "After which turn (default: the last; 0: the opening)");
  reasons->add_option("--db", asking.database, "Look in this database instead of your own");
  reasons->add_flag("--json", asking.asJson, "Print as JSON");

  std::string lines;
  CLI::App* reading = app.add_subcommand(
      "understand", "Say what seller turns do, about whom they are and which facts they use.");
  reading->add_option("--jsonl", lines, "A file of JSON lines, or - for standard input")
      ->required();

  GradeRequest grading;
  CLI::App* judgingCalls = app.add_subcommand(
      "grade",
      "Say what each turn of a call earned and cost, in which words, and what it came to.");
  auto* call = judgingCalls->add_option("CALL", grading.call,
                                        "A recorded session by id, or its beginning, or a file "
                                        "with a transcript, “Name: text” line by line");
  judgingCalls->add_option("--seller", grading.seller, "Whose turns to grade in a transcript");
  judgingCalls->add_option("--buyer", grading.buyer,
                           "The kind of buyer in a transcript, such as ceo or procurement");
  auto* callLines = judgingCalls->add_option(
      "--jsonl", grading.lines,
      "Instead of a call: JSON lines with id, call, persona, prev (the buyer's line) and text, "
      "each "
      "call in its order; calls may be interleaved; '-' reads standard input to its end");
  callLines->excludes(call);
  judgingCalls->add_option("--method", grading.method, "Grade by the method in this file");
  judgingCalls->add_option("--db", grading.database, "Look in this database instead of your own");
  judgingCalls->add_flag("--json", grading.asJson, "Print as JSON");

  CLI::App* regrading = app.add_subcommand(
      "regrade",
      "Grade recorded calls anew from their logs; with --verify prove that it comes to "
      "what was recorded, or name the version that differs.");
  regrading->add_option("ID", replaying.ids, "Sessions by id, or its beginning (default: all)");
  regrading->add_flag("--all", all, "All sessions");
  regrading->add_flag("--verify", verify, "Compare with what was recorded");
  regrading->add_option("--db", replaying.database, "Look in this database instead of your own");
  regrading->add_flag("--json", replaying.asJson, "Print as JSON");

  std::string database;
  std::string id;
  CLI::App* sessions = app.add_subcommand("sessions", "Look at recorded calls.");
  sessions->require_subcommand(1);
  CLI::App* listing = sessions->add_subcommand("list", "List them, the newest first.");
  CLI::App* showing = sessions->add_subcommand("show", "Show one with its marks and comments.");
  std::string person;
  listing->add_option("--person", person, "Only the calls of the person with this name");
  showing->add_option("ID", id, "The session's id, or its beginning")->required();
  for (CLI::App* each : {listing, showing}) {
    each->add_option("--db", database, "Look in this database instead of your own");
    each->add_flag("--json", asJson, "Print as JSON");
  }

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, around.out, around.err);
    return code == 0 ? 0 : 2;
  }
  if (playing->parsed()) return play(request, around);
  if (checking->parsed()) return check(judging, around);
  if (formatting->parsed()) return format(files, around);
  if (wandering->parsed()) return walk(walking, around);
  if (meaning->parsed()) return match(matching, around);
  if (again->parsed()) {
    if (all) replaying.ids.clear();
    return replay(replaying, around);
  }
  if (regrading->parsed()) {
    if (all) replaying.ids.clear();
    return verify ? replay(replaying, around) : regrade(replaying, around);
  }
  if (judgingCalls->parsed()) {
    if (grading.call.empty() && grading.lines.empty()) {
      return refuse({"It is not said what to grade.", {}, "Name a session, a file, or --jsonl."},
                    around);
    }
    return grade(grading, around);
  }
  if (reading->parsed()) return understand(lines, around);
  if (reasons->parsed()) return why(asking, around);
  if (listing->parsed()) return listSessions(database, person, asJson, around);
  return showSession(id, database, asJson, around);
}

}  // namespace sparring::cli
