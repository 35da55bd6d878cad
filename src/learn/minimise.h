// The least value of a smooth function, by liblbfgs.
#pragma once

#include <functional>
#include <vector>

namespace sparring {

// Gives the value at `x` and its slope there.
using Objective = std::function<double(const double* x, double* slope)>;

struct Patience {
  int mostSteps = 40;
  double goodEnough = 3e-3;  // Of the slope's length to that of x.
};

// Begins at `x`. The same objective gives the same bits.
std::vector<double> minimise(std::vector<double> x, const Objective& objective,
                             const Patience& patience);

}  // namespace sparring
