#include "widgets/accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QWidget>

namespace sparring::ui {

namespace {

QAccessibleInterface* interfaceOf(const QString& className, QObject* object) {
  static const QHash<QString, QAccessible::Role> roles = {
      {QStringLiteral("sparring::ui::RatioBar"), QAccessible::Graphic},
      {QStringLiteral("sparring::ui::ClockDial"), QAccessible::Graphic},
      {QStringLiteral("sparring::ui::ScoreRing"), QAccessible::Graphic},
      {QStringLiteral("sparring::ui::KeyHint"), QAccessible::StaticText},
      {QStringLiteral("sparring::ui::Bubble"), QAccessible::Grouping},
      {QStringLiteral("sparring::ui::MarkCard"), QAccessible::Grouping},
      {QStringLiteral("sparring::ui::RemarkBlock"), QAccessible::Grouping},
      {QStringLiteral("sparring::ui::OptionList"), QAccessible::Grouping},
      {QStringLiteral("sparring::ui::EmptyState"), QAccessible::Grouping},
      {QStringLiteral("sparring::ui::Banner"), QAccessible::AlertMessage},
  };
  auto* widget = qobject_cast<QWidget*>(object);
  if (!widget) return nullptr;
  // A chip that cannot be clicked is text, whatever it is derived from.
  if (className == QLatin1String("sparring::ui::TagChip") && widget->focusPolicy() == Qt::NoFocus)
    return new QAccessibleWidget(widget, QAccessible::StaticText);
  const auto found = roles.constFind(className);
  return found == roles.cend() ? nullptr : new QAccessibleWidget(widget, *found);
}

}  // namespace

void installAccessibleRoles() {
  QAccessible::installFactory(interfaceOf);
}

}  // namespace sparring::ui
