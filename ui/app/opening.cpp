#include "app/opening.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/settings.h"
#include "bridge/text.h"
#include "storage/restore.h"

namespace sparring::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Opening", text);
}

// Whoever practised here last; nobody before the first has given a name.
Result<Person> somebody(Store& store) {
  Result<std::vector<Person>> people = store.people();
  if (!people) return std::unexpected(people.error());
  if (people->empty()) return Person{};
  const auto last = std::ranges::find(*people, savedPerson(), &Person::id);
  return last == people->end() ? people->front() : *last;
}

// What the program itself has of what calls are held on.
std::vector<std::string> documentsOf(const Workplace& workplace) {
  std::vector<std::string> all{workplace.method.bytes};
  for (const ScenarioFile& each : workplace.scenarios) all.push_back(each.loaded.bytes);
  return all;
}

Result<void> openStore(Opening& opening, const std::filesystem::path& file, bool isOwnPlace) {
  Workplace& workplace = *opening.workplace;
  Result<OpenedStore> opened = openOrRestore(file, {.now = currentTime(), .isOwnPlace = isOwnPlace},
                                             [&] { return documentsOf(workplace); });
  if (!opened) return std::unexpected(opened.error());
  if (opened->restoration) opening.problem = toQt(sentence(*opened->restoration));
  Store* store = &opened->store;
  Result<Person> person = somebody(*store);
  if (!person) return std::unexpected(person.error());
  const Result<std::vector<SessionRow>> sessions =
      store->sessions({.person = person->id, .most = 1});
  if (!sessions) return std::unexpected(sessions.error());
  opening.firstStart = sessions->empty();
  workplace.person = std::move(*person);
  workplace.store = std::move(opened->store);
  return {};
}

}  // namespace

Result<Opening> openWorkplace(const QString& programFolder, const QString& databaseFile,
                              bool isOwnPlace) {
  const std::optional<DataFolders> folders = findDataFolders(fromQt(programFolder));
  if (!folders) {
    return fail("The program's own files (scenarios, method) are missing.", {},
                "Install Sparring again, or run it from its source folder.");
  }
  Opening opening;
  opening.workplace = std::make_unique<Workplace>();
  Workplace& workplace = *opening.workplace;
  workplace.now = currentTime;
  workplace.newId = randomId;
  workplace.newSeed = randomSeed;
  Result<LoadedMethod> method = openMethod(folders->method / "customer-focused.json");
  if (!method) return std::unexpected(method.error());
  workplace.method = std::move(*method);
  workplace.folders = *folders;
  workplace.ownScenarios = std::filesystem::path(fromQt(databaseFile)).parent_path() / "scenarios";
  workplace.reloadScenarios();
  const Result<void> store = openStore(opening, fromQt(databaseFile), isOwnPlace);
  if (!store) {
    opening.problem = tr("Calls cannot be saved: %1 You can practise; nothing will be kept.")
                          .arg(sentenceOf(store.error()));
  }
  return opening;
}

}  // namespace sparring::ui
