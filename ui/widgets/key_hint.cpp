#include "widgets/key_hint.h"

#include <QPainter>
#include <algorithm>

#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {

namespace {

constexpr int capPadding = 7;
constexpr int capGap = 4;

QFont capFont() {
  return fontOf(TextRole::smallStrong);
}

int capHeight() {
  return QFontMetrics(capFont()).height() + 6;
}

int capWidth(const QString& cap) {
  return std::max(QFontMetrics(capFont()).horizontalAdvance(cap) + 2 * capPadding, capHeight());
}

}  // namespace

KeyHint::KeyHint(const QString& keys, const QString& text, QWidget* parent) : QWidget(parent) {
  setFont(fontOf(TextRole::small));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setKeys(keys, text);
}

void KeyHint::setKeys(const QString& keys, const QString& text) {
  m_caps = keys.split(u'+', Qt::SkipEmptyParts);
  if (keys.endsWith(u'+')) m_caps.append(QStringLiteral("+"));
  m_text = text;
  setAccessibleName(text.isEmpty() ? keys : tr("%1: %2").arg(keys, text));
  updateGeometry();
  update();
}

QSize KeyHint::sizeHint() const {
  int width = 0;
  for (const QString& cap : m_caps) width += capWidth(cap) + capGap;
  return {width + space::tiny + fontMetrics().horizontalAdvance(m_text) + 1, capHeight() + 1};
}

void KeyHint::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Colors& c = colors();
  painter.setFont(capFont());
  qreal x = 0;
  for (const QString& cap : std::as_const(m_caps)) {
    const QRectF box = mirrored(*this, QRectF(x, 0, capWidth(cap), capHeight()));
    // A second, lower outline gives the cap its thickness.
    paintPanel(painter, box.translated(0, 1), 5, c.controlLine, c.controlLine);
    paintPanel(painter, box, 5, c.surface, c.controlLine);
    painter.setPen(c.text);
    painter.drawText(box, Qt::AlignCenter, cap);
    x += capWidth(cap) + capGap;
  }
  x += space::tiny;
  painter.setFont(font());
  painter.setPen(c.mutedText);
  paintLine(painter, *this, mirrored(*this, QRectF(x, 0, width() - x, capHeight())), m_text);
}

}  // namespace sparring::ui
