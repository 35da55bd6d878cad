#include "language/reading_model.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <functional>
#include <numeric>

#include "language/sentences.h"
#include "language/whole_vector.h"

namespace sparring {
namespace {

constexpr double perUnit = 100.0;  // Weights are hundredths.
constexpr double mostSure = 8.0;   // Log of odds that a second look tells apart.

// How much the vectors of a turn and of a unit count beside each other, by cross-validation.
constexpr float wholeScale = 0.9F;
constexpr float meanScale = 0.7F;
constexpr float lastScale = 0.7F;
constexpr float heardScale = 0.6F;
constexpr float unitScale = 3.0F;
constexpr float aroundScale = 1.5F;
constexpr float promptScale = 1.5F;
constexpr float neighbourScale = 1.0F;

// How much a kind of features counts, and how rare a feature is as a rule, which takes that out.
constexpr float usualRarity = 600.0F;
float kindScale(char kind) {
  switch (kind) {
    case 'u':
    case 'a':
      return 1.5F;
    case 'r':
      return 0.9F;
    case 't':
      return 0.85F;
    case 'v':
    case 'p':
    case 'b':
    case 'n':
      return 0.7F;
    case 'g':
      return 0.55F;
    case 'h':
      return 0.45F;
    case 'o':
    case 'e':
    case 'f':
    case 'l':
      return 0.4F;
    default:
      return 0.3F;
  }
}

std::uint64_t hashOf(std::string_view name) {
  return std::hash<std::string_view>()(name);
}

// What of a hash tells names apart that would share a slot: its upper 12 bits.
std::uint32_t tagOf(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 52U);
}

void addFeatures(const FeatureTable& table, std::span<const std::string> named,
                 std::span<double> sums) {
  const std::vector<float> values = featureValues(named);
  const auto places = table.find(named);
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (!places[i]) continue;
    const double value = static_cast<double>(values[i]) * table.rarity(*places[i]);
    for (const auto& [label, weight] : table.entries(*places[i])) sums[label] += value * weight;
  }
}

void append(const SentenceVector& vector, float scale, std::vector<float>& out) {
  for (const float each : vector) out.push_back(scale * each);
}

}  // namespace

TurnInput turnInput(std::string_view text, std::string_view heard, const SentenceEncoder* encoder) {
  TurnInput out;
  text = partRead(text);
  out.units = unitSpans(text);
  out.features = turnFeatures(text, heard, out.units);
  out.ofUnits = unitFeatures(text, heard, out.units);
  if (encoder == nullptr || out.units.empty()) return out;
  std::vector<std::string_view> texts;
  for (const Span& unit : out.units) {
    texts.push_back(text.substr(unit.begin, unit.end - unit.begin));
  }
  texts.push_back(heard);
  out.vectors = encoder->embed(texts);
  out.heard = out.vectors.back();
  out.vectors.pop_back();
  out.whole = wholeVector(text, out.units, out.vectors);
  return out;
}

TurnInput asOneUnit(std::string_view text, const SentenceVector& vector) {
  TurnInput out;
  out.units = {{0, text.size()}};
  out.features = turnFeatures(text, {}, out.units);
  out.vectors = {vector};
  out.whole = vector;
  return out;
}

TurnInput alone(const TurnInput& turn, std::size_t unit, std::string_view text) {
  const Span& span = turn.units[unit];
  const bool hasVectors = !turn.vectors.empty();
  TurnInput out = asOneUnit(text.substr(span.begin, span.end - span.begin),
                            hasVectors ? turn.vectors[unit] : SentenceVector{});
  out.units = {span};
  if (!hasVectors) out.vectors.clear();
  return out;
}

std::vector<float> featureValues(std::span<const std::string> features) {
  std::array<int, 256> ofKind{};
  for (const std::string& each : features) ++ofKind[static_cast<unsigned char>(each.front())];
  std::vector<float> out;
  for (const std::string& each : features) {
    const char kind = each.front();
    const auto many = static_cast<float>(ofKind[static_cast<unsigned char>(kind)]);
    out.push_back(kindScale(kind) / (usualRarity * std::sqrt(many)));
  }
  return out;
}

