// What happens before the window: finding the program's own files, opening the store, reading the
// scenarios.
#pragma once

#include <QString>
#include <memory>

#include "base/result.h"
#include "bridge/workplace.h"

namespace sparring::ui {

struct Opening {
  std::unique_ptr<Workplace> workplace;
  bool firstStart = false;  // The person has not practised here yet.
  QString problem;          // For a banner; empty where all went well.
};

// Fails only where the program's own files are missing. A database that cannot be opened is a
// problem to show: practice goes on unrecorded. `isOwnPlace`: only this program keeps a file there.
Result<Opening> openWorkplace(const QString& programFolder, const QString& databaseFile,
                              bool isOwnPlace);

}  // namespace sparring::ui
