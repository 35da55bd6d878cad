#include "bridge/own_scenarios.h"

#include <algorithm>
#include <system_error>

#include "base/file.h"
#include "bridge/text.h"
#include "scenario/write.h"

namespace sparring::ui {
namespace {

constexpr int longestId = 48;

bool isTaken(const Workplace& workplace, const std::string& id) {
  std::error_code ignored;
  return std::filesystem::exists(workplace.ownScenarios / (id + ".json"), ignored) ||
         std::ranges::any_of(workplace.scenarios, [&](const ScenarioFile& each) {
           return each.path.stem() == id ||
                  (each.loaded.scenario && each.loaded.scenario->id == id);
         });
}

}  // namespace

std::string idFromTitle(const QString& title) {
  std::string id;
  for (const QChar c : title.normalized(QString::NormalizationForm_KD).toLower()) {
    const bool letter = c >= u'a' && c <= u'z';
    const bool digit = c >= u'0' && c <= u'9';
    if (letter || (digit && !id.empty())) {
      id += c.toLatin1();
    } else if (!c.isMark() && !id.empty() && id.back() != '-') {
      id += '-';
    }
    if (id.size() >= longestId) break;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "scenario" : id;
}

Result<std::filesystem::path> addOwnScenario(const Workplace& workplace, Scenario scenario,
                                             const QString& title) {
  const std::string stem = idFromTitle(title);
  std::string id = stem;
  for (int number = 2; isTaken(workplace, id); ++number) id = stem + "-" + std::to_string(number);
  scenario.id = id;
  scenario.title = fromQt(title.simplified());
  scenario.version = 1;
  std::error_code failed;
  std::filesystem::create_directories(workplace.ownScenarios, failed);
  if (failed) {
    return fail("The folder for your scenarios cannot be made: " + failed.message() + ".",
                workplace.ownScenarios.string());
  }
  std::filesystem::path path = workplace.ownScenarios / (id + ".json");
  const Result<void> written = writeFile(path, writeScenario(scenario));
  if (!written) return std::unexpected(written.error());
  return path;
}

bool isOwn(const Workplace& workplace, const ScenarioFile& file) {
  return file.path.parent_path() == workplace.ownScenarios;
}

std::vector<ScenarioFile> openTemplates(const Workplace& workplace) {
  std::vector<ScenarioFile> templates = openScenarios(
      workplace.folders.templates, workplace.method.method.get(), workplace.archetypes);
  std::erase_if(templates, [](const ScenarioFile& each) { return !each.loaded.scenario; });
  std::ranges::stable_partition(
      templates, [](const ScenarioFile& each) { return each.loaded.scenario->nodes.size() > 1; });
  return templates;
}

}  // namespace sparring::ui
