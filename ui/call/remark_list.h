// What people wrote about a turn: one block a remark, with author and date, and a way for authors
// to take back their own. Shared by the rep's debrief and the manager's replay.
#pragma once

#include <QFrame>
#include <QList>

#include "bridge/remarks.h"

class QVBoxLayout;

namespace sparring::ui {

class RemarkBlock : public QFrame {
  Q_OBJECT

 public:
  RemarkBlock(const Remark& remark, bool canTakeBack, QWidget* parent = nullptr);

  int number() const { return m_number; }

 signals:
  void takeBackWanted(const Uuid& id);

 protected:
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  int m_number = 0;
};

class RemarkList : public QWidget {
  Q_OBJECT

 public:
  explicit RemarkList(QWidget* parent = nullptr);

  // Replaces what was shown. What `reader` wrote can be taken back; a null id: nothing can.
  void setRemarks(const QList<Remark>& remarks, const Uuid& reader = {});
  // Hands the keyboard to a comment by its number, which also brings it into view.
  void reveal(int number);

 signals:
  void takeBackWanted(const Uuid& id);

 private:
  QVBoxLayout* m_column = nullptr;
  QList<RemarkBlock*> m_blocks;
};

}  // namespace sparring::ui
