#include "language/reading_model.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "base/hash.h"

namespace sparring {
namespace {

constexpr std::string_view magic = "sparring reading 1";
constexpr std::size_t longestTurn = 4000;  // Bytes that are read.
constexpr double perUnit = 1000.0;         // Weights are written as thousandths.

// How much the parts of a turn count beside each other, found by cross-validation.
constexpr float unitScale = 3.0F;
constexpr float heardScale = 1.5F;
constexpr double gramScale = 1.5;
constexpr double heardGramScale = 0.7;
constexpr double signScale = 0.5;

// The next line of a text, without its end.
class Lines {
 public:
  explicit Lines(std::string_view text) : m_rest(text) {}
  std::optional<std::string_view> next() {
    if (m_rest.empty()) return std::nullopt;
    const std::size_t end = m_rest.find('\n');
    const std::string_view line = m_rest.substr(0, end);
    m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
    return line;
  }

 private:
  std::string_view m_rest;
};

// Words between single separators.
std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t end = line.find(separator);
    out.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return out;
    line.remove_prefix(end + 1);
  }
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::vector<int>> numbers(std::string_view line) {
  std::vector<int> out;
  for (const std::string_view each : split(line, ' ')) {
    const std::optional<int> value = number(each);
    if (!value) return std::nullopt;
    out.push_back(*value);
  }
  return out;
}

int thousandths(double weight) {
  return static_cast<int>(std::lround(weight * perUnit));
}

class Reader {
 public:
  explicit Reader(std::string_view text) : m_lines(text) {}

  std::optional<ReadingModel> read() {
    ReadingModel model;
    if (m_lines.next() != magic) return std::nullopt;
    const auto encoder = m_lines.next();
    const auto labels = m_lines.next();
    if (!encoder || !labels || labels->empty()) return std::nullopt;
    model.encoder = *encoder;
    for (const std::string_view each : split(*labels, ' ')) model.labels.emplace_back(each);
    m_labels = model.labels.size();
    if (!readWeights(model.meaning) || !readWeights(model.words) || m_lines.next()) {
      return std::nullopt;
    }
    return model;
  }

 private:
  bool readWeights(ReadingWeights& weights) {
    const auto sizes = row();
    if (!sizes || sizes->size() != 2 || (*sizes)[0] < 0) return false;
    if ((*sizes)[1] != 0 && (*sizes)[1] != static_cast<int>(vectorNumbers)) return false;
    const auto bias = labelRow();
    if (!bias) return false;
    weights.bias = *bias;
    for (std::size_t i = 0; i < m_labels; ++i) {
      const auto steps = row();
      if (!steps || steps->size() != Calibration::steps + 2) return false;
      Calibration& calibration = weights.calibrations.emplace_back();
      std::copy_n(steps->begin(), calibration.perMille.size(), calibration.perMille.begin());
      calibration.threshold = steps->back();
    }
    for (int i = 0; i < (*sizes)[0]; ++i) {
      if (!readFeature(weights)) return false;
    }
    for (int i = 0; i < (*sizes)[1]; ++i) {
      auto values = labelRow();
      if (!values) return false;
      weights.vectors.push_back(std::move(*values));
    }
    return true;
  }

  // "u:do you<tab>3 120<tab>7 -45": label and thousandths.
  bool readFeature(ReadingWeights& weights) {
    const auto line = m_lines.next();
    if (!line) return false;
    const std::vector<std::string_view> parts = split(*line, '\t');
    std::vector<std::pair<int, double>> entries;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const auto pair = numbers(parts[i]);
      if (!pair || pair->size() != 2) return false;
      if ((*pair)[0] < 0 || static_cast<std::size_t>((*pair)[0]) >= m_labels) return false;
      entries.emplace_back((*pair)[0], (*pair)[1] / perUnit);
    }
    return weights.features.emplace(parts[0], std::move(entries)).second;
  }

  std::optional<std::vector<int>> row() {
    const auto line = m_lines.next();
    return line ? numbers(*line) : std::nullopt;
  }

  std::optional<std::vector<double>> labelRow() {
    const auto values = row();
    if (!values || values->size() != m_labels) return std::nullopt;
    std::vector<double> out;
    for (const int each : *values) out.push_back(each / perUnit);
    return out;
  }

  Lines m_lines;
  std::size_t m_labels = 0;
};

void writeRow(const std::vector<double>& weights, std::string& out) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (i > 0) out += ' ';
    out += std::to_string(thousandths(weights[i]));
  }
  out += '\n';
}

