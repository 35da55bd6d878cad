#include "widgets/ratio_bar.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {

namespace {

constexpr int barHeight = 12;
constexpr int tickReach = 4;  // How far the tick stands out of the bar.

}  // namespace

RatioBar::RatioBar(QWidget* parent)
    : QWidget(parent),
      m_firstName(tr("About them")),
      m_secondName(tr("About us")),
      m_targetLabel(tr("4 : 1")) {
  setFont(fontOf(TextRole::small));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Balance"));
  describe();
}

void RatioBar::setNames(const QString& first, const QString& second) {
  m_firstName = first;
  m_secondName = second;
  describe();
}

void RatioBar::setCounts(int first, int second) {
  m_first = std::max(first, 0);
  m_second = std::max(second, 0);
  describe();
}

void RatioBar::setTarget(std::optional<double> share, const QString& label) {
  m_target = share;
  m_targetLabel = label;
  updateGeometry();
  describe();
}

QSize RatioBar::sizeHint() const {
  const int line = fontMetrics().height();
  const int under = m_target ? tickReach + 2 + line : 0;
  return {280, line + space::small + barHeight + under};
}

QSize RatioBar::minimumSizeHint() const {
  return {160, sizeHint().height()};
}

void RatioBar::describe() {
  const int all = m_first + m_second;
  QString text = tr("Nothing yet.");
  if (all > 0)
    text = tr("%1: %2. %3: %4. Share of the first: %5 %.")
               .arg(m_firstName)
               .arg(m_first)
               .arg(m_secondName)
               .arg(m_second)
               .arg(std::lround(100.0 * m_first / all));
  if (m_target) text += u' ' + tr("Target: %1 %.").arg(std::lround(100.0 * *m_target));
  setAccessibleDescription(text);
  setToolTip(toolTipOf(text));
  update();
}

void RatioBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LayoutDirectionChange) update();
}

void RatioBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Colors& c = colors();
  const int line = fontMetrics().height();
  const int all = m_first + m_second;
  const QRectF upper(0, 0, width(), line);
  const QRectF bar(0, line + space::small, width(), barHeight);
  const QFont strong = fontOf(TextRole::smallStrong);

  const auto caption = [&](const QString& name, int number, bool leading) {
    QRectF half = upper;
    half.setWidth(width() / 2.0 - space::tiny);
    if (!leading) half.moveRight(width());
    const QString figures = QString::number(number);
    const qreal figuresRoom = QFontMetricsF(strong).horizontalAdvance(figures) + 5;
    QRectF nameBox = half.adjusted(leading ? 0 : figuresRoom, 0, leading ? -figuresRoom : 0, 0);
    nameBox.setWidth(std::min(nameBox.width(), fontMetrics().horizontalAdvance(name) + 1.0));
    if (!leading) nameBox.moveRight(width());
    QRectF figuresBox(leading ? nameBox.right() + 5 : nameBox.left() - figuresRoom, 0,
                      figuresRoom - 4, line);
    painter.setFont(font());
    painter.setPen(c.mutedText);
    paintLine(painter, *this, mirrored(*this, nameBox), name);
    painter.setFont(strong);
    painter.setPen(c.text);
    paintLine(painter, *this, mirrored(*this, figuresBox), figures);
  };
  if (all > 0) {
    caption(m_firstName, m_first, true);
    caption(m_secondName, m_second, false);
  } else {
    painter.setPen(c.mutedText);
    paintLine(painter, *this, upper, tr("Nothing yet"));
  }

  QPainterPath outline;
  outline.addRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
  painter.fillPath(outline, c.track);
  if (all > 0) {
    const qreal split = width() * static_cast<qreal>(m_first) / all;
    painter.save();
    painter.setClipPath(outline);
    const QRectF first(0, bar.top(), std::max(split - 1, 0.0), barHeight);
    const QRectF second(std::min(split + 1, bar.right()), bar.top(), width(), barHeight);
    painter.fillRect(mirrored(*this, first), c.accent);
    if (m_second > 0) painter.fillRect(mirrored(*this, second.intersected(bar)), c.controlLine);
    painter.restore();
  }

  if (!m_target) return;
  const qreal x = mirrored(*this, QRectF(width() * *m_target - 1, 0, 2, 0)).center().x();
  const QRectF tick(x - 1, bar.top() - tickReach, 2, barHeight + 2 * tickReach);
  painter.fillRect(tick.adjusted(-1.5, tickReach, 1.5, -tickReach), c.surface);
  painter.fillRect(tick, c.text);
  painter.setFont(font());
  painter.setPen(c.mutedText);
  const qreal room = fontMetrics().horizontalAdvance(m_targetLabel) + 2;
  const qreal left = std::clamp(x - room / 2, 0.0, std::max(width() - room, 0.0));
  painter.drawText(QRectF(left, tick.bottom() + 2, room, line), Qt::AlignCenter, m_targetLabel);
}

}  // namespace sparring::ui
