#include "widgets/score_bar.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {

namespace {

constexpr int barHeight = 8;
constexpr int upperPadding = space::tiny;

}  // namespace

ScoreBar::ScoreBar(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setCursor(Qt::PointingHandCursor);
  setFont(fontOf(TextRole::body));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(this, &QAbstractButton::clicked, this, &ScoreBar::activated);
  describe();
}

void ScoreBar::setLabel(const QString& label) {
  m_label = label;
  describe();
}

void ScoreBar::setScore(std::optional<int> score) {
  m_score = score;
  describe();
}

void ScoreBar::setCounts(const QString& counts) {
  m_counts = counts;
  describe();
}

void ScoreBar::describe() {
  const QString score =
      m_score ? tr("%1 of 100").arg(std::clamp(*m_score, 0, 100)) : tr("Not enough to say");
  setAccessibleName(tr("%1: %2").arg(m_label, score));
  setAccessibleDescription(m_counts);
  setToolTip(m_score ? QString() : toolTipOf(m_counts));
  update();
}

QSize ScoreBar::sizeHint() const {
  return {320, 2 * upperPadding + fontMetrics().height() + 5 +
                   QFontMetrics(fontOf(TextRole::small)).height()};
}

QSize ScoreBar::minimumSizeHint() const {
  return {180, sizeHint().height()};
}

void ScoreBar::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    click();
  else
    QAbstractButton::keyPressEvent(event);
}

void ScoreBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Colors& c = colors();
  if (underMouse() || isDown())
    paintPanel(painter, rect(), space::controlRadius, isDown() ? c.accentSoft : c.raised,
               Qt::transparent);
  const QRectF inner =
      QRectF(rect()).adjusted(sidePadding, upperPadding, -sidePadding, -upperPadding);
  const QRectF upper(inner.left(), inner.top(), inner.width(), fontMetrics().height());

  const QString score = m_score ? QString::number(std::clamp(*m_score, 0, 100)) : tr("–");
  painter.setFont(fontOf(TextRole::strong));
  const qreal scoreWidth = figuresWidth(painter, score);
  painter.setPen(m_score ? c.text : c.mutedText);
  paintFigures(
      painter,
      mirrored(*this, QRectF(upper.right() - scoreWidth, upper.top(), scoreWidth, upper.height())),
      score);
  painter.setFont(font());
  painter.setPen(c.text);
  paintLine(painter, *this, mirrored(*this, upper.adjusted(0, 0, -scoreWidth - space::medium, 0)),
            m_label);

  // One width for the counts of all bars, so that the tracks under each other end alike.
  painter.setFont(fontOf(TextRole::small));
  const QFontMetricsF metrics(painter.font());
  const QString unknown = tr("Not enough to say");
  const qreal room = std::min(inner.width() * 0.45, metrics.horizontalAdvance(unknown) + 2);
  const QRectF lower(inner.left(), inner.bottom() - metrics.height(), inner.width(),
                     metrics.height());
  painter.setPen(c.mutedText);
  paintLine(painter, *this,
            mirrored(*this, QRectF(lower.right() - room, lower.top(), room, lower.height())),
            m_score ? m_counts : unknown, false);

  const QRectF track(inner.left(), lower.center().y() - barHeight / 2.0,
                     inner.width() - room - space::medium, barHeight);
  if (!m_score) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.controlLine, 1, Qt::DashLine));
    painter.drawRoundedRect(mirrored(*this, track).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  } else {
    paintPanel(painter, mirrored(*this, track), barHeight / 2.0, c.track, Qt::transparent);
    QRectF filled = track;
    filled.setWidth(track.width() * std::clamp(*m_score, 0, 100) / 100);
    if (*m_score > 0) {
      filled.setWidth(std::max<qreal>(filled.width(), barHeight));
      painter.setPen(Qt::NoPen);
      painter.setBrush(c.accent);
      painter.drawRoundedRect(mirrored(*this, filled), barHeight / 2.0, barHeight / 2.0);
    }
  }
  if (hasFocus()) paintFocusRing(painter, rect(), space::controlRadius);
}

}  // namespace sparring::ui
