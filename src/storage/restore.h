// Opens a practice file also where it is damaged: what can be read of it, and of the copies beside
// it, is put into a new file in its place. The damaged one is kept beside it, whole.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "storage/store.h"

namespace sparring {

// What was done about a damaged file.
struct Restoration {
  std::filesystem::path damaged;  // Where it is kept, as it was.
  int whole = 0;                  // Calls that are in the new file with all their turns,
  int shortened = 0;              // those without their last ones,
  int lost = 0;                   // and those that are known of, and could not be read.
};

// For the person: what happened, what is here again, and where the rest is.
std::string sentence(const Restoration& restoration);

struct OpenedStore {
  Store store;
  std::optional<Restoration> restoration;  // Nothing where the file was sound.
};

// Scenarios and methods that are known from elsewhere, as bytes: calls on them can be restored even
// where the file's own copy of them is damaged. Asked only where something is to be restored.
using KnownDocuments = std::function<std::vector<std::string>()>;

// As Store::open, and restores what is damaged. Fails, leaving the file as it is, for the reasons
// that Store::open has besides damage, where another program has the damaged file open, and where
// there is no room for the new file.
Result<OpenedStore> openOrRestore(const std::filesystem::path& path, StoreOptions options = {},
                                  const KnownDocuments& documents = {});

}  // namespace sparring
