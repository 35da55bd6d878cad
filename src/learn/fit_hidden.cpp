#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "learn/fit.h"
#include "learn/resample.h"

namespace sparring {
namespace {

// By cross-validation.
constexpr std::size_t width = 64;
constexpr std::size_t rounds = 12;
constexpr std::size_t batchSize = 128;
constexpr float step = 1e-3F;
constexpr float belief = 1.0F;  // In small weights.
constexpr double leastSpread = 0.25;

// Weights with what Adam (Kingma and Ba, 2015) keeps of their slopes.
struct Layer {
  std::vector<float> weights;
  std::vector<float> slopes;
  std::vector<float> means;
  std::vector<float> squares;

  explicit Layer(std::size_t count) : weights(count), slopes(count), means(count), squares(count) {}

  // Begins with small weights of no pattern (Glorot and Bengio, 2010).
  Layer(std::size_t count, std::size_t inputs, std::size_t outputs, Draw& draw) : Layer(count) {
    const float bound = std::sqrt(6.0F / static_cast<float>(inputs + outputs));
    constexpr std::size_t fine = 1U << 20U;
    for (float& each : weights) {
      each =
          bound * (2.0F * static_cast<float>(draw.below(fine)) / static_cast<float>(fine) - 1.0F);
    }
  }

  void descend(float rows, float penalty, float stride) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const float slope = (slopes[i] + penalty * weights[i]) / rows;
      means[i] = 0.9F * means[i] + 0.1F * slope;
      squares[i] = 0.999F * squares[i] + 0.001F * slope * slope;
      weights[i] -= stride * means[i] / (std::sqrt(squares[i]) + 1e-8F);
      slopes[i] = 0.0F;
    }
  }
};

class Network {
 public:
  Network(std::size_t inputs, std::size_t kinds)
      : m_kinds(kinds),
        m_in(inputs * width, inputs, width, m_draw),
        m_inBias(width, inputs, width, m_draw),
        m_out(width * kinds),
        m_outBias(kinds) {}

  // Adds what one row says of the slopes.
  void learn(std::span<const float> numbers, const NetworkRow& row) {
    std::array<float, width> hidden{};
    std::ranges::copy(m_inBias.weights, hidden.begin());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const float number = numbers[i];
      const float* weights = m_in.weights.data() + i * width;
      for (std::size_t k = 0; k < width; ++k) hidden[k] += number * weights[k];
    }
    for (float& each : hidden) each = std::max(each, 0.0F);
    std::vector<float> errors = m_outBias.weights;
    for (std::size_t kind = 0; kind < m_kinds; ++kind) {
      errors[kind] += static_cast<float>(row.before[kind]);
    }
    for (std::size_t k = 0; k < width; ++k) {
      for (std::size_t kind = 0; kind < m_kinds; ++kind) {
        errors[kind] += hidden[k] * m_out.weights[k * m_kinds + kind];
      }
    }
    const float most = std::ranges::max(errors);
    float sum = 0.0F;
    for (float& each : errors) sum += each = std::exp(each - most);
    for (float& each : errors) each /= sum;
    errors[row.right] -= 1.0F;

    std::array<float, width> back{};
    for (std::size_t k = 0; k < width; ++k) {
      for (std::size_t kind = 0; kind < m_kinds; ++kind) {
        m_out.slopes[k * m_kinds + kind] += hidden[k] * errors[kind];
        if (hidden[k] > 0.0F) back[k] += m_out.weights[k * m_kinds + kind] * errors[kind];
      }
      m_inBias.slopes[k] += back[k];
    }
    for (std::size_t kind = 0; kind < m_kinds; ++kind) m_outBias.slopes[kind] += errors[kind];
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const float number = numbers[i];
      float* slopes = m_in.slopes.data() + i * width;
      for (std::size_t k = 0; k < width; ++k) slopes[k] += number * back[k];
    }
  }

  // Takes the step that the rows learned since the last one ask for.
  void descend(std::size_t rows) {
    ++m_steps;
    const float meanShare = 1.0F - std::pow(0.9F, static_cast<float>(m_steps));
    const float squareShare = 1.0F - std::pow(0.999F, static_cast<float>(m_steps));
    const float stride = step * std::sqrt(squareShare) / meanShare;
    const auto count = static_cast<float>(rows);
    m_in.descend(count, belief, stride);
    m_out.descend(count, belief, stride);
    m_inBias.descend(count, 0.0F, stride);
    m_outBias.descend(count, 0.0F, stride);
  }

  [[nodiscard]] FittedHidden fitted() const {
    return {width, m_in.weights, m_inBias.weights, m_out.weights, m_outBias.weights};
  }

 private:
  Draw m_draw;
  std::size_t m_kinds;
  Layer m_in;  // A row of the layer's width for each number.
  Layer m_inBias;
  Layer m_out;  // A row of kinds for each of the layer's. Nothing is added at first.
  Layer m_outBias;
  int m_steps = 0;
};

// How numbers are brought to mean 0 and variance 1, or less where they hardly differ: weights are
// kept as whole numbers, which must not grow large.
struct Levels {
  std::vector<float> means;
  std::vector<float> factors;

  explicit Levels(std::span<const NetworkRow> rows) {
    const auto count = static_cast<double>(rows.size());
    for (std::size_t i = 0; i < rows.front().numbers.size(); ++i) {
      double sum = 0;
      double squares = 0;
      for (const NetworkRow& row : rows) {
        const auto number = static_cast<double>(row.numbers[i]);
        sum += number;
        squares += number * number;
      }
      const double mean = sum / count;
      const double spread = std::sqrt(std::max(squares / count - mean * mean, 0.0));
      means.push_back(static_cast<float>(mean));
      factors.push_back(static_cast<float>(1.0 / std::max(spread, leastSpread)));
    }
  }

  [[nodiscard]] std::vector<float> levelled(const std::vector<float>& row) const {
    std::vector<float> out(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) out[i] = factors[i] * (row[i] - means[i]);
    return out;
  }
};

// The same network for numbers that are not levelled.
FittedHidden unlevelled(FittedHidden fitted, const Levels& levels) {
  for (std::size_t i = 0; i < levels.means.size(); ++i) {
    for (std::size_t k = 0; k < fitted.width; ++k) {
      float& weight = fitted.in[i * fitted.width + k];
      weight *= levels.factors[i];
      fitted.inBias[k] -= weight * levels.means[i];
    }
  }
  return fitted;
}

}  // namespace

FittedHidden fitHidden(std::span<const NetworkRow> rows) {
  if (rows.empty()) return {};
  const Levels levels(rows);
  Network network(rows.front().numbers.size(), rows.front().before.size());
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0);
  Draw draw;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[draw.below(i)]);
    for (std::size_t begin = 0; begin < order.size(); begin += batchSize) {
      const std::size_t end = std::min(begin + batchSize, order.size());
      for (std::size_t i = begin; i < end; ++i) {
        const NetworkRow& row = rows[order[i]];
        network.learn(levels.levelled(row.numbers), row);
      }
      network.descend(end - begin);
    }
  }
  return unlevelled(network.fitted(), levels);
}

}  // namespace sparring
