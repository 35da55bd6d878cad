// One element of a list on a form, and what can be done with it by key or button wherever the focus
// is inside it.
#pragma once

#include <QString>
#include <QWidget>
#include <functional>

class QHBoxLayout;

namespace sparring::ui {

enum class ListAction { add, duplicate, remove, up, down };

class ListRow : public QWidget {
  Q_OBJECT

 public:
  ListRow(std::function<void(ListAction)> act, QWidget* parent);

  void act(ListAction action) const { m_act(action); }

  // Small buttons for up, down and remove. The keyboard has keys for them instead of tab stops.
  void addButtons(QHBoxLayout& row, const QString& itemName);

  // The innermost row that holds a widget; null where none does.
  static ListRow* around(QWidget* widget);

 private:
  std::function<void(ListAction)> m_act;
};

}  // namespace sparring::ui
