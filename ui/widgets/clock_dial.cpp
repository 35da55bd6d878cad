#include "widgets/clock_dial.h"

#include <QPainter>
#include <algorithm>

#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {

namespace {

constexpr int dialSize = 40;
constexpr int stroke = 5;

}  // namespace

ClockDial::ClockDial(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
  setAccessibleName(tr("Time"));
  describe();
}

void ClockDial::setMinutes(int gone, int total) {
  m_gone = std::max(gone, 0);
  m_total = std::max(total, 0);
  describe();
}

void ClockDial::setLateFrom(double share) {
  m_lateFrom = share;
  describe();
}

void ClockDial::setLabel(const QString& label) {
  m_label = label;
  describe();
}

bool ClockDial::isLate() const {
  return m_total > 0 && m_gone >= m_lateFrom * m_total;
}

QString ClockDial::minutesText() const {
  return m_total > 0 ? tr("%1 of %2 min").arg(m_gone).arg(m_total) : tr("%1 min").arg(m_gone);
}

QString ClockDial::labelText() const {
  if (!m_label.isEmpty()) return m_label;
  if (m_total == 0) return tr("No limit");
  if (m_gone > m_total) return tr("Over time");
  if (m_gone == m_total) return tr("Time is up");
  const QString left = tr("%1 min left").arg(m_total - m_gone);
  return isLate() ? tr("Running late, %1").arg(left) : left;
}

void ClockDial::describe() {
  setAccessibleDescription(minutesText() + QStringLiteral(". ") + labelText());
  updateGeometry();
  update();
}

QSize ClockDial::sizeHint() const {
  const QFontMetrics minutes(fontOf(TextRole::strong));
  const QFontMetrics label(fontOf(TextRole::small));
  // As wide as two-digit minutes, so that nothing beside it moves while time goes.
  const int widest =
      std::max({minutes.horizontalAdvance(tr("%1 of %2 min").arg(88).arg(88)),
                minutes.horizontalAdvance(minutesText()), label.horizontalAdvance(labelText())});
  return {dialSize + space::medium + widest + 2,
          std::max(dialSize, minutes.height() + label.height() + 2)};
}

void ClockDial::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Colors& c = colors();
  const bool late = isLate();
  const QRectF dial(0, (height() - dialSize) / 2.0, dialSize, dialSize);
  const QRectF ring =
      mirrored(*this, dial).adjusted(stroke / 2.0, stroke / 2.0, -stroke / 2.0, -stroke / 2.0);
  painter.setPen(QPen(c.track, stroke));
  painter.drawEllipse(ring);
  if (m_total > 0 && m_gone > 0) {
    const double share = std::min(1.0, static_cast<double>(m_gone) / m_total);
    painter.setPen(QPen(late ? c.cost : c.accent, stroke, Qt::SolidLine,
                        share < 1.0 ? Qt::RoundCap : Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, static_cast<int>(-share * 360 * 16));
  }
  const qreal left = dialSize + space::medium;
  const QFontMetrics minutes(fontOf(TextRole::strong));
  const QFontMetrics label(fontOf(TextRole::small));
  const qreal top = (height() - minutes.height() - label.height() - 2) / 2.0;
  const QRectF upper(left, top, width() - left, minutes.height());
  const QRectF lower(left, upper.bottom() + 2, width() - left, label.height());
  painter.setFont(fontOf(TextRole::strong));
  painter.setPen(c.text);
  paintLine(painter, *this, mirrored(*this, upper), minutesText());
  painter.setFont(fontOf(late ? TextRole::smallStrong : TextRole::small));
  painter.setPen(late ? c.cost : c.mutedText);
  paintLine(painter, *this, mirrored(*this, lower), labelText());
}

}  // namespace sparring::ui
