// sparring-train: learns to read turns from data/corpus, and reports how well that goes on turns
// that were not learned from. For people who work on Sparring; reps never need it.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <optional>

#include "base/file.h"
#include "learn/evaluate.h"
#include "learn/fit_match.h"
#include "learn/train.h"
#include "tools/mark_figures.h"

namespace {

namespace fs = std::filesystem;
using namespace sparring;

void say(const std::string& what) {
  std::cerr << "  " << what << '\n';
}

int refuse(const Error& error) {
  std::cerr << "sparring-train: " << sentence(error) << '\n';
  return 2;
}

std::string percent(const Figure& figure) {
  char text[64];
  std::snprintf(text, sizeof text, ".%03d (.%03d to .%03d)", static_cast<int>(1000 * figure.value),
                static_cast<int>(1000 * figure.low), static_cast<int>(1000 * figure.high));
  return text;
}

std::string share(double value) {
  char text[16];
  std::snprintf(text, sizeof text, ".%02d", static_cast<int>(100 * value + 0.5));
  return value >= 0.995 ? "1.00" : text;
}

void printFigures(const std::string& title, const ReadingFigures& figures, bool perAct) {
  std::cout << "### " << title << "\n\n"
            << figures.turns << " turns of " << figures.calls << " calls.\n\n"
            << "| measure | value (95 % of resampled calls) |\n|---|---|\n"
            << "| acts, macro-F1 | " << percent(figures.macro) << " |\n"
            << "| acts, micro-F1 | " << percent(figures.micro) << " |\n"
            << "| asks or not, F1 | " << percent(figures.asksOrNot) << " |\n"
            << "| focus, share of words | " << percent(figures.focus) << " |\n\n";
  if (!perAct) return;
  std::cout << "| act | turns | precision | recall | F1 |\n|---|---|---|---|---|\n";
  for (const ActFigures& each : figures.acts) {
    std::cout << "| `" << each.act << "` | " << each.count << " | " << share(each.precision)
              << " | " << share(each.recall) << " | " << percent(each.f1) << " |\n";
  }
  std::cout << "\n| mark | turns | area under curve | found where " << share(firmShare)
            << " are right | from per mille |\n|---|---|---|---|---|\n";
  for (const MarkFigures& each : figures.marks) {
    std::cout << "| `" << each.mark << "` | " << each.count << " | " << share(each.area) << " | "
              << share(each.firm) << " | " << each.firmPerMille << " |\n";
  }
  std::cout << '\n';
}

void report(const std::vector<UnseenReading>& readings, const std::string& how) {
  const auto ofKind = [&](bool plain, const std::string& writers) {
    std::vector<UnseenReading> out;
    for (const UnseenReading& each : readings) {
      if (each.plain == plain && each.turn->writer.starts_with(writers)) out.push_back(each);
    }
    return out;
  };
  printFigures(how + ", as written", figuresOf(ofKind(false, "")), true);
  printFigures(how + ", without punctuation and capitals", figuresOf(ofKind(true, "")), false);
  printFigures(how + ", only turns by the writers of dev-turns",
               figuresOf(ofKind(false, "dev-turns")), false);
}

void reportMatching(const MatchReport& report) {
  std::cout << "### Which move is meant\n\n"
            << "| measured on | points | texts | right first | among two | among three | fits or "
               "none (area under curve) |\n|---|---|---|---|---|---|---|\n";
  for (const MatchFigures& each : report.writers) {
    std::cout << "| " << each.writer << " | " << each.points << " | " << each.texts << " | "
              << percent(each.first) << " | " << percent(each.two) << " | " << percent(each.three)
              << " | " << percent(each.none) << " |\n";
  }
  std::cout << "\n| chance at least | share of texts | right |\n|---|---|---|\n";
  for (const ChanceFigures& each : report.chances) {
    std::cout << "| " << share(each.perMille / 1000.0) << " | " << share(each.share) << " | "
              << share(each.right) << " |\n";
  }
  std::cout << '\n';
}

// Learns from choice points what counts how much in matching; the model knows all but that.
Result<void> learnMatching(const fs::path& folder, const SentenceEncoder& encoder,
                           ReadingModel& model) {
  const Result<ChoicePoints> read = readChoicePoints(folder);
  if (!read) return std::unexpected(read.error());
  for (const Diagnostic& each : read->diagnostics) {
    std::cerr << formatDiagnostic(folder.string(), each) << '\n';
  }
  say("learning which moves are meant");
  const TurnReader reader(model, &encoder);
  const std::vector<MatchSample> samples = matchSamples(read->points, MeaningMatcher(reader));
  if (samples.empty()) return fail("There are no labelled choice points.", folder.string());
  model.matching = fitMatching(samples);
  reportMatching(matchReport(samples));
  return {};
}

// How well the same calls are graded, by people's labels and by what was read in them.
Result<void> reportGrades(std::span<const LabelledTurn> turns, const Training& training,
                          const fs::path& methodFile) {
  const Result<std::string> bytes = readFile(methodFile, 1 << 24);
  if (!bytes) return std::unexpected(bytes.error());
  const MethodReading method = readMethod(*bytes);
  if (!method.method || hasErrors(method.diagnostics)) {
    return fail("This method has errors.", methodFile.string());
  }
  const auto asWritten = [](const UnseenReadings& readings) {
    UnseenReadings out = readings;
    std::erase_if(out, [](const UnseenReading& each) { return each.plain; });
    return out;
  };
  print(gradingFigures(*method.method, asLabelled(turns)), "by people's labels of acts", std::cout);
  if (!training.byMeaning.empty()) {
    print(gradingFigures(*method.method, asWritten(training.byMeaning)), "by meaning and words",
          std::cout);
  }
  print(gradingFigures(*method.method, asWritten(training.byWords)), "by words alone", std::cout);
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Learns to read what sellers say."};
  fs::path folder = "data/corpus";
  fs::path encoderFile;
  fs::path model = "data/reading/turns.model";
  fs::path methodFile = "data/method/customer-focused.json";
  bool evaluate = false;
  app.add_option("--corpus", folder, "A folder of labelled turns (default data/corpus)");
  app.add_option("--encoder", encoderFile, "The sentence encoder's model file");
  app.add_option("--model", model, "Where the model goes (default data/reading/turns.model)");
  app.add_option("--method", methodFile, "The method to grade the calls by, for the report");
  app.add_flag("--evaluate", evaluate, "Only report how unseen writers are read; write no model");
  CLI11_PARSE(app, argc, argv);

  const Result<Corpus> corpus = readCorpus(folder);
  if (!corpus) return refuse(corpus.error());
  for (const Diagnostic& each : corpus->diagnostics) {
    std::cerr << formatDiagnostic(folder.string(), each) << '\n';
  }
  std::optional<SentenceEncoder> encoder;
  if (!encoderFile.empty()) {
    Result<SentenceEncoder> opened = SentenceEncoder::open(encoderFile);
    if (!opened) return refuse(opened.error());
    encoder.emplace(std::move(*opened));
  }
  const SentenceEncoder* used = encoder ? &*encoder : nullptr;
  Training training = trainReading(corpus->turns, used, say);
  if (used != nullptr) report(training.byMeaning, "By meaning and words");
  report(training.byWords, "By words alone");
  if (used != nullptr) {
    const Result<void> learned = learnMatching(folder / "match", *used, training.model);
    if (!learned) return refuse(learned.error());
  }
  if (const Result<void> graded = reportGrades(corpus->turns, training, methodFile); !graded) {
    return refuse(graded.error());
  }
  if (evaluate) return corpus->diagnostics.empty() ? 0 : 1;
  const Result<void> written = writeFile(model, writeReadingModel(training.model));
  if (!written) return refuse(written.error());
  std::cerr << "Learned " << training.model.meaning.turns.labels.size() << " labels from "
            << corpus->turns.size() << " turns: " << model.string() << '\n';
  return corpus->diagnostics.empty() ? 0 : 1;
}
