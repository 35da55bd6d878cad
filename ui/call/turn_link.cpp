#include "call/turn_link.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <climits>

#include "widgets/icon.h"
#include "widgets/paint.h"

namespace sparring::ui {
namespace {

constexpr int padding = 6;
constexpr qreal glyphSize = 13;
constexpr int leastWidth = 160;

}  // namespace

TurnLink::TurnLink(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setCursor(Qt::PointingHandCursor);
  QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void TurnLink::show(int position, Tone tone, const QString& words, const QString& reason) {
  m_number = tr("Turn %1").arg(position + 1);
  m_words = QStringLiteral("“%1”").arg(words);
  m_reason = reason;
  m_tone = tone;
  setAccessibleName(tr("%1: %2").arg(m_number, m_words));
  setAccessibleDescription(m_reason);
  setToolTip(toolTipOf(m_reason.isEmpty() ? m_words : m_words + u'\n' + m_reason));
  updateGeometry();
  update();
}

// Beneath the first line, beside the glyph; as high as the text.
QRectF TurnLink::reasonBox(int width) const {
  constexpr int left = space::small + static_cast<int>(glyphSize) + space::small;
  const int top = padding + QFontMetrics(fontOf(TextRole::body)).height() + 2;
  const QRect room(left, top, std::max(1, width - left - space::small), INT_MAX / 2);
  return QFontMetrics(fontOf(TextRole::small))
      .boundingRect(room, Qt::TextWordWrap, m_reason)
      .united(QRect(left, top, room.width(), 0));
}

int TurnLink::heightForWidth(int width) const {
  const int first = QFontMetrics(fontOf(TextRole::body)).height() + 2 * padding;
  return m_reason.isEmpty() ? first : static_cast<int>(reasonBox(width).bottom()) + padding + 1;
}

QSize TurnLink::sizeHint() const {
  constexpr int width = 320;
  return {width, heightForWidth(width)};
}

QSize TurnLink::minimumSizeHint() const {
  return {leastWidth, QFontMetrics(fontOf(TextRole::body)).height() + 2 * padding};
}

void TurnLink::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    click();
  } else {
    QAbstractButton::keyPressEvent(event);
  }
}

void TurnLink::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Colors& c = colors();
  paintPanel(painter, rect(), space::controlRadius,
             isDown()       ? c.accentSoft
             : underMouse() ? c.raised
                            : c.surface,
             c.line);
  const QRectF inner = QRectF(rect()).adjusted(space::small, padding, -space::small, -padding);
  const QFontMetricsF strong(fontOf(TextRole::strong));
  const qreal lineHeight = QFontMetricsF(fontOf(TextRole::body)).height();
  const QRectF glyph(inner.left(), inner.top() + (lineHeight - glyphSize) / 2, glyphSize,
                     glyphSize);
  paintIcon(painter, mirrored(*this, glyph), m_tone == Tone::earned ? Icon::check : Icon::cross,
            inkOf(m_tone));
  qreal left = inner.left() + glyphSize + space::small;
  painter.setFont(fontOf(TextRole::strong));
  painter.setPen(c.text);
  const qreal numberWidth = strong.horizontalAdvance(m_number) + 1;
  paintLine(painter, *this, mirrored(*this, QRectF(left, inner.top(), numberWidth, lineHeight)),
            m_number);
  painter.setFont(fontOf(TextRole::body));
  painter.setPen(c.accent);
  const qreal wordsLeft = left + numberWidth + space::small;
  paintLine(painter, *this,
            mirrored(*this, QRectF(wordsLeft, inner.top(), inner.right() - wordsLeft, lineHeight)),
            m_words);
  if (!m_reason.isEmpty()) {
    painter.setFont(fontOf(TextRole::small));
    painter.setPen(c.mutedText);
    painter.drawText(mirrored(*this, reasonBox(width())), Qt::TextWordWrap, m_reason);
  }
  if (hasFocus()) paintFocusRing(painter, rect(), space::controlRadius);
}

}  // namespace sparring::ui
