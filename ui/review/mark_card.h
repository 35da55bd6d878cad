// One mark of the turn in view with what people think of it, and the two answers a reader can give.
#pragma once

#include <QFrame>

#include "bridge/remarks.h"

namespace sparring::ui {

class MarkCard : public QFrame {
  Q_OBJECT

 public:
  MarkCard(const TurnNote& note, const QList<Remark>& verdicts, const Uuid& reader,
           QWidget* parent = nullptr);

  // Outlines the mark that the keys answer.
  void setCurrent(bool current);

 signals:
  void entered();  // The keyboard or the mouse came to it.
  void agreed();
  void disagreeWanted();
  void takeBackWanted(const Uuid& id);

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool m_current = false;
};

}  // namespace sparring::ui
