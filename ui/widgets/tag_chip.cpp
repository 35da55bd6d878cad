#include "widgets/tag_chip.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/icon.h"
#include "widgets/paint.h"

namespace sparring::ui {

namespace {

constexpr int glyphSize = 12;
constexpr int sidePadding = 9;

Icon glyphOf(Tone tone) {
  switch (tone) {
    case Tone::earned:
      return Icon::check;
    case Tone::cost:
      return Icon::cross;
    case Tone::noted:
      return Icon::comment;
    case Tone::neutral:
      break;
  }
  return Icon::ring;
}

}  // namespace

TagChip::TagChip(const Tag& tag, QWidget* parent) : QAbstractButton(parent) {
  setFont(fontOf(TextRole::smallStrong));
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  setClickable(false);
  setTag(tag);
}

void TagChip::setTag(const Tag& tag) {
  m_tag = tag;
  const QString pattern = tag.tone == Tone::earned ? tr("Earned: %1")
                          : tag.tone == Tone::cost ? tr("Cost: %1")
                                                   : QStringLiteral("%1");
  setAccessibleName(pattern.arg(tag.text));
  setAccessibleDescription(tag.note);
  setToolTip(toolTipOf(tag.note));
  updateGeometry();
  update();
}

void TagChip::setClickable(bool clickable) {
  setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
  setAttribute(Qt::WA_Hover, clickable);
  setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

int TagChip::textLeft() const {
  return sidePadding + (m_tag.showGlyph ? glyphSize + space::tiny : 0);
}

QSize TagChip::sizeHint() const {
  const QFontMetrics metrics(font());
  return {sidePadding + textLeft() + metrics.horizontalAdvance(m_tag.text) + 1,
          metrics.height() + space::small};
}

QSize TagChip::minimumSizeHint() const {
  return {std::min(sizeHint().width(), textLeft() + sidePadding + 40), sizeHint().height()};
}

void TagChip::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    click();
  else
    QAbstractButton::keyPressEvent(event);
}

void TagChip::mousePressEvent(QMouseEvent* event) {
  if (focusPolicy() == Qt::NoFocus)
    event->ignore();
  else
    QAbstractButton::mousePressEvent(event);
}

void TagChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const QRectF box(rect());
  const QColor ink = m_tag.tone == Tone::neutral ? colors().text : inkOf(m_tag.tone);
  const bool stronger = focusPolicy() != Qt::NoFocus && (underMouse() || isDown());
  const QColor outline =
      stronger ? ink : (m_tag.tone == Tone::neutral ? colors().line : softOf(m_tag.tone));
  paintPanel(painter, box, box.height() / 2, softOf(m_tag.tone), outline);
  if (m_tag.showGlyph) {
    const QRectF glyph(sidePadding, (height() - glyphSize) / 2.0, glyphSize, glyphSize);
    paintIcon(painter, mirrored(*this, glyph), glyphOf(m_tag.tone), inkOf(m_tag.tone));
  }
  painter.setPen(ink);
  paintLine(painter, *this,
            mirrored(*this, QRectF(textLeft(), 0, width() - textLeft() - sidePadding, height())),
            m_tag.text);
  if (hasFocus()) paintFocusRing(painter, box, box.height() / 2);
}

}  // namespace sparring::ui
