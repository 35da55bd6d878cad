#include "app/settings.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSettings>

namespace sparring::ui {
namespace {

const QString themeKey = QStringLiteral("look/theme");

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

}  // namespace sparring::ui
