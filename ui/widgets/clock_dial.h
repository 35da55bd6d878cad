// A ring that fills as time goes, with "12 of 30 min" beside it. Late is said in words as well as
// in colour. Shows simulated or real minutes alike: it has no clock of its own.
#pragma once

#include <QString>
#include <QWidget>

namespace sparring::ui {

class ClockDial : public QWidget {
  Q_OBJECT

 public:
  explicit ClockDial(QWidget* parent = nullptr);

  // A total of 0: no limit, the ring stays empty.
  void setMinutes(int gone, int total);

  // Late from this share of the total on; at first 0.8.
  void setLateFrom(double share);

  // Written under the minutes instead of "… min left", "Running late" or "Over time"; empty brings
  // those back.
  void setLabel(const QString& label);

  bool isLate() const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString minutesText() const;
  QString labelText() const;
  void describe();

  QString m_label;
  double m_lateFrom = 0.8;
  int m_gone = 0;
  int m_total = 0;
};

}  // namespace sparring::ui
