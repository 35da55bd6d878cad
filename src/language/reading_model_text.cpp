// The text of a reading model:
//   sparring reading 4
//   the encoder's name
// and, once by meaning and once by words alone, two sets of weights, of turns and of units, each:
//   act:advocate act:ask_diagnostic …   the labels, in the file called A, B … Z, a …
//   -312 -90 …                          their biases
//   410 377 …                           their thresholds, per mille
//   12034 2048                          how many features and numbers of vectors follow
//   t:do you<tab>212<tab>B41L-7         a feature, how rare it is, its weights
//   4 -3 0 …                            a number's weights, one a label
// and the hidden layer of the second look at units:
//   58 64                               how many numbers and sums, or 0 0 for none
//   -13 2 …                             where there is one: the biases of its sums,
//   120 -7 …                            those of the units' labels,
//   3 0 …                               a number's weights, one a sum,
//   -9 4 …                              and a sum's weights, one a label;
// and what counts how much in matching moves, in the order of matchWeightNames:
//   phrasing 1430
#include <algorithm>
#include <charconv>
#include <limits>

#include "language/encoder_model.h"
#include "language/reading_model.h"

namespace sparring {
namespace {

constexpr std::string_view magic = "sparring reading 4";

char letterOf(std::size_t label) {
  return static_cast<char>(label < 26 ? 'A' + label : 'a' + (label - 26));
}

std::optional<std::size_t> labelOf(char letter) {
  if (letter >= 'A' && letter <= 'Z') return static_cast<std::size_t>(letter - 'A');
  if (letter >= 'a' && letter <= 'z') return static_cast<std::size_t>(letter - 'a') + 26;
  return std::nullopt;
}

// Takes what stands before the next `end`, and the end, from the front of `text`.
std::optional<std::string_view> take(std::string_view& text, char end) {
  const std::size_t at = text.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view out = text.substr(0, at);
  text.remove_prefix(at + 1);
  return out;
}

// Takes a whole number from the front of `text`.
std::optional<int> takeNumber(std::string_view& text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value < least || value > most) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

using Weight = std::numeric_limits<std::int16_t>;
constexpr int mostRows = FeatureTable::mostFeatures;
constexpr int mostSums = 4096;  // Of a hidden layer, and numbers.

class Reader {
 public:
  explicit Reader(std::string_view text) : m_rest(text) {}

  // `ofEncoder`: read only what serves with it (readReadingModel).
  std::optional<ReadingModel> read(const std::optional<std::string>& ofEncoder) {
    ReadingModel model;
    if (take(m_rest, '\n') != magic) return std::nullopt;
    const auto encoder = take(m_rest, '\n');
    if (!encoder) return std::nullopt;
    model.encoder = *encoder;
    const bool known = ofEncoder && *ofEncoder == model.encoder;
    for (ReadingModel::Parts* parts : {&model.meaning, &model.words}) {
      if (ofEncoder && known != (parts == &model.meaning)) {
        if (!skipWeights() || !skipWeights() || !skipHidden()) return std::nullopt;
        continue;
      }
      if (!readWeights(parts->turns, turnNumbers)) return std::nullopt;
      if (!readWeights(parts->units, unitNumbers)) return std::nullopt;
      if (!readHidden(*parts)) return std::nullopt;
    }
    if (!readMatching(model.matching) || !m_rest.empty()) return std::nullopt;
    return model;
  }

 private:
  // Past a set of weights, unread.
  bool skipWeights() {
    if (!skipLines(3)) return false;
    const auto sizes = row(2, mostRows);
    return sizes && skipLines(std::int64_t{(*sizes)[0]} + (*sizes)[1]);
  }
  bool skipHidden() {
    const auto sizes = row(2, mostRows);
    if (!sizes) return false;
    const std::int64_t sums = (*sizes)[1];
    return sums == 0 || skipLines(2 + (*sizes)[0] + sums);
  }
  bool skipLines(std::int64_t lines) {
    for (; lines > 0; --lines) {
      if (!take(m_rest, '\n')) return false;
    }
    return true;
  }

  bool readWeights(ReadingWeights& weights, std::size_t numbers) {
    auto labels = take(m_rest, '\n');
    if (!labels || labels->empty()) return false;
    while (!labels->empty()) {
      const std::size_t end = std::min(labels->find(' '), labels->size());
      weights.labels.emplace_back(labels->substr(0, end));
      labels->remove_prefix(std::min(end + 1, labels->size()));
    }
    if (weights.labels.size() > mostLabels) return false;
    const auto bias = row(weights.labels.size());
    const auto thresholds = row(weights.labels.size());
    const auto sizes = row(2, mostRows);
    if (!bias || !thresholds || !sizes) return false;
    weights.bias = *bias;
    weights.thresholds = *thresholds;
    if ((*sizes)[1] != 0 && (*sizes)[1] != static_cast<int>(numbers)) return false;
    for (int i = 0; i < (*sizes)[0]; ++i) {
      if (!readFeature(weights)) return false;
    }
    const auto rows = static_cast<std::size_t>((*sizes)[1]);
    return readTable(rows, weights.labels.size(), weights.vectors);
  }

  bool readHidden(ReadingModel::Parts& parts) {
    const auto sizes = row(2, mostSums);
    if (!sizes) return false;
    const auto numbers = static_cast<std::size_t>((*sizes)[0]);
    const auto sums = static_cast<std::size_t>((*sizes)[1]);
    if (sums == 0) return numbers == 0;
    const std::size_t labels = parts.units.labels.size();
    if (numbers != secondLookNumbers(labels, parts.turns.labels.size())) return false;
    const auto inBias = row(sums);
    const auto outBias = row(labels);
    if (!inBias || !outBias) return false;
    parts.focus.inBias = *inBias;
    parts.focus.outBias = *outBias;
    return readTable(numbers, sums, parts.focus.in) && readTable(sums, labels, parts.focus.out);
  }

