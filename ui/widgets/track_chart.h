// How some figures went from step to step: one lane beneath the other, one column a step. A slider,
// so that mouse, keys and screen readers know how to use it: the arrows choose a step, Enter or a
// click asks for it. Knows nothing of calls.
#pragma once

#include <QAbstractSlider>
#include <QList>
#include <QString>
#include <optional>

namespace sparring::ui {

struct TrackLane {
  enum class Kind {
    line,   // Values from 0 to 1, joined.
    bands,  // Equal texts in a row are one band with its text; the values are not used.
  };
  Kind kind = Kind::line;
  QString name;
  QList<std::optional<double>> values;  // One a step; nothing where there is none to show.
  QStringList texts;                    // One a step, such as "trust 5 of 10".
  std::optional<double> target = {};    // A line across at this value,
  QString targetText = {};              // and what it is.
  bool operator==(const TrackLane&) const = default;
};

struct TrackStep {
  bool earned = false;
  bool cost = false;
  bool operator==(const TrackStep&) const = default;
};

class TrackChart : public QAbstractSlider {
  Q_OBJECT

 public:
  explicit TrackChart(QWidget* parent = nullptr);

  // `stepName` has a place for the number: "turn %1". Every lane has one value and one text a step.
  void setTrack(const QString& stepName, const QList<TrackStep>& steps,
                const QList<TrackLane>& lanes);
  // The step in words, all lanes of it.
  QString describe(int step) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void stepChosen(int step);  // From 0.

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void sliderChange(SliderChange change) override;

 private:
  QRectF plot() const;  // Where the columns are.
  QRectF columnOf(int step) const;
  QRectF boxOf(int lane) const;
  int stepAt(const QPointF& point) const;  // -1 beside the columns.
  void paintColumns(QPainter& painter) const;
  void paintLine(QPainter& painter, int lane) const;
  void paintBands(QPainter& painter, int lane) const;
  void paintName(QPainter& painter, const QRectF& box, const QString& name) const;

  QString m_stepName;
  QList<TrackStep> m_steps;
  QList<TrackLane> m_lanes;
  int m_hovered = -1;
};

}  // namespace sparring::ui
