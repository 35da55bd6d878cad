// Recorded calls as the commands find them.
#pragma once

#include <string>

#include "cli/commands.h"
#include "storage/store.h"

namespace sparring::cli {

// The named practice file, or one's own, made where there is none. Says on `err` what was done
// where it was damaged.
Result<Store> openPracticeFile(const std::string& database, const Surroundings& around);

// The same, but makes none.
Result<Store> openStore(const std::string& database, const Surroundings& around);

// The one session whose id begins so.
Result<Uuid> findSession(const Store& store, const std::string& id);

}  // namespace sparring::cli
