// How long lists of the practice file take when there are years of practice in it.
#include <benchmark/benchmark.h>

#include <cstring>
#include <stdexcept>

#include "storage/store.h"

namespace sparring {
namespace {

void require(const Result<void>& done) {
  if (!done) throw std::runtime_error(sentence(done.error()));
}

// 10,000 sessions of 20 people, every other one with 4 comments and verdicts.
struct Years {
  Store store = Store::inMemory().value();
  std::vector<Person> people;

  Years() {
    std::uint32_t last = 0;
    const IdSource newId = [&last] {
      Uuid id;
      ++last;
      std::memcpy(id.bytes.data(), &last, sizeof last);
      return id;
    };
    for (int i = 0; i < 20; ++i) {
      people.push_back({newId(), "Rep " + std::to_string(i)});
      require(store.addPerson(people.back()));
    }
    for (int i = 0; i < 10'000; ++i) addSession(i, newId);
  }

  void addSession(int number, const IdSource& newId) {
    const SessionHeader header{.id = newId(),
                               .person = people[static_cast<std::size_t>(number) % 20].id,
                               .startedAt = {number * 60'000},
                               .seed = 1,
                               .scenarioId = "ceo_call",
                               .scenarioTitle = "First call on a chief executive",
                               .scenarioHash = store.keepDocument("scenario").value(),
                               .methodHash = store.keepDocument("method").value()};
    require(store.addSession(header));
    SellerTurn turn;
    turn.text = std::string(200, 'w');
    turn.id = newId();
    require(store.append(header.id, 0, turn, {}));
    Annotation said;
    said.session = header.id;
    said.turn = turn.id;
    said.author = people[0].id;
    said.text = std::string(300, 'c');
    for (int i = 0; number % 2 == 0 && i < 4; ++i) {
      said.id = newId();
      said.kind = i % 3 == 0 ? Annotation::Kind::disagree : Annotation::Kind::comment;
      said.about = i % 3 == 0 ? "accountable" : "";
      require(store.addAnnotation(said));
    }
  }
};

const Years& years() {
  static const Years years;
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
