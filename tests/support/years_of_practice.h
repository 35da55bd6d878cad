// A practice file with years in it, for benchmarks: 10,000 sessions of 20 people, every other one
// with 4 comments and verdicts.
#pragma once

#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "storage/store.h"

namespace sparring::testing {

struct YearsOfPractice {
  Store store;
  std::vector<Person> people;

  // In memory, or in a new file.
  explicit YearsOfPractice(Result<Store> opened = Store::inMemory())
      : store(std::move(opened).value()) {
    for (int i = 0; i < 20; ++i) {
      people.push_back({newId(), "Rep " + std::to_string(i)});
      require(store.addPerson(people.back()));
    }
    for (int i = 0; i < 10'000; ++i) addSession(i);
  }

 private:
  static void require(const Result<void>& done) {
    if (!done) throw std::runtime_error(sentence(done.error()));
  }

  Uuid newId() {
    Uuid id;
    ++m_last;
    std::memcpy(id.bytes.data(), &m_last, sizeof m_last);
    return id;
  }

  void addSession(int number) {
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

  std::uint32_t m_last = 0;
};

}  // namespace sparring::testing
