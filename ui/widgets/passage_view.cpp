#include "widgets/passage_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyle>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <memory>

#include "widgets/paint.h"

namespace sparring::ui {

namespace {

constexpr int lineHeightPercent = 132;
constexpr int margin = 2;     // Room for the outline of a mark at the edge,
constexpr int topMargin = 7;  // and for a sign above the first line.
constexpr qreal signSize = 12;

void makeRoom(QTextDocument& document) {
  document.setDocumentMargin(margin);
  QTextFrameFormat frame = document.rootFrame()->frameFormat();
  frame.setTopMargin(topMargin);
  document.rootFrame()->setFrameFormat(frame);
}

void spaceLines(QTextDocument& document) {
  QTextBlockFormat format;
  format.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
  QTextCursor all(&document);
  all.select(QTextCursor::Document);
  all.mergeBlockFormat(format);
}

// Solid under what earned, a wave under what cost, dots under the rest: told apart without colour.
void paintUnderline(QPainter& painter, const QRectF& box, Tone tone) {
  const qreal y = box.bottom() - 1.5;
  QPen pen(inkOf(tone), 1.6);
  painter.setBrush(Qt::NoBrush);
  if (tone != Tone::cost) {
    if (tone == Tone::neutral) pen.setDashPattern({1.0, 2.0});
    painter.setPen(pen);
    painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y));
    return;
  }
  constexpr qreal step = 3;
  constexpr qreal rise = 1.3;
  QPainterPath wave(QPointF(box.left() + 1, y));
  bool up = true;
  for (qreal x = box.left() + 1; x + step <= box.right(); x += step, up = !up)
    wave.quadTo(QPointF(x + step / 2, y + (up ? -rise : rise) * 2), QPointF(x + step, y));
  pen.setWidthF(1.4);
  painter.setPen(pen);
  painter.drawPath(wave);
}

// A bracket over what people wrote about, so that it can stand over a line of the grade.
void paintBracket(QPainter& painter, const QRectF& box, bool begins, bool ends) {
  const QRectF over = box.adjusted(0.5, -1.5, -0.5, 0);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(inkOf(Tone::noted), 1.6));
  painter.drawLine(over.topLeft(), over.topRight());
  if (begins) painter.drawLine(over.topLeft(), over.topLeft() + QPointF(0, 5));
  if (ends) painter.drawLine(over.topRight(), over.topRight() + QPointF(0, 5));
}

// Half above the line, over the space that follows the words; no further than `rightmost`.
void paintSign(QPainter& painter, const QRectF& lastBox, const QString& sign, qreal rightmost) {
  QFont font = fontOf(TextRole::smallStrong);
  font.setPixelSize(9);
  painter.setFont(font);
  const qreal width = std::max(signSize, QFontMetricsF(font).horizontalAdvance(sign) + 6);
  const QRectF disc(std::min(lastBox.right() - 3, rightmost - width), lastBox.top() - 6, width,
                    signSize);
  painter.setPen(Qt::NoPen);
  painter.setBrush(inkOf(Tone::noted));
  painter.drawRoundedRect(disc, signSize / 2, signSize / 2);
  painter.setPen(colors().surface);
  painter.drawText(disc, Qt::AlignCenter, sign);
}

}  // namespace

