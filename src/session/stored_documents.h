// Scenarios and methods as they are kept with recorded sessions, each read once: thousands of
// sessions share a few.
#pragma once

#include <map>
#include <string>

#include "session/library.h"
#include "storage/store.h"

namespace sparring {

class StoredDocuments {
 public:
  // By content hash. Fails where it is not in the store or damaged there. All calls are with the
  // same store.
  Result<LoadedScenario> scenario(const Store& store, const std::string& hash);
  Result<LoadedMethod> method(const Store& store, const std::string& hash);

 private:
  std::map<std::string, LoadedScenario> m_scenarios;
  std::map<std::string, LoadedMethod> m_methods;
};

}  // namespace sparring
