// A number from 0 to 100 in a ring, or a dash where there is nothing to say yet; a caption beneath.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>

#include "widgets/theme.h"

namespace sparring::ui {

class ScoreRing : public QWidget {
  Q_OBJECT

 public:
  explicit ScoreRing(QWidget* parent = nullptr);

  void setScore(std::optional<int> score);
  void setCaption(const QString& caption);
  void setTone(Tone tone);                // Neutral, at first, draws in accent.
  void setDiameter(int pixels);           // At first 96.
  void setSuffix(const QString& suffix);  // Such as "%".

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString scoreText() const;
  void describe();

  std::optional<int> m_score;
  QString m_caption;
  QString m_suffix;
  Tone m_tone = Tone::neutral;
  int m_diameter = 96;
};

}  // namespace sparring::ui
