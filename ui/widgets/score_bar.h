// One line of a score card: what was scored, a bar from 0 to 100, and the counts behind it. A click
// or Enter asks for those words.
#pragma once

#include <QAbstractButton>
#include <QString>
#include <optional>

namespace sparring::ui {

class ScoreBar : public QAbstractButton {
  Q_OBJECT

 public:
  // Between the edge and what is drawn; lets a page line bars up with its headings.
  static constexpr int sidePadding = 8;

  explicit ScoreBar(QWidget* parent = nullptr);

  void setLabel(const QString& label);
  void setScore(std::optional<int> score);  // nullopt: "Not enough to say".
  void setCounts(
      const QString& counts);  // Such as "5 earned, 2 cost"; a tool tip where there is no score.

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void activated();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void describe();

  QString m_label;
  QString m_counts;
  std::optional<int> m_score;
};

}  // namespace sparring::ui
