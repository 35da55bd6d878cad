#include "learn/fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sparring {
namespace {

constexpr int mostSteps = 25;
constexpr double goodEnough = 3e-3;  // Of what is still wrong to what was at first, squared.
constexpr std::size_t lanes = 4;     // Labels that are computed together.

// Samples of labels side by side, each filled up with zeros to whole lanes.
class Grid {
 public:
  Grid(std::size_t rows, std::size_t labels)
      : m_stride((labels + lanes - 1) / lanes * lanes), m_values(rows * m_stride) {}
  [[nodiscard]] std::size_t stride() const { return m_stride; }
  float* row(std::size_t at) { return m_values.data() + at * m_stride; }
  [[nodiscard]] const float* row(std::size_t at) const { return m_values.data() + at * m_stride; }
  std::vector<float>& values() { return m_values; }
  [[nodiscard]] const std::vector<float>& values() const { return m_values; }

 private:
  std::size_t m_stride;
  std::vector<float> m_values;
};

void addScaled(float* to, float factor, const float* from, std::size_t stride) {
  for (std::size_t i = 0; i < stride; i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) to[i + lane] += factor * from[i + lane];
  }
}

// The rows that are learned from, with each feature weighed by how rare it is among them. What only
// one of the rows has makes that row more like itself and like no other, so it is kept apart.
class Learned {
 public:
  Learned(const Samples& rows, std::span<const std::size_t> learned)
      : m_rows(rows), m_learned(learned), m_rarities(rows.names().size()) {
    std::vector<int> seen(rows.names().size());
    for (const std::size_t row : learned) {
      for (const std::uint32_t each : rows.features(row)) ++seen[each];
    }
    std::vector<std::uint32_t> places(seen.size());
    const auto all = static_cast<double>(learned.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (seen[i] == 0) continue;
      m_rarities[i] = static_cast<int>(std::lround(100.0 * (1.0 + std::log(all / seen[i]))));
      if (seen[i] < 2) continue;
      places[i] = static_cast<std::uint32_t>(m_shared.size());
      m_shared.push_back(static_cast<std::uint32_t>(i));
    }
    for (const std::size_t row : learned) {
      const auto named = rows.features(row);
      const auto values = rows.values(row);
      float own = 0;
      for (std::size_t k = 0; k < named.size(); ++k) {
        const float value = values[k] * static_cast<float>(m_rarities[named[k]]);
        if (seen[named[k]] < 2) {
          own += value * value;
        } else {
          m_places.push_back(places[named[k]]);
          m_values.push_back(value);
        }
      }
      m_own.push_back(own);
      m_starts.push_back(m_places.size());
    }
  }

  [[nodiscard]] const std::vector<int>& rarities() const { return m_rarities; }
  // The features that several rows have.
  [[nodiscard]] const std::vector<std::uint32_t>& shared() const { return m_shared; }

  // weights = the sum over rows of their numbers times their shares.
  void collect(const Grid& shares, Grid& features, Grid& numbers) const {
    std::ranges::fill(features.values(), 0.0F);
    std::ranges::fill(numbers.values(), 0.0F);
    for (std::size_t i = 0; i < m_learned.size(); ++i) {
      const float* share = shares.row(i);
      for (std::size_t k = m_starts[i]; k < m_starts[i + 1]; ++k) {
        addScaled(features.row(m_places[k]), m_values[k], share, shares.stride());
      }
      const auto row = m_rows.numbers(m_learned[i]);
      for (std::size_t k = 0; k < row.size(); ++k) {
        addScaled(numbers.row(k), row[k], share, shares.stride());
      }
    }
  }

  // sums = each row's numbers weighed, and `strength` and what is its own times its shares.
  void weigh(const Grid& features, const Grid& numbers, const Grid& shares, float strength,
             Grid& sums) const {
    std::ranges::fill(sums.values(), 0.0F);
    for (std::size_t i = 0; i < m_learned.size(); ++i) {
      float* sum = sums.row(i);
      for (std::size_t k = m_starts[i]; k < m_starts[i + 1]; ++k) {
        addScaled(sum, m_values[k], features.row(m_places[k]), sums.stride());
      }
      const auto row = m_rows.numbers(m_learned[i]);
      for (std::size_t k = 0; k < row.size(); ++k) {
        addScaled(sum, row[k], numbers.row(k), sums.stride());
      }
      addScaled(sum, strength + m_own[i], shares.row(i), sums.stride());
    }
  }

  // Adds to `weights`, feature by label, what the features that only one row has are worth.
  void addOwn(const Grid& shares, std::size_t labels, std::vector<float>& weights) const {
    std::vector<bool> isShared(m_rarities.size());
    for (const std::uint32_t each : m_shared) isShared[each] = true;
    for (std::size_t i = 0; i < m_learned.size(); ++i) {
      const auto named = m_rows.features(m_learned[i]);
      const auto values = m_rows.values(m_learned[i]);
      for (std::size_t k = 0; k < named.size(); ++k) {
        if (isShared[named[k]]) continue;
        const float value = values[k] * static_cast<float>(m_rarities[named[k]]);
        for (std::size_t label = 0; label < labels; ++label) {
          weights[named[k] * labels + label] += value * shares.row(i)[label];
        }
      }
    }
  }

