#include "widgets/keyboard_manners.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace sparring::ui {
namespace {

class KeyboardManners : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject* watched, QEvent* event) override {
    auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr) return false;
    if (event->type() == QEvent::FocusIn) bringIntoView(widget);
    if (event->type() == QEvent::Wheel && changesByWheel(widget)) {
      event->ignore();  // The page gets it and scrolls.
      return true;
    }
    if (event->type() != QEvent::KeyPress || !isPlainButton(widget)) return false;
    return handle(static_cast<QAbstractButton*>(widget), static_cast<QKeyEvent*>(event));
  }

 private:
  // A field under the pointer is not what somebody who scrolls wants to change.
  static bool changesByWheel(const QWidget* widget) {
    return qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
  }

  // Cards and score bars have manners of their own.
  static bool isPlainButton(const QWidget* widget) {
    return qobject_cast<const QPushButton*>(widget) != nullptr ||
           qobject_cast<const QToolButton*>(widget) != nullptr ||
           qobject_cast<const QCheckBox*>(widget) != nullptr;
  }

  static bool handle(QAbstractButton* button, QKeyEvent* event) {
    switch (event->key()) {
      case Qt::Key_Return:
      case Qt::Key_Enter:
        if (!event->isAutoRepeat()) button->click();
        return true;
      case Qt::Key_Up:
      case Qt::Key_Down:
        if (button->parentWidget() != nullptr) {
          QCoreApplication::sendEvent(button->parentWidget(), event);
        }
        return true;
      default:
        return false;
    }
  }

  static void bringIntoView(QWidget* widget) {
    for (QWidget* above = widget->parentWidget(); above != nullptr; above = above->parentWidget()) {
      auto* area = qobject_cast<QScrollArea*>(above);
      if (area != nullptr && area->widget() != nullptr && area->widget()->isAncestorOf(widget)) {
        area->ensureWidgetVisible(widget);
      }
    }
  }
};

}  // namespace

void installKeyboardManners() {
  static QObject* manners = nullptr;
  if (manners != nullptr) return;
  manners = new KeyboardManners(qApp);
  qApp->installEventFilter(manners);
}

}  // namespace sparring::ui
