#include "app/opening.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/settings.h"
#include "bridge/text.h"

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

Result<void> openStore(Workplace& workplace, const std::filesystem::path& file, bool& firstStart) {
  Result<Store> store = Store::open(file, {.now = currentTime()});
  if (!store) return std::unexpected(store.error());
  Result<Person> person = somebody(*store);
  if (!person) return std::unexpected(person.error());
  const Result<std::vector<SessionRow>> sessions =
      store->sessions({.person = person->id, .most = 1});
  if (!sessions) return std::unexpected(sessions.error());
  firstStart = sessions->empty();
  workplace.person = std::move(*person);
  workplace.store = std::move(*store);
  return {};
}

}  // namespace

Result<Opening> openWorkplace(const QString& programFolder, const QString& databaseFile) {
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
  Result<std::vector<Archetype>> archetypes =
      openArchetypes(folders->archetypes, *workplace.method.method);
  if (!archetypes) return std::unexpected(archetypes.error());
  workplace.archetypes = std::move(*archetypes);
  workplace.folders = *folders;
  workplace.ownScenarios = std::filesystem::path(fromQt(databaseFile)).parent_path() / "scenarios";
  workplace.reloadScenarios();
  const Result<void> store = openStore(workplace, fromQt(databaseFile), opening.firstStart);
  if (!store) {
    opening.problem = tr("Calls cannot be saved: %1 You can practise; nothing will be kept.")
                          .arg(sentenceOf(store.error()));
  }
  return opening;
}

}  // namespace sparring::ui