std::vector<float> numbersOfTurn(const TurnInput& turn) {
  std::vector<float> out;
  if (turn.vectors.empty()) return out;
  out.reserve(turnNumbers);
  append(turn.whole, wholeScale, out);
  SentenceVector mean{};
  for (const SentenceVector& each : turn.vectors) {
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += each[i];
  }
  append(mean, meanScale / static_cast<float>(turn.vectors.size()), out);
  append(turn.vectors.back(), lastScale, out);
  append(turn.heard, heardScale, out);
  return out;
}

std::vector<float> numbersOfUnit(const TurnInput& turn, std::size_t unit) {
  std::vector<float> out;
  if (turn.vectors.empty()) return out;
  out.reserve(unitNumbers);
  const SentenceVector none{};
  append(turn.vectors[unit], unitScale, out);
  append(turn.whole, aroundScale, out);
  append(turn.heard, promptScale, out);
  append(unit > 0 ? turn.vectors[unit - 1] : none, neighbourScale, out);
  append(unit + 1 < turn.vectors.size() ? turn.vectors[unit + 1] : none, neighbourScale, out);
  return out;
}

void FeatureTable::add(std::string_view name, int rarity, std::span<const Entry> entries) {
  assert(size() == 0 || this->name(size() - 1) < name);
  m_names += name;
  m_entries.insert(m_entries.end(), entries.begin(), entries.end());
  m_features.push_back({static_cast<std::uint32_t>(m_names.size()),
                        static_cast<std::uint32_t>(m_entries.size()),
                        static_cast<std::uint16_t>(rarity)});
}

std::size_t FeatureTable::slotOf(std::string_view name, std::uint64_t hash) const {
  const std::size_t last = m_slots.size() - 1;  // One less than a power of two.
  std::size_t at = hash & last;
  while (m_slots[at].count != 0 &&
         (m_slots[at].tag != tagOf(hash) || this->name(m_slots[at].count - 1) != name)) {
    at = (at + 1) & last;
  }
  return at;
}

// Names are noted once each, so none needs to be looked at.
void FeatureTable::note(std::size_t feature, std::uint64_t hash) {
  const std::size_t last = m_slots.size() - 1;
  std::size_t at = hash & last;
  while (m_slots[at].count != 0) at = (at + 1) & last;
  m_slots[at].tag = tagOf(hash) & 0xFFFU;
  m_slots[at].count = (feature + 1) & mostFeatures;
}

// At least half of the slots stay empty. Some memory is asked for before it is needed.
void FeatureTable::index() {
  constexpr std::size_t ahead = 64;
  m_slots.assign(std::bit_ceil(std::max<std::size_t>(64, 2 * size())), {});
  std::array<std::uint64_t, ahead> hashes{};
  for (std::size_t begin = 0; begin < size(); begin += ahead) {
    const std::size_t end = std::min(begin + ahead, size());
    for (std::size_t i = begin; i < end; ++i) {
      hashes[i - begin] = hashOf(name(i));
      __builtin_prefetch(&m_slots[hashes[i - begin] & (m_slots.size() - 1)]);
    }
    for (std::size_t i = begin; i < end; ++i) note(i, hashes[i - begin]);
  }
}

// Each step of a search waits for memory, so each is begun for all names before the next.
std::vector<std::optional<std::size_t>> FeatureTable::find(
    std::span<const std::string> names) const {
  std::vector<std::optional<std::size_t>> out(names.size());
  if (m_slots.empty()) return out;
  std::vector<std::uint64_t> hashes;
  for (const std::string& each : names) {
    hashes.push_back(hashOf(each));
    __builtin_prefetch(&m_slots[hashes.back() & (m_slots.size() - 1)]);
  }
  for (const std::uint64_t hash : hashes) {
    const Slot& slot = m_slots[hash & (m_slots.size() - 1)];
    if (slot.count > 0) __builtin_prefetch(&m_features[slot.count - 1]);
  }
  for (const std::uint64_t hash : hashes) {
    const Slot& slot = m_slots[hash & (m_slots.size() - 1)];
    if (slot.count == 0 || slot.tag != tagOf(hash)) continue;
    __builtin_prefetch(name(slot.count - 1).data());
    __builtin_prefetch(entries(slot.count - 1).data());
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::uint32_t count = m_slots[slotOf(names[i], hashes[i])].count;
    if (count > 0) out[i] = count - 1;
  }
  return out;
}

