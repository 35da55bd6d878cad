#include "app/settings.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSettings>

#include "bridge/text.h"

namespace sparring::ui {
namespace {

const QString themeKey = QStringLiteral("look/theme");
const QString liveViewKey = QStringLiteral("call/live_view");
const QString personKey = QStringLiteral("person/last");

QString nameOf(LiveView view) {
  switch (view) {
    case LiveView::off:
      return QStringLiteral("off");
    case LiveView::ratioOnly:
      return QStringLiteral("ratio");
    case LiveView::full:
      break;
  }
  return QStringLiteral("full");
}

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

LiveView savedLiveView() {
  const QString chosen = QSettings().value(liveViewKey).toString();
  for (const LiveView view : {LiveView::off, LiveView::ratioOnly}) {
    if (chosen == nameOf(view)) return view;
  }
  return LiveView::full;
}

void saveLiveView(LiveView view) {
  QSettings().setValue(liveViewKey, nameOf(view));
}

Uuid savedPerson() {
  return Uuid::fromString(fromQt(QSettings().value(personKey).toString())).value_or(Uuid{});
}

void savePerson(const Uuid& person) {
  QSettings().setValue(personKey, toQt(person.toString()));
}

}  // namespace sparring::ui
