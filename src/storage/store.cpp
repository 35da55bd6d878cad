#include "storage/store.h"

#include "base/hash.h"
#include "storage/migrations.h"
#include "storage/open_database.h"
#include "storage/store_database.h"

namespace sparring {

Store::Store(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& path, StoreOptions options) {
  return guarded(path, [&]() -> Result<Store> {
    if (path.empty()) return fail("No practice file is named.", {}, "Name a file.");
    const std::filesystem::path file = std::filesystem::absolute(path);
    Result<SQLite::Database> database = openDatabase(file, options);
    if (!database) return std::unexpected(database.error());
    return Store(std::make_unique<Database>(file, options, std::move(*database)));
  });
}

Result<Store> Store::inMemory() {
  return guarded({}, []() -> Result<Store> {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    prepareConnection(database);
    const Result<bool> made = migrate(database, [] { return Result<void>{}; });
    if (!made) return std::unexpected(made.error());
    return Store(
        std::make_unique<Database>(std::filesystem::path{}, StoreOptions{}, std::move(database)));
  });
}

Result<std::string> Store::keepDocument(std::string_view bytes) {
  std::string hash = contentHash(bytes);
  const Result<void> kept = m_database->write([&]() -> Result<void> {
    if (bytes.size() > mostBytes) return m_database->refuse("This is too long to be kept.");
    if (hasDocument(m_database->connection, hash)) return {};
    SQLite::Statement add(m_database->connection, "INSERT INTO documents VALUES (?, ?)");
    add.bind(1, hash);
    add.bind(2, bytes.empty() ? "" : bytes.data(), static_cast<int>(bytes.size()));
    add.exec();
    return {};
  });
  if (!kept) return std::unexpected(kept.error());
  return hash;
}

Result<std::string> Store::document(std::string_view hash) const {
  return m_database->read([&]() -> Result<std::string> {
    SQLite::Statement find(m_database->connection, "SELECT bytes FROM documents WHERE hash = ?");
    find.bind(1, std::string(hash));
    if (!find.executeStep()) {
      return m_database->refuse("This file does not hold the scenario or method " +
                                std::string(hash) + ".");
    }
    std::string bytes = find.getColumn(0).getString();
    if (contentHash(bytes) == hash) return bytes;
    return m_database->refuse("The scenario or method " + std::string(hash) + " is damaged.",
                              "Put back a copy of the practice file from a backup.");
  });
}

}  // namespace sparring