std::string_view FeatureTable::name(std::size_t feature) const {
  const std::size_t begin = feature == 0 ? 0 : m_features[feature - 1].nameEnd;
  return std::string_view(m_names).substr(begin, m_features[feature].nameEnd - begin);
}

std::span<const FeatureTable::Entry> FeatureTable::entries(std::size_t feature) const {
  const std::size_t begin = feature == 0 ? 0 : m_features[feature - 1].entryEnd;
  return std::span(m_entries).subspan(begin, m_features[feature].entryEnd - begin);
}

void HiddenLayer::addTo(std::vector<double>& evidence, std::span<const float> numbers) const {
  constexpr double perThousand = 1000.0;
  std::vector<double> sums(inBias.begin(), inBias.end());
  const std::int16_t* row = in.data();
  for (const float number : numbers) {
    for (double& sum : sums) sum += static_cast<double>(number) * *row++;
  }
  std::vector<double> added(outBias.begin(), outBias.end());
  const std::int16_t* weights = out.data();
  for (const double sum : sums) {
    const double cut = std::max(sum, 0.0) / perThousand;
    for (double& each : added) each += cut * *weights++;
  }
  for (std::size_t i = 0; i < evidence.size(); ++i) evidence[i] += added[i] / perThousand;
}

std::vector<float> secondLook(const FirstLook& first, std::size_t unit) {
  const std::size_t last = first.units.size() - 1;
  // Evidence counts as far as it is more than that for other labels.
  const auto add = [](const std::vector<double>& evidence, double factor, std::span<double> to) {
    const double mean = std::accumulate(evidence.begin(), evidence.end(), 0.0) /
                        static_cast<double>(evidence.size());
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += factor * (evidence[i] - mean);
  };
  const auto limited = [](double evidence) { return std::clamp(evidence, -mostSure, mostSure); };
  const std::size_t labels = first.units[unit].size();
  std::vector<double> sums(4 * labels, 0.0);
  const std::span<double> to(sums);
  add(first.units[unit], 1.0, to.first(labels));
  if (unit > 0) add(first.units[unit - 1], 1.0, to.subspan(labels, labels));
  if (unit < last) add(first.units[unit + 1], 1.0, to.subspan(2 * labels, labels));
  double words = 0;
  for (const int each : first.words) words += std::max(each, 1);
  for (std::size_t i = 0; i <= last; ++i) {
    add(first.units[i], std::max(first.words[i], 1) / words, to.last(labels));
  }
  std::vector<float> out;
  for (const double each : sums) out.push_back(static_cast<float>(limited(each)));
  out.push_back(unit == 0 ? 1.0F : 0.0F);
  out.push_back(unit == last ? 1.0F : 0.0F);
  out.push_back(std::sqrt(static_cast<float>(first.words[unit])));
  for (const double each : first.turn) out.push_back(static_cast<float>(limited(each)));
  return out;
}

std::vector<double> ReadingWeights::beginning(std::span<const std::string> named) const {
  std::vector<double> sums(bias.begin(), bias.end());
  addFeatures(features, named, sums);
  return sums;
}

std::vector<double> ReadingWeights::evidence(std::vector<double> begun,
                                             std::span<const std::string> named,
                                             std::span<const float> ofNumbers) const {
  addFeatures(features, named, begun);
  for (std::size_t i = 0; i < begun.size() && !ofNumbers.empty(); ++i) {
    begun[i] += static_cast<double>(ofNumbers[i]);
  }
  for (double& sum : begun) sum /= perUnit;
  return begun;
}

NumberWeights::NumberWeights(const ReadingWeights& weights) {
  const std::size_t labels = weights.labels.size();
  if (weights.vectors.empty()) return;
  const std::size_t outputs = (labels + tileColumns - 1) / tileColumns * tileColumns;
  std::vector<float> wide(weights.vectors.size() / labels * outputs);
  for (std::size_t i = 0; i < weights.vectors.size(); ++i) {
    wide[i / labels * outputs + i % labels] = static_cast<float>(weights.vectors[i]);
  }
  m_weights = roundWeights(wide, outputs);
  m_bias.resize(outputs);
}

Rows NumberWeights::times(const Rows& numbers) const {
  if (m_bias.empty()) return {numbers.count, 0};
  return multiply(numbers, {m_weights.weights, m_weights.scales, m_bias},
                  instructionSets().front().sumTile);
}

}  // namespace sparring
