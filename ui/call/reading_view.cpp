#include "call/reading_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/flow_layout.h"
#include "widgets/key_hint.h"
#include "widgets/tag_chip.h"
#include "widgets/theme.h"

namespace sparring::ui {

ReadingView::ReadingView(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::tiny);
  m_row = new QWidget(this);
  m_parts = new FlowLayout(m_row, 6);
  m_parts->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_row);
  m_taken = makeLooseLabel({}, TextRole::small, Ink::muted, this);
  column->addWidget(m_taken);
  m_correct = new QWidget(this);
  auto* correct = new QHBoxLayout(m_correct);
  correct->setContentsMargins(0, 0, 0, 0);
  correct->setSpacing(0);
  correct->addWidget(new KeyHint(QStringLiteral("F2"), {}, m_correct));
  auto* button = makeButton(tr("That isn’t what I meant"), ButtonRole::quiet, m_correct);
  button->setFont(fontOf(TextRole::small));
  button->setFocusPolicy(Qt::NoFocus);  // The key serves.
  correct->addWidget(button);
  correct->addStretch(1);
  column->addWidget(m_correct);
  connect(button, &QPushButton::clicked, this, &ReadingView::misreadWanted);
}

void ReadingView::setReading(const QString& taken, const QString& whole,
                             const QList<ReadingPart>& parts, bool correctable) {
  m_taken->setText(taken);
  m_taken->setToolTip(toolTipOf(whole));
  m_taken->setVisible(!taken.isEmpty());
  m_correct->setVisible(correctable);
  m_parts->clear();
  m_chips.clear();
  m_shown = parts;
  for (const ReadingPart& each : parts) {
    auto* chip = new TagChip({each.text, Tone::neutral, each.note, false}, m_row);
    chip->setFont(fontOf(TextRole::small));
    chip->setClickable(correctable);  // Of a long call, only the last turn's are on Tab's way.
    chip->installEventFilter(this);
    m_parts->addWidget(chip);
    m_chips.append(chip);
  }
  m_row->setVisible(!parts.isEmpty());
}

bool ReadingView::eventFilter(QObject* watched, QEvent* event) {
  const bool comes = event->type() == QEvent::Enter || event->type() == QEvent::FocusIn;
  const bool goes = event->type() == QEvent::Leave || event->type() == QEvent::FocusOut;
  if (comes || goes) {
    const qsizetype part = m_chips.indexOf(qobject_cast<QWidget*>(watched));
    emit pointedAt(comes && part >= 0 ? m_shown[part].ranges : QList<TextRange>{});
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace sparring::ui
