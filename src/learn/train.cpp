#include "learn/train.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <set>
#include <thread>

#include "learn/examples.h"
#include "learn/fit.h"

namespace sparring {
namespace {

constexpr double strength = 0.35;  // Of the belief in small weights, by cross-validation.
constexpr double focusStrength = 0.5;
constexpr std::size_t groups = 5;  // Of writers.

// What a feature must do to the log of odds, at its usual rarity, to stay in the model: hundredths.
constexpr double leastWeight = 40.0;
constexpr double leastWordWeight = 100.0;  // Where there are no vectors, which is for emergencies.
// And how many rows it must have come in; with rarer ones it learns better, and reads hardly worse
// without them.
constexpr double leastRows = 3;
constexpr double leastFocusWeight = 5.0;

constexpr std::array<const char*, 3> focusLabels = {"focus:customer", "focus:seller",
                                                    "focus:neutral"};

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

// Every turn as it is written, every second one also without punctuation.
bool isLearned(std::size_t example) {
  return example % 2 == 0 || example % 4 == 1;
}

// The second of a turn's two examples.
bool isPlain(std::size_t example) {
  return example % 2 == 1;
}

std::string textOf(const LabelledTurn& turn, std::size_t example) {
  return isPlain(example) ? withoutPunctuation(turn.text) : turn.text;
}

// All that is learned from, as rows with what is right of each.
struct Material {
  std::vector<std::string> labels;
  Samples turns;
  std::vector<std::vector<bool>> turnLabels;
  Samples units;
  std::vector<std::size_t> unitFocus;
  std::vector<std::size_t> firstUnit;  // Of each example, and where the last one's end.

