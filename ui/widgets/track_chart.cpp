#include "widgets/track_chart.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>

#include "widgets/icon.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int nameWidth = 92;
constexpr int headHeight = 30;  // The number of a step, and what it earned and cost.
constexpr int lineHeight = 40;
constexpr int bandHeight = 22;
constexpr int laneGap = 12;
constexpr int targetWidth = 44;  // For what a line across means, beside the columns.
constexpr qreal widestColumn = 120;
constexpr qreal glyphSize = 11;
constexpr qreal dotSize = 7;

int heightOf(const TrackLane& lane) {
  return lane.kind == TrackLane::Kind::line ? lineHeight : bandHeight;
}

qreal levelOf(const QRectF& box, double value) {
  return box.bottom() - std::clamp(value, 0.0, 1.0) * box.height();
}

}  // namespace

TrackChart::TrackChart(QWidget* parent) : QAbstractSlider(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setOrientation(Qt::Horizontal);
  setSingleStep(1);
  setPageStep(3);
  setMouseTracking(true);
  setFont(fontOf(TextRole::small));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAttribute(Qt::WA_Hover);
}

void TrackChart::setTrack(const QString& stepName, const QList<TrackStep>& steps,
                          const QList<TrackLane>& lanes) {
  m_stepName = stepName;
  m_steps = steps;
  m_lanes = lanes;
  setRange(0, std::max(0, static_cast<int>(steps.size()) - 1));
  setAccessibleDescription(describe(value()));
  updateGeometry();
  update();
}

QString TrackChart::describe(int step) const {
  if (step < 0 || step >= m_steps.size()) return {};
  QStringList parts{m_stepName.arg(step + 1)};
  if (m_steps[step].earned) parts.append(tr("earned"));
  if (m_steps[step].cost) parts.append(tr("cost"));
  for (const TrackLane& lane : m_lanes) {
    if (!lane.texts[step].isEmpty()) parts.append(lane.texts[step]);
  }
  return parts.join(QStringLiteral(", "));
}

QSize TrackChart::sizeHint() const {
  int height = headHeight;
  for (const TrackLane& lane : m_lanes) height += laneGap + heightOf(lane);
  return {640, height + laneGap};
}

QSize TrackChart::minimumSizeHint() const {
  return {280, sizeHint().height()};
}

QRectF TrackChart::plot() const {
  return QRectF(rect()).adjusted(nameWidth, 0, -targetWidth, 0);
}

QRectF TrackChart::columnOf(int step) const {
  const QRectF area = plot();
  const qreal count = std::max<qreal>(1, static_cast<qreal>(m_steps.size()));
  const qreal pitch = std::min(area.width() / count, widestColumn);
  return {area.left() + step * pitch, area.top(), pitch, area.height()};
}

QRectF TrackChart::boxOf(int lane) const {
  qreal top = headHeight + laneGap;
  for (int i = 0; i < lane; ++i) top += heightOf(m_lanes[i]) + laneGap;
  const QRectF columns = columnOf(0).united(columnOf(std::max(0, maximum())));
  return {columns.left(), top, columns.width(), static_cast<qreal>(heightOf(m_lanes[lane]))};
}

int TrackChart::stepAt(const QPointF& point) const {
  const qreal x = layoutDirection() == Qt::RightToLeft ? width() - point.x() : point.x();
  for (int i = 0; i < m_steps.size(); ++i) {
    const QRectF column = columnOf(i);
    if (x >= column.left() && x < column.right()) return i;
  }
  return -1;
}

void TrackChart::sliderChange(SliderChange change) {
  setAccessibleDescription(describe(value()));
  QAbstractSlider::sliderChange(change);
  update();
}

bool TrackChart::event(QEvent* event) {
  // While it has the keyboard, a slider's keys are its own, whatever they do elsewhere on a page.
  if (event->type() == QEvent::ShortcutOverride) {
    switch (static_cast<QKeyEvent*>(event)->key()) {
      case Qt::Key_Left:
      case Qt::Key_Right:
      case Qt::Key_Home:
      case Qt::Key_End:
        event->accept();
        return true;
      default:
        break;
    }
  }
  if (event->type() != QEvent::ToolTip) return QAbstractSlider::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int step = stepAt(help->pos());
  if (step < 0) {
    QToolTip::hideText();
  } else {
    QToolTip::showText(help->globalPos(), toolTipOf(describe(step)), this);
  }
  return true;
}

// Up and down belong to the page; the others are a slider's.
void TrackChart::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      if (!m_steps.isEmpty()) emit stepChosen(value());
      return;
    case Qt::Key_Up:
    case Qt::Key_Down:
      event->ignore();
      return;
    default:
      QAbstractSlider::keyPressEvent(event);
  }
}

void TrackChart::mouseMoveEvent(QMouseEvent* event) {
  m_hovered = stepAt(event->position());
  setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
  update();
}

void TrackChart::leaveEvent(QEvent*) {
  m_hovered = -1;
  update();
}

void TrackChart::mousePressEvent(QMouseEvent*) {}

void TrackChart::mouseReleaseEvent(QMouseEvent* event) {
  const int step = stepAt(event->position());
  if (event->button() != Qt::LeftButton || step < 0) return;
  setValue(step);
  emit stepChosen(step);
}

