#include "learn/minimise.h"

#include <lbfgs.h>

#include <algorithm>

namespace sparring {

std::vector<double> minimise(std::vector<double> x, const Objective& objective,
                             const Patience& patience) {
  lbfgs_parameter_t parameters;
  lbfgs_parameter_init(&parameters);
  parameters.max_iterations = patience.mostSteps;
  parameters.epsilon = patience.goodEnough;
  parameters.linesearch = LBFGS_LINESEARCH_BACKTRACKING;
  const auto evaluate = [](void* instance, const lbfgsfloatval_t* at, lbfgsfloatval_t* slope,
                           const int, const lbfgsfloatval_t) -> lbfgsfloatval_t {
    return (*static_cast<const Objective*>(instance))(at, slope);
  };
  // The library wants memory of its own alignment.
  lbfgsfloatval_t* memory = lbfgs_malloc(static_cast<int>(x.size()));
  std::ranges::copy(x, memory);
  Objective copy = objective;
  lbfgs(static_cast<int>(x.size()), memory, nullptr, evaluate, nullptr, &copy, &parameters);
  std::copy_n(memory, x.size(), x.begin());
  lbfgs_free(memory);
  return x;
}

}  // namespace sparring
