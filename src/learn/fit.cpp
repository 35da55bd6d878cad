#include "learn/fit.h"

#include <lbfgs.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace sparring {
namespace {

constexpr int mostSteps = 30;
constexpr double goodEnough = 3e-3;  // Of the gradient's length to that of the weights.

// Gives the value at `x` and its slope.
using Objective = std::function<double(const double* x, double* slope)>;

std::vector<double> minimise(std::vector<double> x, const Objective& objective) {
  lbfgs_parameter_t parameters;
  lbfgs_parameter_init(&parameters);
  parameters.max_iterations = mostSteps;
  parameters.epsilon = goodEnough;
  parameters.linesearch = LBFGS_LINESEARCH_BACKTRACKING;
  const auto evaluate = [](void* instance, const lbfgsfloatval_t* at, lbfgsfloatval_t* slope,
                           const int, const lbfgsfloatval_t) -> lbfgsfloatval_t {
    return (*static_cast<const Objective*>(instance))(at, slope);
  };
  // The library wants memory of its own alignment.
  lbfgsfloatval_t* memory = lbfgs_malloc(static_cast<int>(x.size()));
  std::ranges::copy(x, memory);
  Objective copy = objective;
  lbfgs(static_cast<int>(x.size()), memory, nullptr, evaluate, nullptr, &copy, &parameters);
  std::copy_n(memory, x.size(), x.begin());
  lbfgs_free(memory);
  return x;
}

// The penalty for weights, the bias left out, and its part of the slope.
double penalty(const double* x, std::size_t width, double strength, double* slope) {
  double sum = 0;
  for (std::size_t i = 0; i < width; ++i) {
    sum += x[i] * x[i];
    slope[i] = strength * x[i];
  }
  return 0.5 * strength * sum;
}

}  // namespace

Fitted fitLabel(const Examples& examples, const std::vector<bool>& has, double strength) {
  const std::size_t width = examples.width();
  std::vector<double> evidence(examples.units());
  const Objective objective = [&](const double* x, double* slope) {
    double loss = penalty(x, width, strength, slope);
    slope[width] = 0;
    for (std::size_t turn = 0; turn < examples.turns(); ++turn) {
      const std::size_t begin = examples.turnStart(turn);
      const std::size_t end = examples.turnStart(turn + 1);
      if (begin == end) continue;
      double most = -1e300;
      for (std::size_t unit = begin; unit < end; ++unit) {
        evidence[unit] = examples.dot(unit, x) + x[width];
        most = std::max(most, evidence[unit]);
      }
      double sum = 0;
      for (std::size_t unit = begin; unit < end; ++unit) sum += std::exp(evidence[unit] - most);
      const double odds = most + std::log(sum);  // As a logarithm.
      const double wanted = has[turn] ? 1.0 : 0.0;
      loss += (odds > 0 ? odds + std::log1p(std::exp(-odds)) : std::log1p(std::exp(odds))) -
              wanted * odds;
      const double error = 1.0 / (1.0 + std::exp(-odds)) - wanted;
      for (std::size_t unit = begin; unit < end; ++unit) {
        const double share = error * std::exp(evidence[unit] - most) / sum;
        if (std::abs(share) < 1e-7) continue;
        examples.addTo(unit, share, slope);
        slope[width] += share;
      }
    }
    return loss;
  };
  std::vector<double> start(width + 1, 0.0);
  start[width] = -3.0;
  return minimise(std::move(start), objective);
}

std::vector<Fitted> fitFocus(const Examples& examples, const std::vector<Focus>& about,
                             double strength) {
  constexpr std::size_t kinds = 3;
  const std::size_t width = examples.width();
  const std::size_t stride = width + 1;
  const Objective objective = [&](const double* x, double* slope) {
    double loss = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      loss += penalty(x + kind * stride, width, strength, slope + kind * stride);
      slope[kind * stride + width] = 0;
    }
    for (std::size_t unit = 0; unit < examples.units(); ++unit) {
      std::array<double, kinds> evidence{};
      for (std::size_t kind = 0; kind < kinds; ++kind) {
        evidence[kind] = examples.dot(unit, x + kind * stride) + x[kind * stride + width];
      }
      const double most = std::ranges::max(evidence);
      double sum = 0;
      for (const double each : evidence) sum += std::exp(each - most);
      const auto right = static_cast<std::size_t>(about[unit]);
      loss += most + std::log(sum) - evidence[right];
      for (std::size_t kind = 0; kind < kinds; ++kind) {
        const double error = std::exp(evidence[kind] - most) / sum - (kind == right ? 1.0 : 0.0);
        if (std::abs(error) < 1e-7) continue;
        examples.addTo(unit, error, slope + kind * stride);
        slope[kind * stride + width] += error;
      }
    }
    return loss;
  };
  const std::vector<double> all = minimise(std::vector<double>(kinds * stride, 0.0), objective);
  std::vector<Fitted> out;
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    out.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(kind * stride),
                     all.begin() + static_cast<std::ptrdiff_t>((kind + 1) * stride));
  }
  return out;
}

}  // namespace sparring
