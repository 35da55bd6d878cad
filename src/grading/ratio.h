// Which words the ratio counts. Private to the grading room.
#pragma once

#include "grading/method.h"
#include "record/seller_turn.h"

namespace sparring {

// True for words about the customer, and for words about the seller unless they belong to an act
// that the method leaves out (promises, being reachable): those do not count against the seller.
bool countsForRatio(const RatioRule& rule, const SellerTurn& turn, const FocusReading& focus);

}  // namespace sparring
