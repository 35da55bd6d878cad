#include "explore/walk.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "base/text.h"

namespace sparring {
namespace {

// mulberry32, a generator of 32 bits by Tommy Ettinger (public domain).
class Random {
 public:
  explicit Random(std::uint32_t seed) : m_state(seed) {}

  // Below `count`: the integer part of r * count, r being the next number of [0, 1).
  std::size_t below(std::size_t count) {
    m_state += 0x6D2B79F5U;
    std::uint32_t t = (m_state ^ (m_state >> 15U)) * (1U | m_state);
    t = (t + (t ^ (t >> 7U)) * (61U | t)) ^ t;
    return static_cast<std::size_t>((std::uint64_t{t ^ (t >> 14U)} * count) >> 32U);
  }

 private:
  std::uint32_t m_state;
};

class Walker {
 public:
  Walker(const Program& program, const Method& method, std::uint32_t seed)
      : m_program(program),
        m_method(method),
        m_runner(program),
        m_random(seed),
        m_minutes(program.moves.size(), unknown) {
    m_report.outcomes.assign(program.scenario->outcomes.size(), 0);
    m_report.nodesSeen.assign(program.nodes.size(), 0);
    m_report.movesPicked.assign(program.moves.size(), 0);
    m_report.digest = 0x811C9DC5U;
  }

  WalkReport run(std::uint64_t picks) {
    begin();
    while (m_report.picks < picks) {
      const std::span<const int> offered = m_runner.offered();
      if (offered.empty()) {
        ++m_report.stuck;
        if (m_runner.turns() == 0) break;
        begin();
        continue;
      }
      const std::size_t index = m_random.below(offered.size());
      m_runner.expect(offered[index]);
      for (const int move : offered) read(m_program.moves[static_cast<std::size_t>(move)].wording);
      mix(static_cast<std::uint8_t>(offered.size()));
      mix(static_cast<std::uint8_t>(index));
      pick(offered[index]);
    }
    const auto isPicked = [](int minutes) { return minutes != unknown; };
    std::ranges::transform(m_minutes, m_report.movesPicked.begin(), isPicked);
    for (const std::uint64_t sum : m_sums) m_report.textSum += sum;
    return std::move(m_report);
  }

 private:
  void begin() {
    m_runner.start(m_report.calls + m_report.stuck);
    hear();
  }

  void pick(int move) {
    const auto position = static_cast<std::size_t>(move);
    ++m_report.picks;
    m_runner.play(move, minutesOf(position));
    hear();
    if (const std::optional<int> outcome = m_runner.outcome()) {
      ++m_report.calls;
      ++m_report.outcomes[static_cast<std::size_t>(*outcome)];
      mix(255);
      begin();
    }
  }

  void hear() {
    for (const CallRunner::Spoken& each : m_runner.said()) read(each.text);
    for (const CallEvent& event : m_runner.events()) {
      if (event.kind == CallEvent::Kind::nodeEntered) {
        m_report.nodesSeen[static_cast<std::size_t>(event.position)] = 1;
      }
    }
  }

  // Of a turn in the move's first phrasing.
  int minutesOf(std::size_t move) {
    int& minutes = m_minutes[move];
    if (minutes == unknown) {
      const CompiledMove& each = m_program.moves[move];
      // A text has at most half as many words as bytes, and only a long one is worth counting.
      const bool mayBeLong =
          each.wording.size() / 2 >= static_cast<std::size_t>(m_method.longTurnWords);
      minutes = turnMinutes(m_method, each.move->acts, each.move->minutes,
                            mayBeLong ? countWords(each.wording) : 0);
    }
    return minutes;
  }

  // Looks at every byte, at some of them twice.
  void read(std::string_view text) {
    constexpr std::size_t step = 4 * sizeof(std::uint64_t);
    std::array<std::uint64_t, 4> sums = m_sums;
    const auto look = [&](const char* at) {
      for (std::uint64_t& sum : sums) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        sum += word;
        at += sizeof word;
      }
    };
    if (text.size() < step) {
      std::uint64_t number = 0;
      for (const char c : text) number = number << 8U | static_cast<unsigned char>(c);
      sums[0] += number;
    } else {
      const char* const last = text.data() + text.size() - step;
      for (const char* at = text.data(); at < last; at += step) look(at);
      look(last);
    }
    m_sums = sums;
    m_report.textBytes += text.size();
  }

  void mix(std::uint8_t byte) { m_report.digest = (m_report.digest ^ byte) * 0x01000193U; }

  static constexpr int unknown = -1;

  const Program& m_program;
  const Method& m_method;
  CallRunner m_runner;
  Random m_random;
  std::vector<int> m_minutes;             // Per Program::moves; unknown until it is picked first.
  std::array<std::uint64_t, 4> m_sums{};  // Of all text that was read.
  WalkReport m_report;
};

}  // namespace

WalkReport walk(const Program& program, const Method& method, std::uint64_t picks,
                std::uint32_t seed) {
  return Walker(program, method, seed).run(picks);
}

}  // namespace sparring
