#include "widgets/paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QWidget>
#include <algorithm>

#include "widgets/theme.h"

namespace sparring::ui {

namespace {

qreal digitWidth(const QFontMetricsF& metrics) {
  qreal widest = 0;
  for (char16_t digit = u'0'; digit <= u'9'; ++digit)
    widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
  return widest;
}

qreal advanceOf(const QFontMetricsF& metrics, QChar character, qreal digit) {
  return character.isDigit() ? digit : metrics.horizontalAdvance(character);
}

}  // namespace

void preparePainter(QPainter& painter) {
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

void paintPanel(QPainter& painter, const QRectF& box, qreal radius, const QColor& fill,
                const QColor& outline, qreal width) {
  const qreal half = width / 2;
  painter.setPen(QPen(outline, width));
  painter.setBrush(fill);
  painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half);
}

void paintFocusRing(QPainter& painter, const QRectF& box, qreal radius) {
  paintPanel(painter, box, radius, Qt::transparent, colors().focusRing, 2.0);
}

void paintLine(QPainter& painter, const QWidget& widget, const QRectF& box, const QString& text,
               bool leading) {
  const Qt::Alignment side = leading ? Qt::AlignLeft : Qt::AlignRight;
  const Qt::Alignment placed =
      QStyle::visualAlignment(widget.layoutDirection(), side | Qt::AlignVCenter);
  const QString shown =
      QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, box.width() + 0.5);
  painter.drawText(box, static_cast<int>(placed) | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

void paintFigures(QPainter& painter, const QRectF& box, const QString& text) {
  const QFontMetricsF metrics(painter.font());
  const qreal digit = digitWidth(metrics);
  const qreal baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
  qreal x = box.left();
  for (const QChar character : text) {
    const qreal advance = advanceOf(metrics, character, digit);
    const qreal inset = (advance - metrics.horizontalAdvance(character)) / 2;
    painter.drawText(QPointF(x + inset, baseline), QString(character));
    x += advance;
  }
}

qreal figuresWidth(const QPainter& painter, const QString& text) {
  const QFontMetricsF metrics(painter.font());
  const qreal digit = digitWidth(metrics);
  qreal width = 0;
  for (const QChar character : text) width += advanceOf(metrics, character, digit);
  return width;
}

QRectF mirrored(const QWidget& widget, const QRectF& box) {
  if (widget.layoutDirection() == Qt::LeftToRight) return box;
  QRectF flipped = box;
  flipped.moveLeft(widget.width() - box.right());
  return flipped;
}

}  // namespace sparring::ui
