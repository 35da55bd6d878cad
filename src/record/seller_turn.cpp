#include "record/seller_turn.h"

namespace sparring {

std::vector<ActId> performedActs(const SellerTurn& turn) {
  std::vector<ActId> acts;
  for (const ActReading& each : turn.meaning.acts) {
    if (each.perMille >= performedPerMille) acts.push_back(each.act);
  }
  return acts;
}

}  // namespace sparring
