#include "storage/restore.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <fstream>
#include <limits>

#include "base/file.h"
#include "storage/backup.h"
#include "storage/open_database.h"
#include "storage/salvage.h"
#include "storage/store_error.h"

namespace sparring {

namespace {

namespace fs = std::filesystem;

constexpr const char* damagedMark = ".damaged";

// The new file, until it stands in the place of the damaged one. A crash in between leaves it alone
// there, whole.
fs::path restoredName(const fs::path& file) {
  return file.string() + ".restored";
}

fs::path mendedName(const fs::path& file) {
  return file.string() + ".mended";
}

void removeDatabase(const fs::path& file) {
  for (const char* part : {"", "-wal", "-shm"}) fs::remove(file.string() + part);
}

// Fails where another program has the file open: it must not lose it.
Result<void> expectUnused(const fs::path& file) {
  const Result<void> alone = guarded(file, [&]() -> Result<void> {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    leaveOpen(database);
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.execAndGet("SELECT count(*) FROM sqlite_schema");
    return {};
  });
  if (!alone && alone.error() == busyFileError(file)) return alone;
  return {};
}

// Puts the damaged file aside, under this name, and the restored one in its place.
void exchange(const fs::path& file, const fs::path& aside) {
  for (const char* part : {"", "-wal"}) {
    if (fs::exists(file.string() + part)) fs::rename(file.string() + part, aside.string() + part);
  }
  fs::remove(file.string() + "-shm");
  fs::rename(restoredName(file), file);
  flushToDisk(file.parent_path());
}

Error notRestored(const fs::path& file, const Error& why) {
  return {
      "The practice file is damaged, and what can be read of it could not be put into a new one. " +
          why.what,
      file.string(), "Free some space and start Sparring again; the file was left as it is."};
}

// The first page of a new file. It says where the tables begin: in the same places in all files.
std::string soundHead(const fs::path& scratch) {
  constexpr std::size_t pageSize = 4096;
  constexpr std::size_t sizeIsOf = 92;  // For which change of the file its size in pages holds.
  removeDatabase(scratch);
  if (!Store::open(scratch)) return {};
  std::string head(pageSize, '\0');
  if (!std::ifstream(scratch, std::ios::binary).read(head.data(), pageSize)) return {};
  head[sizeIsOf] = static_cast<char>(~head[sizeIsOf]);  // For none: the file is as large as it is.
  return head;
}

// Makes a copy of the file with a sound first page.
void copyWithSoundHead(const fs::path& file, const fs::path& to) {
  const std::string head = soundHead(to);
  if (fs::file_size(file) < head.size()) return;
  for (const char* part : {"", "-wal"}) {
    if (!fs::exists(file.string() + part)) continue;
    fs::copy_file(file.string() + part, to.string() + part, fs::copy_options::overwrite_existing);
  }
  std::fstream(to, std::ios::binary | std::ios::in | std::ios::out) << head;
}

// Pours what can be read into the new file, which has a name of its own.
Result<Salvage::Count> pourRestored(const fs::path& file, const KnownDocuments& documents) {
  Result<Store> store = Store::open(restoredName(file), {.flushesEachTurn = false});
  if (!store) return std::unexpected(store.error());
  std::vector<fs::path> sources = backupsOf(file);
  sources.insert(sources.begin(), file);
  if (!Salvage::canFindTables(file)) {
    copyWithSoundHead(file, mendedName(file));
    sources.front() = mendedName(file);
  }
  Salvage salvage(*store);
  Result<void> poured = salvage.pour(sources);
  if (poured && documents && salvage.count().lost > 0) {
    for (const std::string& bytes : documents()) {
      if (poured) poured = salvage.keepDocument(bytes);
    }
    if (poured) poured = salvage.pour(sources);
  }
  if (!poured) return std::unexpected(poured.error());
  return salvage.count();
}

// Makes the new file, whole and on the disk.
Result<Salvage::Count> makeRestored(const fs::path& file, const KnownDocuments& documents) {
  const fs::path restored = restoredName(file);
  removeDatabase(restored);
  Result<Salvage::Count> count = pourRestored(file, documents);
  removeDatabase(mendedName(file));
  const bool isClosed = !fs::exists(restored.string() + "-wal");
  if (count && (!isClosed || !flushToDisk(restored))) count = std::unexpected(diskError(file));
  if (!count) removeDatabase(restored);
  return count;
}

Result<Restoration> restore(const fs::path& file, const StoreOptions& options,
                            const KnownDocuments& documents) {
  if (Result<void> unused = expectUnused(file); !unused) return std::unexpected(unused.error());
  const Result<Salvage::Count> count = makeRestored(file, documents);
  if (!count) return std::unexpected(notRestored(file, count.error()));
  const fs::path aside = freeName(file.string() + damagedMark +
                                  (options.now ? "." + formatForFileName(*options.now) : ""));
  exchange(file, aside);
  return Restoration{aside, count->whole, count->shortened, count->lost};
}

// Ends what a crash broke off, where the damaged file is aside and the new one not in its place
// yet.
std::optional<fs::path> finishExchange(const fs::path& file) {
  if (fs::exists(file) || !fs::exists(restoredName(file))) return std::nullopt;
  std::vector<fs::path> damaged = filesBeside(file, damagedMark);
  std::erase_if(damaged, [](const fs::path& each) { return each.string().ends_with("-wal"); });
  const fs::path aside = damaged.empty() ? fs::path(file.string() + damagedMark) : damaged.front();
  exchange(file, aside);
  return aside;
}

std::string callsText(int count) {
  return count == 1 ? "1 call" : std::to_string(count) + " calls";
}

}  // namespace

std::string sentence(const Restoration& restoration) {
  const auto& [damaged, whole, shortened, lost] = restoration;
  std::string out = "The practice file was damaged; a crash or a fault of the disk can do that. ";
  if (whole + shortened + lost == 0) out += "No call could be read in it, so a new one was begun. ";
  if (whole > 0) out += callsText(whole) + (whole == 1 ? " is" : " are") + " here again. ";
  if (shortened > 0) {
    out += callsText(shortened) + (shortened == 1 ? " lacks its" : " lack their") + " last turns. ";
  }
  if (lost > 0) out += callsText(lost) + " could not be read. ";
  return out + "The damaged file is kept beside the new one, as " + damaged.filename().string() +
         ".";
}

Result<OpenedStore> openOrRestore(const fs::path& path, StoreOptions options,
                                  const KnownDocuments& documents) {
  return guarded(path, [&]() -> Result<OpenedStore> {
    const fs::path file = fs::absolute(path);
    std::optional<Restoration> restoration;
    if (const std::optional<fs::path> aside = finishExchange(file)) restoration = {*aside};
    Result<Store> store = Store::open(path, options);
    if (!store && store.error() == damagedFileError(file)) {
      Result<Restoration> restored = restore(file, options, documents);
      if (!restored) return std::unexpected(restored.error());
      restoration = std::move(*restored);
      store = Store::open(path, options);
    } else if (store && restoration) {
      const Result<std::vector<SessionRow>> all =
          store->sessions({.most = std::numeric_limits<int>::max()});
      restoration->whole = all ? static_cast<int>(all->size()) : 0;
    }
    if (!store) return std::unexpected(store.error());
    return OpenedStore{std::move(*store), std::move(restoration)};
  });
}

}  // namespace sparring
