#include <algorithm>
#include <array>
#include <cmath>

#include "learn/fit.h"
#include "learn/minimise.h"

namespace sparring {
namespace {

constexpr int leastRows = 3;  // That a feature must occur in.
constexpr int rarity = 600;   // Of all features alike: how rare they are does not count here.

// The rows as the objective looks at them: features that occur often enough, then the numbers.
class FocusRows {
 public:
  FocusRows(const Samples& samples, std::span<const std::size_t> learned) : m_samples(samples) {
    std::vector<int> seen(samples.names().size());
    for (const std::size_t row : learned) {
      for (const std::uint32_t each : samples.features(row)) ++seen[each];
    }
    m_places.assign(seen.size(), -1);
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (seen[i] < leastRows) continue;
      m_places[i] = static_cast<int>(m_kept.size());
      m_kept.push_back(i);
    }
  }

  // Features that are learned from; their places are those of the weights.
  [[nodiscard]] const std::vector<std::size_t>& kept() const { return m_kept; }
  [[nodiscard]] std::size_t width() const { return m_kept.size() + m_samples.width(); }

  [[nodiscard]] double dot(std::size_t row, const double* weights) const {
    double sum = 0;
    const auto named = m_samples.features(row);
    const auto values = m_samples.values(row);
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (m_places[named[i]] < 0) continue;
      sum += static_cast<double>(rarity * values[i]) * weights[m_places[named[i]]];
    }
    const auto numbers = m_samples.numbers(row);
    const double* dense = weights + m_kept.size();
    std::array<double, 4> part{};  // Side by side, in an order of their own.
    for (std::size_t i = 0; i + 4 <= numbers.size(); i += 4) {
      for (std::size_t lane = 0; lane < 4; ++lane) {
        part[lane] += static_cast<double>(numbers[i + lane]) * dense[i + lane];
      }
    }
    return sum + ((part[0] + part[1]) + (part[2] + part[3]));
  }

  void addTo(std::size_t row, double factor, double* sums) const {
    const auto named = m_samples.features(row);
    const auto values = m_samples.values(row);
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (m_places[named[i]] < 0) continue;
      sums[m_places[named[i]]] += factor * static_cast<double>(rarity * values[i]);
    }
    const auto numbers = m_samples.numbers(row);
    double* dense = sums + m_kept.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      dense[i] += factor * static_cast<double>(numbers[i]);
    }
  }

 private:
  const Samples& m_samples;
  std::vector<int> m_places;  // By feature; -1 where it is left out.
  std::vector<std::size_t> m_kept;
};

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

Fitted fitOneOf(const Samples& rows, std::span<const std::size_t> learned,
                const std::vector<std::size_t>& right, std::size_t kinds, double strength) {
  const FocusRows data(rows, learned);
  const std::size_t width = data.width();
  const std::size_t stride = width + 1;  // The bias comes last.
  const Objective objective = [&](const double* x, double* slope) {
    double loss = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      loss += penalty(x + kind * stride, width, strength, slope + kind * stride);
      slope[kind * stride + width] = 0;
    }
    std::vector<double> evidence(kinds);
    for (const std::size_t row : learned) {
      for (std::size_t kind = 0; kind < kinds; ++kind) {
        evidence[kind] = data.dot(row, x + kind * stride) + x[kind * stride + width];
      }
      const double most = std::ranges::max(evidence);
      double sum = 0;
      for (const double each : evidence) sum += std::exp(each - most);
      loss += most + std::log(sum) - evidence[right[row]];
      for (std::size_t kind = 0; kind < kinds; ++kind) {
        const double error =
            std::exp(evidence[kind] - most) / sum - (kind == right[row] ? 1.0 : 0.0);
        if (std::abs(error) < 1e-7) continue;
        data.addTo(row, error, slope + kind * stride);
        slope[kind * stride + width] += error;
      }
    }
    return loss;
  };
  const std::vector<double> all = minimise(std::vector<double>(kinds * stride, 0.0), objective, {});

  Fitted out;
  out.rows = learned.size();
  out.labels = kinds;
  out.rarities.assign(rows.names().size(), 0);
  out.features.assign(rows.names().size() * kinds, 0.0F);
  out.numbers.assign(rows.width() * kinds, 0.0F);
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    const double* weights = all.data() + kind * stride;
    out.bias.push_back(weights[width]);
    for (std::size_t i = 0; i < data.kept().size(); ++i) {
      out.rarities[data.kept()[i]] = rarity;
      out.features[data.kept()[i] * kinds + kind] = static_cast<float>(weights[i]);
    }
    for (std::size_t i = 0; i < rows.width(); ++i) {
      out.numbers[i * kinds + kind] = static_cast<float>(weights[data.kept().size() + i]);
    }
  }
  return out;
}

}  // namespace sparring
