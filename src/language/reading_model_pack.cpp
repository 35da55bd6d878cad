// A reading model as bytes, which load many times as quickly as its text. They begin with a magic
// word and a hash of all that follows (encoderHash); then come the format, the encoder's name, the
// model's own and its parts in the order of the text, each after its size in bytes: of a set of
// weights labels, biases, thresholds, features (name, rarity, weights) and the weights of the
// vectors' numbers; then the weights of matching. Numbers are little-endian; a text or list begins
// with its size.
#include <bit>
#include <cstring>

#include "language/encoder_model.h"
#include "language/reading_model.h"

namespace sparring {
namespace {

static_assert(std::endian::native == std::endian::little, "Model files are little-endian.");

constexpr std::string_view magic = "SPARREAD";
constexpr std::size_t hashDigits = 64;
constexpr std::size_t contentFrom = magic.size() + hashDigits;
constexpr std::uint32_t format = 2;

template <class T>
void put(T value, std::string& out) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
void putList(std::span<const T> values, std::string& out) {
  put(static_cast<std::uint32_t>(values.size()), out);
  out.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

void putText(std::string_view text, std::string& out) {
  putList(std::span(text.data(), text.size()), out);
}

std::string packed(const ReadingWeights& weights) {
  std::string out;
  put(static_cast<std::uint32_t>(weights.labels.size()), out);
  for (const std::string& each : weights.labels) putText(each, out);
  putList(std::span<const int>(weights.bias), out);
  putList(std::span<const int>(weights.thresholds), out);
  const FeatureTable& table = weights.features;
  put(static_cast<std::uint32_t>(table.size()), out);
  for (std::size_t i = 0; i < table.size(); ++i) {
    putText(table.name(i), out);
    put(static_cast<std::uint16_t>(table.rarity(i)), out);
    put(static_cast<std::uint8_t>(table.entries(i).size()), out);
    for (const auto& [label, weight] : table.entries(i)) {
      put(label, out);
      put(weight, out);
    }
  }
  putList(std::span<const std::int16_t>(weights.vectors), out);
  return out;
}

std::string packed(const HiddenLayer& hidden) {
  std::string out;
  putList(std::span<const int>(hidden.inBias), out);
  putList(std::span<const int>(hidden.outBias), out);
  putList(std::span<const std::int16_t>(hidden.in), out);
  putList(std::span<const std::int16_t>(hidden.out), out);
  return out;
}

// Takes values from the front of bytes. After the first that is not there all are zero.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_rest(bytes) {}

  [[nodiscard]] bool isSound() const { return m_isSound; }
  [[nodiscard]] std::size_t left() const { return m_rest.size(); }

  std::string_view bytes(std::size_t count) {
    m_isSound = m_isSound && count <= m_rest.size();
    if (!m_isSound) return {};
    const std::string_view out = m_rest.substr(0, count);
    m_rest.remove_prefix(count);
    return out;
  }

  template <class T>
  T number() {
    T value{};
    const std::string_view from = bytes(sizeof value);
    if (m_isSound) std::memcpy(&value, from.data(), sizeof value);
    return value;
  }

  std::string_view text() { return bytes(number<std::uint32_t>()); }

  template <class T>
  std::vector<T> list() {
    const std::string_view from = bytes(sizeof(T) * number<std::uint32_t>());
    std::vector<T> out(from.size() / sizeof(T));
    if (!out.empty()) std::memcpy(out.data(), from.data(), from.size());
    return out;
  }

 private:
  std::string_view m_rest;
  bool m_isSound = true;
};

bool readFeatures(Reader& in, ReadingWeights& weights) {
  FeatureTable& table = weights.features;
  const auto count = in.number<std::uint32_t>();
  if (count > FeatureTable::mostFeatures) return false;
  std::vector<FeatureTable::Entry> entries;
  std::string_view last;
  for (std::uint32_t i = 0; i < count && in.isSound(); ++i) {
    const std::string_view name = in.text();
    const int rarity = in.number<std::uint16_t>();
    entries.resize(in.number<std::uint8_t>());
    for (auto& [label, weight] : entries) {
      label = in.number<std::uint8_t>();
      weight = in.number<std::int16_t>();
      if (label >= weights.labels.size()) return false;
    }
    if (!in.isSound() || (i > 0 && name <= last)) return false;
    table.add(name, rarity, entries);
    last = name;
  }
  return in.isSound();
}

bool readWeights(std::string_view bytes, std::size_t numbers, ReadingWeights& weights) {
  Reader in(bytes);
  const auto labels = in.number<std::uint32_t>();
  if (labels == 0 || labels > mostLabels) return false;
  for (std::uint32_t i = 0; i < labels; ++i) weights.labels.emplace_back(in.text());
  weights.bias = in.list<int>();
  weights.thresholds = in.list<int>();
  if (!in.isSound() || weights.bias.size() != labels || weights.thresholds.size() != labels) {
    return false;
  }
  if (!readFeatures(in, weights)) return false;
  weights.vectors = in.list<std::int16_t>();
  const bool fits = weights.vectors.empty() || weights.vectors.size() == numbers * labels;
  return in.isSound() && in.left() == 0 && fits;
}

bool readHidden(std::string_view bytes, ReadingModel::Parts& parts) {
  Reader in(bytes);
  HiddenLayer& hidden = parts.focus;
  hidden.inBias = in.list<int>();
  hidden.outBias = in.list<int>();
  hidden.in = in.list<std::int16_t>();
  hidden.out = in.list<std::int16_t>();
  const std::size_t sums = hidden.inBias.size();
  const std::size_t labels = parts.units.labels.size();
  const std::size_t numbers = secondLookNumbers(labels, parts.turns.labels.size());
  return in.isSound() && in.left() == 0 && hidden.outBias.size() == (sums == 0 ? 0 : labels) &&
         hidden.in.size() == sums * numbers && hidden.out.size() == sums * labels;
}

std::optional<ReadingModel> unpacked(std::string_view bytes,
                                     const std::optional<std::string>& ofEncoder) {
  if (bytes.size() < contentFrom || !bytes.starts_with(magic)) return std::nullopt;
  if (bytes.substr(magic.size(), hashDigits) != encoderHash(bytes)) return std::nullopt;
  Reader in(bytes.substr(contentFrom));
  if (in.number<std::uint32_t>() != format) return std::nullopt;
  ReadingModel model;
  model.encoder = in.text();
  model.hash = in.text();
  const bool known = ofEncoder && *ofEncoder == model.encoder;
  for (ReadingModel::Parts* parts : {&model.meaning, &model.words}) {
    const std::string_view turns = in.text();
    const std::string_view units = in.text();
    const std::string_view focus = in.text();
    if (ofEncoder && known != (parts == &model.meaning)) continue;
    if (!readWeights(turns, turnNumbers, parts->turns)) return std::nullopt;
    if (!readWeights(units, unitNumbers, parts->units)) return std::nullopt;
    if (!readHidden(focus, *parts)) return std::nullopt;
  }
  for (const auto& [name, weight] : matchWeightNames) {
    model.matching.*weight = in.number<std::int32_t>();
  }
  if (!in.isSound() || in.left() != 0) return std::nullopt;
  return model;
}

}  // namespace

bool isPackedReadingModel(std::string_view bytes) {
  return bytes.starts_with(magic);
}

Result<ReadingModel> unpackReadingModel(std::string_view bytes, const std::string& where,
                                        const std::optional<std::string>& ofEncoder) {
  std::optional<ReadingModel> model = unpacked(bytes, ofEncoder);
  if (!model) return damagedReadingModel(where);
  return std::move(*model);
}

std::string packReadingModel(const ReadingModel& model) {
  std::string out(magic);
  out.resize(contentFrom);
  put(format, out);
  putText(model.encoder, out);
  putText(model.hash, out);
  for (const ReadingModel::Parts* parts : {&model.meaning, &model.words}) {
    putText(packed(parts->turns), out);
    putText(packed(parts->units), out);
    putText(packed(parts->focus), out);
  }
  for (const auto& [name, weight] : matchWeightNames) put(model.matching.*weight, out);
  encoderHash(out).copy(out.data() + magic.size(), hashDigits);
  return out;
}

}  // namespace sparring