  Material(const std::vector<Example>& examples, std::vector<std::string> named, bool withVectors)
      : labels(std::move(named)),
        turns(withVectors ? turnNumbers : 0),
        units(withVectors ? unitNumbers : 0),
        firstUnit(1, 0) {
    for (const Example& each : examples) {
      const TurnInput& input = each.input;
      turns.add(input.features, withVectors ? numbersOfTurn(input) : std::vector<float>());
      auto& right = turnLabels.emplace_back();
      for (const std::string& label : labels) right.push_back(hasLabel(*each.turn, label));
      for (std::size_t unit = 0; unit < input.units.size(); ++unit) {
        std::vector<std::string> features;
        std::ranges::merge(input.ofUnits.around, input.ofUnits.own[unit],
                           std::back_inserter(features));
        units.add(features, withVectors ? numbersOfUnit(input, unit) : std::vector<float>());
        unitFocus.push_back(static_cast<std::size_t>(each.focus[unit]));
      }
      firstUnit.push_back(units.count());
    }
  }
};

struct FittedParts {
  Fitted turns;
  Fitted units;
};

FittedParts fitParts(const Material& material, std::span<const std::size_t> examples) {
  std::vector<std::size_t> units;
  for (const std::size_t each : examples) {
    for (std::size_t unit = material.firstUnit[each]; unit < material.firstUnit[each + 1]; ++unit) {
      units.push_back(unit);
    }
  }
  return {fitRidge(material.turns, examples, material.turnLabels, strength),
          fitOneOf(material.units, units, material.unitFocus, focusLabels.size(), focusStrength)};
}

// Per label the sum of one row.
std::vector<double> sumsOf(const Fitted& fitted, const Samples& rows, std::size_t row) {
  std::vector<double> sums = fitted.bias;
  const auto named = rows.features(row);
  const auto values = rows.values(row);
  for (std::size_t i = 0; i < named.size(); ++i) {
    const double value = static_cast<double>(values[i]) * fitted.rarities[named[i]];
    const float* weights = fitted.features.data() + named[i] * fitted.labels;
    for (std::size_t k = 0; k < sums.size(); ++k)
      sums[k] += value * static_cast<double>(weights[k]);
  }
  const auto numbers = rows.numbers(row);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const float* weights = fitted.numbers.data() + i * fitted.labels;
    for (std::size_t k = 0; k < sums.size(); ++k) {
      sums[k] += static_cast<double>(numbers[i]) * static_cast<double>(weights[k]);
    }
  }
  return sums;
}

std::int16_t hundredths(double weight) {
  return static_cast<std::int16_t>(std::clamp(std::lround(100.0 * weight), -32000L, 32000L));
}

HiddenLayer hiddenLayerOf(const FittedHidden& fitted) {
  const auto thousandths = [](const std::vector<float>& weights, auto to) {
    std::vector<decltype(to)> out;
    for (const float each : weights) {
      const long whole = std::lround(1000.0 * static_cast<double>(each));
      out.push_back(static_cast<decltype(to)>(std::clamp(whole, -32000L, 32000L)));
    }
    return out;
  };
  return {thousandths(fitted.in, std::int16_t{}), thousandths(fitted.inBias, 0),
          thousandths(fitted.out, std::int16_t{}), thousandths(fitted.outBias, 0)};
}

// How sure sums are, and from where on a label is likely right.
struct Sureness {
  std::vector<Scale> scales;
  std::vector<int> thresholds;
};

// What is kept of fitted weights: as whole numbers, those that matter.
ReadingWeights weightsOf(const Fitted& fitted, const Samples& rows, std::vector<std::string> labels,
                         const Sureness& sureness, double least, int mostRare) {
  constexpr double usualRarity = 600.0;
  ReadingWeights out;
  out.labels = std::move(labels);
  out.thresholds = sureness.thresholds;
  for (std::size_t k = 0; k < fitted.labels; ++k) {
    const Scale& scale = sureness.scales[k];
    out.bias.push_back(hundredths(scale.factor * fitted.bias[k] + scale.offset));
  }
  std::vector<std::size_t> order(rows.names().size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {},
                    [&](std::size_t i) -> const std::string& { return rows.names()[i]; });
  for (const std::size_t feature : order) {
    if (fitted.rarities[feature] > mostRare) continue;
    std::vector<FeatureTable::Entry> entries;
    for (std::size_t k = 0; k < fitted.labels; ++k) {
      const double weight = sureness.scales[k].factor *
                            static_cast<double>(fitted.features[feature * fitted.labels + k]);
      if (std::abs(100.0 * weight) * fitted.rarities[feature] < least * usualRarity) continue;
      entries.push_back({static_cast<std::uint8_t>(k), hundredths(weight)});
    }
    if (!entries.empty()) {
      out.features.add(rows.names()[feature], fitted.rarities[feature], entries);
    }
  }
  for (std::size_t i = 0; i < fitted.numbers.size(); ++i) {
    const double factor = sureness.scales[i % fitted.labels].factor;
    out.vectors.push_back(hundredths(factor * static_cast<double>(fitted.numbers[i])));
  }
  return out;
}

// Learned without the turns of some writers, and what it makes of them.
struct Fold {
  std::vector<std::size_t> unseen;  // Examples.
  FittedParts fitted;
  std::vector<FirstLook> looks;  // At the unseen, the turn's evidence not yet scaled.
};

FirstLook firstLook(const FittedParts& fitted, const Material& material, const Example& example,
                    std::size_t at) {
  FirstLook out;
  out.turn = sumsOf(fitted.turns, material.turns, at);
  const std::string text = textOf(*example.turn, at);
  for (const Span& unit : example.input.units) {
    out.words.push_back(countWords(text.substr(unit.begin, unit.end - unit.begin)));
  }
  for (std::size_t unit = material.firstUnit[at]; unit < material.firstUnit[at + 1]; ++unit) {
    out.units.push_back(sumsOf(fitted.units, material.units, unit));
  }
  return out;
}

std::vector<Fold> foldsOf(const std::vector<Example>& examples, const Material& material,
                          const Progress& progress) {
  std::set<std::string> writers;
  for (const Example& each : examples) writers.insert(each.turn->writer);
  std::vector<std::set<std::string>> sets(std::min(groups, writers.size()));
  std::size_t next = 0;
  for (const std::string& writer : writers) sets[next++ % sets.size()].insert(writer);
  std::vector<Fold> out(sets.size());
  const auto learn = [&](std::size_t begin) {
    for (std::size_t i = begin; i < out.size(); i += 2) {
      std::vector<std::size_t> others;
      for (std::size_t k = 0; k < examples.size(); ++k) {
        if (sets[i].contains(examples[k].turn->writer)) {
          out[i].unseen.push_back(k);
        } else if (isLearned(k)) {
          others.push_back(k);
        }
      }
      out[i].fitted = fitParts(material, others);
      for (const std::size_t each : out[i].unseen) {
        out[i].looks.push_back(firstLook(out[i].fitted, material, examples[each], each));
      }
    }
  };
  progress("learning without each of " + std::to_string(out.size()) + " groups of writers");
  std::jthread other(learn, 1);
  learn(0);
  other.join();
  return out;
}

// The chance from which on taking a label makes the best of precision and recall, if the chances
// are what they say: a mean over all labels' turns, which small labels do not sway.
int thresholdOf(std::vector<double> chances) {
  std::ranges::sort(chances, std::ranges::greater{});
  const double all = std::accumulate(chances.begin(), chances.end(), 0.0);
  double right = 0;
  double best = 0;
  double threshold = 1.0;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    right += chances[i];
    const double f1 = 2.0 * right / (static_cast<double>(i + 1) + all);
    if (f1 <= best) break;
    best = f1;
    threshold = chances[i];
  }
  return static_cast<int>(std::lround(1000.0 * threshold));
}

