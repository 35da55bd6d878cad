#include "support/naming_reader.h"

#include <algorithm>

namespace sparring::testing {

Understanding namingReader(const Method& method, int perMille) {
  ReadingModel model;
  ReadingWeights weights;
  const auto add = [&](const std::string& label, double bias, std::string words) {
    std::ranges::replace(words, '_', ' ');
    weights.features["u:" + words].emplace_back(static_cast<int>(model.labels.size()), 1000.0);
    model.labels.push_back(label);
    weights.bias.push_back(bias);
    Calibration calibration;
    calibration.perMille.back() = perMille;
    weights.calibrations.push_back(calibration);
  };
  for (const ActDefinition& each : method.acts) add("act:" + each.id.value, -50, each.id.value);
  add("focus:customer", 0, "them");
  add("focus:seller", 0, "us");
  add("focus:neutral", 1, "");
  model.meaning = weights;
  model.words = std::move(weights);
  Understanding out;
  out.reader.emplace(readReadingModel(writeReadingModel(model), "naming").value(), nullptr);
  return out;
}

}  // namespace sparring::testing
