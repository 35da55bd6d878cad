#include "store_story.h"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace sparring {

Uuid uuid(int number) {
  Uuid id;
  id.bytes[0] = 0xa5;
  id.bytes[14] = static_cast<std::uint8_t>(number >> 8);
  id.bytes[15] = static_cast<std::uint8_t>(number);
  return id;
}

Person aPerson(int number, std::string name) {
  return {uuid(number), std::move(name)};
}

SellerTurn aTurn(int number, std::string text) {
  SellerTurn turn;
  turn.id = uuid(1000 + number);
  turn.saidAt = {1'790'000'000'000 + number};
  turn.text = std::move(text);
  turn.understood = Understood::matched;
  turn.move = MoveId("ask_cost");
  turn.meaning.acts = {{ActId("ask_impact"), 874, {0, 2}}, {ActId("recap"), 0, {2, 2}}};
  turn.meaning.focus = {{Focus::customer, {0, 2}, 1}, {Focus::seller, {2, 3}, 7}};
  turn.meaning.perhaps = {{ActId("dismiss"), 120, {1, 2}}};
  turn.meaning.facts = {{FactId("late_trucks"), FactUse::wrong, {0, 1}},
                        {FactId("new_cfo"), FactUse::asked, {0, 3}}};
  turn.meaning.marks = {{RuleId("accountable"), Sign::cost, 901, {0, 2}}};
  turn.beside = TurnMeaning{};
  turn.beside->facts = {{FactId("new_cfo"), FactUse::cited, {0, 0}}};
  turn.reader = "a model";
  return turn;
}

SessionSummary afterTurns(int turns) {
  return {.turns = turns, .rewinds = turns / 2, .over = false, .outcomeTitle = "", .score = turns};
}

std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return all;
}

void writeBytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("the test cannot write its file");
}

Store StoreStory::openStore() {
  Result<Store> store = Store::open(m_file);
  if (!store) throw std::runtime_error(sentence(store.error()));
  return std::move(*store);
}

Result<Store> StoreStory::tryToOpen(const std::filesystem::path& file) {
  return Store::open(file, {.busyMilliseconds = 0});
}

SessionHeader StoreStory::addSession(Store& store, int number, int turns) {
  SessionHeader header{.id = uuid(number),
                       .person = aPerson().id,
                       .startedAt = {1'790'000'000'000 + number},
                       .seed = static_cast<std::uint64_t>(number),
                       .scenarioId = "ceo_call",
                       .scenarioTitle = "The CEO has ten minutes",
                       .scenarioHash = store.keepDocument("the scenario").value(),
                       .methodHash = store.keepDocument("the method").value()};
  EXPECT_TRUE(succeeded(store.addPerson(aPerson())));
  EXPECT_TRUE(succeeded(store.addSession(header)));
  for (int i = 0; i < turns; ++i) {
    EXPECT_TRUE(succeeded(
        store.append(header.id, i, aTurn(i, "turn " + std::to_string(i)), afterTurns(i + 1))));
  }
  return header;
}

SQLite::Database StoreStory::outsider(const std::string& sql) {
  SQLite::Database connection(m_file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  if (!sql.empty()) connection.exec(sql);
  return connection;
}

void StoreStory::makeFile(int turns) {
  Store store = openStore();
  addSession(store, 1, turns);
}

std::string StoreStory::bytes() const {
  return contents(m_file.parent_path()).at("practice.db");
}

}  // namespace sparring
