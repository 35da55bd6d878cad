// A small tag: a glyph for its tone (a tick, a cross or a ring) and a few words. A label unless it
// is made clickable.
#pragma once

#include <QAbstractButton>
#include <QString>

#include "widgets/theme.h"

namespace sparring::ui {

struct Tag {
  QString text;
  Tone tone = Tone::neutral;
  QString note;           // Tool tip.
  bool showGlyph = true;  // Without one only where the words alone say the tone.
  bool operator==(const Tag&) const = default;
};

class TagChip : public QAbstractButton {
  Q_OBJECT

 public:
  explicit TagChip(const Tag& tag = {}, QWidget* parent = nullptr);

  void setTag(const Tag& tag);
  const Tag& tag() const { return m_tag; }

  // Clickable chips take focus and emit clicked().
  void setClickable(bool clickable);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  int textLeft() const;

  Tag m_tag;
};

}  // namespace sparring::ui
