// Logistic regression over units: a turn has a label as far as at least one of its units speaks for
// it (multiple-instance learning; the odds of the units add up). Minimised by L-BFGS, one label
// after the other, always in the same order of operations.
#pragma once

#include <vector>

#include "learn/examples.h"

namespace sparring {

// Weights of one label: Examples::width() of them, then the bias.
using Fitted = std::vector<double>;

// `has` says of each turn of the examples whether it has the label. `strength`: of the belief that
// weights are near 0; less lets them grow.
Fitted fitLabel(const Examples& examples, const std::vector<bool>& has, double strength);

// Three kinds of focus, of which each unit has one: softmax regression.
std::vector<Fitted> fitFocus(const Examples& examples, const std::vector<Focus>& about,
                             double strength);

}  // namespace sparring
