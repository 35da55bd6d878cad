// What was understood of a turn, small beneath it: what its words do, whom they are about, what
// they were taken to mean; of an option, how its words would have been read. Pointing at a part, or
// going to it by Tab, shows which words. Where it can still be put right, the key for that.
#pragma once

#include <QPointer>
#include <QWidget>

#include "bridge/reading.h"

namespace sparring::ui {

class FlowLayout;
class PassageView;

class ReadingView : public QWidget {
  Q_OBJECT

 public:
  explicit ReadingView(QWidget* parent = nullptr);

  // Its lines end where the page ends, as those of the seller do.
  void setAtEnd();
  // Where the words of a part are marked while it is pointed at.
  void setPassage(PassageView* passage);
  // A turn that is looked at later: all of it, with nothing to put right.
  void show(const PracticeSession& session, const Exchange& exchange);
  // Own words while the call is held. Hidden where there is nothing to show. `wholeTaken` is the
  // tool tip of `taken`; `correctable`: it is the last turn.
  void setReading(const QList<ReadingPart>& parts, const QString& taken, const QString& wholeTaken,
                  bool correctable);

 signals:
  // The words of a part, to be marked; none any more where it is empty.
  void pointedAt(const QList<TextRange>& words);
  void misreadWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void clear();
  void addParts(const QString& lead, const QList<ReadingPart>& parts, Qt::FocusPolicy focus);
  void addTaken(const QString& taken, const QString& whole);
  void pointAt(const QList<TextRange>& words);

  FlowLayout* m_flow = nullptr;
  QPointer<PassageView> m_passage;
  QList<ReadingPart> m_parts;
  QList<QObject*> m_labels;  // One a part.
};

}  // namespace sparring::ui
