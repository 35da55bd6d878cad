// A surface that can be pressed as a whole: icon, title, text, a line of small print and a badge.
// Use clicked(); Enter and Space press it too.
#pragma once

#include <QAbstractButton>
#include <QString>

#include "widgets/icon.h"
#include "widgets/theme.h"

class QLabel;

namespace sparring::ui {

class TagChip;

class Card : public QAbstractButton {
  Q_OBJECT

 public:
  explicit Card(QWidget* parent = nullptr);

  void setTitle(const QString& title);
  void setBody(const QString& body);
  void setMeta(const QString& meta);
  void setBadge(const QString& text, Tone tone = Tone::neutral);  // Empty text: none.
  void setSymbol(Icon icon);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void describe();

  QWidget* m_symbol = nullptr;
  QLabel* m_title = nullptr;
  QLabel* m_body = nullptr;
  QLabel* m_meta = nullptr;
  TagChip* m_badge = nullptr;
};

}  // namespace sparring::ui