 private:
  const Samples& m_rows;
  std::span<const std::size_t> m_learned;
  std::vector<int> m_rarities;
  std::vector<std::uint32_t> m_shared;
  std::vector<std::size_t> m_starts = {0};
  std::vector<std::uint32_t> m_places;  // In the list of shared features.
  std::vector<float> m_values;
  std::vector<float> m_own;  // By row: the sum of squares of what no other row has.
};

// Label by label the sum of products.
std::vector<double> dots(const Grid& a, const Grid& b, std::size_t rows) {
  std::vector<double> out(a.stride());
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t k = 0; k < out.size(); ++k) {
      out[k] += static_cast<double>(a.row(i)[k]) * static_cast<double>(b.row(i)[k]);
    }
  }
  return out;
}

// Solves for the shares of rows with which what they weigh is what is `missing` at first, by
// conjugate gradients; every label on its own.
Grid sharesOf(const Learned& data, Grid missing, std::size_t count, std::size_t width,
              double strength) {
  Grid shares = missing;
  std::ranges::fill(shares.values(), 0.0F);
  Grid step = missing;
  Grid effect = shares;
  Grid features(data.shared().size(), missing.stride());
  Grid numbers(width, missing.stride());
  std::vector<double> rest = dots(missing, missing, count);
  const std::vector<double> first = rest;
  const auto isSolved = [&] {
    for (std::size_t k = 0; k < rest.size(); ++k) {
      if (rest[k] > goodEnough * first[k]) return false;
    }
    return true;
  };
  for (int i = 0; i < mostSteps && !isSolved(); ++i) {
    data.collect(step, features, numbers);
    data.weigh(features, numbers, step, static_cast<float>(strength), effect);
    const std::vector<double> along = dots(step, effect, count);
    for (std::size_t row = 0; row < count; ++row) {
      for (std::size_t k = 0; k < rest.size(); ++k) {
        const auto size = static_cast<float>(along[k] > 0 ? rest[k] / along[k] : 0.0);
        shares.row(row)[k] += size * step.row(row)[k];
        missing.row(row)[k] -= size * effect.row(row)[k];
      }
    }
    const std::vector<double> left = dots(missing, missing, count);
    for (std::size_t row = 0; row < count; ++row) {
      for (std::size_t k = 0; k < rest.size(); ++k) {
        const auto turn = static_cast<float>(rest[k] > 0 ? left[k] / rest[k] : 0.0);
        step.row(row)[k] = missing.row(row)[k] + turn * step.row(row)[k];
      }
    }
    rest = left;
  }
  return shares;
}

}  // namespace

Fitted fitRidge(const Samples& rows, std::span<const std::size_t> learned,
                const std::vector<std::vector<bool>>& wanted, double strength) {
  const Learned data(rows, learned);
  const std::size_t count = learned.size();
  const std::size_t labels = wanted.empty() ? 0 : wanted.front().size();
  Fitted out;
  out.rows = count;
  out.labels = labels;
  out.rarities = data.rarities();
  out.bias.assign(labels, 0.0);
  for (const std::size_t row : learned) {
    for (std::size_t k = 0; k < labels; ++k) out.bias[k] += wanted[row][k] ? 1.0 : 0.0;
  }
  for (double& each : out.bias) each /= static_cast<double>(std::max<std::size_t>(count, 1));
  Grid missing(count, labels);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < labels; ++k) {
      const double right = wanted[learned[i]][k] ? 1.0 : 0.0;
      missing.row(i)[k] = static_cast<float>(right - out.bias[k]);
    }
  }
  const Grid shares = sharesOf(data, std::move(missing), count, rows.width(), strength);
  Grid features(data.shared().size(), labels);
  Grid numbers(rows.width(), labels);
  data.collect(shares, features, numbers);
  out.features.resize(rows.names().size() * labels);
  for (std::size_t i = 0; i < data.shared().size(); ++i) {
    std::copy_n(features.row(i), labels, out.features.data() + data.shared()[i] * labels);
  }
  data.addOwn(shares, labels, out.features);
  for (std::size_t i = 0; i < rows.width(); ++i) {
    out.numbers.insert(out.numbers.end(), numbers.row(i), numbers.row(i) + labels);
  }
  return out;
}

Scale fitScale(std::span<const double> sums, const std::vector<bool>& right) {
  // Newton's method, with a touch of belief in small factors so that it ends on any input.
  constexpr int steps = 40;
  constexpr double belief = 1e-3;
  constexpr double longest = 2.0;  // Step, lest it overshoots.
  Scale out{1.0, -1.0};
  for (int i = 0; i < steps; ++i) {
    double slope = belief * out.factor;
    double slopeOffset = belief * out.offset;
    double ff = belief;
    double fo = 0;
    double oo = belief;
    for (std::size_t k = 0; k < sums.size(); ++k) {
      const double odds = std::clamp(out.factor * sums[k] + out.offset, -30.0, 30.0);
      const double chance = 1.0 / (1.0 + std::exp(-odds));
      const double error = chance - (right[k] ? 1.0 : 0.0);
      const double spread = std::max(chance * (1.0 - chance), 1e-6);
      slope += error * sums[k];
      slopeOffset += error;
      ff += spread * sums[k] * sums[k];
      fo += spread * sums[k];
      oo += spread;
    }
    const double scale = ff * oo - fo * fo;
    out.factor -= std::clamp((oo * slope - fo * slopeOffset) / scale, -longest, longest);
    out.offset -= std::clamp((ff * slopeOffset - fo * slope) / scale, -longest, longest);
  }
  return out;
}

}  // namespace sparring
