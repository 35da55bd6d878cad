// The whole call as a strip, one cell a turn: what each earned, cost and was commented on, and
// where the replay stands. A slider, so that mouse, keys and screen readers know how to use it.
#pragma once

#include <QAbstractSlider>
#include <QList>

namespace sparring::ui {

struct TurnCell {
  bool earned = false;
  bool cost = false;
  int remarks = 0;
  bool unsaved = false;  // The reader has begun to write about it.
  bool operator==(const TurnCell&) const = default;
};

class TurnStrip : public QAbstractSlider {
  Q_OBJECT

 public:
  explicit TurnStrip(QWidget* parent = nullptr);

  // value() is the position of the current cell, from 0.
  void setCells(const QList<TurnCell>& cells);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void sliderChange(SliderChange change) override;

 private:
  QRectF boxOf(int cell) const;
  int cellAt(qreal x) const;
  QString describe(int cell) const;

  QList<TurnCell> m_cells;
};

}  // namespace sparring::ui
