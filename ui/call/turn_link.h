// A turn named in a few lines that can be pressed: which one and its first words, and why it is
// named here.
#pragma once

#include <QAbstractButton>

#include "widgets/theme.h"

namespace sparring::ui {

class TurnLink : public QAbstractButton {
  Q_OBJECT

 public:
  explicit TurnLink(QWidget* parent = nullptr);

  // The tone gives its glyph: a tick or a cross. The reason may be empty.
  void show(int position, Tone tone, const QString& words, const QString& reason);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QRectF reasonBox(int width) const;

  QString m_number;
  QString m_words;
  QString m_reason;
  Tone m_tone = Tone::neutral;
};

}  // namespace sparring::ui
