// One scenario file that a trainer writes: what was read from it, its draft, and saving that never
// loses bytes of somebody else: what would be overwritten unseen is kept beside it. Keeps no
// scenario of its own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "scenario/scenario.h"

namespace sparring::ui {

class AuthoredFile {
 public:
  // Remembers what the file holds now, so that changes by others are noticed. Fails where it cannot
  // be read or holds no scenario at all.
  static Result<AuthoredFile> open(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return m_path; }
  const Scenario& read() const { return m_read; }  // As it was opened.

  // Work that was not saved, in a hidden file beside it.
  struct Draft {
    Scenario scenario;
    Timestamp keptAt;
  };
  std::optional<Draft> draft() const;
  Result<void> keepDraft(const Scenario& scenario) const;
  void discardDraft() const;

  // Whether somebody else wrote to the file since it was opened or saved.
  bool changedByOthers() const;

  // Writes the canonical form and removes the draft. Gives the path of what was kept beside the
  // file: what others wrote, or, the first time, an original of which parts could not be read;
  // empty where nothing needed to be kept.
  Result<std::filesystem::path> save(const Scenario& scenario);
  // Keeps a scenario beside the file under a free name.
  Result<std::filesystem::path> keepBeside(const Scenario& scenario,
                                           const std::string& suffix) const;

 private:
  std::filesystem::path draftPath() const;
  Result<std::filesystem::path> keepBytes(const std::string& bytes,
                                          const std::string& suffix) const;

  std::filesystem::path m_path;
  Scenario m_read;
  std::string m_hash;        // Of the bytes that were last read or written.
  bool m_hasUnread = false;  // Whether those bytes hold parts that were not understood.
};

bool hasDraft(const std::filesystem::path& path);

}  // namespace sparring::ui
