#include "author/list_row.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "widgets/icon.h"

namespace sparring::ui {

ListRow::ListRow(std::function<void(ListAction)> act, QWidget* parent)
    : QWidget(parent), m_act(std::move(act)) {}

void ListRow::addButtons(QHBoxLayout& row, const QString& itemName) {
  struct Button {
    ListAction action;
    Icon icon;
    QString name;
    QString keys;
  };
  const Button buttons[] = {
      {ListAction::up, Icon::arrowUp, tr("Move %1 up").arg(itemName), tr("Alt+Up")},
      {ListAction::down, Icon::arrowDown, tr("Move %1 down").arg(itemName), tr("Alt+Down")},
      {ListAction::duplicate, Icon::copy, tr("Duplicate %1").arg(itemName), tr("Ctrl+D")},
      {ListAction::remove, Icon::trash, tr("Remove %1").arg(itemName), tr("Alt+Delete")}};
  for (const Button& each : buttons) {
    auto* button = new QToolButton(this);
    button->setIcon(themedIcon(each.icon));
    button->setIconSize({14, 14});
    button->setAccessibleName(each.name);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(each.name, each.keys));
    button->setFocusPolicy(Qt::NoFocus);
    button->setProperty("compact", true);
    connect(button, &QToolButton::clicked, this, [this, action = each.action] { act(action); });
    row.addWidget(button, 0, Qt::AlignTop);
  }
}

ListRow* ListRow::around(QWidget* widget) {
  while (widget != nullptr && qobject_cast<ListRow*>(widget) == nullptr) {
    widget = widget->parentWidget();
  }
  return qobject_cast<ListRow*>(widget);
}

}  // namespace sparring::ui