PassageView::PassageView(QWidget* parent) : QTextEdit(parent) {
  setAcceptRichText(false);
  setReadOnly(true);
  setUndoRedoEnabled(false);
  setFrameShape(QFrame::NoFrame);
  setTextInteractionFlags(Qt::TextSelectableByMouse);
  setFocusPolicy(Qt::ClickFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  makeRoom(*document());
  viewport()->setAutoFillBackground(false);
  viewport()->setMouseTracking(true);
  setFont(fontOf(TextRole::body));
  QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void PassageView::setPassage(const QString& text, const QList<PassageMark>& marks) {
  // One position in the document for one in the string: a line end of two characters would be one.
  QString sameLength = text;
  sameLength.replace(QStringLiteral("\r\n"), QStringLiteral(" \n"));
  setPicked(0, 0);
  m_pointedAt.clear();
  setPlainText(sameLength);
  spaceLines(*document());
  makeRoom(*document());
  m_marks = marks;
  m_current = -1;
  describe();
  forgetMeasures();
  viewport()->update();
}

void PassageView::setMarksReachable(bool reachable) {
  m_reachable = reachable;
  setFocusPolicy(reachable ? Qt::StrongFocus : Qt::ClickFocus);
}

void PassageView::setCurrentMark(int index) {
  m_current = index >= 0 && index < m_marks.size() ? index : -1;
  viewport()->update();
}

void PassageView::setPointedAt(const QList<PassageMark>& marks) {
  m_pointedAt = marks;
  viewport()->update();
}

void PassageView::setPicked(int begin, int length) {
  const bool wasPicked = std::exchange(m_picked.length, length) > 0;
  m_picked.begin = begin;
  viewport()->update();
  if (wasPicked || length > 0) selectPicked();
}

// For whom the outline says nothing: assistive tools read the selection.
void PassageView::selectPicked() {
  const bool picked = m_picked.length > 0;
  if (property("picked").toBool() != picked) {
    setProperty("picked", picked);
    style()->unpolish(this);
    style()->polish(this);
  }
  QTextCursor cursor = textCursor();
  cursor.clearSelection();
  if (picked) {
    cursor.setPosition(m_picked.begin);
    cursor.setPosition(m_picked.begin + m_picked.length, QTextCursor::KeepAnchor);
  }
  setTextCursor(cursor);
}

void PassageView::setWidestText(int pixels) {
  m_widest = pixels;
  updateGeometry();
}

void PassageView::measure(int width) const {
  const std::unique_ptr<QTextDocument> copy(document()->clone());
  copy->setDefaultFont(document()->defaultFont());
  copy->setDefaultTextOption(document()->defaultTextOption());
  makeRoom(*copy);
  if (m_naturalWidth < 0) {
    copy->setTextWidth(-1);
    m_naturalWidth = static_cast<int>(std::ceil(copy->idealWidth())) + 1;
  }
  if (width <= 0) return;
  copy->setTextWidth(width);
  if (m_heights.size() > 32) m_heights.clear();
  m_heights.insert(width, static_cast<int>(std::ceil(copy->size().height())));
}

void PassageView::forgetMeasures() {
  m_naturalWidth = -1;
  m_heights.clear();
  updateGeometry();
}

QSize PassageView::sizeHint() const {
  if (m_naturalWidth < 0) measure(0);
  const int width = std::min(m_naturalWidth, m_widest);
  return {width, heightForWidth(width)};
}

QSize PassageView::minimumSizeHint() const {
  const QFontMetrics metrics(font());
  return {std::min(sizeHint().width(), 12 * metrics.averageCharWidth()), metrics.height()};
}

int PassageView::heightForWidth(int width) const {
  const int positive = std::max(width, 1);
  if (!m_heights.contains(positive)) measure(positive);
  return m_heights.value(positive);
}

QList<QRectF> PassageView::boxesOf(const PassageMark& mark) const {
  QList<QRectF> boxes;
  const int end = mark.begin + mark.length;
  const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
  for (QTextBlock block = document()->findBlock(std::max(mark.begin, 0));
       block.isValid() && block.position() < end; block = block.next()) {
    const QTextLayout* layout = block.layout();
    const QString text = block.text();
    const QPointF origin = layout->position() - scrolled;
    for (int index = 0; index < layout->lineCount(); ++index) {
      const QTextLine line = layout->lineAt(index);
      const int first = std::max(mark.begin - block.position(), line.textStart());
      int last = std::min(end - block.position(), line.textStart() + line.textLength());
      while (last > first && text[last - 1].isSpace()) --last;
      if (first >= last) continue;
      const qreal from = line.cursorToX(first);
      const qreal to = line.cursorToX(last);
      const qreal baseline = origin.y() + line.y() + line.ascent();
      boxes.append(
          QRectF(QPointF(origin.x() + std::min(from, to) - 0.5, baseline - line.ascent()),
                 QPointF(origin.x() + std::max(from, to) + 0.5, baseline + line.descent() + 3)));
    }
  }
  return boxes;
}

int PassageView::markAt(const QPointF& point) const {
  for (qsizetype index = m_marks.size() - 1; index >= 0; --index)
    for (const QRectF& box : boxesOf(m_marks[index]))
      if (box.contains(point)) return static_cast<int>(index);
  return -1;
}

void PassageView::describe() {
  QStringList sentences;
  for (const PassageMark& mark : std::as_const(m_marks)) {
    const QString words = toPlainText().mid(std::max(mark.begin, 0), mark.length);
    if (words.isEmpty()) continue;
    const QString pattern = mark.tone == Tone::earned  ? tr("Earned: “%1”. %2")
                            : mark.tone == Tone::cost  ? tr("Cost: “%1”. %2")
                            : mark.tone == Tone::noted ? tr("Comment on “%1”. %2")
                                                       : tr("Marked: “%1”. %2");
    sentences.append(pattern.arg(words, mark.note));
  }
  setAccessibleDescription(sentences.join(u'\n'));
}

bool PassageView::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QTextEdit::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int index = markAt(help->pos());
  if (index < 0)
    QToolTip::hideText();
  else
    QToolTip::showText(help->globalPos(), toolTipOf(m_marks[index].note), viewport());
  return true;
}

void PassageView::changeEvent(QEvent* event) {
  QTextEdit::changeEvent(event);
  if (event->type() == QEvent::FontChange) forgetMeasures();
}

void PassageView::keyPressEvent(QKeyEvent* event) {
  const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
  const int count = static_cast<int>(m_marks.size());
  if (m_reachable && count > 0) {
    switch (event->key()) {
      case Qt::Key_Left:
      case Qt::Key_Right: {
        const bool forward = (event->key() == Qt::Key_Right) != rightToLeft;
        setCurrentMark(std::clamp(m_current + (forward ? 1 : -1), 0, count - 1));
        return;
      }
      case Qt::Key_Return:
      case Qt::Key_Enter:
      case Qt::Key_Space:
        if (m_current >= 0) emit markActivated(m_current);
        return;
      default:
        break;
    }
  }
  if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::SelectAll))
    QTextEdit::keyPressEvent(event);
  else
    event->ignore();
}

