#include "support/naming_reader.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace sparring::testing {
namespace {

constexpr int unnamed = -2000;  // Hundredths: what is not named is out of the question.
constexpr int rarity = 6000;    // So high that a name outweighs that in a text of any length.

// The weight with which a name in `text` comes to so much; the most there is without a text.
std::int16_t weightFor(int perMille, std::string_view text) {
  if (text.empty() || perMille >= 1000) return 32'000;
  const std::vector<std::string> features = turnFeatures(text, {}, unitSpans(text));
  const auto first = std::ranges::find_if(
      features, [](const std::string& each) { return each.starts_with("t:"); });
  const double value = static_cast<double>(featureValues(
                           features)[static_cast<std::size_t>(first - features.begin())]) *
                       rarity;
  const double odds = 100.0 * std::log(perMille / (1000.0 - perMille));
  return static_cast<std::int16_t>(std::lround((odds - unnamed) / value));
}

}  // namespace

Understanding namingReader(const Method& method, int perMille, std::string_view text) {
  ReadingModel::Parts parts;
  const std::int16_t weight = weightFor(perMille, text);
  std::map<std::string, FeatureTable::Entry> names;  // In the order that a table wants.
  for (const ActDefinition& each : method.acts) {
    std::string words = each.id.value;
    std::ranges::replace(words, '_', ' ');
    names["t:" + words] = {static_cast<std::uint8_t>(parts.turns.labels.size()), weight};
    parts.turns.labels.push_back("act:" + each.id.value);
    parts.turns.bias.push_back(unnamed);
    parts.turns.thresholds.push_back(500);
  }
  for (const auto& [name, entry] : names) {
    parts.turns.features.add(name, rarity, std::span(&entry, 1));
  }
  parts.units.labels = {"focus:customer", "focus:seller", "focus:neutral"};
  parts.units.bias = {0, 0, 100};
  parts.units.thresholds = {500, 500, 500};
  const FeatureTable::Entry customer{0, 32'000};
  const FeatureTable::Entry seller{1, 32'000};
  parts.units.features.add("u:them", rarity, std::span(&customer, 1));
  parts.units.features.add("u:us", rarity, std::span(&seller, 1));
  Understanding out;
  out.reader = std::make_unique<const TurnReader>(
      readReadingModel(writeReadingModel({"-", parts, parts, {}}), "naming").value(), nullptr);
  return out;
}

}  // namespace sparring::testing
