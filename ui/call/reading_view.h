// What was understood of a turn, small beneath it: what its words do, whom they are about, what
// they were taken to mean. Pointing at a part, or going to it by Tab, shows which words. Where it
// can still be put right, the key for that.
#pragma once

#include <QWidget>

#include "bridge/reading.h"

namespace sparring::ui {

class FlowLayout;

class ReadingView : public QWidget {
  Q_OBJECT

 public:
  explicit ReadingView(QWidget* parent = nullptr);

  // Its lines end where the page ends, as those of the seller do.
  void setAtEnd();
  // Hidden where there is nothing to show. `wholeTaken` is the tool tip of `taken`; `correctable`:
  // it is the last turn of a call that is being held.
  void setReading(const QList<ReadingPart>& parts, const QString& taken, const QString& wholeTaken,
                  bool correctable);

 signals:
  // The words of a part, to be marked; none any more where it is empty.
  void pointedAt(const QList<TextRange>& words);
  void misreadWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  FlowLayout* m_flow = nullptr;
  QList<ReadingPart> m_parts;
  QList<QObject*> m_labels;  // One a part.
};

}  // namespace sparring::ui
