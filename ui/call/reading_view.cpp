#include "call/reading_view.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "widgets/flow_layout.h"
#include "widgets/key_hint.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int widestTaken = 400;  // Pixels; longer, it is cut and stands whole in its tool tip.

// A few words with the dotted line that its words in the turn get, too.
class PartLabel : public QAbstractButton {
 public:
  PartLabel(const ReadingPart& part, QWidget* parent) : QAbstractButton(parent) {
    setFont(fontOf(TextRole::small));
    setText(part.text);
    setAccessibleDescription(part.note);
    setToolTip(toolTipOf(part.note));
    setAttribute(Qt::WA_Hover);
  }
  QSize sizeHint() const override {
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + 5, metrics.height() + 5};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    preparePainter(painter);
    const QColor ink = underMouse() || hasFocus() ? colors().text : colors().mutedText;
    painter.setPen(ink);
    paintLine(painter, *this, QRectF(rect()).adjusted(2, 0, -2, -3), text());
    QPen dots(ink, 1.4);
    dots.setDashPattern({1.0, 2.0});
    painter.setPen(dots);
    painter.drawLine(QPointF(2, height() - 2.5), QPointF(width() - 3, height() - 2.5));
    if (hasFocus()) paintFocusRing(painter, rect(), 4);
  }
};

QWidget* makeCorrection(ReadingView* view) {
  auto* correction = new QWidget(view);
  auto* row = new QHBoxLayout(correction);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(new KeyHint(QStringLiteral("F2"), {}, correction));
  auto* button = makeButton(ReadingView::tr("That isn’t what I meant"), ButtonRole::quiet, view);
  button->setProperty("flush", true);
  button->setFont(fontOf(TextRole::small));
  button->setFocusPolicy(Qt::NoFocus);  // The key serves.
  row->addWidget(button);
  QObject::connect(button, &QPushButton::clicked, view, &ReadingView::misreadWanted);
  return correction;
}

}  // namespace

ReadingView::ReadingView(QWidget* parent) : QWidget(parent), m_flow(new FlowLayout(this, 6)) {
  m_flow->setContentsMargins(0, 0, 0, 0);
}

void ReadingView::setAtEnd() {
  m_flow->setAtEnd();
}

void ReadingView::setReading(const QList<ReadingPart>& parts, const QString& taken,
                             const QString& wholeTaken, bool correctable) {
  m_flow->clear();
  m_labels.clear();
  m_parts = parts;
  if (!parts.isEmpty()) {
    QLabel* lead = makeLabel(tr("Understood:"), TextRole::small, Ink::muted, this);
    lead->setWordWrap(false);
    m_flow->addWidget(lead);
  }
  for (const ReadingPart& each : parts) {
    auto* label = new PartLabel(each, this);
    // In a long call only the last turn's are on Tab's way.
    label->setFocusPolicy(correctable ? Qt::TabFocus : Qt::NoFocus);
    label->installEventFilter(this);
    m_flow->addWidget(label);
    m_labels.append(label);
  }
  if (!taken.isEmpty()) {
    QLabel* label = makeLabel({}, TextRole::small, Ink::muted, this);
    label->setWordWrap(false);
    label->setText(label->fontMetrics().elidedText(taken, Qt::ElideRight, widestTaken));
    label->setToolTip(toolTipOf(wholeTaken));
    label->setAccessibleName(wholeTaken);
    m_flow->addWidget(label);
  }
  if (correctable) m_flow->addWidget(makeCorrection(this));
  setVisible(m_flow->count() > 0);
}

bool ReadingView::eventFilter(QObject* watched, QEvent* event) {
  const bool comes = event->type() == QEvent::Enter || event->type() == QEvent::FocusIn;
  const bool goes = event->type() == QEvent::Leave || event->type() == QEvent::FocusOut;
  if (comes || goes) {
    const qsizetype part = m_labels.indexOf(watched);
    emit pointedAt(comes && part >= 0 ? m_parts[part].ranges : QList<TextRange>{});
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace sparring::ui
