// A key and what it does, as in [F3] Go back one turn. Keys of a combination are drawn apart:
// "Ctrl+Enter" gives two caps.
#pragma once

#include <QString>
#include <QWidget>

namespace sparring::ui {

class KeyHint : public QWidget {
  Q_OBJECT

 public:
  KeyHint(const QString& keys, const QString& text, QWidget* parent = nullptr);

  void setKeys(const QString& keys, const QString& text);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QStringList m_caps;
  QString m_text;
};

}  // namespace sparring::ui
