#include "review/transport_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int fastest = 4;
constexpr int playWidth = 96;   // The same for both of its words,
constexpr int whereWidth = 96;  // and for all numbers of turns.

QString durationText(std::int64_t milliseconds) {
  const std::int64_t seconds = (milliseconds + 500) / 1000;
  if (seconds < 120) return TransportBar::tr("%1 s").arg(seconds);
  if (seconds < 120 * 60) return TransportBar::tr("%1 min").arg(seconds / 60);
  if (seconds < 48 * 3600) return TransportBar::tr("%1 h").arg(seconds / 3600);
  return TransportBar::tr("%1 days").arg(seconds / 86400);
}

}  // namespace

TransportBar::TransportBar(QWidget* hints, QWidget* parent)
    : QFrame(parent), m_timer(new QTimer(this)) {
  setObjectName(QStringLiteral("transport"));
  m_timer->setObjectName(QStringLiteral("replayTimer"));
  m_timer->setSingleShot(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::page, space::small, space::page, space::small);
  column->setSpacing(space::tiny);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::tiny);
  column->addLayout(row);
  m_play = makeButton(tr("Play"), ButtonRole::plain, this);
  m_play->setObjectName(QStringLiteral("play"));
  m_play->setMinimumWidth(playWidth);
  m_play->setToolTip(tr("Play the call in the rhythm it was held in (Space)"));
  QToolButton* back = addButton(tr("Previous turn"), tr("Previous turn (←)"), Icon::back);
  m_where = makeLabel({}, TextRole::strong, Ink::text, this);
  m_where->setWordWrap(false);
  m_where->setAlignment(Qt::AlignCenter);
  m_where->setMinimumWidth(whereWidth);
  QToolButton* forward = addButton(tr("Next turn"), tr("Next turn (→)"), Icon::forward);
  m_speedButton = makeButton({}, ButtonRole::quiet, this);
  m_strip = new TurnStrip(this);
  m_strip->setObjectName(QStringLiteral("turnStrip"));
  m_pause = makeLabel({}, TextRole::small, Ink::muted, this);
  m_pause->setWordWrap(false);
  row->addWidget(m_play);
  row->addSpacing(space::small);
  row->addWidget(back);
  row->addWidget(m_where);
  row->addWidget(forward);
  row->addWidget(m_speedButton);
  row->addSpacing(space::small);
  row->addWidget(m_strip, 1);
  auto* small = new QHBoxLayout;
  small->addWidget(hints, 1);
  small->addWidget(m_pause);
  column->addLayout(small);

  connect(m_play, &QPushButton::clicked, this, &TransportBar::togglePlaying);
  connect(m_speedButton, &QPushButton::clicked, this, &TransportBar::changeSpeed);
  connect(back, &QToolButton::clicked, this, [this] { goTo(turn() - 1); });
  connect(forward, &QToolButton::clicked, this, [this] { goTo(turn() + 1); });
  connect(m_strip, &TurnStrip::actionTriggered, this, [this] { pause(); });
  connect(m_strip, &TurnStrip::sliderPressed, this, &TransportBar::pause);
  connect(m_strip, &TurnStrip::valueChanged, this, [this](int turn) {
    showState();
    emit turnChanged(turn);
  });
  connect(m_timer, &QTimer::timeout, this, &TransportBar::playNext);
}

QToolButton* TransportBar::addButton(const QString& name, const QString& text, Icon icon) {
  auto* button = new QToolButton(this);
  button->setIcon(themedIcon(icon));
  button->setAccessibleName(name);
  button->setToolTip(text);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

void TransportBar::setTurns(const std::vector<Timestamp>& saidAt) {
  m_timer->stop();
  m_saidAt = saidAt;
  const QSignalBlocker silent(m_strip);
  m_strip->setValue(0);
  m_strip->setCells(QList<TurnCell>(static_cast<qsizetype>(saidAt.size())));
  showState();
}

void TransportBar::setCells(const QList<TurnCell>& cells) {
  m_strip->setCells(cells);
}

int TransportBar::turn() const {
  return m_saidAt.empty() ? -1 : m_strip->value();
}

void TransportBar::goTo(int turn) {
  pause();
  stepTo(turn);
}

void TransportBar::stepTo(int turn) {
  if (!m_saidAt.empty()) m_strip->setValue(turn);  // Which keeps it within the call.
}

bool TransportBar::playing() const {
  return m_timer->isActive();
}

void TransportBar::togglePlaying() {
  if (playing()) {
    pause();
    return;
  }
  if (turn() == static_cast<int>(m_saidAt.size()) - 1) stepTo(0);
  waitForNext();
}

void TransportBar::pause() {
  m_timer->stop();
  showState();
}

void TransportBar::changeSpeed() {
  m_speed = m_speed == fastest ? 1 : m_speed * 2;
  if (playing()) waitForNext();
  showState();
}

void TransportBar::waitForNext() {
  const std::vector<Pause> pauses = replaySchedule(m_saidAt, m_speed);
  const auto position = static_cast<std::size_t>(std::max(0, turn()));
  if (position < pauses.size()) m_timer->start(static_cast<int>(pauses[position].shown));
  showState();
}

void TransportBar::playNext() {
  stepTo(turn() + 1);
  waitForNext();
}

void TransportBar::showState() {
  const int last = static_cast<int>(m_saidAt.size()) - 1;
  m_play->setText(playing() ? tr("Pause") : tr("Play"));
  m_play->setIcon(themedIcon(playing() ? Icon::pause : Icon::play));
  m_play->setEnabled(last > 0);
  m_speedButton->setText(tr("%1×").arg(m_speed));
  m_speedButton->setAccessibleName(tr("Speed: %1 times").arg(m_speed));
  m_speedButton->setToolTip(tr("Speed: 1, 2 or 4 times (F)"));
  m_where->setText(last < 0 ? tr("No turns") : tr("Turn %1 of %2").arg(turn() + 1).arg(last + 1));
  QString note;
  const std::vector<Pause> pauses = replaySchedule(m_saidAt, m_speed);
  const auto position = static_cast<std::size_t>(std::max(0, turn()));
  if (playing() && position < pauses.size() && pauses[position].shortened) {
    note = tr("Pause of %1, shortened to %2")
               .arg(durationText(pauses[position].recorded), durationText(pauses[position].shown));
  }
  m_pause->setText(note);
}

}  // namespace sparring::ui
