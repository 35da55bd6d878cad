// How much a figure would vary if other calls, or choice points, had been drawn: the same ones
// drawn with replacement, many times.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sparring {

// A figure with the middle 95 % of what resampled calls give.
struct Figure {
  double value = 0;
  double low = 0;
  double high = 0;
};

// A fixed sequence, so that a report comes out the same each time.
class Draw {
 public:
  std::size_t below(std::size_t count) {
    m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>((m_state >> 33U) % count);
  }

 private:
  std::uint64_t m_state = 1;
};

// Tallies of groups drawn with replacement, as many as there are, 400 times; none of no groups.
// `Tally` has add(const Tally&).
template <class Tally>
std::vector<Tally> resampled(const std::vector<Tally>& groups) {
  constexpr std::size_t times = 400;
  std::vector<Tally> out(groups.empty() ? 0 : times);
  Draw draw;
  for (Tally& each : out) {
    for (std::size_t i = 0; i < groups.size(); ++i) each.add(groups[draw.below(groups.size())]);
  }
  return out;
}

// What `value` gives of all and of the resampled.
template <class Tally, class Value>
Figure spreadOf(const Tally& all, const std::vector<Tally>& samples, const Value& value) {
  if (samples.empty()) return {};
  std::vector<double> values;
  for (const Tally& each : samples) values.push_back(value(each));
  std::ranges::sort(values);
  const std::size_t edge = values.size() / 40;
  return {value(all), values[edge], values[values.size() - 1 - edge]};
}

}  // namespace sparring
