// How long lists of the practice file take when there are years of practice in it.
#include <benchmark/benchmark.h>

#include "support/years_of_practice.h"

namespace sparring {
namespace {

const testing::YearsOfPractice& years() {
  static const testing::YearsOfPractice years;
  return years;
}

void listTenThousandSessions(benchmark::State& state) {
  const Store& store = years().store;
  for (auto _ : state) benchmark::DoNotOptimize(store.sessions({.most = 10'000}));
}
BENCHMARK(listTenThousandSessions)->Unit(benchmark::kMillisecond);

void listThousandNewestOfTenThousand(benchmark::State& state) {
  const Store& store = years().store;
  for (auto _ : state) benchmark::DoNotOptimize(store.sessions());
}
BENCHMARK(listThousandNewestOfTenThousand)->Unit(benchmark::kMillisecond);

void listOnePersonsSessions(benchmark::State& state) {
  const SessionFilter filter{.person = years().people[3].id};
  for (auto _ : state) benchmark::DoNotOptimize(years().store.sessions(filter));
}
BENCHMARK(listOnePersonsSessions)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sparring
