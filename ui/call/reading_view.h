// What was understood of a turn in own words, small beneath it: what it was taken to mean, what it
// does, whom it is about. Pointing at a part, or going to it by Tab, shows which words. Where it
// can still be put right, the key for that.
#pragma once

#include <QWidget>

#include "bridge/reading.h"

class QLabel;

namespace sparring::ui {

class FlowLayout;

class ReadingView : public QWidget {
  Q_OBJECT

 public:
  explicit ReadingView(QWidget* parent = nullptr);

  // Without parts they are not shown. `correctable`: it is the last turn of a call that goes on.
  void setReading(const QString& taken, const QString& whole, const QList<ReadingPart>& parts,
                  bool correctable);

 signals:
  // The words of a part, to be marked; none any more where it is empty.
  void pointedAt(const QList<TextRange>& words);
  void misreadWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QLabel* m_taken = nullptr;
  QWidget* m_correct = nullptr;  // The key and what it does.
  QWidget* m_row = nullptr;
  FlowLayout* m_parts = nullptr;
  QList<ReadingPart> m_shown;
  QList<QWidget*> m_chips;  // One a part.
};

}  // namespace sparring::ui
