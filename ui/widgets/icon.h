// Our own line icons, 24 by 24 units, drawn in the colour of the moment. Files are in
// ui/resources/icons; a themed icon keeps following the theme after it was set on a button.
#pragma once

#include <QColor>
#include <QIcon>

class QPainter;
class QRectF;

namespace sparring::ui {

enum class Icon {
  none,
  home,
  practice,
  review,
  author,
  settings,
  play,
  pause,
  stop,
  back,
  forward,
  undo,
  redo,
  retry,
  check,
  cross,
  ring,
  info,
  warning,
  error,
  close,
  chevronRight,
  chevronDown,
  search,
  add,
  remove,
  edit,
  comment,
  flag,
  person,
  people,
  clock,
  target,
  hint,
  importFile,
  exportFile,
  keyboard,
  chart,
  book,
  star,
  arrowUp,
  arrowDown,
  copy,
  trash
};

void paintIcon(QPainter& painter, const QRectF& box, Icon icon, const QColor& color);

// In text colour; muted where disabled; in accentText where it is selected or `onAccent`.
QIcon themedIcon(Icon icon, bool onAccent = false);

}  // namespace sparring::ui
