// A horizontal gauge of two counts against each other, with a tick where the first one's share
// ought to be. Says in words what it shows, for those who do not see it.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>

namespace sparring::ui {

class RatioBar : public QWidget {
  Q_OBJECT

 public:
  explicit RatioBar(QWidget* parent = nullptr);

  // At first "About them" and "About us".
  void setNames(const QString& first, const QString& second);

  // Both 0: "nothing yet".
  void setCounts(int first, int second);

  // The share of the first, from 0 to 1, and what to write at it; nullopt shows no tick. At first
  // 0.8 and "4 : 1".
  void setTarget(std::optional<double> share, const QString& label = {});

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void describe();

  QString m_firstName;
  QString m_secondName;
  QString m_targetLabel;
  std::optional<double> m_target = 0.8;
  int m_first = 0;
  int m_second = 0;
};

}  // namespace sparring::ui
