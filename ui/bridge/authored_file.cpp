#include "bridge/authored_file.h"

#include <chrono>
#include <system_error>

#include "base/file.h"
#include "base/hash.h"
#include "scenario/read.h"
#include "scenario/write.h"

namespace sparring::ui {
namespace {

std::filesystem::path draftOf(const std::filesystem::path& path) {
  return path.parent_path() / ("." + path.filename().string() + ".draft");
}

}  // namespace

bool hasDraft(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(draftOf(path), ignored);
}

Result<AuthoredFile> AuthoredFile::open(const std::filesystem::path& path) {
  const Result<std::string> bytes = readFile(path, maxScenarioBytes);
  if (!bytes) return std::unexpected(bytes.error());
  ScenarioReading reading = readScenario(*bytes);
  if (!reading.scenario) {
    return fail("Nothing in this file can be read as a scenario.", path.string(),
                "Mend it in a text editor, or begin a new one.");
  }
  AuthoredFile file;
  file.m_path = path;
  file.m_read = std::move(*reading.scenario);
  file.m_hash = contentHash(*bytes);
  file.m_hasUnread = !reading.diagnostics.empty();
  return file;
}

std::filesystem::path AuthoredFile::draftPath() const {
  return draftOf(m_path);
}

std::optional<AuthoredFile::Draft> AuthoredFile::draft() const {
  Result<ScenarioReading> reading = loadScenario(draftPath());
  if (!reading || !reading->scenario) return std::nullopt;
  std::error_code failed;
  const auto written = std::filesystem::last_write_time(draftPath(), failed);
  Draft draft{std::move(*reading->scenario), {}};
  if (!failed) {
    const auto time = std::chrono::file_clock::to_sys(written).time_since_epoch();
    draft.keptAt.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
  }
  return draft;
}

Result<void> AuthoredFile::keepDraft(const Scenario& scenario) const {
  return writeFile(draftPath(), writeScenario(scenario));
}

void AuthoredFile::discardDraft() const {
  std::error_code ignored;
  std::filesystem::remove(draftPath(), ignored);
}

bool AuthoredFile::changedByOthers() const {
  const Result<std::string> bytes = readFile(m_path, maxScenarioBytes);
  return bytes && contentHash(*bytes) != m_hash;
}

Result<std::filesystem::path> AuthoredFile::save(const Scenario& scenario) {
  std::filesystem::path kept;
  const Result<std::string> there = readFile(m_path, maxScenarioBytes);
  const bool isTheirs = there && contentHash(*there) != m_hash;
  if (there && (isTheirs || m_hasUnread)) {
    const Result<std::filesystem::path> beside =
        keepBytes(*there, isTheirs ? ".other" : ".before-edit");
    if (!beside) return beside;
    kept = *beside;
  }
  const std::string bytes = writeScenario(scenario);
  const Result<void> written = writeFile(m_path, bytes);
  if (!written) return std::unexpected(written.error());
  m_hash = contentHash(bytes);
  m_hasUnread = false;
  discardDraft();
  return kept;
}

Result<std::filesystem::path> AuthoredFile::keepBeside(const Scenario& scenario,
                                                       const std::string& suffix) const {
  return keepBytes(writeScenario(scenario), suffix);
}

// Under the file's name and the suffix, with the first number that is free from the second on.
Result<std::filesystem::path> AuthoredFile::keepBytes(const std::string& bytes,
                                                      const std::string& suffix) const {
  std::filesystem::path beside = m_path;
  beside += suffix;
  std::error_code ignored;
  for (int number = 2; std::filesystem::exists(beside, ignored); ++number) {
    beside = m_path;
    beside += suffix + "-" + std::to_string(number);
  }
  const Result<void> written = writeFile(beside, bytes);
  if (!written) return std::unexpected(written.error());
  return beside;
}

}  // namespace sparring::ui
