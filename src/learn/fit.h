// Models fitted to labelled rows, always in the same order of operations.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "learn/examples.h"

namespace sparring {

struct Fitted {
  std::size_t rows = 0;  // That were learned from.
  std::size_t labels = 0;
  std::vector<double> bias;     // By label.
  std::vector<int> rarities;    // By feature, in hundredths; 0 for those in no learned row.
  std::vector<float> features;  // Feature by label: what the feature's value, times its rarity
                                // in hundredths, is weighed with.
  std::vector<float> numbers;   // Number of the vectors by label.
};

// Ridge regression of many labels at once: the weights whose sums come nearest to 1 for rows that
// have a label and 0 for those that have not, and that are small. Solved for by conjugate gradients
// over rows. `learned` are the rows to learn from; `wanted` says by row (all of them) and label
// what is right. `strength`: of the belief that weights are near 0.
Fitted fitRidge(const Samples& rows, std::span<const std::size_t> learned,
                const std::vector<std::vector<bool>>& wanted, double strength);

// Logistic regression of kinds of which each row is just one, `right` by row: the sums are logs of
// odds. Features count alike however rare they are. Solved for by liblbfgs.
Fitted fitOneOf(const Samples& rows, std::span<const std::size_t> learned,
                const std::vector<std::size_t>& right, std::size_t kinds, double strength);

// A layer of sums, each cut off below 0, between the numbers and the kinds.
struct FittedHidden {
  std::size_t width = 0;
  std::vector<float> in;       // Number by sum of the layer.
  std::vector<float> inBias;   // By sum.
  std::vector<float> out;      // Sum by kind.
  std::vector<float> outBias;  // By kind.
};

// What is known of a row before it is looked at by a network: numbers to look at, and the evidence
// for each kind that the network adds to, logs of odds.
struct NetworkRow {
  std::vector<float> numbers;
  std::vector<double> before;
  std::size_t right = 0;  // The row's kind.
};

// A network with one such layer for kinds of which each row is just one: what comes out are logs of
// odds to be added. REQUIRES: rows of equally many numbers and kinds.
FittedHidden fitHidden(std::span<const NetworkRow> rows);

// From sums to odds: logistic regression on one number, for sums that were not learned from.
struct Scale {
  double factor = 1;
  double offset = 0;  // log of odds = factor * sum + offset
};
Scale fitScale(std::span<const double> sums, const std::vector<bool>& right);

}  // namespace sparring
