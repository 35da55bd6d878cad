#include "session/stored_documents.h"

#include "grading/method.h"
#include "scenario/read.h"

namespace sparring {

Result<LoadedScenario> StoredDocuments::scenario(const Store& store, const std::string& hash) {
  if (const auto known = m_scenarios.find(hash); known != m_scenarios.end()) return known->second;
  Result<std::string> bytes = store.document(hash);
  if (!bytes) return std::unexpected(bytes.error());
  ScenarioReading reading = readScenario(*bytes);
  if (!reading.scenario) {
    return fail("The scenario that this session was played on is damaged.", hash.substr(0, 12));
  }
  auto scenario = std::make_shared<const Scenario>(std::move(*reading.scenario));
  return m_scenarios[hash] = LoadedScenario{std::move(scenario), std::move(*bytes)};
}

Result<LoadedMethod> StoredDocuments::method(const Store& store, const std::string& hash) {
  if (const auto known = m_methods.find(hash); known != m_methods.end()) return known->second;
  Result<std::string> bytes = store.document(hash);
  if (!bytes) return std::unexpected(bytes.error());
  MethodReading reading = readMethod(*bytes);
  if (!reading.method) {
    return fail("The method that this session was graded by is damaged.", hash.substr(0, 12));
  }
  auto method = std::make_shared<const Method>(std::move(*reading.method));
  return m_methods[hash] = LoadedMethod{std::move(method), std::move(*bytes)};
}

}  // namespace sparring
