// What the workspaces work with, made once by app/: the store, the method, the scenarios, who is
// practising, and where time, ids and chance come from.
#pragma once

#include <QString>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "session/library.h"
#include "session/practice_session.h"
#include "session/understanding.h"
#include "storage/store.h"

namespace sparring::ui {

struct Workplace {
  std::optional<Store> store;  // Nothing where the database could not be opened.
  LoadedMethod method;
  std::vector<Archetype> archetypes;    // How kinds of buyers react.
  DataFolders folders;                  // What ships with the program.
  std::filesystem::path ownScenarios;   // Where people's own scenarios are kept; may not exist yet.
  std::vector<ScenarioFile> scenarios;  // What can be practised: shipped ones, then people's own.
  Person person;
  Understanding understanding;  // By spelling alone until the model has been loaded.
  Clock now;
  IdSource newId;
  std::function<std::uint64_t()> newSeed;  // Picks the variant of a call.

  // Reads the scenarios of both folders anew.
  void reloadScenarios();

  [[nodiscard]] SessionPorts ports() {
    return {store ? &*store : nullptr, &understanding, now, newId};
  }
};

Timestamp currentTime();
Uuid randomId();
std::uint64_t randomSeed();

// "Today 14:05", "Yesterday 09:30" or "12 March 2026".
QString momentText(Timestamp time);

}  // namespace sparring::ui
