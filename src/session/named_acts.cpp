#include "session/named_acts.h"

namespace sparring {
namespace {

constexpr int leastPerhaps = 300;  // Per-mille.

}  // namespace

std::vector<ActReading> namedActs(const TurnMeaning& meaning) {
  std::vector<ActReading> out;
  for (const ActReading& each : meaning.acts) {
    if (each.perMille >= performedPerMille) out.push_back(each);
  }
  if (out.empty() && !meaning.acts.empty() && meaning.acts.front().perMille >= leastPerhaps) {
    out.push_back(meaning.acts.front());
  }
  return out;
}

}  // namespace sparring