void writeWeights(const ReadingWeights& weights, std::string& out) {
  // In the order of their names.
  std::map<std::string, std::string> features;
  for (const auto& [name, entries] : weights.features) {
    std::string line;
    for (const auto& [label, weight] : entries) {
      if (thousandths(weight) == 0) continue;
      line += '\t' + std::to_string(label) + ' ' + std::to_string(thousandths(weight));
    }
    if (!line.empty()) features.emplace(name, std::move(line));
  }
  out += std::to_string(features.size()) + ' ' + std::to_string(weights.vectors.size()) + '\n';
  writeRow(weights.bias, out);
  for (const Calibration& each : weights.calibrations) {
    for (const int perMille : each.perMille) out += std::to_string(perMille) + ' ';
    out += std::to_string(each.threshold) + '\n';
  }
  for (const auto& [name, line] : features) out += name + line + '\n';
  for (const std::vector<double>& each : weights.vectors) writeRow(each, out);
}

}  // namespace

TurnInput turnInput(std::string_view text, std::string_view heard, const SentenceEncoder* encoder) {
  TurnInput out;
  if (text.size() > longestTurn) {
    const std::size_t before = text.rfind(' ', longestTurn);
    text = text.substr(0, before != std::string_view::npos ? before : text.find(' ', longestTurn));
  }
  out.units = unitSpans(text);
  out.features = unitFeatures(text, heard, out.units);
  if (encoder == nullptr || out.units.empty()) return out;
  std::vector<std::string_view> texts;
  for (const Span& unit : out.units) {
    texts.push_back(text.substr(unit.begin, unit.end - unit.begin));
  }
  texts.push_back(heard);
  out.vectors = encoder->embed(texts);
  out.heard = out.vectors.back();
  out.vectors.pop_back();
  return out;
}

double featureValue(std::string_view feature, std::size_t ofItsKind) {
  const char kind = feature.empty() ? 's' : feature.front();
  if (kind == 's') return signScale;
  const double scale = kind == 'h' ? heardGramScale : gramScale;
  return scale / std::sqrt(static_cast<double>(std::max<std::size_t>(1, ofItsKind)));
}

std::array<float, vectorNumbers> vectorValues(const TurnInput& turn, std::size_t unit) {
  std::array<float, vectorNumbers> out{};
  for (std::size_t i = 0; i < sentenceWidth; ++i) {
    out[i] = unitScale * turn.vectors[unit][i];
    out[sentenceWidth + i] = heardScale * turn.heard[i];
  }
  return out;
}

int Calibration::at(double probability) const {
  const double place = std::clamp(probability, 0.0, 1.0) * steps;
  const auto step = std::min<std::size_t>(static_cast<std::size_t>(place), steps - 1);
  const double rest = place - static_cast<double>(step);
  const int low = perMille[step];
  return low + static_cast<int>(std::lround(rest * (perMille[step + 1] - low)));
}

std::vector<std::vector<double>> ReadingWeights::evidence(const TurnInput& turn) const {
  std::vector<std::vector<double>> out;
  for (std::size_t unit = 0; unit < turn.units.size(); ++unit) {
    std::vector<double> sums = bias;
    std::array<std::size_t, 256> ofKind{};
    for (const std::string& each : turn.features[unit]) {
      ++ofKind[static_cast<unsigned char>(each.front())];
    }
    for (const std::string& each : turn.features[unit]) {
      const auto found = features.find(each);
      if (found == features.end()) continue;
      const double value = featureValue(each, ofKind[static_cast<unsigned char>(each.front())]);
      for (const auto& [label, weight] : found->second) {
        sums[static_cast<std::size_t>(label)] += value * weight;
      }
    }
    if (!vectors.empty() && !turn.vectors.empty()) {
      const auto values = vectorValues(turn, unit);
      for (std::size_t row = 0; row < vectors.size(); ++row) {
        const double value = values[row];
        for (std::size_t label = 0; label < sums.size(); ++label) {
          sums[label] += value * vectors[row][label];
        }
      }
    }
    out.push_back(std::move(sums));
  }
  return out;
}

Result<ReadingModel> readReadingModel(std::string_view text, const std::string& where) {
  std::optional<ReadingModel> model = Reader(text).read();
  if (!model) {
    return fail("What Sparring needs to read turns is damaged or of another version.", where,
                "Install Sparring again; until then only options can be chosen.");
  }
  model->hash = contentHash(text);
  return std::move(*model);
}

std::string writeReadingModel(const ReadingModel& model) {
  std::string out(magic);
  out += '\n' + model.encoder + '\n';
  for (std::size_t i = 0; i < model.labels.size(); ++i) {
    out += (i > 0 ? " " : "") + model.labels[i];
  }
  out += '\n';
  writeWeights(model.meaning, out);
  writeWeights(model.words, out);
  return out;
}

}  // namespace sparring
