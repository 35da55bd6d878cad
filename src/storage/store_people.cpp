// Who practises, coaches and comments here.
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "storage/store_database.h"

namespace sparring {

namespace {

constexpr std::size_t longestName = 200;  // In bytes.

std::string comparable(const std::string& name) {
  return toLower(trim(name));
}

std::vector<Person> everybody(const SQLite::Database& database) {
  std::vector<Person> all;
  SQLite::Statement row(database, "SELECT id, name FROM people ORDER BY added");
  while (row.executeStep()) {
    all.push_back({readUuid(row.getColumn(0)), row.getColumn(1).getString()});
  }
  return all;
}

// Why the person cannot have this name beside the others; nothing where they can.
std::optional<Error> faultInName(const Person& person, const std::vector<Person>& people) {
  if (trim(person.name).empty()) {
    return Error{"A person needs a name.", {}, "Type the name that others know them by."};
  }
  if (person.name.size() > longestName) {
    return Error{"This name is too long.", {}, "Choose a shorter one."};
  }
  const bool isTaken = std::ranges::any_of(people, [&](const Person& other) {
    return other.id != person.id && comparable(other.name) == comparable(person.name);
  });
  if (!isTaken) return std::nullopt;
  return Error{"Somebody here is called " + std::string(trim(person.name)) + " already.",
               {},
               "Add something that tells the two apart, such as a surname."};
}

}  // namespace

Result<void> Store::addPerson(const Person& person) {
  return m_database->write([&]() -> Result<void> {
    SQLite::Database& connection = m_database->connection;
    const std::vector<Person> people = everybody(connection);
    const auto known = std::ranges::find(people, person.id, &Person::id);
    if (known != people.end()) {
      if (*known == person) return {};
      return m_database->refuse("Another person with the same id is already in this file.");
    }
    if (auto fault = faultInName(person, people)) return std::unexpected(*fault);
    SQLite::Statement add(connection, "INSERT INTO people (id, name) VALUES (?, ?)");
    bind(add, 1, person.id);
    add.bind(2, person.name);
    add.exec();
    return {};
  });
}

Result<void> Store::renamePerson(const Person& person) {
  return m_database->write([&]() -> Result<void> {
    SQLite::Database& connection = m_database->connection;
    if (!hasPerson(connection, person.id)) {
      return m_database->refuse("The person to be renamed is not in this file.");
    }
    if (auto fault = faultInName(person, everybody(connection))) return std::unexpected(*fault);
    SQLite::Statement rename(connection, "UPDATE people SET name = ? WHERE id = ?");
    rename.bind(1, person.name);
    bind(rename, 2, person.id);
    rename.exec();
    return {};
  });
}

Result<std::vector<Person>> Store::people() const {
  return m_database->read(
      [&]() -> Result<std::vector<Person>> { return everybody(m_database->connection); });
}

}  // namespace sparring
