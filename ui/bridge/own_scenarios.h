// A person's own scenarios: new ones get an id and a file name that nothing else has.
#pragma once

#include <QString>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "bridge/workplace.h"

namespace sparring::ui {

// Letters, digits and '-' of a title, as an id; "scenario" where nothing is left of it.
std::string idFromTitle(const QString& title);

// Writes a new file in Workplace::ownScenarios, making the folder where it is missing: the scenario
// under this title and a free id. Gives its path.
Result<std::filesystem::path> addOwnScenario(const Workplace& workplace, Scenario scenario,
                                             const QString& title);

bool isOwn(const Workplace& workplace, const ScenarioFile& file);

// The templates that ship with the program, the blank one last.
std::vector<ScenarioFile> openTemplates(const Workplace& workplace);

}  // namespace sparring::ui
