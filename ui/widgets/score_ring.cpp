#include "widgets/score_ring.h"

#include <QPainter>
#include <algorithm>

#include "widgets/paint.h"

namespace sparring::ui {

namespace {

constexpr int captionWidth = 120;  // At least, so that captions do not break at every word.
constexpr int captionFlags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;

}  // namespace

ScoreRing::ScoreRing(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setFont(fontOf(TextRole::small));
  describe();
}

void ScoreRing::setScore(std::optional<int> score) {
  m_score = score;
  describe();
}

void ScoreRing::setCaption(const QString& caption) {
  m_caption = caption;
  describe();
}

void ScoreRing::setTone(Tone tone) {
  m_tone = tone;
  update();
}

void ScoreRing::setDiameter(int pixels) {
  m_diameter = pixels;
  updateGeometry();
}

void ScoreRing::setSuffix(const QString& suffix) {
  m_suffix = suffix;
  describe();
}

QString ScoreRing::scoreText() const {
  return m_score ? QString::number(std::clamp(*m_score, 0, 100)) + m_suffix : tr("–");
}

void ScoreRing::describe() {
  setAccessibleName(m_caption);
  setAccessibleDescription(m_score ? tr("%1 of 100").arg(std::clamp(*m_score, 0, 100))
                                   : tr("Not enough to say yet"));
  updateGeometry();
  update();
}

QSize ScoreRing::sizeHint() const {
  const int width = m_caption.isEmpty() ? m_diameter : std::max(m_diameter, captionWidth);
  return {width, heightForWidth(width)};
}

QSize ScoreRing::minimumSizeHint() const {
  return {m_diameter, sizeHint().height()};
}

int ScoreRing::heightForWidth(int width) const {
  if (m_caption.isEmpty()) return m_diameter;
  const QRect caption =
      fontMetrics().boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), captionFlags, m_caption);
  return m_diameter + space::small + caption.height();
}

void ScoreRing::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Colors& c = colors();
  const qreal stroke = std::max(5.0, m_diameter * 0.085);
  const QRectF dial((width() - m_diameter) / 2.0, 0, m_diameter, m_diameter);
  const QRectF ring = dial.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
  painter.setPen(QPen(c.track, stroke));
  painter.drawEllipse(ring);
  if (m_score && *m_score > 0) {
    const int score = std::min(*m_score, 100);
    painter.setPen(QPen(m_tone == Tone::neutral ? c.accent : inkOf(m_tone), stroke, Qt::SolidLine,
                        score < 100 ? Qt::RoundCap : Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, -score * 360 * 16 / 100);
  }
  QFont number = fontOf(TextRole::number);
  number.setPointSizeF(number.pointSizeF() * m_diameter / 96.0);
  painter.setFont(number);
  painter.setPen(m_score ? c.text : c.mutedText);
  painter.drawText(dial, Qt::AlignCenter, scoreText());
  painter.setFont(font());
  painter.setPen(c.mutedText);
  painter.drawText(QRectF(0, m_diameter + space::small, width(), height() - m_diameter),
                   captionFlags, m_caption);
}

}  // namespace sparring::ui