// From what the folds say of their own writers; `without` is left out.
Sureness surenessOf(const Material& material, const std::vector<Fold>& folds, const Fold* without) {
  Sureness out;
  for (std::size_t label = 0; label < material.labels.size(); ++label) {
    std::vector<double> sums;
    std::vector<bool> right;
    for (const Fold& fold : folds) {
      if (&fold == without) continue;
      for (std::size_t i = 0; i < fold.unseen.size(); ++i) {
        sums.push_back(fold.looks[i].turn[label]);
        right.push_back(material.turnLabels[fold.unseen[i]][label]);
      }
    }
    const Scale scale = fitScale(sums, right);
    for (double& each : sums) each = 1.0 / (1.0 + std::exp(-scale.factor * each - scale.offset));
    out.scales.push_back(scale);
    out.thresholds.push_back(thresholdOf(std::move(sums)));
  }
  return out;
}

// Learned from what the folds found in units of their own writers; `without` is left out.
HiddenLayer secondLookOf(const Material& material, const std::vector<Fold>& folds,
                         const Sureness& sureness, const Fold* without) {
  std::vector<NetworkRow> rows;
  for (const Fold& fold : folds) {
    if (&fold == without) continue;
    for (std::size_t i = 0; i < fold.unseen.size(); ++i) {
      const std::size_t example = fold.unseen[i];
      if (!isLearned(example)) continue;
      FirstLook look = fold.looks[i];
      for (std::size_t k = 0; k < look.turn.size(); ++k) {
        look.turn[k] = sureness.scales[k].factor * look.turn[k] + sureness.scales[k].offset;
      }
      for (std::size_t unit = 0; unit < look.units.size(); ++unit) {
        rows.push_back({secondLook(look, unit), look.units[unit],
                        material.unitFocus[material.firstUnit[example] + unit]});
      }
    }
  }
  return hiddenLayerOf(fitHidden(rows));
}

ReadingModel::Parts partsOf(const FittedParts& fitted, const Material& material,
                            const std::vector<Fold>& folds, const Fold* without) {
  const Sureness sureness = surenessOf(material, folds, without);
  const Sureness focus = {std::vector<Scale>(focusLabels.size(), {1.0, 0.0}),
                          std::vector<int>(focusLabels.size(), 500)};
  const double least = fitted.turns.numbers.empty() ? leastWordWeight : leastWeight;
  const auto mostRare = static_cast<int>(
      std::lround(100.0 * (1.0 + std::log(static_cast<double>(fitted.turns.rows) / leastRows))));
  ReadingModel::Parts parts = {
      weightsOf(fitted.turns, material.turns, material.labels, sureness, least, mostRare),
      weightsOf(fitted.units, material.units, {focusLabels.begin(), focusLabels.end()}, focus,
                leastFocusWeight, std::numeric_limits<int>::max())};
  parts.focus = secondLookOf(material, folds, sureness, without);
  return parts;
}

struct Trained {
  ReadingModel::Parts parts;
  UnseenReadings unseen;
};

Trained trained(const std::vector<Example>& examples, const std::vector<std::string>& labels,
                const SentenceEncoder* encoder, const Progress& progress) {
  const Material material(examples, labels, encoder != nullptr);
  const std::vector<Fold> folds = foldsOf(examples, material, progress);
  Trained out;
  out.unseen.resize(examples.size());
  for (const Fold& fold : folds) {
    const ReadingModel::Parts parts = partsOf(fold.fitted, material, folds, &fold);
    const TurnReader reader({encoder != nullptr ? encoder->hash() : "-", parts, parts, {}},
                            encoder);
    for (const std::size_t each : fold.unseen) {
      const LabelledTurn& turn = *examples[each].turn;
      const std::string text = textOf(turn, each);
      out.unseen[each] = {&turn, isPlain(each), text, reader.read(text, examples[each].input)};
    }
  }
  progress("learning from all");
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (isLearned(i)) all.push_back(i);
  }
  out.parts = partsOf(fitParts(material, all), material, folds, nullptr);
  return out;
}

}  // namespace

Training trainReading(std::span<const LabelledTurn> turns, const SentenceEncoder* encoder,
                      const Progress& progress) {
  const std::vector<Example> examples = examplesOf(turns, encoder, progress);
  const std::vector<std::string> labels = labelsOf(turns);
  Training out;
  out.model.encoder = encoder != nullptr ? encoder->hash() : "-";
  progress("by words alone");
  Trained words = trained(examples, labels, nullptr, progress);
  out.model.words = std::move(words.parts);
  out.byWords = std::move(words.unseen);
  if (encoder == nullptr) {
    out.model.meaning = out.model.words;
    return out;
  }
  progress("by meaning");
  Trained meaning = trained(examples, labels, encoder, progress);
  out.model.meaning = std::move(meaning.parts);
  out.byMeaning = std::move(meaning.unseen);
  return out;
}

}  // namespace sparring