// The numbers of the steps, what they earned and cost, and the step in question from top to bottom.
void TrackChart::paintColumns(QPainter& painter) const {
  const Colors& c = colors();
  for (int i = 0; i < m_steps.size(); ++i) {
    const QRectF column = mirrored(*this, columnOf(i));
    const bool current = i == value() && hasFocus();
    if (current || i == m_hovered) {
      paintPanel(painter, column.adjusted(1, 1, -1, -1), 5, current ? c.accentSoft : c.raised,
                 Qt::transparent);
    }
    painter.setPen(current ? c.text : c.mutedText);
    const bool crowded = column.width() < 18 && i % 5 != 4;
    if (!crowded) {
      painter.drawText(QRectF(column.left() - 8, 2, column.width() + 16, 13), Qt::AlignCenter,
                       QString::number(i + 1));
    }
    QList<Icon> glyphs;
    if (m_steps[i].earned) glyphs.append(Icon::check);
    if (m_steps[i].cost) glyphs.append(Icon::cross);
    if (glyphs.size() > 1 && 2 * (glyphSize + 2) > column.width()) glyphs = {Icon::cross};
    const qreal wide = static_cast<qreal>(glyphs.size()) * (glyphSize + 1) - 1;
    qreal x = column.center().x() - wide / 2;
    for (const Icon glyph : std::as_const(glyphs)) {
      paintIcon(painter, QRectF(x, 17, glyphSize, glyphSize), glyph,
                glyph == Icon::check ? c.earned : c.cost);
      x += glyphSize + 1;
    }
  }
}

void TrackChart::paintName(QPainter& painter, const QRectF& box, const QString& name) const {
  painter.setPen(colors().mutedText);
  ui::paintLine(painter, *this,
                mirrored(*this, QRectF(0, box.top(), nameWidth - space::small, box.height())),
                name);
}

void TrackChart::paintLine(QPainter& painter, int lane) const {
  const Colors& c = colors();
  const TrackLane& shown = m_lanes[lane];
  const QRectF box = boxOf(lane);
  const QRectF ground = mirrored(*this, box);
  painter.setPen(QPen(c.line, 1));
  painter.drawLine(ground.bottomLeft(), ground.bottomRight());
  if (shown.target) {
    const qreal y = levelOf(box, *shown.target);
    painter.setPen(QPen(c.controlLine, 1, Qt::DashLine));
    painter.drawLine(QPointF(ground.left(), y), QPointF(ground.right(), y));
    painter.setPen(c.mutedText);
    ui::paintLine(
        painter, *this,
        mirrored(*this, QRectF(box.right() + space::tiny, y - 8, targetWidth - space::tiny, 16)),
        shown.targetText);
  }
  QPainterPath path;
  bool begun = false;
  QList<QPair<int, QPointF>> dots;
  for (int i = 0; i < m_steps.size(); ++i) {
    if (!shown.values[i]) continue;
    const QRectF column = mirrored(*this, columnOf(i));
    const QPointF at(column.center().x(), levelOf(box, *shown.values[i]));
    begun ? path.lineTo(at) : path.moveTo(at);
    begun = true;
    dots.append({i, at});
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(c.accent, 1.8));
  painter.drawPath(path);
  for (const auto& [step, at] : std::as_const(dots)) {
    const bool marked = (step == value() && hasFocus()) || step == m_hovered;
    const qreal size = marked ? dotSize + 3 : dotSize;
    painter.setPen(QPen(c.accent, 1.6));
    painter.setBrush(marked ? c.accent : c.surface);
    painter.drawEllipse(at, size / 2, size / 2);
  }
}

void TrackChart::paintBands(QPainter& painter, int lane) const {
  const Colors& c = colors();
  const TrackLane& shown = m_lanes[lane];
  const QRectF box = boxOf(lane);
  int begin = 0;
  bool odd = false;
  while (begin < m_steps.size()) {
    int end = begin + 1;
    while (end < m_steps.size() && shown.texts[end] == shown.texts[begin]) ++end;
    if (!shown.texts[begin].isEmpty()) {
      QRectF band = columnOf(begin).united(columnOf(end - 1));
      band = mirrored(*this, QRectF(band.left() + 1, box.top(), band.width() - 2, box.height()));
      paintPanel(painter, band, 5, odd ? c.track : c.raised, c.line);
      painter.setPen(c.text);
      const QString text = painter.fontMetrics().elidedText(shown.texts[begin], Qt::ElideRight,
                                                            static_cast<int>(band.width()) - 8);
      painter.drawText(band, Qt::AlignCenter, text);
    }
    odd = !odd;
    begin = end;
  }
}

void TrackChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  painter.setFont(font());
  paintColumns(painter);
  for (int i = 0; i < m_lanes.size(); ++i) {
    paintName(painter, boxOf(i), m_lanes[i].name);
    m_lanes[i].kind == TrackLane::Kind::line ? paintLine(painter, i) : paintBands(painter, i);
  }
  // Around the columns: what is written beside them is not in their way.
  const QRectF columns = columnOf(0).united(columnOf(std::max(0, maximum())));
  if (hasFocus()) paintFocusRing(painter, mirrored(*this, columns), space::controlRadius);
}

}  // namespace sparring::ui
