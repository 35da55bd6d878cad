#include "learn/train.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <set>
#include <thread>

#include "learn/examples.h"
#include "learn/fit.h"

namespace sparring {
namespace {

constexpr double strength = 0.2;  // Of the belief in small weights, by cross-validation.
constexpr double focusStrength = 0.5;
constexpr std::size_t groups = 4;     // Of writers.
constexpr int leastTurns = 3;         // That a feature must occur in.
constexpr double leastWeight = 0.03;  // Smaller ones are left out of the model.

// A probability that a model gave, and whether it was right to.
struct Guess {
  double probability = 0;
  bool right = false;
};

bool isFocus(std::string_view label) {
  return label.starts_with("focus:");
}

std::vector<Example> examplesOf(std::span<const LabelledTurn> turns, const SentenceEncoder* encoder,
                                const Progress& progress) {
  std::vector<Example> out;
  out.reserve(2 * turns.size());
  for (const LabelledTurn& turn : turns) {
    if (out.size() % 1000 == 0) progress("looked at " + std::to_string(out.size() / 2) + " turns");
    out.push_back(exampleOf(turn, false, encoder));
    out.push_back(exampleOf(turn, true, encoder));
  }
  return out;
}

// The weights of all labels, learned from the examples; two labels at a time.
ReadingWeights fitAll(const std::vector<const Example*>& examples,
                      const std::vector<std::string>& labels, bool withVectors) {
  const Examples data(examples, leastTurns, withVectors);
  std::vector<Fitted> fitted(labels.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t label = next++; label < labels.size(); label = next++) {
      if (isFocus(labels[label])) continue;
      std::vector<bool> has;
      for (const Example* each : examples) has.push_back(hasLabel(*each->turn, labels[label]));
      fitted[label] = fitLabel(data, has, strength);
    }
  };
  {
    std::jthread other(work);
    work();
  }
  std::vector<Focus> about;
  for (const Example* each : examples) {
    about.insert(about.end(), each->focus.begin(), each->focus.end());
  }
  std::vector<Fitted> focus = fitFocus(data, about, focusStrength);
  for (std::size_t i = 0; i < focus.size(); ++i) {
    fitted[labels.size() - focus.size() + i] = std::move(focus[i]);
  }

  ReadingWeights out;
  for (const Fitted& each : fitted) out.bias.push_back(each[data.width()]);
  for (std::size_t row = 0; row < data.names().size(); ++row) {
    std::vector<std::pair<int, double>> entries;
    for (std::size_t label = 0; label < labels.size(); ++label) {
      if (std::abs(fitted[label][row]) < leastWeight) continue;
      entries.emplace_back(static_cast<int>(label), fitted[label][row]);
    }
    if (!entries.empty()) out.features.emplace(data.names()[row], std::move(entries));
  }
  for (std::size_t row = data.names().size(); row < data.width(); ++row) {
    std::vector<double>& weights = out.vectors.emplace_back();
    for (const Fitted& each : fitted) weights.push_back(each[row]);
  }
  out.calibrations.resize(labels.size());
  return out;
}

// Per label: that some unit of the turn has it.
std::vector<double> probabilities(const ReadingWeights& weights, const TurnInput& input) {
  std::vector<double> odds(weights.bias.size(), 0.0);
  for (const std::vector<double>& unit : weights.evidence(input)) {
    for (std::size_t label = 0; label < odds.size(); ++label) odds[label] += std::exp(unit[label]);
  }
  for (double& each : odds) each = each / (1.0 + each);
  return odds;
}

// Pools neighbours until what is surer is also more often right, then reads the pools off at even
// steps; the threshold is the one of the best F1.
Calibration calibrate(std::vector<Guess> guesses) {
  Calibration out;
  std::ranges::stable_sort(guesses, {}, &Guess::probability);
  struct Pool {
    double probability = 0;
    double right = 0;
    double count = 0;
    [[nodiscard]] double rate() const { return right / count; }
  };
  std::vector<Pool> pools;
  for (const Guess& each : guesses) {
    pools.push_back({each.probability, each.right ? 1.0 : 0.0, 1.0});
    while (pools.size() > 1 && pools[pools.size() - 2].rate() >= pools.back().rate()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().probability += last.probability;
      pools.back().right += last.right;
      pools.back().count += last.count;
    }
  }
  // Places between the middles of two pools lie on the line between them; the ends are certain.
  std::vector<std::pair<double, double>> points = {{0.0, 0.0}};
  for (const Pool& each : pools) points.emplace_back(each.probability / each.count, each.rate());
  points.emplace_back(1.0, 1.0);
  for (int step = 0; step <= Calibration::steps; ++step) {
    const double at = static_cast<double>(step) / Calibration::steps;
    std::size_t right = 1;
    while (right + 1 < points.size() && points[right].first < at) ++right;
    const auto& [x0, y0] = points[right - 1];
    const auto& [x1, y1] = points[right];
    const double rate = x1 > x0 ? y0 + (y1 - y0) * std::clamp((at - x0) / (x1 - x0), 0.0, 1.0) : y1;
    out.perMille[static_cast<std::size_t>(step)] = static_cast<int>(std::lround(1000.0 * rate));
  }
  // From the surest down: how good it is to take all as far as here.
  double all = 0;
  for (const Guess& each : guesses) all += each.right ? 1.0 : 0.0;
  double taken = 0;
  double right = 0;
  double best = -1;
  double threshold = 0.5;
  for (auto each = guesses.rbegin(); each != guesses.rend(); ++each) {
    taken += 1;
    right += each->right ? 1.0 : 0.0;
    const double f1 = 2.0 * right / (taken + all);
    if (f1 <= best) continue;
    best = f1;
    const auto after = std::next(each);
    threshold =
        after == guesses.rend() ? each->probability : (each->probability + after->probability) / 2;
  }
  out.threshold = out.at(threshold);
  return out;
}

// Every turn as it is written, every second one also without punctuation.
bool isLearned(std::size_t example) {
  return example % 2 == 0 || example % 4 == 1;
}

struct Fold {
  std::set<std::string> writers;
  ReadingWeights weights;  // Learned from all others.
};

// Learned once a group of writers without that group's turns.
std::vector<Fold> foldsOf(const std::vector<Example>& examples,
                          const std::vector<std::string>& labels, bool withVectors,
                          const Progress& progress) {
  std::set<std::string> writers;
  for (const Example& each : examples) writers.insert(each.turn->writer);
  std::vector<Fold> out(std::min(groups, writers.size()));
  std::size_t next = 0;
  for (const std::string& writer : writers) out[next++ % out.size()].writers.insert(writer);
  for (Fold& fold : out) {
    progress("learning without " + *fold.writers.begin());
    std::vector<const Example*> others;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (isLearned(i) && !fold.writers.contains(examples[i].turn->writer)) {
        others.push_back(&examples[i]);
      }
    }
    fold.weights = fitAll(others, labels, withVectors);
  }
  return out;
}

