#include "review/turn_strip.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "bridge/remarks.h"
#include "widgets/icon.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int stripHeight = 40;
constexpr int cellTop = 6;
constexpr int cellHeight = 26;  // Below it hangs a dot for what people wrote.
constexpr qreal gap = 3;
constexpr qreal widestCell = 64;
constexpr qreal glyphSize = 11;
constexpr qreal dotSize = 6;

}  // namespace

TurnStrip::TurnStrip(QWidget* parent) : QAbstractSlider(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setOrientation(Qt::Horizontal);
  setSingleStep(1);
  setPageStep(1);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Turns of the call"));
  setCursor(Qt::PointingHandCursor);
}

void TurnStrip::setCells(const QList<TurnCell>& cells) {
  m_cells = cells;
  setRange(0, std::max(0, static_cast<int>(cells.size()) - 1));
  setAccessibleDescription(describe(value()));
  update();
}

QSize TurnStrip::sizeHint() const {
  return {360, stripHeight};
}

QSize TurnStrip::minimumSizeHint() const {
  return {160, stripHeight};
}

QRectF TurnStrip::boxOf(int cell) const {
  const qreal count = std::max<qreal>(1, static_cast<qreal>(m_cells.size()));
  const qreal pitch = std::min(width() / count, widestCell);
  return {cell * pitch + gap / 2, cellTop, pitch - gap, cellHeight};
}

int TurnStrip::cellAt(qreal x) const {
  const qreal pitch = boxOf(0).width() + gap;
  const qreal from = layoutDirection() == Qt::RightToLeft ? width() - x : x;
  return std::clamp(static_cast<int>(from / pitch), minimum(), maximum());
}

QString TurnStrip::describe(int cell) const {
  if (cell < 0 || cell >= m_cells.size()) return {};
  const TurnCell& shown = m_cells[cell];
  QStringList parts{tr("Turn %1 of %2").arg(cell + 1).arg(m_cells.size())};
  if (shown.earned) parts.append(tr("earned"));
  if (shown.cost) parts.append(tr("cost"));
  if (shown.remarks > 0) parts.append(remarkCountText(shown.remarks));
  if (shown.unsaved) parts.append(tr("not saved yet: what you began to write"));
  return parts.join(QStringLiteral(", "));
}

void TurnStrip::sliderChange(SliderChange change) {
  setAccessibleDescription(describe(value()));
  QAbstractSlider::sliderChange(change);
  update();
}

bool TurnStrip::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QAbstractSlider::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  if (!m_cells.isEmpty()) {
    QToolTip::showText(help->globalPos(), toolTipOf(describe(cellAt(help->pos().x()))), this);
  }
  return true;
}

void TurnStrip::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  setSliderDown(true);
  setSliderPosition(cellAt(event->position().x()));
}

void TurnStrip::mouseMoveEvent(QMouseEvent* event) {
  if (isSliderDown()) setSliderPosition(cellAt(event->position().x()));
}

void TurnStrip::mouseReleaseEvent(QMouseEvent*) {
  setSliderDown(false);
}

void TurnStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Colors& c = colors();
  for (int i = 0; i < m_cells.size(); ++i) {
    const QRectF box = mirrored(*this, boxOf(i));
    const TurnCell& cell = m_cells[i];
    const bool current = i == value();
    paintPanel(painter, box, 5,
               current       ? c.accentSoft
               : i < value() ? c.track
                             : c.raised,
               current ? c.accent : c.line, current ? 2.0 : 1.0);
    QList<Icon> glyphs;
    if (cell.earned) glyphs.append(Icon::check);
    if (cell.cost) glyphs.append(Icon::cross);
    if (glyphs.size() > 1 && 2 * (glyphSize + 2) > box.width()) glyphs = {Icon::cross};
    const qreal wide = static_cast<qreal>(glyphs.size()) * (glyphSize + 1) - 1;
    qreal x = box.center().x() - wide / 2;
    for (const Icon glyph : std::as_const(glyphs)) {
      paintIcon(painter, QRectF(x, box.center().y() - glyphSize / 2, glyphSize, glyphSize), glyph,
                glyph == Icon::check ? c.earned : c.cost);
      x += glyphSize + 1;
    }
    // A full dot for what stands, a ring for what is not saved yet, side by side.
    const qreal apart = cell.remarks > 0 && cell.unsaved ? dotSize : 0;
    const QRectF dot(box.center().x() - dotSize / 2, box.bottom() + 2, dotSize, dotSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.noted);
    if (cell.remarks > 0) painter.drawEllipse(dot.translated(-apart, 0));
    painter.setPen(QPen(c.noted, 1.2));
    painter.setBrush(Qt::NoBrush);
    if (cell.unsaved) painter.drawEllipse(dot.translated(apart, 0));
  }
  if (hasFocus()) paintFocusRing(painter, rect(), space::controlRadius);
}

}  // namespace sparring::ui