void PassageView::mouseMoveEvent(QMouseEvent* event) {
  QTextEdit::mouseMoveEvent(event);
  if (event->buttons() == Qt::NoButton)
    viewport()->setCursor(markAt(event->position()) >= 0 ? Qt::PointingHandCursor
                                                         : Qt::IBeamCursor);
}

void PassageView::mousePressEvent(QMouseEvent* event) {
  m_pressed = event->button() == Qt::LeftButton ? markAt(event->position()) : -1;
  QTextEdit::mousePressEvent(event);
}

void PassageView::mouseReleaseEvent(QMouseEvent* event) {
  QTextEdit::mouseReleaseEvent(event);
  const int released = std::exchange(m_pressed, -1);
  const QTextCursor cursor = textCursor();
  if (event->button() == Qt::LeftButton && cursor.hasSelection()) {
    emit dragged(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart());
  }
  if (released < 0 || textCursor().hasSelection() || markAt(event->position()) != released) return;
  setCurrentMark(released);
  emit markActivated(released);
}

void PassageView::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

void PassageView::focusInEvent(QFocusEvent* event) {
  QTextEdit::focusInEvent(event);
  const bool byKey =
      event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  if (m_reachable && byKey && m_current < 0) setCurrentMark(0);
  viewport()->update();
}

void PassageView::focusOutEvent(QFocusEvent* event) {
  QTextEdit::focusOutEvent(event);
  viewport()->update();
}

void PassageView::paintMark(QPainter& painter, const PassageMark& mark) const {
  const QList<QRectF> boxes = boxesOf(mark);
  for (qsizetype i = 0; i < boxes.size(); ++i) {
    if (mark.tone == Tone::noted) {
      paintBracket(painter, boxes[i], i == 0, i == boxes.size() - 1);
      continue;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(softOf(mark.tone));
    painter.drawRoundedRect(boxes[i], 3, 3);
    paintUnderline(painter, boxes[i], mark.tone);
  }
  if (!mark.sign.isEmpty() && !boxes.isEmpty())
    paintSign(painter, boxes.last(), mark.sign, viewport()->width());
}

void PassageView::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  preparePainter(painter);
  for (const PassageMark& mark : std::as_const(m_marks)) paintMark(painter, mark);
  for (const PassageMark& mark : std::as_const(m_pointedAt)) paintMark(painter, mark);
  if (m_picked.length > 0) {
    for (const QRectF& box : boxesOf(m_picked))
      paintPanel(painter, box.adjusted(-1, -1, 1, 1), 4, colors().notedSoft, colors().noted, 2.0);
  }
  if (m_current >= 0 && m_picked.length == 0) {
    const PassageMark& mark = m_marks[m_current];
    const QColor outline = hasFocus() ? colors().focusRing : inkOf(mark.tone);
    for (const QRectF& box : boxesOf(mark))
      paintPanel(painter, box.adjusted(-1, -1, 1, 1), 4, Qt::transparent, outline,
                 hasFocus() ? 2.0 : 1.2);
  }
  painter.end();
  QTextEdit::paintEvent(event);
}

}  // namespace sparring::ui