  // Lines of weights.
  bool readTable(std::size_t rows, std::size_t columns, std::vector<std::int16_t>& table) {
    for (std::size_t i = 0; i < rows; ++i) {
      const auto values = row(columns);
      if (!values) return false;
      for (const int each : *values) table.push_back(static_cast<std::int16_t>(each));
    }
    return true;
  }

  bool readMatching(MatchWeights& weights) {
    for (const auto& [name, weight] : matchWeightNames) {
      if (take(m_rest, ' ') != name) return false;
      const auto value = row(1, mostRows);
      if (!value) return false;
      weights.*weight = value->front();
    }
    return true;
  }

  bool readFeature(ReadingWeights& weights) {
    const auto name = take(m_rest, '\t');
    const auto rarity = takeNumber(m_rest, 0, std::numeric_limits<std::uint16_t>::max());
    auto line = rarity ? take(m_rest, '\n') : std::nullopt;
    if (!name || !line || !line->starts_with('\t')) return false;
    line->remove_prefix(1);
    m_entries.clear();
    while (!line->empty()) {
      const auto label = labelOf(line->front());
      line->remove_prefix(1);
      const auto weight = takeNumber(*line, Weight::min(), Weight::max());
      if (!label || *label >= weights.labels.size() || !weight) return false;
      const bool isAgain = !m_entries.empty() && m_entries.back().label >= *label;
      if (isAgain) return false;
      m_entries.push_back({static_cast<std::uint8_t>(*label), static_cast<std::int16_t>(*weight)});
    }
    FeatureTable& table = weights.features;
    if (table.size() > 0 && table.name(table.size() - 1) >= *name) return false;
    table.add(*name, *rarity, m_entries);
    return true;
  }

  // A line of whole numbers.
  std::optional<std::vector<int>> row(std::size_t size, int most = Weight::max()) {
    std::vector<int> out;
    for (std::size_t i = 0; i < size; ++i) {
      const auto value = takeNumber(m_rest, Weight::min(), most);
      const char end = i + 1 < size ? ' ' : '\n';
      if (!value || !m_rest.starts_with(end)) return std::nullopt;
      m_rest.remove_prefix(1);
      out.push_back(*value);
    }
    return out;
  }

  std::string_view m_rest;
  std::vector<FeatureTable::Entry> m_entries;
};

template <class Numbers>
void writeRow(const Numbers& numbers, std::string& out) {
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) out += ' ';
    out += std::to_string(numbers[i]);
  }
  out += '\n';
}

void writeTable(std::span<const std::int16_t> table, std::size_t columns, std::string& out) {
  for (std::size_t at = 0; at < table.size(); at += columns) {
    writeRow(table.subspan(at, columns), out);
  }
}

void writeWeights(const ReadingWeights& weights, std::string& out) {
  const std::size_t width = weights.labels.size();
  for (std::size_t i = 0; i < width; ++i) out += (i > 0 ? " " : "") + weights.labels[i];
  out += '\n';
  writeRow(weights.bias, out);
  writeRow(weights.thresholds, out);
  const std::size_t rows = weights.vectors.size() / width;
  out += std::to_string(weights.features.size()) + ' ' + std::to_string(rows) + '\n';
  for (std::size_t i = 0; i < weights.features.size(); ++i) {
    out += weights.features.name(i);
    out += '\t' + std::to_string(weights.features.rarity(i)) + '\t';
    for (const auto& [label, weight] : weights.features.entries(i)) {
      out += letterOf(label) + std::to_string(weight);
    }
    out += '\n';
  }
  writeTable(weights.vectors, width, out);
}

void writeHidden(const HiddenLayer& hidden, std::string& out) {
  const std::size_t sums = hidden.inBias.size();
  out +=
      std::to_string(sums == 0 ? 0 : hidden.in.size() / sums) + ' ' + std::to_string(sums) + '\n';
  if (sums == 0) return;
  writeRow(hidden.inBias, out);
  writeRow(hidden.outBias, out);
  writeTable(hidden.in, sums, out);
  writeTable(hidden.out, hidden.outBias.size(), out);
}

}  // namespace

std::unexpected<Error> damagedReadingModel(const std::string& where) {
  return fail("What Sparring needs to read turns is damaged or of another version.", where,
              "Install Sparring again.");
}

Result<ReadingModel> readReadingModel(std::string_view text, const std::string& where,
                                      const std::optional<std::string>& ofEncoder) {
  std::optional<ReadingModel> model = Reader(text).read(ofEncoder);
  if (!model) return damagedReadingModel(where);
  model->hash = encoderHash(text);  // Quicker than by content as a whole.
  return std::move(*model);
}

std::string writeReadingModel(const ReadingModel& model) {
  std::string out(magic);
  out += '\n' + model.encoder + '\n';
  for (const ReadingModel::Parts* parts : {&model.meaning, &model.words}) {
    writeWeights(parts->turns, out);
    writeWeights(parts->units, out);
    writeHidden(parts->focus, out);
  }
  for (const auto& [name, weight] : matchWeightNames) {
    out += std::string(name) + ' ' + std::to_string(model.matching.*weight) + '\n';
  }
  return out;
}

}  // namespace sparring
