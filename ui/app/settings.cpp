#include "app/settings.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSettings>

#include "bridge/text.h"

namespace sparring::ui {
namespace {

const QString themeKey = QStringLiteral("look/theme");
const QString personKey = QStringLiteral("person/last");

}  // namespace

Theme savedTheme() {
  const QString chosen = QSettings().value(themeKey).toString();
  if (chosen == QStringLiteral("dark")) return Theme::dark;
  if (chosen == QStringLiteral("light")) return Theme::light;
  const bool desktopIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
  return desktopIsDark ? Theme::dark : Theme::light;
}

void saveTheme(Theme theme) {
  QSettings().setValue(themeKey,
                       theme == Theme::dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

Uuid savedPerson() {
  return Uuid::fromString(fromQt(QSettings().value(personKey).toString())).value_or(Uuid{});
}

void savePerson(const Uuid& person) {
  QSettings().setValue(personKey, toQt(person.toString()));
}

}  // namespace sparring::ui
