// Running text in which stretches are marked, as when a reader underlines words. Read only, plain
// text only; as high as its text, so it never scrolls itself. Never says what a mark means beyond
// its tone and its note.
#pragma once

#include <QHash>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTextEdit>

#include "widgets/theme.h"

class QPainter;

namespace sparring::ui {

struct PassageMark {
  int begin = 0;  // Positions in the QString; what lies outside the text is not shown.
  int length = 0;
  Tone tone = Tone::neutral;
  QString note;       // Plain text, shown as a tool tip.
  QString sign = {};  // At the end of the words, such as the number of a comment; may be empty.
  bool operator==(const PassageMark&) const = default;
};

class PassageView : public QTextEdit {
  Q_OBJECT

 public:
  explicit PassageView(QWidget* parent = nullptr);

  // Where marks overlap, the later one is on top.
  void setPassage(const QString& text, const QList<PassageMark>& marks = {});
  const QList<PassageMark>& marks() const { return m_marks; }

  // Puts the view in the tab order: left and right go from mark to mark, Enter activates one. Off
  // at first, since a conversation of forty such views would be forty tab stops.
  void setMarksReachable(bool reachable);

  // Shows one mark more strongly than the others; -1 for none.
  void setCurrentMark(int index);
  int currentMark() const { return m_current; }

  // Marks these besides, on top and without a note; what is marked already stays.
  void setPointedAt(const QList<PassageMark>& marks);

  // Outlines words that are being chosen, whatever is marked, and selects them without showing the
  // selection; a length of 0 for none. REQUIRES: they lie within the text.
  void setPicked(int begin, int length);

  // The widest the view asks to be; it is narrower when its text is short.
  void setWidestText(int pixels);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

 signals:
  void markActivated(int index);
  void dragged(int begin, int length);  // What the mouse has just selected; never empty.

 protected:
  bool viewportEvent(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  // The boxes that a mark covers in the viewport, one a line.
  QList<QRectF> boxesOf(const PassageMark& mark) const;
  void paintMark(QPainter& painter, const PassageMark& mark) const;
  int markAt(const QPointF& point) const;
  void selectPicked();
  void describe();
  void measure(int width) const;
  void forgetMeasures();

  QList<PassageMark> m_marks;
  int m_current = -1;
  QList<PassageMark> m_pointedAt;
  PassageMark m_picked;
  int m_pressed = -1;
  int m_widest = space::columnWidth;
  bool m_reachable = false;
  mutable int m_naturalWidth = -1;
  mutable QHash<int, int> m_heights;  // By width: layouts ask for a few, again and again.
};

}  // namespace sparring::ui
