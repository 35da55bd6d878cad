#include "call/reading_view.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <algorithm>

#include "bridge/call_view.h"
#include "widgets/flow_layout.h"
#include "widgets/key_hint.h"
#include "widgets/paint.h"
#include "widgets/passage_view.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int widestTaken = 600;  // Pixels; longer, it is cut and stands whole in its tool tip.

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

// One line that is cut where there is no room for it.
class TakenLabel : public QLabel {
 public:
  using QLabel::QLabel;
  QSize sizeHint() const override {
    return {std::min(fontMetrics().horizontalAdvance(text()) + 2, widestTaken),
            QLabel::sizeHint().height()};
  }
  QSize minimumSizeHint() const override { return {0, QLabel::sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    preparePainter(painter);
    painter.setPen(colors().mutedText);
    paintLine(painter, *this, rect(), text());
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

void ReadingView::setPassage(PassageView* passage) {
  m_passage = passage;
}

void ReadingView::setReading(const QList<ReadingPart>& parts, const QString& taken,
                             const QString& wholeTaken, bool correctable) {
  clear();
  // In a long call only the last turn's are on Tab's way.
  addParts(tr("Understood:"), parts, correctable ? Qt::TabFocus : Qt::NoFocus);
  addTaken(taken, wholeTaken);
  if (correctable) m_flow->addWidget(makeCorrection(this));
  setVisible(m_flow->count() > 0);
}

void ReadingView::show(const PracticeSession& session, const Exchange& exchange) {
  clear();
  addParts(exchange.turn.beside ? tr("In own words this would be read as:") : tr("Understood:"),
           readingOf(session, exchange.turn), Qt::NoFocus);
  addTaken(takenInShort(session, exchange.turn), readAs(session, exchange));
  setVisible(m_flow->count() > 0);
}

void ReadingView::clear() {
  m_flow->clear();
  m_labels.clear();
  m_parts.clear();
}

void ReadingView::addParts(const QString& lead, const QList<ReadingPart>& parts,
                           Qt::FocusPolicy focus) {
  m_parts = parts;
  if (parts.isEmpty()) return;
  QLabel* label = makeLabel(lead, TextRole::small, Ink::muted, this);
  label->setWordWrap(false);
  m_flow->addWidget(label);
  for (const ReadingPart& each : parts) {
    auto* part = new PartLabel(each, this);
    part->setFocusPolicy(focus);
    part->installEventFilter(this);
    m_flow->addWidget(part);
    m_labels.append(part);
  }
}

void ReadingView::addTaken(const QString& taken, const QString& whole) {
  if (taken.isEmpty()) return;
  auto* label = new TakenLabel(taken, this);
  label->setTextFormat(Qt::PlainText);
  label->setFont(fontOf(TextRole::small));
  label->setToolTip(toolTipOf(whole));
  label->setAccessibleName(whole);
  m_flow->addWidget(label);
}

void ReadingView::pointAt(const QList<TextRange>& words) {
  if (m_passage) {
    QList<PassageMark> marks;
    for (const TextRange& each : words) marks.append({each.begin, each.length, Tone::neutral, {}});
    m_passage->setPointedAt(marks);
  }
  emit pointedAt(words);
}

bool ReadingView::eventFilter(QObject* watched, QEvent* event) {
  const bool comes = event->type() == QEvent::Enter || event->type() == QEvent::FocusIn;
  const bool goes = event->type() == QEvent::Leave || event->type() == QEvent::FocusOut;
  if (comes || goes) {
    const qsizetype part = m_labels.indexOf(watched);
    pointAt(comes && part >= 0 ? m_parts[part].ranges : QList<TextRange>{});
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace sparring::ui