// From what the folds say of their own writers; `without` is left out.
std::vector<Calibration> calibrationsOf(const std::vector<Example>& examples,
                                        const std::vector<std::string>& labels,
                                        const std::vector<Fold>& folds, const Fold* without) {
  std::vector<std::vector<Guess>> guesses(labels.size());
  for (const Fold& fold : folds) {
    if (&fold == without) continue;
    for (const Example& example : examples) {
      if (!fold.writers.contains(example.turn->writer)) continue;
      const std::vector<double> given = probabilities(fold.weights, example.input);
      for (std::size_t label = 0; label < labels.size(); ++label) {
        guesses[label].push_back({given[label], hasLabel(*example.turn, labels[label])});
      }
    }
  }
  std::vector<Calibration> out;
  for (std::vector<Guess>& each : guesses) out.push_back(calibrate(std::move(each)));
  return out;
}

struct Trained {
  ReadingWeights weights;
  UnseenReadings unseen;
};

Trained trained(const std::vector<Example>& examples, const std::vector<std::string>& labels,
                const SentenceEncoder* encoder, const Progress& progress) {
  const bool withVectors = encoder != nullptr;
  std::vector<Fold> folds = foldsOf(examples, labels, withVectors, progress);
  progress("learning from all");
  std::vector<const Example*> all;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (isLearned(i)) all.push_back(&examples[i]);
  }
  Trained out;
  out.weights = fitAll(all, labels, withVectors);
  out.weights.calibrations = calibrationsOf(examples, labels, folds, nullptr);
  std::vector<std::vector<Calibration>> others;
  for (const Fold& fold : folds) {
    others.push_back(calibrationsOf(examples, labels, folds, &fold));
  }
  out.unseen.resize(examples.size());
  for (std::size_t i = 0; i < folds.size(); ++i) {
    folds[i].weights.calibrations = others[i];
    const TurnReader reader(
        {labels, withVectors ? encoder->hash() : "-", folds[i].weights, folds[i].weights}, encoder);
    for (std::size_t k = 0; k < examples.size(); ++k) {
      const LabelledTurn& turn = *examples[k].turn;
      if (!folds[i].writers.contains(turn.writer)) continue;
      const bool plain = k % 2 == 1;
      const std::string text = plain ? withoutPunctuation(turn.text) : turn.text;
      out.unseen[k] = {&turn, plain, text, reader.read(text, examples[k].input)};
    }
  }
  return out;
}

}  // namespace

Training trainReading(std::span<const LabelledTurn> turns, const SentenceEncoder* encoder,
                      const Progress& progress) {
  const std::vector<Example> examples = examplesOf(turns, encoder, progress);
  Training out;
  out.model.labels = labelsOf(turns);
  out.model.encoder = encoder != nullptr ? encoder->hash() : "-";
  progress("by words alone");
  Trained words = trained(examples, out.model.labels, nullptr, progress);
  out.model.words = std::move(words.weights);
  out.byWords = std::move(words.unseen);
  if (encoder == nullptr) {
    out.model.meaning = out.model.words;
    return out;
  }
  progress("by meaning");
  Trained meaning = trained(examples, out.model.labels, encoder, progress);
  out.model.meaning = std::move(meaning.weights);
  out.byMeaning = std::move(meaning.unseen);
  return out;
}

}  // namespace sparring
